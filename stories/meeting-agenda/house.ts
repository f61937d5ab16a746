import { uuidv7 } from 'uuidv7';
import { defaultAgendas, defaultAgreements } from '../../src/content/agendas.js';
import type { Person } from '../../src/elements/community/people.js';
import { nextItem, startClock } from '../../src/model/clock.js';
import { decide, type Question } from '../../src/model/decide.js';
import type { Actor, MilieuRecord } from '../../src/model/record.js';
import { Refused } from '../../src/model/refusals.js';
import type { Input } from '../../src/model/transition.js';
import { openRecords, type Records } from '../../src/records/index.js';

/** Invented people of an invented house. */
export const people: readonly Person[] = [
  { id: 'p-kit', name: 'Kit', as: 'resident' },
  { id: 'p-ana', name: 'Ana', as: 'resident' },
  { id: 'p-jo', name: 'Jo', as: 'senior-peer' },
  { id: 'p-hope', name: 'Hope', as: 'resident' },
  { id: 's-priya', name: 'Priya', as: 'staff' },
];
const community = 'north-house';
const day = 86_400_000;

/** Writes the records of a house by the model's own rules, person by person. */
export class Scribe {
  readonly #records = new Map<string, MilieuRecord>();

  act(person: string, action: string, kind: string, id: string, input: Input = {}, now = Date.now()): MilieuRecord {
    const as = people.find((one) => one.id === person)?.as ?? 'resident';
    const question: Question = {
      kind,
      id,
      community,
      root: this.#records.get(id),
      input,
      actor: { person, as },
      now: iso(now),
      others: this.#records,
    };
    const decided = decide(action, question);
    if (decided instanceof Refused) throw new Error(`${action} ${kind}: ${decided.code}`);
    for (const record of decided.records) this.#records.set(record.id, record);
    return decided.records[0] as MilieuRecord;
  }

  get records(): readonly MilieuRecord[] {
    return [...this.#records.values()];
  }
  of(kind: string, about: string): readonly MilieuRecord[] {
    return this.records.filter((record) => record.kind === kind && record.about === about);
  }
}

const iso = (time: number): string => new Date(time).toISOString();
const dayOf = (time: number): string => iso(time).slice(0, 10);

/** A meeting planned by Priya with Kit in the chair, from the agenda of this name. */
function plan(scribe: Scribe, agenda: string, startsAt: number): string {
  const id = uuidv7();
  const from = defaultAgendas.find((one) => one.id === agenda);
  const minutes = from?.parts.reduce((sum, part) => sum + part.minutes, 0) ?? 30;
  scribe.act('s-priya', 'plan', 'meeting', id, {
    data: {
      title: from?.title ?? 'Meeting',
      startsAt: iso(startsAt),
      minutes,
      place: 'Living room',
      purpose: from?.purpose ?? '',
      chair: 'p-kit',
      notes: 'p-jo',
      timekeeper: 'p-ana',
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
  const clock = startClock('another-screen', item, left, { by: 'p-kit', now });
  scribe.act('p-kit', 'open', 'meeting', meeting, { moves: { clock } }, now);
}

/** The meeting a week ago: one decision, two promises. */
export function held(scribe: Scribe, minutes: 'none' | 'draft' | 'published' = 'published'): string {
  const now = Date.now() - 7 * day;
  const meeting = plan(scribe, 'mutual-help', now);
  const tea = propose(scribe, 'p-jo', 'Can we have tea after ten?', 'proposal', meeting);
  scribe.act('p-kit', 'accept', 'item', tea, { moves: { meeting, order: 9000, minutes: 12 } });
  open(scribe, meeting, tea, 720, now);
  scribe.act('p-kit', 'decide', 'item', tea, {
    answers: [
      {
        id: uuidv7(),
        kind: 'outcome',
        data: { text: 'Yes, for two weeks. Then we look at it again.', method: 'majority', votes: { for: 9, against: 2, abstain: 1 } },
      },
      { id: uuidv7(), kind: 'promise', to: ['p-ana'], data: { text: 'Buy decaf tea', due: dayOf(Date.now() + 2 * day) } },
      { id: uuidv7(), kind: 'promise', to: ['s-priya'], data: { text: 'Ask about the light at the back gate', due: dayOf(Date.now() + 5 * day) } },
    ],
  });
  scribe.act('p-kit', 'close', 'meeting', meeting);
  if (minutes !== 'none') writeMinutes(scribe, meeting, minutes === 'published');
  return meeting;
}

function writeMinutes(scribe: Scribe, meeting: string, published: boolean): void {
  const id = uuidv7();
  const text = 'What we decided\n- Can we have tea after ten?: Yes, for two weeks. Then we look at it again.\n\nWho does what\n- Buy decaf tea: Ana';
  scribe.act('p-jo', 'draft', 'minutes', id, { to: ['p-kit', 'p-jo'], about: meeting, data: { text } });
  if (!published) return;
  scribe.act('s-priya', 'check', 'minutes', id);
  scribe.act('s-priya', 'publish', 'minutes', id);
}

/** The next meeting, with what people bring to it. */
export function planned(scribe: Scribe): string {
  const meeting = plan(scribe, 'community', Date.now() + day);
  propose(scribe, 'p-ana', 'Will we get new cups?', 'request', meeting);
  propose(scribe, 'p-jo', 'Thank Hope for the garden', 'appreciation', meeting);
  return meeting;
}

/** The meeting that is on, at its third part; `left` seconds of it. */
export function running(scribe: Scribe, left: number): string {
  const meeting = plan(scribe, 'community', Date.now());
  const parts = scribe.of('item', meeting);
  const now = Date.now();
  open(scribe, meeting, parts[0]?.id ?? '', 360, now);
  const clock = startClock('another-screen', parts[0]?.id ?? '', 360, { by: 'p-kit', now });
  scribe.act('p-kit', 'next', 'meeting', meeting, { moves: { clock: nextItem(clock, parts[5]?.id ?? '', left, { by: 'p-kit', now }) } }, now);
  return meeting;
}

/** A store that holds what the scribe wrote, for one person, on this page only. */
export async function storeFor({ person, as }: Actor, scribe: Scribe): Promise<Records> {
  const records = await openRecords({ community, person, as, keep: 'page' });
  await records.apply(scribe.records);
  return records;
}
