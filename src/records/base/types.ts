import type { Change } from '../../model/change.js';
import type { Actor, As, MilieuRecord, Policy } from '../../model/record.js';
import type { ActInput, Asked, Target } from './act-types.js';
import type { Drafts } from './draft-types.js';
import type { ErrorCode } from './errors.js';
import type { GivenKey, Key, SessionKey } from './key-types.js';

export type { ActInput, Asked, Target } from './act-types.js';
export type { Drafts, DraftVersions, PreparedDraft, StoredDraft } from './draft-types.js';
export type { GivenKey, Key, SessionKey } from './key-types.js';

/** Where records are stored on this device. `page`: in memory only. `person`: one database per person. `house`: one for the community. */
export type Keep = 'page' | 'person' | 'house';

/** The state of the store, for widgets and hosts. Contains no text and no id. */
export interface Status {
  /**
   * `memory`: records are kept only until the page closes. `lost`: the stored records are gone; the store reopened empty and keeps
   * working, and this status stays until the page is reloaded. With `loss` `some`, only the newest are gone, and the others are there.
   * `failed`: `code` says why; for `damaged-key` see `startAnew`. With `newer` and `newer-schema` what this version knows can still be read,
   * unless reading fails with the same code; nothing is written.
   */
  readonly store: 'opening' | 'open' | 'locked' | 'memory' | 'lost' | 'failed';
  /** How much is gone where `store` is `lost`; missing otherwise. */
  readonly loss?: 'all' | 'some';
  /** What protects the records: a key of the host, a passphrase, a key stored on the same device (not locked), or none so far. */
  readonly key: 'host' | 'passphrase' | 'device' | 'none';
  /** What is wrong with the store, a read, a draft, sending or pulling; missing where nothing is. */
  readonly code?: ErrorCode;
  /** Number of changes that no backend has yet. */
  readonly waiting: number;
  /** Number of entries in `troubles()`: changes that a backend rejected, and texts with two versions. */
  readonly refused: number;
  /** When the oldest waiting change was made, ISO 8601 in UTC. */
  readonly oldest?: string;
  /** True: this tab sends nothing until `resume()`, because the host's server asked for sign-in or answered with an HTML page. */
  readonly paused: boolean;
  /** The current long task, or how the last one ended; missing before the first. */
  readonly work?: Work;
  /** False on plain `http:`, where others can read the connection. */
  readonly secure: boolean;
  /**
   * When this device was last known to have everything that the backend had for this person, ISO 8601 in UTC: the last complete pull, or
   * `checked()`, in this tab or another tab of the same person. Of a pull it is the time when the last page was requested. Missing before
   * the first.
   */
  readonly checkedAt?: string;
  /** Whether there is a backend to pull from; missing while that is unknown. */
  readonly pulls?: boolean;
}

/** An error that the host may have to fix. Contains no text. */
export interface Failure {
  readonly code: ErrorCode;
  /** Id of the record it is about, if there is one. */
  readonly id?: string;
  /** With `kept-aside` and `aside-full`: how many records and changes it is about. */
  readonly count?: number;
  /** With `count`: their kinds, sorted; at most 20. */
  readonly kinds?: readonly string[];
}

/** The progress of a long task. Widgets show it, and a person can cancel it. */
export interface Work {
  /**
   * `pull`: the first pull, or a long one. `unlock`: deriving a key from a passphrase. `seal`: encrypting everything with a new key.
   * `export`, `import`: a copy. `removal`: `purge`.
   */
  readonly kind: 'pull' | 'unlock' | 'seal' | 'export' | 'import' | 'removal';
  /** Records, rows or lines so far; for `unlock`, parts of the computation. */
  readonly done: number;
  /** The total; missing if it is unknown. */
  readonly of?: number;
  /** False in the last step, which cannot be cancelled, and after the end. */
  readonly stoppable: boolean;
  /** How it ended; missing while it runs. */
  readonly ended?: 'done' | 'stopped' | 'failed';
  /** Why it failed. */
  readonly code?: ErrorCode;
}

/** The send state of a record. `sent`: the backend has it. `waiting`: it is in the outbox. `held`, `refused`: see `troubles()`. */
export type Sent = 'sent' | 'waiting' | 'held' | 'refused';

/** A record with its send state. */
export interface Kept<D = MilieuRecord['data']> {
  readonly record: MilieuRecord<D>;
  readonly sent: Sent;
}

/** Which records to list, newest first. Use at most one of `by`, `to`, `about`. */
export interface Query {
  readonly kind: string;
  /** One record alone. */
  readonly id?: string;
  readonly by?: string;
  readonly to?: string;
  readonly about?: string;
  readonly status?: string;
  /** Id of the last record of the previous page. */
  readonly before?: string;
  /** Default 20, at most 200. */
  readonly limit?: number;
}

