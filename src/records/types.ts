import type { Actor, As, Change, MilieuRecord, Policy } from '../model/record.js';
import type { Input } from '../model/transition.js';
import type { ErrorCode } from './errors.js';

/** Where records live on this device. `page`: in memory only. `person`: one database a person. `house`: one for the community. */
export type Keep = 'page' | 'person' | 'house';

/** The state of the store, as widgets and hosts see it. Holds no text and no id. */
export interface Status {
  /** `memory`: kept only until the page closes. `lost`: what was here is gone. `failed`: `code` says why. */
  readonly store: 'opening' | 'open' | 'locked' | 'memory' | 'lost' | 'failed';
  /** What locks the records: a key of the host, a passphrase, a key kept beside them (not locked), or nothing yet. */
  readonly key: 'host' | 'passphrase' | 'device' | 'none';
  readonly code?: ErrorCode;
  /** Changes that no backend has yet. */
  readonly waiting: number;
  /** Changes that a backend would not take, and texts that stand in two versions. */
  readonly refused: number;
  /** When the oldest waiting change was made, ISO 8601. */
  readonly oldest?: string;
  /** Nothing is sent from this tab until `resume()`: the host's server asked for sign-in, or answered with a page. */
  readonly paused: boolean;
  /** What takes its time now, or how the last of it ended; missing before the first. */
  readonly work?: Work;
  /** False on plain `http:`, where the connection can be read by others. */
  readonly secure: boolean;
}

/** Something that takes its time: widgets show it, and a person can stop it. */
export interface Work {
  /** The first pull, or a long one; a key being tried; everything sealed under a new key; a copy made, or read in; removal. */
  readonly kind: 'pull' | 'unlock' | 'seal' | 'export' | 'import' | 'removal';
  /** Records, rows or lines so far; of an `unlock` parts of the way. */
  readonly done: number;
  /** Of how many; missing where nobody can tell. */
  readonly of?: number;
  /** False in the last step, which goes through whole, and after the end. */
  readonly stoppable: boolean;
  /** Missing while it goes on. */
  readonly ended?: 'done' | 'stopped' | 'failed';
  /** Why it failed. */
  readonly code?: ErrorCode;
}

/** How far a record has come. `sent`: the backend has it. `held`, `refused`: a trouble stands, see `troubles()`. */
export type Sent = 'sent' | 'waiting' | 'held' | 'refused';

/** A record with what the device knows about its way. */
export interface Kept<D = MilieuRecord['data']> {
  readonly record: MilieuRecord<D>;
  readonly sent: Sent;
}

/** Newest first. At most one of `by`, `to`, `about`. */
export interface Query {
  readonly kind: string;
  readonly by?: string;
  readonly to?: string;
  readonly about?: string;
  readonly status?: string;
  /** Id of the last record of the page before. */
  readonly before?: string;
  /** 20 unless said; at most 200. */
  readonly limit?: number;
}

/** What an act is done to: a new record (`rev` 0), or the record at the revision that the screen showed. */
export interface Target {
  readonly kind: string;
  readonly id: string;
  /** 0 or left out: the act makes the record. */
  readonly rev?: number;
}

export interface ActInput extends Input {
  /** Idempotency key minted when the form opened; a fresh one unless given. */
  readonly key?: string;
  /** When the gesture was made, ISO 8601, where the change has gone out already; now unless given. */
  readonly at?: string;
  /** Name of the draft that is deleted in the same transaction, if it is still the one that was sent (by its `key`). */
  readonly draft?: string;
  /** This tab sends the change itself, at once: no other takes it for 40 s, or until `sent()` says how it went. */
  readonly carried?: boolean;
}

/** A change that a backend refused, or a text of which two versions stand. Both texts are kept until the person chooses. */
export interface Trouble {
  readonly id: string;
  readonly reason: 'held' | 'refused' | 'unreadable';
  /** Why the replay was refused, or the HTTP status the backend answered with. */
  readonly code?: string;
  /** The person's own change, as it was. */
  readonly change: Change;
  /** The version that the backend has, if any: what `mine` or `again` would be put on. Show it; a choice made on other words is not carried out. */
  readonly theirs?: MilieuRecord;
}

/** What can be done with a trouble. `mine` and `again` send the person's version anew, on top of theirs. */
export type Choice = 'mine' | 'theirs' | 'again' | 'remove';

/**
 * Hands a change to the host. Returns the promises that listeners or the transport gave,
 * or null where nobody took it: then no attempt is spent.
 */
