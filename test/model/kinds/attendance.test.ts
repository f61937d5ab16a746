import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayRead } from '../../../src/model/may-read.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { actorOf, clock as clockOf } from '../dice.js';
import { Story } from '../act-by-name.js';

const data = { present: ['ana', 'ben'], part: [], excused: ['cy'] };

describe('attendance', () => {
  const held = (story: Story): MilieuRecord => {
    const plan = { title: 'House meeting', startsAt: '2026-11-24T09:00:00.000Z', minutes: 30, purpose: 'To meet', chair: 'ana', agreements: [] };
    const meeting = story.does('sol', 'meeting', 'plan', undefined, { data: plan });
    assert.equal(story.code('sol', 'attendance', 'note', undefined, { about: meeting.id, data }), 'no-meeting');
    return story.does('ana', 'meeting', 'open', meeting, { moves: { clock: clockOf(story.world.dice, 'ana') } });
  };

  it('is noted by staff once a meeting has begun, and read by staff alone, not by those it names', () => {
    const story = new Story();
    const { id: about } = held(story);
    assert.equal(story.code('ana', 'attendance', 'note', undefined, { about, data }), 'not-yours');
    const noted = story.does('sol', 'attendance', 'note', undefined, { about, data });
    assert.deepEqual(
      ['ana', 'ben', 'cy', 'mum', 'sol'].map((reader) => mayRead(noted, actorOf(reader))),
      [false, false, false, false, true],
    );
  });

  it('has each person once, and is corrected by any member of staff', () => {
    const story = new Story();
    const { id: about } = held(story);
    assert.equal(story.code('sol', 'attendance', 'note', undefined, { about, data: { ...data, part: ['ana'] } }), 'bad-answer');
    const noted = story.does('sol', 'attendance', 'note', undefined, { about, data });
    assert.equal(story.code('sol', 'attendance', 'correct', noted, { moves: { part: ['cy'] } }), 'bad-answer');
    assert.deepEqual(story.does('sol', 'attendance', 'correct', noted, { moves: { part: ['cy'], excused: [] } }).data['part'], ['cy']);
  });
});
