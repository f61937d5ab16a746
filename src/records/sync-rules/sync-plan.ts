import type { Change } from '../../model/change.js';
import { maxRev, type MilieuRecord, type Policy } from '../../model/record.js';
import type { Trouble } from '../base/types.js';

/**
 * One record on this device. `ancestor` and `pendingRemote` exist only while the record has unsent changes,
 * that is, while `current.rev > confirmedRev`.
 */
export interface RecordState {
  readonly id: string;
  /** The last revision that the backend confirmed; 0 if it has none. */
  readonly confirmedRev: number;
  readonly current: MilieuRecord;
  /** The version `confirmedRev`, on which the unsent changes are based and which returns if they are rejected. Missing if `confirmedRev` is 0. */
  readonly ancestor?: MilieuRecord;
  /** The newest version from the backend that is not applied yet. */
  readonly pendingRemote?: MilieuRecord;
}

/** A change in the outbox. */
export interface QueuedChange {
  readonly seq: number;
  readonly change: Change;
}

/** What one strict transaction writes: all of it or nothing. */
export interface SyncPlan {
  /** Rows to put. */
  readonly rows: readonly RecordState[];
  /** Ids of rows to delete. */
  readonly gone: readonly string[];
  /** Numbers of outbox rows to delete. */
  readonly done: readonly number[];
  /** Changes to add at the end of the outbox, in this order. */
  readonly send: readonly Change[];
  /** Entries of `troubles()` to put. One with an existing id replaces that entry. */
  readonly troubles: readonly Trouble[];
  /** Ids of entries of `troubles()` to delete. */
  readonly settled: readonly string[];
}

/** The current states that a sync rule may read, by record id. */
export type StatesById = ReadonlyMap<string, RecordState>;

/** What `decide` reads besides the root. */
export interface DecisionContext {
  readonly policy?: Partial<Policy>;
  /** The existing answers to this root. */
  answers?(rootId: string): readonly MilieuRecord[];
  /** The records that `leansOn` names, by id. */
  readonly others?: ReadonlyMap<string, MilieuRecord>;
}

/** Returns a new UUIDv7 with each call: for idempotency keys, and for ids of records and of entries of `troubles()`. */
export type MintId = () => string;

export const emptyPlan: SyncPlan = { rows: [], gone: [], done: [], send: [], troubles: [], settled: [] };

export const isUnsent = (row: RecordState): boolean => row.current.rev > row.confirmedRev;

/** What a stored revision counts against one of the backend: nothing, if no record can reach it. Versions before 0.2.0 stored such records. */
export const countedRev = (rev: number): number => (rev > maxRev ? 0 : rev);

/** The version with the highest possible `rev`; the first of equal ones. */
export function newest(...versions: readonly (MilieuRecord | undefined)[]): MilieuRecord | undefined {
  let best: MilieuRecord | undefined;
  for (const version of versions) if (version && (!best || countedRev(version.rev) > countedRev(best.rev))) best = version;
  return best;
}