/** A change that a backend rejected, or a text with two versions. Both texts are kept until the person chooses. */
export interface Trouble {
  readonly id: string;
  readonly reason: 'held' | 'refused' | 'unreadable';
  /** The refusal code, or the HTTP status of the backend's answer as text. */
  readonly code?: string;
  /** The person's own change, unmodified. */
  readonly change: Change;
  /** The backend's version, if any, on which `mine` or `again` builds. Show it: if it has changed by then, `settle` throws `moved`. */
  readonly theirs?: MilieuRecord;
}

/** How to settle an entry of `troubles()`. `mine`, `again`: send the person's version again, on top of the backend's. `theirs`, `remove`: drop it. */
export type Choice = 'mine' | 'theirs' | 'again' | 'remove';

/**
 * The backend's answer to one change. One of: a `Response`; the response object of any HTTP client with its `status` (the body is read
 * from `body`, else `data`, else `response`; `headers` is a plain object or has `get()`); or `true`, once the backend has stored the
 * change. A parsed body alone is not an answer, because it looks the same after a failure. A promise that rejects means "try again
 * later", unless it rejects with such an answer: then that answer counts.
 */
export type Answer =
  Response | true | { readonly status: number; readonly headers?: object | null; readonly body?: unknown; readonly data?: unknown };

/**
 * Hands a change to the host. Returns the promises of the listeners or the transport, or null if nobody takes the change: then it does
 * not count as an attempt.
 */
export type Carry = (change: Change, info: CarryInfo) => readonly Promise<Answer>[] | null;
export interface CarryInfo {
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly urgent: boolean;
  /** Aborts after 30 s. */
  readonly signal: AbortSignal;
}

/** The answer to a pull. */
export interface Pulled {
  readonly records: readonly MilieuRecord[];
  /**
   * The place behind these records, for the next pull; a finite number is taken as its text. Missing or null: the next pull asks from the same
   * place. As long as an answer has records or `gone` and another cursor than the one before, the next page is asked for at once, at most 1,000
   * in one pull.
   */
  readonly cursor?: string | number | null;
  readonly gone?: readonly string[];
  /** How many records follow on later pages, if the backend knows; shown as progress. */
  readonly left?: number;
}

/** The host's connection to its backend: `send` replaces the `milieu-deliver` event, `pull` fetches what others wrote. */
export interface Transport {
  /** Sends one change. `signal` aborts after 30 s; `attempt` is 1 for the first. Without `send`, the `milieu-deliver` event is dispatched. */
  send?(change: Change, info: { signal: AbortSignal; attempt: number }): Promise<Answer>;
  /**
   * Returns records newer than `cursor`, oldest first, and the next cursor. `gone`: ids of records that this person could read before and
   * may not read any more; the device deletes them.
   */
  pull?(cursor: string | undefined, info: { signal: AbortSignal }): Promise<Pulled>;
}

export interface RecordsOptions {
  readonly community: string;
  /** Opaque id of the person who acts, at most 64 characters. Default `someone`. */
  readonly person?: string;
  readonly as?: As;
  readonly keep?: Keep;
  readonly policy?: Partial<Policy>;
  readonly carry?: Carry;
  /** Asks the host's backend; undefined where there is nowhere to ask. */
  readonly pull?: (cursor: string | undefined, info: { signal: AbortSignal }) => ReturnType<NonNullable<Transport['pull']>> | undefined;
  readonly key?: Key | SessionKey;
  /** True: start locked and wait for `unlock()`. */
  readonly locked?: boolean;
  /** Whose changes this page sends: its person's (default), or everyone's, for a shared computer where the host signs nobody in. */
  readonly sends?: 'own' | 'everyone';
  /**
   * Called right before the store is locked, in this tab or by another one: request the writes that must not be lost, and drop what can
   * be read.
   */
  readonly locking?: () => void;
  /** Called with what opens the store the next time, whenever a key has opened it; undefined after a recovery code. Drop it in `locking`. */
  readonly unlocked?: (key: GivenKey) => void;
}

