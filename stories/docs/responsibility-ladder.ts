import { html } from 'lit';
import { type Job, type JobDay, jobLimits, type Restriction } from '../../src/model/kinds/job/table.js';
import { type Duty, dutyLimits, type DutyNote, type Placement, placementLimits, type PlacementNote } from '../../src/model/kinds/ladder/table.js';
import { envelopeLimits } from '../../src/model/record.js';
import { ana, FakeHistory, visit } from '../fixtures.js';
import { keys, sheet } from './common.js';
import { gesture } from './example.js';
import type { Facts } from './facts.js';
import { characters, type FieldsOf, from, lines, may, must } from './fields.js';

const placement: FieldsOf<Placement> = {
  circle: must('Which circle, by its id.', characters(envelopeLimits.id)),
  since: must('From which day.', 'a day'),
  reason: may('What was decided together, and why.', characters(placementLimits.reason)),
  reviewOn: may('When it is looked at again.', 'a day'),
};
const duty: FieldsOf<Duty> = {
  title: must('What it is.', characters(dutyLimits.title)),
  area: may('Where.', characters(dutyLimits.area)),
  steps: must('How to do it, step by step. There may be none.', lines(dutyLimits.steps, dutyLimits.step)),
  minutes: may(
    'How long it takes. It is capped, so that it stays learning and does not become labour.',
    from(dutyLimits.minutesLeast, dutyLimits.minutes, 'minutes'),
  ),
  due: may('Until when.', 'a day'),
  safety: may('What to take care of.', characters(dutyLimits.safety)),
};
const dutyNote: FieldsOf<DutyNote> = {
  note: must('Their words; they may be empty.', characters(dutyLimits.note)),
  comfort: may('How comfortable it felt.', from(0, dutyLimits.comfort)),
};
const placementNote: FieldsOf<PlacementNote> = { note: must('Why it rests or ends.', characters(placementLimits.note)) };

const job: FieldsOf<Job> = {
  title: must('What it is.', characters(jobLimits.title)),
  area: may('Where.', characters(jobLimits.area)),
  steps: must('How to do it, step by step. There may be none.', lines(jobLimits.steps, jobLimits.step)),
  minutes: may('How long it takes.', from(jobLimits.minutesLeast, jobLimits.minutes, 'minutes')),
  safety: may('What to take care of.', characters(jobLimits.safety)),
  access: may('What makes it easier.', characters(jobLimits.access)),
  tags: may('What it asks of someone, to compare with what people should avoid.', lines(jobLimits.tags, jobLimits.tag)),
  weekdays: may('On which days of the week; without them it comes once.', 'days of the week, 1 (Monday) to 7'),
  first: must('The first day.', 'a day'),
  last: may('The last day.', 'a day'),
  turns: may('Whether they take turns; without it everybody does it.', 'day or week'),
};
const jobDay: FieldsOf<JobDay> = {
  day: must('Which day it is about.', 'a day'),
  instead: may('Of a swap: the day that the person takes for the other.', 'a day'),
  onwards: may('Of a “no”: it is for all days from then on.', 'yes or no'),
  note: may('Their words to staff.', characters(jobLimits.note)),
};
const restriction: FieldsOf<Restriction> = { avoid: must('What the person should avoid.', lines(jobLimits.tags, jobLimits.tag)) };

const part = ['.body milieu-ladder-part'] as const;

export const responsibilityLadder: Facts = {
  lead: 'What each person looks after, in circles that widen. Nobody stands above anybody. Circles hold responsibility and support; they never hold a right.',
  show: () => visit({ actor: ana, history: FakeHistory.afterSixWeeks() }, html`<milieu-responsibility-ladder></milieu-responsibility-ladder>`),
  parts: sheet(
    { name: 'What people say you bring', what: 'Strengths first, in the words of others.', at: [...part, 'milieu-ladder-strengths'] },
    { name: 'Circles', what: 'The first is the smallest, and each next one holds all before it. A list for those who hear it.', at: [...part, 'ol'] },
    { name: 'Rights line', what: 'What everybody has, whatever their circle. It cannot be turned off.', at: [...part, '.same-for-all'] },
  ),
  keys: keys(
    { key: 'Enter or Space', where: 'A duty', does: 'Takes it on, says that it is done, or asks for help: one press, and each can be taken back.' },
    { key: 'Enter', where: 'A field of staff', does: 'Sends the form, where it has no more than one line.' },
  ),
  kept: [
    { kind: 'placement', what: 'Which part a person has now. Staff and this person read it.', fields: placement },
    { kind: 'duty', what: 'Something a person is asked to look after.', fields: duty },
    { kind: 'duty-note', what: 'What was said with an act on a duty.', fields: dutyNote },
    { kind: 'job', what: 'Something that staff wrote once and that comes on some days. Staff and those who have it read it.', fields: job },
    { kind: 'job-day', what: 'What a person said about a job on one day. A day without an answer has none.', fields: jobDay },
    { kind: 'restriction', what: 'What a person should avoid. Only staff and that person read it.', fields: restriction },
    { kind: 'placement-note', what: 'The reason, where a part rests or ends.', fields: placementNote },
  ],
  example: () =>
    gesture(new FakeHistory(), 's-01', 'offer', 'duty', {
      to: ['p-02'],
      data: {
        title: 'Water the herbs',
        area: 'Garden',
        steps: ['Fill the can to the line.', 'Water the pots by the door first.'],
        minutes: 10,
      } satisfies Duty,
    }),
};
