import { leansOn, decide } from '../../src/model/decide.js';
import { kinds } from '../../src/model/kinds/tables.js';
import type { Change } from '../../src/model/change.js';
import type { Actor, Data, MilieuRecord, Policy } from '../../src/model/record.js';
import { Refused } from '../../src/model/refusals.js';
import type { Input } from '../../src/model/transition.js';
import { actorOf, actors, community, type Dice, pickOf } from './dice.js';
import { inputFor } from './random-inputs.js';

/** An act that was allowed. `others` are the records that it needed. */
export interface Act {
  readonly action: string;
  readonly kind: string;
  readonly actor: Actor;
  readonly input: Input;
  readonly now: string;
  readonly before: MilieuRecord | undefined;
  readonly after: MilieuRecord;
  readonly answers: readonly MilieuRecord[];
  readonly others: ReadonlyMap<string, MilieuRecord>;
  readonly change: Change;
}

/** Random data of a new or rewritten record. */
export type RandomData = (world: World, root: MilieuRecord | undefined) => Data;

type Attempt = readonly [kind: string, action: string, before: MilieuRecord | undefined];

/** Every act of every table, as [kind, action]. */
export const everyAct: readonly (readonly [kind: string, action: string])[] = Object.values(kinds).flatMap(({ kind, transitions }) =>
  Object.keys(transitions).map((action) => [kind, action] as const),
);

/** Kinds that lean on each other. */
const leaning: readonly (readonly string[])[] = [
  ['feedback'],
  ['feedback', 'feedback-reply'],
  ['feedback', 'feedback-reading'],
  ['placement', 'duty'],
  ['step', 'step-ask', 'step-view'],
  ['job', 'job-day'],
  ['meeting', 'item', 'promise'],
  ['meeting', 'item'],
  ['meeting', 'minutes', 'attendance', 'round-entry'],
  ['practice', 'help'],
];
const alone = new Set(everyAct.map(([kind]) => kind).filter((kind) => !leaning.flat().includes(kind)));
const together = [...leaning, ...[...alone].map((kind) => [kind])];

/** Statuses from which some act starts. */
const goesOn = new Set(everyAct.flatMap(([kind, action]) => kinds[kind]!.transitions[action]!.from.map((status) => `${kind} ${status}`)));

/** The records of one community, and random acts on them. It knows no rules: `decide` says what is allowed. */
export class World {
  readonly stored = new Map<string, MilieuRecord>();
  readonly acts: Act[] = [];
  readonly policy: Partial<Policy>;
  #ids = 0;
  #time: number;
  #now: string | undefined;

  constructor(
    readonly dice: Dice,
    readonly among: readonly (readonly [string, string])[] = everyAct,
  ) {
    this.policy = { reminders: dice(4) ? 'held' : 'direct' };
    this.#time = Date.parse('2026-11-21T08:00:00.000Z');
  }

  /** A walk with only some kinds goes further than one with all kinds. */
  static ofSome(dice: Dice): World {
    const some = pickOf(dice, together);
    return new World(
      dice,
      everyAct.filter(([kind]) => some.includes(kind)),
    );
  }

  get now(): string {
    return (this.#now ??= new Date(this.#time).toISOString());
  }

  freshId(): string {
    this.#ids += 1;
    return `0199a8c4-0000-7000-8000-${String(this.#ids).padStart(12, '0')}`;
  }

  all(kind: string): MilieuRecord[] {
    return [...this.stored.values()].filter((record) => record.kind === kind);
  }

  /** The history of one record. */
  of(id: string): Act[] {
    return this.acts.filter((act) => act.after.id === id);
  }

  /** Tries one random act and returns the act, or the refusal. */
  step(): Act | Refused | undefined {
    this.#time += this.dice(400_000);
    this.#now = undefined;
    const [kind, action, before] = this.dice(8) ? this.#fitting() : this.#any();
    const creates = kinds[kind]!.transitions[action]!.from.length === 0;
    return before || creates ? this.try(kind, action, before, this.#likely(before)) : undefined;
  }

  /** An act that may start from the status of a record, so that walks go far. */
  #fitting(): Attempt {
    const record = this.dice(6) ? this.#standing() : undefined;
    const rows = this.among.map(([kind, action]) => ({ kind, action, from: kinds[kind]!.transitions[action]!.from }));
    const goOn = rows.filter(({ kind, from }) => kind === record?.kind && from.includes(record.status));
    const { kind, action } = pickOf(this.dice, goOn.length ? goOn : rows.filter(({ from }) => !from.length));
    return [kind, action, goOn.length ? record : undefined];
  }

  #any(): Attempt {
    const [kind, action] = pickOf(this.dice, this.among);
    return [kind, action, this.dice(6) ? pickOf(this.dice, this.all(kind)) : undefined];
  }

  // Chooses the kind first, because kinds that appear late in a walk are rare.
  #standing(): MilieuRecord | undefined {
    const kindsHere = [...new Set(this.among.map(([kind]) => kind))]
      .map((kind) => this.all(kind).filter(({ status }) => goesOn.has(`${kind} ${status}`)))
      .filter((records) => records.length);
    return pickOf(this.dice, pickOf(this.dice, kindsHere) ?? []);
  }

  try(kind: string, action: string, before: MilieuRecord | undefined, actor: Actor, given?: Input): Act | Refused {
    const input = given ?? inputFor(kind, action, before, this, actor);
    const others = new Map(leansOn(kind, before, input).flatMap((id) => (this.stored.has(id) ? [[id, this.stored.get(id)!] as const] : [])));
    const answers = [...this.stored.values()].filter((record) => record.about === before?.id);
    const id = before?.id ?? this.freshId();
    const decided = decide(action, { kind, id, community, root: before, input, actor, policy: this.policy, now: this.now, answers, others });
    if (decided instanceof Refused) return decided;
    const change: Change = { key: this.freshId(), action, by: actor.person, as: actor.as, at: this.now, community, records: decided.records };
    const [after, ...made] = decided.records;
    return { action, kind, actor, input, now: this.now, before, after: after!, answers: made, others, change };
  }

  keep(act: Act): void {
    for (const record of act.change.records) this.stored.set(record.id, record);
    this.acts.push(act);
  }

  // The author and the receivers of a record act on it more often, and staff and residents more often than visitors.
  #likely(before: MilieuRecord | undefined): Actor {
    const concerned = before && [before.by, ...before.to, (before.data['chair'] ?? 'ana') as string, 'sol', 'tam'];
    if (concerned && this.dice(4)) return actorOf(pickOf(this.dice, concerned));
    return this.dice(8) ? actors[this.dice(5)]! : pickOf(this.dice, actors);
  }
}
