import { uuidv7 } from 'uuidv7';
import { type AgendaPart, defaultAgendas, defaultAgreements } from '../../src/content/agendas.js';
import { nextItem, pauseClock, startClock } from '../../src/model/kinds/meeting/clock.js';
import type { FakeHistory } from '../fixtures.js';

const day = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString();
const dayOf = (time: number): string => iso(time).slice(0, 10);

interface Planned {
  readonly title?: string;
  readonly purpose?: string;
  readonly place?: string;
  readonly parts?: readonly AgendaPart[];
}

/** A meeting planned by Priya with Kit in the chair, from the agenda of this name. @returns its id */
function plan(history: FakeHistory, agenda: string, startsAt: number, more: Planned = {}): string {
  const id = uuidv7();
  const from = defaultAgendas.find((one) => one.id === agenda);
  const { parts = from?.parts ?? [], title = from?.title ?? 'Meeting', purpose = from?.purpose ?? '', place = 'Living room' } = more;
  history.act('s-01', 'plan', 'meeting', id, {
    data: {
      title,
      startsAt: iso(startsAt),
      minutes: parts.reduce((sum, part) => sum + part.minutes, 0),
      place,
      purpose,
      chair: 'p-04',
      notes: 'p-03',
      timekeeper: 'p-02',
      agreements: defaultAgreements,
    },
    answers: parts.map((part, at) => ({ id: uuidv7(), kind: 'item', data: { ...part, order: (at + 1) * 1024 } })),
  });
  return id;
}

type Idea = readonly [person: string, title: string, kind: string, detail?: string];

function propose(history: FakeHistory, [person, title, kind, detail]: Idea, meeting?: string): string {
  const id = uuidv7();
  history.act(person, 'propose', 'item', id, { data: { title, kind, ...(detail ? { detail } : {}), ...(meeting ? { meeting } : {}) } });
  return id;
}
const accept = (history: FakeHistory, item: string, meeting: string, order: number, minutes: number): unknown =>
  history.act('p-04', 'accept', 'item', item, { moves: { meeting, order, minutes } });

function open(history: FakeHistory, meeting: string, item: string, left: number, now: number): void {
  const clock = startClock('another-screen', item, left, { by: 'p-04', now });
  history.act('p-04', 'open', 'meeting', meeting, { moves: { clock } }, now);
}

const outcome = (text: string, more: object = {}): { id: string; kind: string; data: Record<string, unknown> } => ({
  id: uuidv7(),
  kind: 'outcome',
  data: { text, ...more },
});
const promised = (owner: string, text: string, inDays: number): { id: string; kind: string; to: string[]; data: Record<string, unknown> } => ({
  id: uuidv7(),
  kind: 'promise',
  to: [owner],
  data: { text, due: dayOf(Date.now() + inDays * day) },
});

/** The state of the minutes of a meeting. */
export type Minutes = 'none' | 'draft' | 'sent-back' | 'checked' | 'published';

/** The meeting a week ago: one decision, two promises, one thing put aside. @returns its id */
export function held(history: FakeHistory, minutes: Minutes = 'published', weeks = 1): string {
  const now = Date.now() - weeks * 7 * day;
  const meeting = plan(history, 'mutual-help', now);
  const tea = propose(history, ['p-03', 'Can we have tea after ten?', 'proposal'], meeting);
  const fridge = propose(history, ['p-05', 'A second fridge', 'request'], meeting);
  accept(history, tea, meeting, 9000, 12);
  accept(history, fridge, meeting, 9500, 6);
  open(history, meeting, tea, 720, now);
  const light = promised('s-01', 'Ask about the light at the back gate', 5);
  history.act('p-04', 'decide', 'item', tea, {
    answers: [
      outcome('Yes, for two weeks. Then we look at it again.', { method: 'majority', votes: { for: 9, against: 2, abstain: 1 } }),
      promised('p-02', 'Buy decaf tea', 2),
      light,
    ],
  });
  history.act('p-04', 'park', 'item', fridge);
  history.act('p-04', 'close', 'meeting', meeting);
  history.act('s-01', 'report', 'promise', light.id, {
    answers: [{ id: uuidv7(), kind: 'promise-report', data: { note: 'The electrician comes on Thursday.' } }],
  });
  if (minutes !== 'none') writeMinutes(history, meeting, minutes);
  return meeting;
}

const text = [
  'What we decided\n- Can we have tea after ten? Yes, for two weeks. Then we look at it again. (Most were for it. 9 for, 2 against, 1 not voting)',
  'Left for another time\n- A second fridge',
].join('\n\n');

