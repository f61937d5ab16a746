import { html } from 'lit';
import { type Practice, practiceLimits } from '../../src/model/kinds/practice/table.js';
import { envelopeLimits } from '../../src/model/record.js';
import { ana, FakeHistory, visit } from '../fixtures.js';
import { formKeys, sheet } from './common.js';
import { gesture } from './example.js';
import type { Facts, Kept } from './facts.js';
import { characters, type FieldsOf, from, may, must, oneOf } from './fields.js';

const practice: FieldsOf<Practice> = {
  card: must('Which card, by its id.', characters(envelopeLimits.id)),
  title: must('The title of the card as it read then.', characters(practiceLimits.title)),
  seconds: must('How long it took.', from(0, practiceLimits.seconds, 'seconds')),
  before: may('How strong it was before, if they said so.', from(0, practiceLimits.rating)),
  after: may('How strong it was after, if they said so.', from(0, practiceLimits.rating)),
  helped: may('Whether it helped.', oneOf('helped', 'a-bit', 'not-now')),
  note: may('A note to themselves.', characters(practiceLimits.note)),
};
export const practices: readonly Kept[] = [
  { kind: 'practice', what: 'One time somebody practised. Nobody but the author reads it, staff neither.', fields: practice },
];
export const onePractice = (): ReturnType<Facts['example']> =>
  gesture(new FakeHistory(), 'p-02', 'keep', 'practice', {
    data: { card: 'c01', title: 'Longer out-breath', seconds: 124, before: 7, after: 5, helped: 'a-bit' } satisfies Practice,
  });

const front = ['milieu-coping-practice', 'milieu-coping-front'] as const;

export const copingCard: Facts = {
  lead: 'One skill for a hard moment: a breath that is shown, or steps with a timer. Nothing moves before Start, and no number is asked for before it.',
  show: () => visit({ actor: ana, history: new FakeHistory() }, html`<milieu-coping-card card="c01"></milieu-coping-card>`),
  parts: sheet(
    { name: 'Facts', what: 'How long, and when it helps.', at: [...front, '.facts'] },
    { name: 'Start', what: 'The one filled button, and beside it the same moment with open eyes.', at: [...front, '.row.acts'] },
    { name: 'A number, if they like', what: 'Closed. It can be left out before and after.', at: [...front, 'details'] },
    { name: 'Eye line', what: 'Only this person sees numbers and notes.', at: [...front, '.reads'] },
  ),
  keys: formKeys(
    {
      key: 'Enter or Space',
      where: 'Start, Pause, Stop',
      does: 'Starts the breath or the timer, holds it, ends it. Stopping early is fine and can be saved too.',
    },
    { key: 'Arrow keys', where: 'The line from 0 to 10', does: 'Chooses a number. “Clear the number” takes it away again.' },
  ),
  kept: practices,
  example: onePractice,
};
