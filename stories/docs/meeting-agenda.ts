import { html } from 'lit';
import { type Item, itemLimits, type Outcome, outcomeLimits, type Promised, promiseLimits } from '../../src/model/kinds/agenda-item/table.js';
import { type Meeting, meetingLimits } from '../../src/model/kinds/meeting/table.js';
import { type Minutes, minutesLimits } from '../../src/model/kinds/minutes/table.js';
import { kit, FakeHistory, visit } from '../fixtures.js';
import { planned } from '../meeting-agenda/meetings.js';
import { formKeys, sheet } from './common.js';
import { gesture, ids } from './example.js';
import type { Facts } from './facts.js';
import { characters, type FieldsOf, from, lines, may, must, oneOf } from './fields.js';

const meeting: FieldsOf<Meeting> = {
  title: must('Its name.', characters(meetingLimits.title)),
  startsAt: must('When it begins.', 'a moment, in UTC'),
  minutes: must('How long it is planned for.', from(meetingLimits.minutesLeast, meetingLimits.minutes, 'minutes')),
  place: may('Where.', characters(meetingLimits.place)),
  purpose: must('What it is for, in one sentence.', characters(meetingLimits.purpose)),
  chair: must('Who leads it.', 'id of a person'),
  notes: may('Who writes the minutes.', 'id of a person'),
  timekeeper: may('Who keeps the time.', 'id of a person'),
  welcome: may('Who greets new people.', 'id of a person'),
  taken: may('Who has agreed to a role, and who handed one back. Only acts write it.', 'for each role: who was asked, who has it'),
  agreements: must('What was agreed for meetings.', lines(meetingLimits.agreements, meetingLimits.agreement)),
  type: may('What kind of meeting it is: the id of a default agenda, or a word of yours.', characters(meetingLimits.type)),
  clock: may('Where the time stands. Only acts write it.', 'who holds it, which part, seconds left'),
};
const item: FieldsOf<Item> = {
  title: must('What it is about.', characters(itemLimits.title, itemLimits.titleLeast)),
  kind: must('What kind of thing it is.', oneOf('announcement', 'follow-up', 'proposal', 'request', 'offer', 'topic', 'appreciation', 'activity')),
  detail: may('More words.', characters(itemLimits.detail)),
  minutes: may('How long it takes.', from(itemLimits.minutesLeast, itemLimits.minutes, 'minutes')),
  meeting: may('The meeting it is for.', 'id of a record'),
  into: may('The item that it was joined with. Only acts write it.', 'id of a record'),
  order: may('Its place on the agenda. Only acts write it.', 'a number'),
};
const outcome: FieldsOf<Outcome> = {
  text: must('What was decided.', characters(outcomeLimits.text)),
  method: may('How it was decided.', oneOf('consensus', 'majority', 'advisory', 'staff-decides')),
  why: may('The reason. Needed if staff decided; everybody reads it.', characters(outcomeLimits.why)),
  votes: may('What the chair counted. Of a few votes none is kept: they could be guessed.', `${outcomeLimits.votesLeast} votes or more`),
};
const promise: FieldsOf<Promised> = {
  text: must('Who does what: this is the what.', characters(promiseLimits.text)),
  due: may('Until when.', 'a day'),
  meeting: may('The meeting that looked at it again. Only acts write it.', 'id of a record'),
};
const minutes: FieldsOf<Minutes> = { text: must('The minutes.', characters(minutesLimits.text)) };

const plan = ['milieu-meeting-plan'] as const;

export const meetingAgenda: Facts = {
  lead: 'The community meeting, from an idea to a promise kept: plan it, hold it with a clock that goes from hand to hand, write it down. Who spoke, and who did not, is never stored.',
  show: () => {
    const history = new FakeHistory();
    planned(history);
    return visit({ actor: kit, history }, html`<milieu-meeting-agenda></milieu-meeting-agenda>`);
  },
  parts: sheet(
    { name: 'Roles', what: 'Who leads, who writes, who keeps the time.', at: [...plan, '.roles'] },
    { name: 'Agenda', what: 'Minutes, what, and who asked for it. Whoever leads moves the parts by buttons.', at: [...plan, 'milieu-meeting-parts'] },
    { name: 'Bring something', what: 'Anybody who lives or works here can.', at: [...plan, 'milieu-meeting-propose'] },
  ),
  keys: formKeys(
    {
      key: 'Enter or Space',
      where: 'The arrows beside a part',
      does: 'Moves the part one up or down. The focus stays on the arrow, and the new place is said.',
    },
    { key: 'Enter or Space', where: 'Next part, Pause, more minutes', does: 'Moves the clock, for whoever holds it.' },
  ),
  kept: [
    { kind: 'meeting', what: 'A meeting. Everybody who lives or works here reads it.', fields: meeting },
    { kind: 'item', what: 'Something to bring to a meeting.', fields: item },
    { kind: 'outcome', what: 'What became of it.', fields: outcome },
    { kind: 'promise', what: 'What somebody said they would do. It belongs to one person.', fields: promise },
    { kind: 'minutes', what: 'What is written down. Only its writers and staff read it before it is published.', fields: minutes },
  ],
  example: () => {
    const history = new FakeHistory();
    const id = planned(history);
    return gesture(
      history,
      'p-02',
      'propose',
      'item',
      { data: { title: 'Can we have tea after ten?', kind: 'proposal', minutes: 5, meeting: id } satisfies Item },
      ids.root,
    );
  },
};