function writeMinutes(history: FakeHistory, meeting: string, minutes: Minutes): void {
  const id = uuidv7();
  history.act('p-03', 'draft', 'minutes', id, { to: ['p-04', 'p-03'], about: meeting, data: { text } });
  if (minutes === 'sent-back') {
    const note = 'Please say when the two weeks are over. Then it is right.';
    history.act('s-01', 'send-back', 'minutes', id, { answers: [{ id: uuidv7(), kind: 'minutes-note', data: { note } }] });
  }
  if (minutes === 'checked' || minutes === 'published') history.act('s-01', 'check', 'minutes', id);
  if (minutes === 'published') history.act('s-01', 'publish', 'minutes', id);
}

/** Other promises: one done, one dropped with a reason. */
export function keptPromises(history: FakeHistory): void {
  const now = Date.now() - 14 * day;
  const meeting = plan(history, 'quick', now);
  const garden = propose(history, ['p-02', 'Who waters the garden?', 'request'], meeting);
  accept(history, garden, meeting, 9000, 5);
  open(history, meeting, garden, 300, now);
  const [done, gone] = [promised('p-05', 'Water the herbs until it rains', -7), promised('p-02', 'Mend the garden hose', -5)];
  history.act('p-04', 'decide', 'item', garden, { answers: [outcome('We take turns.', { method: 'consensus' }), done, gone] });
  history.act('p-04', 'close', 'meeting', meeting);
  history.act('p-05', 'finish', 'promise', done.id);
  history.act('p-02', 'drop', 'promise', gone.id, {
    answers: [{ id: uuidv7(), kind: 'promise-note', data: { note: 'Staff bought a new one.' } }],
  });
}

/** The next meeting, with suggestions for it. @returns its id */
export function planned(history: FakeHistory, inDays = 1): string {
  const meeting = plan(history, 'community', Date.now() + inDays * day);
  propose(history, ['p-02', 'Will we get new cups?', 'request'], meeting);
  propose(history, ['p-03', 'Thank Hope for the garden', 'appreciation'], meeting);
  return meeting;
}

/** A meeting that Priya called off, with another one after it. */
export function calledOff(history: FakeHistory): void {
  const meeting = planned(history);
  history.act('s-01', 'cancel', 'meeting', meeting, {
    answers: [{ id: uuidv7(), kind: 'meeting-note', data: { note: 'The room is being painted.' } }],
  });
  plan(history, 'community', Date.now() + 2 * day);
}

/** A meeting to which half the community brought something. */
export function crowded(history: FakeHistory): void {
  const meeting = plan(history, 'community', Date.now() + day);
  for (let at = 1; at <= 12; at += 1) {
    const person = `p-${String(at).padStart(2, '0')}`;
    accept(
      history,
      propose(history, [person, `An idea for the ${at % 2 ? 'kitchen' : 'garden'}, number ${at}`, 'proposal'], meeting),
      meeting,
      6144 + at * 8,
      2,
    );
  }
}

