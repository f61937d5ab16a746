import { uuidv7 } from 'uuidv7';
import { defaultAgendas, defaultAgreements } from '../../src/content/agendas.js';
import { nextItem, startClock } from '../../src/model/clock.js';
import type { Scribe } from '../house.js';

const day = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString();
const dayOf = (time: number): string => iso(time).slice(0, 10);

/** A meeting planned by Priya with Kit in the chair, from the agenda of this name. */
function plan(scribe: Scribe, agenda: string, startsAt: number): string {
  const id = uuidv7();
  const from = defaultAgendas.find((one) => one.id === agenda);
  const minutes = from?.parts.reduce((sum, part) => sum + part.minutes, 0) ?? 30;
  scribe.act('s-01', 'plan', 'meeting', id, {
    data: {
      title: from?.title ?? 'Meeting',
      startsAt: iso(startsAt),
      minutes,
      place: 'Living room',
      purpose: from?.purpose ?? '',
      chair: 'p-04',
      notes: 'p-03',
      timekeeper: 'p-02',
      agreements: defaultAgreements,
    },
    answers: from?.parts.map((part, at) => ({ id: uuidv7(), kind: 'item', data: { ...part, order: (at + 1) * 1024 } })) ?? [],
  });
  return id;
}

function propose(scribe: Scribe, person: string, title: string, kind: string, meeting?: string): string {
  const id = uuidv7();
  scribe.act(person, 'propose', 'item', id, { data: { title, kind, ...(meeting ? { meeting } : {}) } });
  return id;
}

function open(scribe: Scribe, meeting: string, item: string, left: number, now: number): void {
  const clock = startClock('another-screen', item, left, { by: 'p-04', now });
  scribe.act('p-04', 'open', 'meeting', meeting, { moves: { clock } }, now);
}

/** The meeting a week ago: one decision, two promises. */
export function held(scribe: Scribe, minutes: 'none' | 'draft' | 'published' = 'published'): string {
  const now = Date.now() - 7 * day;
  const meeting = plan(scribe, 'mutual-help', now);
  const tea = propose(scribe, 'p-03', 'Can we have tea after ten?', 'proposal', meeting);
  scribe.act('p-04', 'accept', 'item', tea, { moves: { meeting, order: 9000, minutes: 12 } });
  open(scribe, meeting, tea, 720, now);
  scribe.act('p-04', 'decide', 'item', tea, {
    answers: [
      {
        id: uuidv7(),
        kind: 'outcome',
        data: { text: 'Yes, for two weeks. Then we look at it again.', method: 'majority', votes: { for: 9, against: 2, abstain: 1 } },
      },
      { id: uuidv7(), kind: 'promise', to: ['p-02'], data: { text: 'Buy decaf tea', due: dayOf(Date.now() + 2 * day) } },
      { id: uuidv7(), kind: 'promise', to: ['s-01'], data: { text: 'Ask about the light at the back gate', due: dayOf(Date.now() + 5 * day) } },
    ],
  });
  scribe.act('p-04', 'close', 'meeting', meeting);
  if (minutes !== 'none') writeMinutes(scribe, meeting, minutes === 'published');
  return meeting;
}

function writeMinutes(scribe: Scribe, meeting: string, published: boolean): void {
  const id = uuidv7();
  const text = 'What we decided\n- Can we have tea after ten?: Yes, for two weeks. Then we look at it again.\n\nWho does what\n- Buy decaf tea: Ana';
  scribe.act('p-03', 'draft', 'minutes', id, { to: ['p-04', 'p-03'], about: meeting, data: { text } });
  if (!published) return;
  scribe.act('s-01', 'check', 'minutes', id);
  scribe.act('s-01', 'publish', 'minutes', id);
}

/** The next meeting, with what people bring to it. */
export function planned(scribe: Scribe): string {
  const meeting = plan(scribe, 'community', Date.now() + day);
  propose(scribe, 'p-02', 'Will we get new cups?', 'request', meeting);
  propose(scribe, 'p-03', 'Thank Hope for the garden', 'appreciation', meeting);
  return meeting;
}

/** The meeting that is on, at its third part; `left` seconds of it. */
export function running(scribe: Scribe, left: number): string {
  const meeting = plan(scribe, 'community', Date.now());
  const parts = scribe.of('item', meeting);
  const now = Date.now();
  open(scribe, meeting, parts[0]?.id ?? '', 360, now);
  const clock = startClock('another-screen', parts[0]?.id ?? '', 360, { by: 'p-04', now });
  scribe.act('p-04', 'next', 'meeting', meeting, { moves: { clock: nextItem(clock, parts[5]?.id ?? '', left, { by: 'p-04', now }) } }, now);
  return meeting;
}
