import { uuidv7 } from 'uuidv7';
import { defaultAgreements } from '../../src/content/agendas.js';
import { nextItem, startClock } from '../../src/model/kinds/meeting/clock.js';
import type { Feedback } from '../../src/model/kinds/feedback/table.js';
import type { Duty } from '../../src/model/kinds/ladder/table.js';
import type { Practice } from '../../src/model/kinds/practice/table.js';
import type { Data } from '../../src/model/record.js';
import type { Fixtures } from '../../src/testing/fixtures.js';

/** Records for the scenes: feedback, duties, practices and meetings of invented people. */
const minute = 60_000;
const day = 24 * 60 * minute;
const iso = (time: number): string => new Date(time).toISOString();
const dayIn = (days: number): string => iso(Date.now() + days * day).slice(0, 10);

export const affirmation: Feedback = { mode: 'affirm', saw: 'You stayed with Lee until the call came.', effect: 'I felt safer.' };
export const reminder: Feedback = {
  mode: 'remind',
  where: 'Living room, after ten at night',
  saw: 'The radio was on loud. Two of us were trying to sleep.',
  strength: 'You look out for new people.',
  next: 'Could you use the headphones? I can lend you mine.',
};

export function told(history: Fixtures, from: string, to: string, data: Feedback, minutesAgo = 90): string {
  const id = uuidv7();
  history.act(from, 'send', 'feedback', id, { to: [to], data }, Date.now() - minutesAgo * minute);
  return id;
}
export const review = (history: Fixtures, action: string, id: string, note = ''): unknown =>
  history.act('s-priya', action, 'feedback', id, { answers: [{ id: uuidv7(), kind: 'feedback-review', data: { note } }] });
export const reply = (history: Fixtures, person: string, action: string, id: string, note = ''): unknown =>
  history.act(person, action, 'feedback', id, { answers: [{ id: uuidv7(), kind: 'feedback-reply', data: { note } }] });

/** For Ana: a new affirmation, a new reminder that staff passed on, one that she thanked for. */
export function cameForAna(history: Fixtures): void {
  reply(history, 'p-ana', 'thank', told(history, 'p-jo', 'p-ana', affirmation, 3000));
  review(history, 'release', told(history, 'p-jo', 'p-ana', reminder, 1500));
  told(history, 'p-sam', 'p-ana', affirmation);
}

/** What Ana wrote: thanked, not passed on, given back, with staff. */
export function sentByAna(history: Fixtures): void {
  reply(history, 'p-sam', 'thank', told(history, 'p-ana', 'p-sam', affirmation, 4000), 'That means a lot.');
  review(history, 'withhold', told(history, 'p-ana', 'p-jo', reminder, 3000), 'Let us talk about it, you and I.');
  review(history, 'return', told(history, 'p-ana', 'p-sam', reminder, 2000), 'Which night was it?');
  told(history, 'p-ana', 'p-jo', reminder, 30);
}

/** For staff: one held reminder, and one affirmation that its receiver says does not feel OK. */
export function waitsForStaff(history: Fixtures): void {
  told(history, 'p-jo', 'p-ana', reminder, 1500);
  reply(history, 'p-ana', 'report', told(history, 'p-sam', 'p-ana', affirmation, 60), 'Please stop.');
}

export function kept(history: Fixtures, minutesAgo: number, data: Partial<Practice> = {}): void {
  const whole: Practice = { card: 'c01', title: 'Longer out-breath', seconds: 180, ...data };
  history.act('p-ana', 'keep', 'practice', uuidv7(), { data: whole }, Date.now() - minutesAgo * minute);
}

export function placed(history: Fixtures, circle: string): string {
  const id = uuidv7();
  const data = { circle, since: dayIn(-18), reason: 'You like mornings.', reviewOn: dayIn(10) };
  history.act('s-priya', 'place', 'placement', id, { to: ['p-ana'], data });
  return id;
}

export function offered(history: Fixtures, title: string, to = 'p-ana', more: Partial<Duty> = {}): string {
  const id = uuidv7();
  const data: Duty = { title, area: 'Kitchen', steps: ['Fill the can.', 'Dry ones get water.'], minutes: 10, ...more };
  history.act('s-priya', 'offer', 'duty', id, { to: [to], data });
  return id;
}
export const say = (history: Fixtures, person: string, action: string, id: string, note: string): unknown =>
  history.act(person, action, 'duty', id, { answers: [{ id: uuidv7(), kind: 'duty-note', data: { note } }] });