/** Every field at its maximum length. */
export function wordy(history: FakeHistory): void {
  const meeting = plan(history, 'community', Date.now() + day, {
    title: 'Meeting of everybody who lives, works or visits here, in the garden if it is dry',
    place: 'The long room behind the kitchen, or under the old apple tree next to the shed',
    purpose:
      'So that all of us know what the week brings, each of us has a say in what is changed, nobody has to carry a worry alone, and what was promised is looked at again before something new is promised.',
    parts: [
      { title: 'What was promised last time, what is done, and what we would like to let go', kind: 'follow-up', minutes: 10 },
      { title: 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselbundanhängerfabrik', kind: 'topic', minutes: 30 },
    ],
  });
  const detail = 'I would like us to talk about how loud it is on the stairs after ten, and what each of us could do about it. '.repeat(4).trim();
  const idea: Idea = ['p-02', 'How loud it is on the stairs at night, and what each of us could do about it', 'topic', detail];
  accept(history, propose(history, idea, meeting), meeting, 5000, 12);
  propose(history, ['p-06', 'Whether the window in the washroom could be mended before winter comes, please', 'request', detail], meeting);
}

/** Ana brought something that staff answered outside of the meeting. */
export function answered(history: FakeHistory): void {
  const meeting = planned(history);
  const item = propose(history, ['p-02', 'My room key sticks', 'request'], meeting);
  const note = 'Thank you for telling us. Tom will mend the lock on Monday.';
  history.act('s-01', 'redirect', 'item', item, { answers: [{ id: uuidv7(), kind: 'item-note', data: { note } }] });
}

/** Jo asked for the same as Ana, and the chair joined the two. */
export function joined(history: FakeHistory): void {
  const meeting = plan(history, 'community', Date.now() + day);
  const cups = propose(history, ['p-02', 'Will we get new cups?', 'request'], meeting);
  const mugs = propose(history, ['p-03', 'More mugs, please', 'request'], meeting);
  history.act('p-04', 'merge', 'item', mugs, { moves: { into: cups, meeting } });
}

interface Running {
  /** Seconds left of the running part. */
  readonly left?: number;
  /** Which part, counted from 0. */
  readonly at?: number;
  readonly still?: boolean;
}

/** The running meeting, with its clock on another screen. @returns its id */
export function running(history: FakeHistory, { left = 500, at = 5, still = false }: Running = {}): string {
  const meeting = plan(history, 'community', Date.now());
  const [first, part] = [0, at].map((place) => history.of('item', meeting)[place]?.id ?? '') as [string, string];
  const hand = { by: 'p-04', now: Date.now() };
  const clock = startClock('another-screen', first, 360, hand);
  open(history, meeting, first, 360, hand.now);
  const next = nextItem(clock, part, left, hand);
  history.act('p-04', 'next', 'meeting', meeting, { moves: { clock: next } }, hand.now);
  if (still) history.act('p-04', 'pause', 'meeting', meeting, { moves: { clock: pauseClock(next, hand) } }, hand.now);
  return meeting;
}

/** A meeting that is paused, and why. */
export function pausedFor(history: FakeHistory, note: string): void {
  const meeting = running(history, { still: true });
  history.act('p-04', 'say-why', 'meeting', meeting, { answers: [{ id: uuidv7(), kind: 'meeting-note', data: { note } }] });
}

/** The running meeting, with a decision on ideas and requests. @returns its id */
export function decided(history: FakeHistory): string {
  const meeting = running(history);
  const part = history.of('item', meeting)[5]?.id ?? '';
  history.act('p-04', 'decide', 'item', part, {
    answers: [
      outcome('New cups come from the house money, ten of them.', { method: 'consensus', why: 'The old ones are chipped.' }),
      promised('p-02', 'Choose the cups with Hope', 4),
    ],
  });
  return meeting;
}

/** Ana sent something to staff, for them to raise. */
export function forStaff(history: FakeHistory): void {
  const meeting = planned(history);
  history.act('p-02', 'propose-via-staff', 'item', uuidv7(), { data: { title: 'It is cold in my room at night', kind: 'request', meeting } });
}

/** A meeting that was closed a moment ago. */
export function over(history: FakeHistory): void {
  history.act('p-04', 'close', 'meeting', decided(history));
}

/** The running meeting, at an idea that names somebody. */
export function runningPrivate(history: FakeHistory): void {
  const meeting = running(history);
  const item = propose(history, ['p-02', 'Jo plays music at night', 'topic'], meeting);
  accept(history, item, meeting, 6144.5, 5);
  const hand = { by: 'p-04', now: Date.now() };
  const clock = nextItem(startClock('another-screen', item, 200, hand), item, 200, hand);
  history.act('p-04', 'next', 'meeting', meeting, { moves: { clock } }, hand.now);
}

/** Requests with their answers: one done, one promised, one whose day is over, and one that waits. */
export function answeredRequests(history: FakeHistory): void {
  const now = Date.now() - 9 * day;
  const meeting = plan(history, 'mutual-help', now);
  const ask = (person: string, title: string, order: number): string => {
    const item = propose(history, [person, title, 'request'], meeting);
    accept(history, item, meeting, order, 5);
    return item;
  };
  const [lamp, cups, gate] = [
    ask('p-05', 'A lamp for the stairs', 9000),
    ask('p-02', 'Will we get new cups?', 9100),
    ask('p-06', 'The back gate sticks', 9200),
  ];
  open(history, meeting, lamp, 300, now);
  const kept = promised('s-01', 'Buy a lamp', -4);
  const answers = {
    [lamp]: [outcome('Yes. Priya asks the office for the money.'), kept],
    [cups]: [outcome('Yes, ten.'), promised('p-03', 'Choose the cups', 3)],
  };
  for (const [item, given] of Object.entries(answers)) history.act('p-04', 'decide', 'item', item, { answers: given });
  history.act('p-04', 'decide', 'item', gate, { answers: [outcome('We try oil first.'), promised('p-05', 'Oil the gate', -3)] });
  history.act('p-04', 'close', 'meeting', meeting);
  history.act('s-01', 'finish', 'promise', kept.id, { answers: [{ id: uuidv7(), kind: 'promise-note', data: { note: '' } }] });
  propose(history, ['p-03', 'A bench by the gate', 'proposal'], plan(history, 'community', Date.now() + 2 * day));
}
