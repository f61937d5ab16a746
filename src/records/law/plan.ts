import type { Change, MilieuRecord, Policy } from '../../model/record.js';
import type { Trouble } from '../types.js';

/**
 * One record as this device keeps it. `was` and `next` stand only while something on it is unsent,
 * which is the case exactly while `current.rev > base`.
 */
export interface Row {
  readonly id: string;
  /** The last rev the backend confirmed; 0 where it has none. */
  readonly base: number;
  readonly current: MilieuRecord;
  /** Version `base`: what the unsent changes grew from, and what stands again when they fall. None while `base` is 0. */
  readonly was?: MilieuRecord;
  /** The newest version from the backend that is not taken yet. */
  readonly next?: MilieuRecord;
}

/** A change in the outbox. */
export interface Waiting {
  readonly seq: number;
  readonly change: Change;
}

/** What one strict transaction has to write. Nothing of it may be written without the rest. */
export interface Plan {
  /** Rows to put. */
  readonly rows: readonly Row[];
  /** Ids of rows to delete. */
  readonly gone: readonly string[];
  /** Numbers of outbox rows to delete. */
  readonly done: readonly number[];
  /** Changes to add to the outbox, in this order, behind everything that waits. */
  readonly send: readonly Change[];
  /** Troubles to put; one that has an id which is there already takes its place. */
  readonly troubles: readonly Trouble[];
  /** Ids of troubles to delete. */
  readonly settled: readonly string[];
}

/** The rows a law function may look at: by id, as they stand. */
export type RowsById = ReadonlyMap<string, Row>;

/** What `decide` looks at beside the root. */
export interface Around {
  readonly policy?: Partial<Policy>;
  /** The answers that this root has so far. */
  answers?(rootId: string): readonly MilieuRecord[];
  /** The records that `leansOn` names, by id. */
  readonly others?: ReadonlyMap<string, MilieuRecord>;
}

/** A fresh uuidv7 with every call: for keys, and for ids of troubles and records. */
export type Mint = () => string;

export const nothing: Plan = { rows: [], gone: [], done: [], send: [], troubles: [], settled: [] };

export const isUnsent = (row: Row): boolean => row.current.rev > row.base;

/** The one with the highest rev, the first of equals. */
export function newest(...versions: readonly (MilieuRecord | undefined)[]): MilieuRecord | undefined {
  let best: MilieuRecord | undefined;
  for (const version of versions) if (version && (!best || version.rev > best.rev)) best = version;
  return best;
}