export type Carry = (change: Change, info: CarryInfo) => readonly Promise<unknown>[] | null;
export interface CarryInfo {
  /** 1 the first time. */
  readonly attempt: number;
  readonly urgent: boolean;
  /** Aborts after 30 s. */
  readonly signal: AbortSignal;
}

/** The answer to a pull. */
export interface Pulled {
  readonly records: readonly MilieuRecord[];
  readonly cursor?: string;
  readonly gone?: readonly string[];
  /** How many records come after these, where the backend can tell; for the progress that is shown. */
  readonly left?: number;
}

/** The host's own way to its backend: `send` in place of the `milieu-deliver` event, `pull` for what others wrote. */
export interface Transport {
  /** A `Response`, or anything else for "taken"; rejects for "try again". Without it, the `milieu-deliver` event carries. */
  send?(change: Change, info: { signal: AbortSignal; attempt: number }): Promise<unknown>;
  /**
   * Records newer than `cursor`, oldest first, and the cursor after them. `gone`: ids of records that this person could
   * read and may not any more; their device lets go of them.
   */
  pull?(cursor: string | undefined, info: { signal: AbortSignal }): Promise<Pulled>;
}

/** Bytes (32), a passphrase (at least 8 characters), or an AES-GCM CryptoKey with `encrypt` and `decrypt`. */
export type Key = Uint8Array | string | CryptoKey;

export interface RecordsOptions {
  readonly community: string;
  /** Opaque id of the person who acts; without it, `someone`. */
  readonly person?: string;
  readonly as?: As;
  readonly keep?: Keep;
  readonly policy?: Partial<Policy>;
  readonly carry?: Carry;
  /** Asks the host's backend; undefined where there is nowhere to ask. */
  readonly pull?: (cursor: string | undefined, info: { signal: AbortSignal }) => ReturnType<NonNullable<Transport['pull']>> | undefined;
  readonly key?: Key;
  /** Start locked and wait for `unlock()`. */
  readonly locked?: boolean;
}

/** A small text of the person's that is not saved yet. */
export interface Drafts {
  read(name: string): Promise<unknown>;
  /** Sealed, relaxed durability. The caller debounces. */
  write(name: string, value: unknown): Promise<void>;
  remove(name: string): Promise<void>;
}

/** The store: one for a community and person on this page. `act`, `apply` and import are its only doors. */
export interface Records {
  readonly status: Status;
  readonly actor: Actor;
  readonly community: string;
  readonly drafts: Drafts;
  get(id: string): Promise<Kept | undefined>;
  list(query: Query): Promise<readonly Kept[]>;
  /**
   * Decides, validates, seals and keeps one act with its outbox row in one strict transaction.
   * @throws MilieuError with the code of a refusal, `moved`, `invalid`, `locked`, `quota`, `connection`, …
   */
  act(action: string, target: Target, input?: ActInput): Promise<Change>;
  /**
   * How it went with a change that was acted with `carried`. It may be called before `act` has resolved.
   * `taken` (unless said): the backend has it. False: nobody took it, so it waits like any other.
   */
  sent(key: string, taken?: boolean): Promise<void>;
  /** Takes records from the host's backend; those with unsent changes are parked. */
  apply(records: readonly MilieuRecord[], cursor?: string): Promise<void>;
  /** Runs now and whenever a record that fits changes, in this tab or another. Returns the way to stop. */
  watch(query: Query, run: (kept: readonly Kept[]) => void, failed?: (error: unknown) => void): () => void;
  /** Runs now and whenever the status changes. */
  watchStatus(run: (status: Status) => void): () => void;
  troubles(): Promise<readonly Trouble[]>;
  settle(id: string, choice: Choice): Promise<void>;
  /** Asks the host's backend for what is new. */
  pull(): Promise<void>;
  /**
   * Looks at once whether something waits and can go, as when a listener was added or the line is back. What failed before is tried
   * without waiting for its time, until one fails again; not before a `Retry-After` of the backend is over.
   */
  wake(): void;
  /** Ends a pause: the person has signed in again. */
  resume(): void;
  /**
   * Locks what stood unlocked by sealing everything anew: whole, or, stopped before its last step, not at all.
   * @throws MilieuError `wrong-key`, `weak-key`, `cancelled`
   */
  unlock(key: Key): Promise<void>;
  /** Drops the key and everything readable from memory; what is on the disk stays. */
  lock(): void;
  /**
   * Stops the long work that `status.work` shows, unless it is in its last step. A pull keeps the pages that have come, and goes on
   * with the next when the page comes back or at the next `pull()`.
   */
  stop(): void;
  close(): Promise<void>;
}
