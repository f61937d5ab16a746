import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayRead } from '../../../src/model/may-read.js';
import { actorOf, clock } from '../dice.js';
import { Story } from '../act-by-name.js';

describe('what is kept of a round', () => {
  it('belongs to a meeting that has begun, has words, and is read and removed by its author alone', () => {
    const story = new Story();
    const plan = { title: 'House meeting', startsAt: '2026-11-24T09:00:00.000Z', minutes: 30, purpose: 'To meet', chair: 'ana', agreements: [] };
    const meeting = story.does('sol', 'meeting', 'plan', undefined, { data: plan });
    const about = meeting.id;
    const code = (person: string, input: object) =>
      story.code(person, 'round-entry', 'keep', undefined, { about, data: { feeling: 'Calm' }, ...input });
    assert.equal(code('ben', {}), 'no-meeting');
    story.does('ana', 'meeting', 'open', meeting, { moves: { clock: clock(story.world.dice, 'ana') } });
    assert.equal(code('ben', { data: { feeling: ' ' } }), 'words-missing');
    assert.equal(code('ben', { to: ['ana'] }), 'bad-answer');
    assert.equal(code('mum', {}), 'not-yours');
    const kept = story.does('ben', 'round-entry', 'keep', undefined, { about, data: { goal: 'Call my sister' } });
    assert.deepEqual(
      ['ana', 'ben', 'sol', 'mum'].map((reader) => mayRead(kept, actorOf(reader))),
      [false, true, false, false],
    );
    assert.equal(story.code('sol', 'round-entry', 'remove', kept), 'not-yours');
    assert.equal(story.does('ben', 'round-entry', 'remove', kept).status, 'removed');
  });
});
