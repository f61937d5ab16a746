import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { followingActs } from '../../../src/model/kinds/step/open-views.js';
import type { Step } from '../../../src/model/kinds/step/table.js';
import { mayRead } from '../../../src/model/may-read.js';
import type { Data, MilieuRecord } from '../../../src/model/record.js';
import type { Input } from '../../../src/model/transition.js';
import { Story } from '../act-by-name.js';
import { actorOf } from '../dice.js';

const data = { title: 'Contributing', examples: [{ line: 'You ask for help.', words: 'On Monday, with the stove.' }] };
const saw = 'You waited until Ben had finished.';

class StepStory extends Story {
  answer(kind: string, of: Data, to: readonly string[] = []): Input {
    return { answers: [{ id: this.world.freshId(), kind, to, data: of }] };
  }
  ask(by: string, ...peers: readonly string[]): MilieuRecord<Step> {
    const answers = peers.map((peer) => ({ id: this.world.freshId(), kind: 'step-ask', to: [peer], data: { title: 'Contributing' } }));
    return this.does(by, 'step', 'ask', undefined, { data, answers }) as MilieuRecord<Step>;
  }
  asked(peer: string): MilieuRecord {
    return this.world.all('step-ask').find(({ to, status }) => to.includes(peer) && status === 'asked')!;
  }
  tells(peer: string, step: MilieuRecord): void {
    this.does(peer, 'step-ask', 'tell', this.asked(peer), this.answer('step-view', { step: step.id, saw }));
  }
  staffSees(by: string, step: MilieuRecord): void {
    this.does(by, 'step', 'add-view', step, this.answer('step-view', { step: step.id, saw }));
  }
  /** Does what follows after an act on the request, as a device of staff does. */
  follow(by: string, step: MilieuRecord): void {
    const now = this.world.stored.get(step.id) as MilieuRecord<Step>;
    for (const { action, target } of followingActs(now, [...this.world.stored.values()]))
      this.does(by, target.kind, action, this.world.stored.get(target.id));
  }
  decides(by: string, step: MilieuRecord, of: Data): string {
    const input = this.answer('step-decision', { note: 'We talked about it', ...of });
    const act = this.world.try('step', 'decide', this.world.stored.get(step.id), actorOf(by), input);
    if ('code' in act) return act.code;
    this.world.keep(act);
    return act.after.status;
  }
  get views(): MilieuRecord[] {
    return this.world.all('step-view');
  }
}
const opened = (): { story: StepStory; step: MilieuRecord<Step> } => {
  const story = new StepStory();
  const step = story.ask('ana', 'ben');
  story.tells('ben', step);
  story.staffSees('sol', step);
  story.does('sol', 'step', 'open', step);
  story.follow('sol', step);
  return { story, step };
};
const may = (record: MilieuRecord, person: string): boolean => mayRead(record, actorOf(person));

