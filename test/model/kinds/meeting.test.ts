import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { everyRole, roleTaker, isAsked } from '../../../src/model/kinds/meeting/roles.js';
import { type Clock, remaining } from '../../../src/model/kinds/meeting/clock.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import type { Input } from '../../../src/model/transition.js';
import { Story } from '../act-by-name.js';

const plan = {
  title: 'House meeting',
  startsAt: '2026-11-24T09:00:00.000Z',
  minutes: 45,
  purpose: 'To hear each other and settle what we share',
  chair: 'ana',
  notes: 'ben',
  timekeeper: 'cy',
  agreements: [],
};
const clock = (more: Partial<Clock> = {}): Input => ({ moves: { clock: { holder: 'tab-1', by: 'ana', item: '', left: 600, since: '', ...more } } });
const planned = (story: Story): MilieuRecord => story.does('ben', 'meeting', 'plan', undefined, { data: plan });
const open = (story: Story): MilieuRecord => story.does('ana', 'meeting', 'open', planned(story), clock());
const clockOf = (meeting: MilieuRecord): Clock => meeting.data['clock'] as Clock;

describe('meeting', () => {
  it('a meeting is planned by anyone in the house, without a clock', () => {
    const story = new Story();
    assert.equal(planned(story).visibility, 'community');
    assert.equal(story.code('mum', 'meeting', 'plan', undefined, { data: plan }), 'not-yours');
    assert.equal(story.code('ana', 'meeting', 'plan', undefined, { data: { ...plan, purpose: ' ' } }), 'words-missing');
    assert.equal(story.code('ana', 'meeting', 'plan', undefined, { data: { ...plan, ...clock().moves } }), 'bad-answer');
  });

  it('its author can correct a meeting before it opens, but cannot write its clock', () => {
    const story = new Story();
    const meeting = planned(story);
    const put = story.does('ben', 'meeting', 'rewrite', meeting, { data: { ...plan, place: 'Garden', ...clock().moves } });
    assert.deepEqual([put.data['place'], put.data['clock']], ['Garden', undefined]);
    story.does('ana', 'meeting', 'open', meeting, clock());
    assert.equal(story.code('ben', 'meeting', 'rewrite', meeting, { data: plan }), 'not-now');
  });

  it('the chair or staff open a meeting, and the clock says who and when, whatever the device sent', () => {
    const story = new Story();
    const meeting = planned(story);
    assert.equal(story.code('ben', 'meeting', 'open', meeting, clock()), 'not-yours');
    assert.equal(story.code('ana', 'meeting', 'open', meeting), 'bad-answer');
    const opened = story.does('ana', 'meeting', 'open', meeting, clock({ by: 'sol', since: '2020-01-01T00:00:00.000Z' }));
    assert.deepEqual(clockOf(opened), { holder: 'tab-1', by: 'ana', item: '', left: 600, since: story.world.now });
  });

  it('only the screen that runs the clock can write its time', () => {
    const story = new Story();
    const meeting = open(story);
    for (const action of ['next', 'pause', 'extend'])
      assert.equal(story.code('sol', 'meeting', action, meeting, clock({ holder: 'tab-2' })), 'no-clock');
    assert.equal(story.code('ben', 'meeting', 'pause', meeting, clock()), 'not-yours');
    story.does('cy', 'meeting', 'pause', meeting, clock());
    assert.equal(story.code('sol', 'meeting', 'resume', meeting, clock({ holder: 'tab-2' })), 'no-clock');
    story.does('cy', 'meeting', 'resume', meeting, clock());
  });

  it('another screen takes over the clock with the same time, and the first one loses it', () => {
    const story = new Story();
    const meeting = open(story);
    const taken = story.does('sol', 'meeting', 'take-clock', meeting, clock({ holder: 'tab-2', left: 9999 }));
    const now = Date.parse(story.world.now);
    assert.equal(remaining(clockOf(taken), now), remaining(clockOf(meeting), now));
    assert.equal(story.code('ana', 'meeting', 'pause', meeting, clock()), 'no-clock');
    story.does('sol', 'meeting', 'pause', meeting, clock({ holder: 'tab-2' }));
  });

  it('one press adds at most half an hour, and never takes time away', () => {
    const story = new Story();
    const meeting = open(story);
    assert.equal(story.code('ana', 'meeting', 'extend', meeting, clock({ left: 500 })), 'bad-answer');
    assert.equal(story.code('ana', 'meeting', 'extend', meeting, clock({ left: 600 + 1810 })), 'bad-answer');
    assert.equal(clockOf(story.does('ana', 'meeting', 'extend', meeting, clock({ left: 900 }))).left, 900);
  });

  it('a meeting ends with its clock stopped, and is cancelled only before it opens, with a reason', () => {
    const story = new Story();
    const meeting = open(story);
    assert.equal(story.code('ana', 'meeting', 'cancel', meeting, story.say('meeting-note', 'x')), 'not-now');
    assert.equal(story.code('cy', 'meeting', 'close', meeting), 'not-yours');
    assert.equal(clockOf(story.does('ana', 'meeting', 'close', meeting)).since, '');
    const other = planned(story);
    assert.equal(story.code('ana', 'meeting', 'cancel', other, story.say('meeting-note', '')), 'reason-missing');
    assert.equal(story.does('ana', 'meeting', 'cancel', other, story.say('meeting-note', 'The hall is being painted')).status, 'cancelled');
  });

  it('whoever runs the clock says why a meeting is paused, in words that everybody reads', () => {
    const story = new Story();
    const meeting = open(story);
    assert.equal(story.code('ana', 'meeting', 'say-why', meeting, story.say('meeting-note', 'A break')), 'not-now');
    const paused = story.does('ana', 'meeting', 'pause', meeting, { ...clock({}), ...story.say('meeting-note', '') });
    assert.equal(story.code('ben', 'meeting', 'say-why', paused, story.say('meeting-note', 'A break')), 'not-yours');
    assert.equal(story.code('ana', 'meeting', 'say-why', paused, story.say('meeting-note', ' ')), 'reason-missing');
    const { after, answers } = story.act('sol', 'meeting', 'say-why', paused, story.say('meeting-note', 'A break'));
    assert.deepEqual([after.status, answers[0]?.visibility], ['paused', 'community']);
  });

  it('a role is taken by consent: who is asked can agree or hand it back, and nobody takes it from somebody', () => {
    const story = new Story();
    const meeting = planned(story);
    const by = (role: string, person: string): Input => ({ moves: { taken: { [role]: { by: person } } } });
    const now = (who: string, action: string, role: string, person: string): unknown[] => {
      const { data } = story.does(who, 'meeting', action, meeting, by(role, person));
      return everyRole.map((one) => roleTaker(data as never, one));
    };
    assert.equal(story.code('cy', 'meeting', 'take-role', meeting, by('chair', 'cy')), 'not-now');
    assert.equal(story.code('cy', 'meeting', 'take-role', meeting, by('welcome', 'ben')), 'not-now');
    assert.equal(story.code('mum', 'meeting', 'take-role', meeting, by('welcome', 'mum')), 'not-yours');
    assert.deepEqual(now('cy', 'take-role', 'timekeeper', 'cy'), ['ana', 'cy', 'ben', undefined]);
    assert.deepEqual(now('ana', 'hand-back', 'chair', ''), [undefined, 'cy', 'ben', undefined]);
    assert.equal(story.code('ana', 'meeting', 'open', meeting, clock()), 'not-yours');
    assert.equal(story.code('ana', 'meeting', 'hand-back', meeting, by('timekeeper', '')), 'not-now');
    assert.deepEqual(now('cy', 'take-role', 'chair', 'cy'), ['cy', 'cy', 'ben', undefined]);
    story.does('cy', 'meeting', 'open', meeting, clock());
  });

  it('a plan that asks somebody else for a role waits for their answer, and keeps the answers of others', () => {
    const story = new Story();
    const meeting = planned(story);
    story.does('ana', 'meeting', 'take-role', meeting, { moves: { taken: { chair: { by: 'ana' } } } });
    story.does('cy', 'meeting', 'take-role', meeting, { moves: { taken: { timekeeper: { by: 'cy' } } } });
    const put = story.does('ben', 'meeting', 'rewrite', meeting, { data: { ...plan, chair: 'dee' } });
    assert.deepEqual([isAsked(put as never, 'chair'), isAsked(put as never, 'timekeeper')], [true, false]);
    assert.equal(roleTaker(put.data as never, 'chair'), 'dee');
  });
});