/** One duty in each state that its person sees. */
export function carriedByAna(history: Fixtures): void {
  history.act('p-ana', 'finish', 'duty', offered(history, 'Set the tables', 'p-ana', { due: dayIn(0) }));
  history.act('p-ana', 'accept', 'duty', offered(history, 'Water the plants', 'p-ana', { due: dayIn(1), safety: 'The floor gets wet.' }));
  say(history, 'p-ana', 'ask-help', offered(history, 'Wash the dishes', 'p-ana', { due: dayIn(2) }), 'The big pots are too heavy for me.');
  say(history, 'p-ana', 'swap', offered(history, 'Take out the trash', 'p-ana', { due: dayIn(3) }), 'I could do the plants.');
  history.act('p-ana', 'decline', 'duty', offered(history, 'Tidy the living room', 'p-ana', { due: dayIn(4) }));
  offered(history, 'Set up the meeting room', 'p-ana', { due: dayIn(5) });
}

/** For staff: somebody asks for help, for a swap, and said no. */
export function answersWanted(history: Fixtures): void {
  say(history, 'p-ana', 'ask-help', offered(history, 'Wash the dishes'), 'The big pots are too heavy for me.');
  say(history, 'p-sam', 'swap', offered(history, 'Take out the trash', 'p-sam'), 'I could do the plants.');
  history.act('p-jo', 'decline', 'duty', offered(history, 'Tidy the living room', 'p-jo'));
}

interface Planned {
  readonly at?: number;
  readonly parts?: readonly (readonly [title: string, minutes: number])[];
  readonly more?: Data;
}
const usual: Required<Planned>['parts'] = [['Opening', 5], ['Cups', 5], ['Garden', 10]]; // prettier-ignore

/** A meeting with Ana in the chair, planned by her. @returns its id */
export function planned(history: Fixtures, { at = Date.now() + day, parts = usual, more = {} }: Planned = {}): string {
  const id = uuidv7();
  history.act('p-ana', 'plan', 'meeting', id, {
    data: {
      title: 'House meeting',
      startsAt: iso(at),
      minutes: 30,
      place: 'Living room',
      purpose: 'So that we live well here.',
      chair: 'p-ana',
      notes: 'p-jo',
      agreements: defaultAgreements,
      ...more,
    },
    answers: parts.map(([title, minutes], place) => ({
      id: uuidv7(),
      kind: 'item',
      data: { title, minutes, kind: 'topic', order: (place + 1) * 1024 },
    })),
  });
  return id;
}

export function proposed(history: Fixtures, person: string, title: string, meeting: string): string {
  const id = uuidv7();
  history.act(person, 'propose', 'item', id, { data: { title, kind: 'request', meeting } });
  return id;
}

/** The meeting a week ago: one decision, two promises, and minutes in the given state. */
export function held(history: Fixtures, minutes: 'none' | 'draft' | 'checked' | 'published' = 'published'): string {
  const then = Date.now() - 7 * day;
  const meeting = planned(history, { at: then, parts: [['Can we have tea after ten?', 5]] });
  const item = history.of('item', meeting)[0]?.id ?? '';
  history.act('p-ana', 'open', 'meeting', meeting, { moves: { clock: startClock('another-screen', item, 300, { by: 'p-ana', now: then }) } }, then);
  history.act('p-ana', 'decide', 'item', item, {
    answers: [
      { id: uuidv7(), kind: 'outcome', data: { text: 'Yes, for two weeks.', method: 'majority', votes: { for: 4, against: 1, abstain: 0 } } },
      { id: uuidv7(), kind: 'promise', to: ['p-ana'], data: { text: 'Buy decaf tea', due: dayIn(2) } },
      { id: uuidv7(), kind: 'promise', to: ['s-priya'], data: { text: 'Ask about the light at the gate' } },
    ],
  });
  history.act('p-ana', 'close', 'meeting', meeting);
  if (minutes === 'none') return meeting;
  const id = uuidv7();
  history.act('p-jo', 'draft', 'minutes', id, { to: ['p-ana', 'p-jo'], about: meeting, data: { text: 'Tea after ten, for two weeks.' } });
  if (minutes !== 'draft') history.act('s-priya', 'check', 'minutes', id);
  if (minutes === 'published') history.act('s-priya', 'publish', 'minutes', id);
  return meeting;
}

/** The running meeting, at its second item with `left` seconds left; another screen runs the clock. */
export function running(history: Fixtures, left: number): void {
  const now = Date.now();
  const meeting = planned(history, { at: now });
  const [first, second] = history.of('item', meeting).map(({ id }) => id);
  const clock = startClock('another-screen', first ?? '', 300, { by: 'p-ana', now });
  history.act('p-ana', 'open', 'meeting', meeting, { moves: { clock } }, now);
  history.act('p-ana', 'next', 'meeting', meeting, { moves: { clock: nextItem(clock, second ?? '', left, { by: 'p-ana', now }) } }, now);
}

/** Ana and Sam have asked staff to come. */
export function called(history: Fixtures): void {
  history.act('p-sam', 'ask', 'help', uuidv7(), { data: { need: 'come' } }, Date.now() - 20 * minute);
  history.act('p-ana', 'ask', 'help', uuidv7(), { data: { need: 'worried', text: 'Lee has not come down today.' } }, Date.now() - 5 * minute);
}