/** The store: one per community and person on this page. Records enter it only through `act`, `apply`, a pull and an import. */
export interface Records {
  readonly status: Status;
  readonly actor: Actor;
  readonly community: string;
  readonly drafts: Drafts;
  get(id: string): Promise<Kept | undefined>;
  list(query: Query): Promise<readonly Kept[]>;
  /** Whether the person may do `action` now, by the same table as `act` and the host's server. Also while the store is locked. */
  can(action: string, asked: Asked): boolean;
  /**
   * Does one act: decides it by the rules, validates and encrypts its records, and stores them with their outbox row in one strict
   * transaction. The promise resolves when the transaction has completed.
   * @throws MilieuError with the code of a refusal, `moved` (the record is not at `target.rev`), `invalid`, `locked`, `quota`,
   * `connection`, …
   */
  act(action: string, target: Target, input?: ActInput): Promise<Change>;
  /**
   * Reports the outcome of a change that was acted with `carried`. It may be called before `act` has resolved.
   * `taken` true (default): the backend has it. False: nobody took it, so it waits in the outbox like any other change.
   */
  sent(key: string, taken?: boolean): Promise<void>;
  /**
   * Stores records from the host's backend. A version of a record with unsent changes waits until those are answered. Records of an unknown
   * kind are kept aside, see `watchFailures`.
   * @throws MilieuError `invalid` if `records` is no list or a record is not valid, or of a known kind in an unknown version: nothing was stored
   */
  apply(records: readonly MilieuRecord[], cursor?: string): Promise<void>;
  /** Calls `run` now and whenever a matching record changes, in this tab or another. Returns a function that stops it. */
  watch(query: Query, run: (kept: readonly Kept[]) => void, failed?: (error: unknown) => void): () => void;
  /** Calls `run` now and whenever the status changes. Returns a function that stops it. */
  watchStatus(run: (status: Status) => void): () => void;
  /**
   * Runs whenever something fails that a host may have to mend: `refused` and `unreadable` changes (`id` of the root), a pull that fails
   * (once until one succeeds), `invalid-record` for each record that came and does not fit (once for each id), `unclear-answer` for each
   * answer that says neither yes nor no (`id` of the root; the change is kept and sent again). Once for each pull, `apply`, answer or import:
   * `kept-aside` if it brought records of a kind or version that this version does not know, and `aside-full` if there was no room for some
   * (2,000 records and 4 MiB in all, 256 KiB each). Returns the way to stop.
   */
  watchFailures(run: (failure: Failure) => void): () => void;
  troubles(): Promise<readonly Trouble[]>;
  settle(id: string, choice: Choice): Promise<void>;
  /**
   * Pulls new records from the host's backend. @throws MilieuError `no-transport`, `pull-failed`, `invalid` (the answer has the wrong type;
   * nothing was stored), `invalid-record` (valid records were stored; `watchFailures` names the others), `locked`
   */
  pull(): Promise<void>;
  /**
   * For a host that pushes records itself: says that everything the backend has for this person was passed to `apply`. The time of this
   * call becomes `status.checkedAt` as soon as the lists show what was applied. Call it after each `apply`, and at least every
   * `policy.pullEvery` seconds while the connection works. Does nothing while locked or closed.
   */
  checked(): void;
  /**
   * Tries to send waiting changes at once. Call it after a listener was added or the connection came back. Changes that failed before
   * are retried without their delay, until one fails again; a `Retry-After` of the backend is still respected.
   */
  wake(): void;
  /** Ends a pause. Call it when the person has signed in again. */
  resume(): void;
  /**
   * Unlocks the store with its key, or with the recovery code of its passphrase. A store that was not locked yet is encrypted as by `changeKey`.
   * @throws MilieuError `weak-key` (a passphrase that is too short, or bytes that are not 32), `wrong-key` (another key, or no key at all),
   * `damaged-key` (see `startAnew`), `cancelled`, `locked` (`lock()` was called meanwhile)
   */
  unlock(key: Key): Promise<void>;
  /**
   * Encrypts everything again, so that only `key` opens it and the key of before, and its recovery code, open nothing any more. Other tabs
   * are locked until they are unlocked with the new key. It can be cancelled until its last step, and then changes nothing.
   * @throws MilieuError `locked` if the store is not open, `weak-key`, `wrong-key`, `cancelled`, `quota`, `connection`
   */
  changeKey(key: Key): Promise<void>;
  /**
   * Starts with an empty store where `status.code` is `damaged-key`; otherwise does nothing. Ask the person first: what was saved on this device
   * cannot be opened any more, and what no backend has is lost. `old: 'keep'` (default) leaves it on the disk, where nothing opens it and
   * `purge` removes it; `old: 'delete'` deletes it. A store that was to start locked waits for `unlock()`; any other one is open then.
   * @throws MilieuError `quota`, `connection`, `closed`
   */
  startAnew(options?: { readonly old?: 'keep' | 'delete' }): Promise<void>;
  /**
   * Removes the key and all decrypted data from memory, in every tab of this browser profile that has this store open. Each tab stays
   * locked until it is unlocked. The data on the disk stays: with a key of the device, the next load of a page opens the store again.
   */
  lock(): void;
  /**
   * Cancels the task that `status.work` shows, unless it is in its last step. A pull keeps the pages it has received, and continues when
   * the page becomes visible again or at the next `pull()`.
   */
  stop(): void;
  close(): Promise<void>;
}
