import { uuidv7 } from 'uuidv7';
import type { Feedback, FeedbackReply, ReportReason } from '../../src/model/kinds/feedback/table.js';
import type { FakeHistory } from '../fixtures.js';

const minute = 60_000;

export const affirmation: Feedback = {
  mode: 'affirm',
  where: 'Breakfast, this morning',
  saw: 'Kit dropped the tray. Before anyone could laugh, you got up, found the mop, and started talking about the football.',
  effect: 'I felt my shoulders come down. Kit stayed at the table.',
};
export const reminder: Feedback = {
  mode: 'remind',
  where: 'Living room, Monday after ten at night',
  saw: 'The radio was on loud. Two of us were trying to sleep.',
  strength: 'You look out for new people. You did it for me in my first week.',
  next: 'Could you use the headphones? I can lend you mine.',
};
export const short: Feedback = { mode: 'affirm', saw: 'You made coffee for the whole early shift.' };
export const longest: Feedback = {
  mode: 'affirm',
  where: 'In the kitchen on Wednesday evening, when the dishwasher broke down again and there were twenty-three of us with plates in our hands',
  saw: 'You did not shout and you did not walk out. You asked who could stay, you filled both sinks, and you put on the old record that Wes likes. Then you washed and Noor dried and I put away, and by nine it was done.\n\nI have lived in four houses. I have never seen anyone turn an evening round like that, and nobody had to ask you.\n\nDonaudampfschifffahrtsgesellschaftskapitän was the word you taught me while we were at it.',
  effect: 'I went to bed without a knot in my stomach, for the first time that week.',
  strength: 'You see what is needed before it is said, and you do not make a show of it.',
};

/** One person tells another something, some minutes ago. */
export function tell(history: FakeHistory, from: string, to: string, data: Feedback, minutesAgo: number): string {
  const id = uuidv7();
  history.act(from, 'send', 'feedback', id, { to: [to], data }, Date.now() - minutesAgo * minute);
  return id;
}

/** Staff look at it: `release`, `return`, `withhold`, and with a report `retract` or `let-stand`. */
export function review(history: FakeHistory, action: string, id: string, note = '', minutesAgo = 0): void {
  const answers = [{ id: uuidv7(), kind: 'feedback-review', data: { note } }];
  history.act('s-01', action, 'feedback', id, { answers }, Date.now() - minutesAgo * minute);
}

/** The receiver answers: `thank`, `take-care`, `differ`, `report`. */
export function reply(history: FakeHistory, person: string, action: string, id: string, note = '', reasons?: readonly ReportReason[]): void {
  const data: FeedbackReply = { note, ...(reasons ? { reasons } : {}) };
  history.act(person, action, 'feedback', id, { answers: [{ id: uuidv7(), kind: 'feedback-reply', data }] });
}

/** What came for Ana: two that are new, one that she answered. */
export function threeForAna(history: FakeHistory): void {
  reply(history, 'p-02', 'thank', tell(history, 'p-05', 'p-02', short, 3000));
  review(history, 'release', tell(history, 'p-03', 'p-02', reminder, 1500));
  tell(history, 'p-04', 'p-02', affirmation, 90);
}

/** What Ana sent: each in another state. */
export function fiveOfAna(history: FakeHistory): void {
  reply(history, 'p-05', 'thank', tell(history, 'p-02', 'p-05', affirmation, 4000), 'That means a lot.');
  review(history, 'withhold', tell(history, 'p-02', 'p-04', reminder, 3000), 'Kit goes home today. Let us talk about it, you and I.');
  review(history, 'return', tell(history, 'p-02', 'p-03', reminder, 2000), 'Which night was it? One time is easier to hear.');
  tell(history, 'p-02', 'p-06', short, 40);
  tell(history, 'p-02', 'p-03', { ...reminder, where: 'Hall, last night' }, 30);
}

/** What waits for staff: a report, and two reminders. */
export function threeForStaff(history: FakeHistory): void {
  tell(history, 'p-03', 'p-02', reminder, 1500);
  tell(history, 'p-04', 'p-05', { ...reminder, where: 'Kitchen, Tuesday', saw: 'The pans stayed in the sink overnight.' }, 200);
  const reported = tell(history, 'p-04', 'p-05', { mode: 'affirm', saw: 'You looked good in that shirt.' }, 60);
  reply(history, 'p-05', 'report', reported, 'Please stop.', ['romantic']);
}

/** Three reminders to Sam within an hour, one of them by somebody to whom Sam sent one; and kind words for some, not for all. */
export function pileOn(history: FakeHistory): void {
  for (const to of ['p-02', 'p-03', 'p-05', 'p-07', 'p-08', 'p-09', 'p-10', 'p-11', 'p-12', 'p-14', 'p-15', 'p-16', 'p-17', 'p-18', 'p-19'])
    tell(history, 'p-04', to, short, 3000);
  review(history, 'release', tell(history, 'p-01', 'p-03', { ...reminder, where: 'Kitchen, this morning' }, 300), '', 200);
  tell(history, 'p-04', 'p-01', { ...reminder, where: 'Laundry, today' }, 60);
  tell(history, 'p-06', 'p-01', { ...reminder, where: 'Stairs, today' }, 40);
  tell(history, 'p-03', 'p-01', reminder, 20);
}

/** A reminder to Ana about which she would like to talk. */
export function talkForStaff(history: FakeHistory): string {
  const id = tell(history, 'p-03', 'p-02', reminder, 1500);
  review(history, 'release', id);
  reply(history, 'p-02', 'differ', id, 'I had asked, and nobody minded.');
  return id;
}

/** A reminder that Ana would like to read with staff there. */
export function readingAsked(history: FakeHistory): void {
  const id = tell(history, 'p-03', 'p-02', reminder, 1500);
  review(history, 'release', id);
  history.act('p-02', 'with-staff', 'feedback', id, { answers: [{ id: uuidv7(), kind: 'feedback-reading', data: { note: '' } }] });
}

/** The same talk, with a time. */
export function talkWithTime(history: FakeHistory): void {
  const [asked] = history.of('feedback-reply', talkForStaff(history));
  const startsAt = new Date(new Date().setHours(16, 0, 0, 0)).toISOString();
  const data = { startsAt, place: 'garden room', who: 'Priya' };
  if (asked) history.act('s-02', 'arrange', 'feedback-reply', asked.id, { answers: [{ id: uuidv7(), kind: 'feedback-talk', data }] });
}
