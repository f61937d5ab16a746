import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayRead } from '../../../src/model/may-read.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { actors } from '../dice.js';
import { Story } from '../act-by-name.js';

const data = { text: 'We agreed on six new cups. Ben buys them.' };
function meeting(story: Story): MilieuRecord {
  const plan = {
    title: 'House meeting',
    startsAt: '2026-11-24T09:00:00.000Z',
    minutes: 30,
    purpose: 'To hear each other',
    chair: 'ana',
    notes: 'ben',
    agreements: [],
  };
  return story.does('sol', 'meeting', 'plan', undefined, { data: plan });
}
const draft = (story: Story, person: string): MilieuRecord =>
  story.does(person, 'minutes', 'draft', undefined, { about: meeting(story).id, to: ['ana'], data });
const readers = (record: MilieuRecord): string[] => actors.filter((actor) => mayRead(record, actor)).map(({ person }) => person);

describe('minutes', () => {
  it('minutes are drafted by the chair, the note-taker or staff, and addressed to the chair', () => {
    const story = new Story();
    const about = meeting(story).id;
    const code = (person: string, input: object) => story.code(person, 'minutes', 'draft', undefined, { about, to: ['ana'], data, ...input });
    assert.equal(code('cy', {}), 'not-yours');
    assert.equal(code('sol', { about: undefined }), 'no-meeting');
    assert.equal(code('sol', { about: story.world.freshId() }), 'no-meeting');
    assert.equal(code('ben', { to: [] }), 'bad-answer');
    assert.equal(code('ben', { to: ['ana', 'cy'] }), 'bad-answer');
    assert.equal(code('ben', { data: { text: ' ' } }), 'words-missing');
    for (const person of ['ana', 'ben', 'sol']) assert.equal(draft(story, person).status, 'draft');
  });

  it('only the author, the chair and staff read minutes before they are published', () => {
    const story = new Story();
    const written = draft(story, 'ben');
    assert.deepEqual(readers(written), ['ana', 'ben', 'sol', 'tam']);
    assert.deepEqual(readers(story.does('ana', 'minutes', 'check', written)), ['ana', 'ben', 'sol', 'tam']);
    assert.deepEqual(readers(story.does('sol', 'minutes', 'publish', written)), ['ana', 'ben', 'cy', 'sol', 'tam']);
  });

  it('nobody approves their own minutes, neither staff nor the chair', () => {
    for (const person of ['ana', 'sol']) {
      const story = new Story();
      assert.equal(story.code(person, 'minutes', 'check', draft(story, person)), 'other-eyes');
    }
    const story = new Story();
    assert.equal(story.code('ben', 'minutes', 'check', draft(story, 'ben')), 'not-yours');
  });

  it('minutes are published by staff after a review, and by nobody else', () => {
    const story = new Story();
    const written = draft(story, 'ben');
    assert.equal(story.code('sol', 'minutes', 'publish', written), 'not-now');
    story.does('ana', 'minutes', 'check', written);
    assert.equal(story.code('ana', 'minutes', 'publish', written), 'not-yours');
    assert.equal(story.code('ben', 'minutes', 'rewrite', written, { data }), 'not-now');
  });

  it('minutes come back with a reason, and can be taken back when they say too much', () => {
    const story = new Story();
    const written = draft(story, 'ben');
    assert.equal(story.code('ana', 'minutes', 'send-back', written), 'reason-missing');
    story.does('ana', 'minutes', 'send-back', written, story.say('minutes-note', 'Leave out the name'));
    story.does('ben', 'minutes', 'rewrite', written, { data });
    story.does('ana', 'minutes', 'check', written);
    story.does('sol', 'minutes', 'publish', written);
    assert.equal(story.code('ana', 'minutes', 'take-back', written, story.say('minutes-note', 'x')), 'not-yours');
    const back = story.does('sol', 'minutes', 'take-back', written, story.say('minutes-note', 'This was said in confidence'));
    assert.deepEqual([back.status, readers(back).includes('cy')], ['draft', false]);
  });
});
