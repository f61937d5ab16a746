import { html } from 'lit';
import {
  type Feedback,
  feedbackLimits,
  type FeedbackNote,
  type FeedbackReply,
  type FeedbackTalk,
  reportReasons,
} from '../../src/model/kinds/feedback/table.js';
import { ana, people, FakeHistory, visit } from '../fixtures.js';
import { formKeys, sheet } from './common.js';
import { gesture } from './example.js';
import type { Facts } from './facts.js';
import { characters, type FieldsOf, may, must, oneOf } from './fields.js';

const feedback: FieldsOf<Feedback> = {
  mode: must('What kind it is.', oneOf('affirm', 'remind', 'self')),
  saw: must('What they saw. A reminder that is said in person has none.', characters(feedbackLimits.saw, feedbackLimits.sawLeast)),
  where: may('Where and when.', characters(feedbackLimits.where)),
  effect: may('How it affected them or others.', characters(feedbackLimits.effect)),
  strength: may('A strength they see. A reminder needs one.', characters(feedbackLimits.strength)),
  next: may('What would help next time. A reminder needs it.', characters(feedbackLimits.next)),
  offer: may('How they could help.', characters(feedbackLimits.offer)),
  inPerson: may('It is said face to face: nothing of it is written or sent.', 'yes or no'),
};
const note: FieldsOf<FeedbackNote> = { note: must('Their words. They may be empty where no reason is asked for.', characters(feedbackLimits.note)) };
const reply: FieldsOf<FeedbackReply> = { ...note, reasons: may('Why it does not feel OK. Only in a report.', oneOf(...reportReasons)) };
const talk: FieldsOf<FeedbackTalk> = {
  startsAt: must('When it is.', 'ISO 8601 in UTC'),
  place: must('Where it is.', characters(feedbackLimits.place, 1)),
  who: must('Who of staff is there.', characters(feedbackLimits.who, 1)),
};

export const peerFeedback: Facts = {
  lead: 'People who live together tell each other what they saw. Kind words go at once; a reminder is read by staff first, so that nobody is hurt by surprise.',
  show: () => visit({ actor: ana, history: new FakeHistory(), people: people.slice(2, 6) }, html`<milieu-peer-feedback></milieu-peer-feedback>`),
  parts: sheet(
    { name: 'Kind', what: 'An affirmation or a reminder. The rest of the page follows from it.', at: ['milieu-feedback-write', 'fieldset'] },
    { name: 'Who it is for', what: 'Only people whom this person may write to.', at: ['milieu-feedback-write', 'milieu-person-picker'] },
    { name: 'Eye line', what: 'Who will read it. It stands before the first field, always.', at: ['milieu-feedback-write', '#reads'] },
    {
      name: 'First prompt',
      what: 'One question about one moment. All else is behind “Say more”.',
      at: ['milieu-feedback-write', 'textarea'],
    },
    { name: 'Next step', what: 'The one filled button. It says to whom it goes.', at: ['milieu-feedback-write', '.btn.go'] },
  ),
  keys: formKeys({
    key: 'Enter',
    where: 'The field that looks for a name',
    does: 'Chooses the person, where one name is left. Otherwise nothing, so that the form is not sent by mistake.',
  }),
  kept: [
    { kind: 'feedback', what: 'What one person wrote to another.', fields: feedback },
    { kind: 'feedback-reply', what: 'What the receiver answered.', fields: reply },
    { kind: 'feedback-reading', what: 'The receiver would like to read a reminder with staff there. Its author is not told.', fields: note },
    { kind: 'feedback-talk', what: 'When, where and with whom of staff two people talk it through.', fields: talk },
    { kind: 'feedback-review', what: 'What staff said when they read it.', fields: note },
  ],
  example: () =>
    gesture(new FakeHistory(), 'p-02', 'send', 'feedback', {
      to: ['p-01'],
      data: { mode: 'affirm', where: 'Breakfast, this morning', saw: 'Kit dropped the tray. You got up and found the mop.' } satisfies Feedback,
    }),
};
