import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayRead } from '../../../src/model/may-read.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { Story } from '../act-by-name.js';
import { actors } from '../dice.js';

const data = { text: 'The night door was locked from outside' };
const readers = (record: MilieuRecord): string[] => actors.filter((actor) => mayRead(record, actor)).map(({ person }) => person);

describe('concern', () => {
  it('anyone can raise one, and the staff whom it names never read it', () => {
    for (const { person } of actors.filter(({ as }) => as !== 'staff')) {
      const story = new Story();
      assert.deepEqual(readers(story.does(person, 'concern', 'raise', undefined, { data })).sort(), [person, 'sol', 'tam'].sort());
      const about = story.does(person, 'concern', 'raise', undefined, { data, to: ['sol'] });
      assert.deepEqual(readers(about).sort(), [person, 'tam'].sort());
      assert.deepEqual(readers(story.does('tam', 'concern', 'read', about)).sort(), [person, 'tam'].sort());
      const { after, answers } = story.act('tam', 'concern', 'close', about, story.say('concern-reply', 'There is a second key now'));
      assert.deepEqual(readers(after).sort(), [person, 'tam'].sort());
      assert.deepEqual(readers(answers[0]!).sort(), [person, 'tam'].sort());
    }
  });

  it('whom it names cannot answer it, and nobody answers their own', () => {
    const story = new Story();
    const about = story.does('ana', 'concern', 'raise', undefined, { data, to: ['sol'] });
    const words = story.say('concern-reply', 'No');
    for (const action of ['read', 'answer']) assert.equal(story.code('ana', 'concern', action, about, words), 'not-yours');
    for (const action of ['read', 'answer']) assert.equal(story.code('sol', 'concern', action, about, words), 'other-eyes');
    const own = story.does('tam', 'concern', 'raise', undefined, { data });
    assert.equal(story.code('tam', 'concern', 'read', own), 'other-eyes');
  });

  it('it is closed with a reason, after somebody has read it', () => {
    const story = new Story();
    const raised = story.does('ben', 'concern', 'raise', undefined, { data });
    assert.equal(story.code('sol', 'concern', 'close', raised, story.say('concern-reply', 'Settled')), 'not-now');
    const read = story.does('sol', 'concern', 'read', raised);
    assert.equal(story.code('sol', 'concern', 'close', read), 'reason-missing');
    assert.equal(story.code('sol', 'concern', 'answer', read, story.say('concern-reply', ' ')), 'reason-missing');
    const answered = story.does('sol', 'concern', 'answer', read, story.say('concern-reply', 'I will ask tonight'));
    assert.equal(story.does('tam', 'concern', 'close', answered, story.say('concern-reply', 'It is mended')).status, 'closed');
  });

  it('its author alone takes it back before it is answered, and settles it after', () => {
    const story = new Story();
    const raised = story.does('ben', 'concern', 'raise', undefined, { data });
    for (const person of ['ana', 'sol']) assert.equal(story.code(person, 'concern', 'withdraw', raised), 'not-yours');
    assert.equal(story.code('ben', 'concern', 'settle', raised), 'not-now');
    story.does('sol', 'concern', 'answer', raised, story.say('concern-reply', 'I will ask tonight'));
    assert.equal(story.code('ben', 'concern', 'withdraw', raised), 'not-now');
    assert.equal(story.code('sol', 'concern', 'settle', raised), 'not-yours');
    assert.equal(story.does('ben', 'concern', 'settle', raised).status, 'settled');
    const again = story.does('ben', 'concern', 'raise', undefined, { data });
    assert.equal(story.does('ben', 'concern', 'withdraw', again).status, 'withdrawn');
  });

  it('it needs words, unless it asks for another look at a record, and names three at most', () => {
    const story = new Story();
    const empty = { data: { text: ' ' } };
    assert.equal(story.code('ana', 'concern', 'raise', undefined, empty), 'words-missing');
    const from = story.does('ana', 'practice', 'keep', undefined, { data: { card: 'x', title: 'X', seconds: 1 } }).id;
    assert.equal(story.does('ana', 'concern', 'raise', undefined, { ...empty, from, to: ['sol'] }).from, from);
    assert.equal(story.code('ana', 'concern', 'raise', undefined, { data, to: ['sol', 'tam', 'p3', 'p4'] }), 'bad-answer');
    assert.equal(story.code('sol', 'concern', 'raise', undefined, { data, to: ['sol'] }), 'to-yourself');
  });
});
