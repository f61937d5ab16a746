import { admit } from '../../../src/model/decide.js';
import { mayRead } from '../../../src/model/may-read.js';
import type { Change } from '../../../src/model/change.js';
import type { Actor, MilieuRecord } from '../../../src/model/record.js';
import { Refused } from '../../../src/model/refusals.js';
import type { Ledger } from './ledger.js';

export interface Answer {
  readonly status: number;
  readonly records?: readonly MilieuRecord[];
}

export interface Pulled {
  readonly records: readonly MilieuRecord[];
  readonly cursor: number;
}

/** Faults of a backend; each breaks the rules for backends. */
export interface ServerFaults {
  /** Stores every change without checks. */
  readonly lastWriteWins?: boolean;
  /** Answers a refused key again with the same refusal. */
  readonly remembersRefusals?: boolean;
  /** Forgets accepted keys. */
  readonly forgetsKeys?: boolean;
}

/** A text that makes a change too big for this server. */
export const tooBig = 'volume';

/** A backend that follows the rules. */
export class Server {
  readonly stored = new Map<string, MilieuRecord>();
  readonly #log: MilieuRecord[] = [];
  readonly #accepted = new Set<string>();
  readonly #conflicts = new Set<string>();

  constructor(
    private readonly ledger: Ledger,
    private readonly faults: ServerFaults = {},
  ) {}

  receive(change: Change, session: Actor): Answer {
    if (this.#accepted.has(change.key)) return { status: 200 };
    if (this.faults.remembersRefusals && this.#conflicts.has(change.key)) return this.#conflict(change, session);
    if (change.records.some(({ data }) => String(data['saw'] ?? data['note']).startsWith(tooBig))) return { status: 413 };
    const moved = change.records.some(({ id, rev }) => (this.stored.get(id)?.rev ?? 0) !== rev - 1);
    if (moved && !this.faults.lastWriteWins) return this.#conflict(change, session);
    const root = this.stored.get(change.records[0]?.id ?? '');
    const admitted = admit(change, { root, answers: [...this.stored.values()].filter(({ about }) => about === root?.id) }, session);
    if (admitted instanceof Refused && !this.faults.lastWriteWins) {
      this.ledger.fault(`the server did not admit ${change.action}: ${admitted.code}`);
      return { status: 422 };
    }
    this.ledger.accepted(change, this.stored);
    for (const record of change.records) {
      this.stored.set(record.id, record);
      this.#log.push(record);
    }
    if (!this.faults.forgetsKeys) this.#accepted.add(change.key);
    return { status: 200 };
  }

  pull(cursor: number, reader: Actor): Pulled {
    const ids = new Set(this.#log.slice(cursor).map(({ id }) => id));
    return { records: this.#readable([...ids], reader), cursor: this.#log.length };
  }

  #conflict(change: Change, session: Actor): Answer {
    this.#conflicts.add(change.key);
    return {
      status: 409,
      records: this.#readable(
        change.records.map(({ id }) => id),
        session,
      ),
    };
  }

  #readable(ids: readonly string[], reader: Actor): readonly MilieuRecord[] {
    return ids.flatMap((id) => this.stored.get(id) ?? []).filter((record) => mayRead(record, reader));
  }
}