describe('step', () => {
  it('is read by its person and staff; who is asked reads only what it is for', () => {
    const story = new StepStory();
    const step = story.ask('ana', 'ben', 'cy');
    assert.deepEqual(
      ['ana', 'ben', 'sol'].map((person) => may(step, person)),
      [true, false, true],
    );
    const ask = story.asked('ben');
    assert.deepEqual(
      ['ana', 'ben', 'cy', 'sol'].map((person) => may(ask, person)),
      [true, true, false, true],
    );
    assert.deepEqual(ask.data, { title: 'Contributing' });
  });

  it('two others are asked at most; who says “not now” makes room for somebody else', () => {
    const story = new StepStory();
    const step = story.ask('ana', 'ben', 'cy');
    const third = (peer: string): Input => story.answer('step-ask', { title: 'Contributing' }, [peer]);
    assert.equal(story.code('ana', 'step', 'invite', step, third('tam')), 'bad-answer');
    assert.equal(story.code('cy', 'step-ask', 'not-now', story.asked('ben')), 'not-yours');
    story.does('ben', 'step-ask', 'not-now', story.asked('ben'));
    assert.equal(story.code('ana', 'step', 'invite', step, third('ana')), 'bad-answer');
    assert.equal(story.code('ana', 'step', 'invite', step, third('cy')), 'bad-answer');
    story.does('ana', 'step', 'invite', step, third('tam'));
  });

  it('what others saw is opened together: when all are in, or when staff say it is time', () => {
    const story = new StepStory();
    const step = story.ask('ana', 'ben', 'cy');
    story.tells('ben', step);
    story.staffSees('sol', step);
    assert.equal(story.code('sol', 'step', 'open', step), 'views-missing');
    assert.equal(story.code('sol', 'step-view', 'open', story.views[0]), 'not-now');
    assert.ok(story.views.every((view) => !may(view, 'ana')));
    story.does('sol', 'step', 'open-now', step);
    story.follow('sol', step);
    assert.ok(story.views.every((view) => may(view, 'ana') && view.status === 'open'));
    assert.equal(story.world.all('step-ask').find(({ to }) => to.includes('cy'))?.status, 'over');
  });

  it('staff cannot end what somebody is asked while it is still time', () => {
    const story = new StepStory();
    story.ask('ana', 'ben');
    assert.equal(story.code('sol', 'step-ask', 'fall-away', story.asked('ben')), 'not-now');
  });

  it('a decision has a reason; “not yet” one next thing within two weeks; “with support” the support', () => {
    const { story, step } = opened();
    assert.equal(story.decides('sol', step, { outcome: 'yes', note: ' ' }), 'reason-missing');
    assert.equal(story.decides('sol', step, { outcome: 'with-support' }), 'support-missing');
    assert.equal(story.decides('sol', step, { outcome: 'not-yet', on: '2026-11-28' }), 'next-step-missing');
    assert.equal(story.decides('sol', step, { outcome: 'not-yet', next: 'One evening', on: '2026-12-07' }), 'next-step-missing');
    assert.equal(story.decides('ana', step, { outcome: 'yes' }), 'not-yours');
    assert.equal(story.decides('sol', step, { outcome: 'not-yet', next: 'One evening', on: '2026-12-05' }), 'decided');
    assert.deepEqual(
      ['ana', 'ben'].map((person) => may(story.world.all('step-decision')[0]!, person)),
      [true, false],
    );
  });

  it('another look is for another decider', () => {
    const { story, step } = opened();
    story.decides('sol', step, { outcome: 'yes' });
    assert.equal(story.code('sol', 'step', 'appeal', step), 'not-yours');
    story.does('ana', 'step', 'appeal', step);
    assert.equal(story.decides('sol', step, { outcome: 'yes' }), 'other-eyes');
    assert.equal(story.decides('tam', step, { outcome: 'yes' }), 'decided');
  });

  it('its person takes it back at any time before it is decided, and then what others saw falls away', () => {
    const { story, step } = opened();
    assert.equal(story.code('sol', 'step', 'take-back', step), 'not-yours');
    story.does('ana', 'step', 'take-back', step);
    story.follow('sol', step);
    assert.ok(story.views.every((view) => view.status === 'gone' && !may(view, 'ana') && !may(view, 'tam')));
  });

  it('what others saw stays until the request is closed, and is not read by others of the house', () => {
    const { story, step } = opened();
    story.decides('sol', step, { outcome: 'yes' });
    assert.equal(story.code('ana', 'step-view', 'fall-away', story.views[0]), 'not-now');
    story.does('ana', 'step', 'close', step);
    story.follow('ana', step);
    assert.ok(story.views.every((view) => !may(view, 'ana') && !may(view, 'cy')));
  });
});

describe('step-lines', () => {
  it('a person writes their own, staff write to a person, and each changes only their own', () => {
    const story = new StepStory();
    const lines = { data: { lines: ['Say it in time.'] } };
    assert.equal(story.code('ana', 'step-lines', 'write', undefined, { ...lines, to: ['ben'] }), 'one-person');
    assert.equal(story.code('sol', 'step-lines', 'write', undefined, lines), 'one-person');
    const [mine, theirs] = [
      story.does('ana', 'step-lines', 'write', undefined, lines),
      story.does('sol', 'step-lines', 'write', undefined, { ...lines, to: ['ana'] }),
    ];
    assert.deepEqual(
      ['ana', 'ben', 'sol'].map((person) => [may(mine, person), may(theirs, person)]),
      [
        [true, true],
        [false, false],
        [true, true],
      ],
    );
    assert.equal(story.code('ana', 'step-lines', 'rewrite', theirs, lines), 'not-yours');
    assert.equal(story.code('sol', 'step-lines', 'end', mine), 'not-yours');
  });
});
