import { admit, inputOf, leansOn } from '../model/decide.js';
import { mayRead } from '../model/may-read.js';
import type { Change } from '../model/change.js';
import { type Actor, defaultPolicy, type MilieuRecord, type Policy } from '../model/record.js';
import { parseChange } from '../model/record.schema.js';
import { Refused } from '../model/refusals.js';
import type { Answer, Pulled, Transport } from '../records/base/types.js';

/**
 * How a backend can fail once: `offline` (the request does not arrive), `silence` (no answer until the widgets give up after 30 s),
 * `lost-answer` (the change is stored, the answer does not arrive), or a status of HTTP.
 */
export type Failure = 'offline' | 'silence' | 'lost-answer' | number;

export interface FakeBackendOptions {
  /** Id of the community; a new one by default, so that no test sees the records of another. */
  readonly community?: string;
  readonly policy?: Partial<Policy>;
}

type Listener = (records: readonly MilieuRecord[], by: Actor) => unknown;

/** A change that was not accepted, and why: a refusal code of the model, or `stale`. */
export interface RefusedChange {
  readonly change: Change;
  readonly code: string;
}

/**
 * A backend in memory that follows the rules for a real one: it asks the model whether a change is allowed, accepts it whole or not at all,
 * answers an accepted key with 200 for ever, and gives each person only what they may read. It can fail on demand.
 */
export class FakeBackend {
  readonly community: string;
  readonly policy: Policy;
  /** The changes that were accepted, oldest first; a change that was sent twice is here once. */
  readonly changes: Change[] = [];
  readonly refused: RefusedChange[] = [];
  /** How often anything was sent, failures and repetitions included. */
  sends = 0;
  readonly #kept = new Map<string, MilieuRecord>();
  /** Earlier versions, to know who could read them. */
  readonly #before = new Map<string, readonly MilieuRecord[]>();
  readonly #order: string[] = [];
  readonly #keys = new Set<string>();
  readonly #failures: Failure[] = [];
  readonly #listeners = new Set<Listener>();

  constructor({ community = crypto.randomUUID(), policy = {} }: FakeBackendOptions = {}) {
    this.community = community;
    this.policy = { ...defaultPolicy, ...policy };
  }

  /** Stores records as if somebody had sent them before the test; `Fixtures` makes them. */
  seed(records: readonly MilieuRecord[]): this {
    for (const record of records) this.#keep(record);
    return this;
  }

  /** The next sends fail like this, in order; after them everything works again. */
  fail(...failures: readonly Failure[]): this {
    this.#failures.push(...failures);
    return this;
  }

  /** Every record of a kind that the backend has, oldest first. */
  of(kind: string): readonly MilieuRecord[] {
    return [...this.#kept.values()].filter((record) => record.kind === kind);
  }

  get records(): readonly MilieuRecord[] {
    return [...this.#kept.values()];
  }

  /** For `community.transport` of this person's page. `send` and `pull` act for them, as a server does for the person of its session. */
  transportFor(actor: Actor): Transport {
    return {
      send: (change, { signal }) => this.#send(change, actor, signal),
      pull: (cursor) => Promise.resolve(this.#pull(actor, Number(cursor ?? 0))),
    };
  }

  /** Calls `tell` with the records of each accepted change, and waits for it before the sender is answered. Returns what stops it. */
  listen(tell: Listener): () => void {
    this.#listeners.add(tell);
    return () => void this.#listeners.delete(tell);
  }

  async #send(change: Change, actor: Actor, signal?: AbortSignal): Promise<Answer> {
    this.sends++;
    const failure = this.#failures.shift();
    if (failure === 'offline') throw new TypeError('The backend cannot be reached');
    if (failure === 'silence') return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('No answer'))));
    if (typeof failure === 'number') return { status: failure, body: '' };
    const before = this.changes.length;
    const answer = this.#accept(change, actor);
    // A key that was accepted before is answered with 200 too, but nothing has changed.
    if (this.changes.length > before) await Promise.all([...this.#listeners].map((tell) => tell(change.records, actor)));
    if (failure === 'lost-answer') throw new TypeError('The answer was lost');
    return answer;
  }

  #accept(change: Change, actor: Actor): { status: number; body: unknown } {
    const [root] = parseChange(change)?.records ?? [];
    if (!root) return this.#refuse(change, 'invalid', 400);
    if (this.#keys.has(change.key)) return { status: 200, body: '' };
    const stored = change.records.flatMap(({ id }) => this.#kept.get(id) ?? []);
    if (change.records.some(({ id, rev }) => (this.#kept.get(id)?.rev ?? 0) !== rev - 1)) {
      return { ...this.#refuse(change, 'stale', 409), body: { records: stored.filter((record) => mayRead(record, actor)) } };
    }
    const before = this.#kept.get(root.id);
    const others = new Map(leansOn(root.kind, before, inputOf(change)).flatMap((id) => [...entryOf(this.#kept, id)]));
    const answers = this.records.filter(({ about }) => about === root.id);
    const decided = admit(change, { root: before, answers, others, community: this.community, policy: this.policy }, actor);
    if (decided instanceof Refused) return this.#refuse(change, decided.code, 422);
    this.#keys.add(change.key);
    this.changes.push(change);
    for (const record of change.records) this.#keep(record);
    return { status: 200, body: '' };
  }

  #refuse(change: Change, code: string, status: number): { status: number; body: unknown } {
    this.refused.push({ change, code });
    return { status, body: { code } };
  }

  /** The newest version of what this person may read and has not seen, and the ids of what they could read and may no longer. */
  #pull(actor: Actor, from: number): Pulled {
    const ids = [...new Set(this.#order.slice(from))];
    const records = ids.flatMap((id) => this.#kept.get(id) ?? []).filter((record) => mayRead(record, actor));
    const isThere = new Set(records.map(({ id }) => id));
    const gone = ids.filter((id) => !isThere.has(id) && this.#before.get(id)?.some((record) => mayRead(record, actor)));
    return { records, gone, cursor: String(this.#order.length) };
  }

  #keep(record: MilieuRecord): void {
    const earlier = this.#kept.get(record.id);
    if (earlier) this.#before.set(record.id, [...(this.#before.get(record.id) ?? []), earlier]);
    this.#kept.set(record.id, record);
    this.#order.push(record.id);
  }
}

function* entryOf<K, V>(map: ReadonlyMap<K, V>, key: K): Generator<readonly [K, V]> {
  const value = map.get(key);
  if (value !== undefined) yield [key, value];
}
