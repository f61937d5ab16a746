import type { Bytes, DbSchema, DraftRow, EndedKeyRow, StoreName } from './db-schema.js';

/** A key. IndexedDB orders them: number < string < bytes < array. */
export type StoreKey = number | string | Bytes | readonly StoreKey[];

/** A range of keys of a store or of one of its indexes, in ascending order. */
export interface KeyRange {
  /** Default: the primary key. */
  readonly index?: string;
  readonly from?: StoreKey;
  readonly to?: StoreKey;
  /** True: `from` itself is excluded. */
  readonly after?: boolean;
  readonly limit?: number;
}

export const only = (index: string, place: StoreKey): KeyRange => ({ index, from: place, to: place });

/** One transaction. Await only its own calls inside it: otherwise Firefox commits it early, and Chromium hides the mistake. */
export interface Transaction {
  get<S extends StoreName>(store: S, key: StoreKey): Promise<DbSchema[S] | undefined>;
  all<S extends StoreName>(store: S, within?: KeyRange): Promise<DbSchema[S][]>;
  /** The primary key of the first row in the range. */
  first(store: StoreName, within: KeyRange): Promise<StoreKey | undefined>;
  count(store: StoreName, within?: KeyRange): Promise<number>;
  put<S extends StoreName>(store: S, row: DbSchema[S]): Promise<void>;
  /** Fails if the primary key or a unique index key exists already. The store assigns `seq`. @returns the primary key */
  add<S extends StoreName>(store: S, row: Omit<DbSchema[S], 'seq'>): Promise<StoreKey>;
  delete(store: StoreName, key: StoreKey): Promise<void>;
  /** Deletes all rows of a store. */
  clear(store: StoreName): Promise<void>;
}

/**
 * `strict` resolves after the data is on the disk; after `write` it may still be in the system's buffers. `yielding` is a `write` that `writeNow`
 * interrupts and that runs again after it, so its work must look at what is stored.
 */
export type TransactionMode = 'read' | 'write' | 'yielding' | 'strict';

/** One write that nothing can be waited for: the page is about to go. */
export interface ImmediateWrite {
  /** The row, or the key of the one to delete. */
  readonly draft: DraftRow | string;
  /** Where a row of this name is kept in `meta`, nothing is written. */
  readonly unless: EndedKeyRow;
}

/** Stores rows. If `work` throws, the transaction is rolled back. */
export interface StorageAdapter {
  /** False: the rows are gone when the page closes. */
  readonly lasting: boolean;
  /** A newer version of this code made the database. Known after the first transaction. */
  readonly isReadOnly: boolean;
  /**
   * Resolves when the transaction has completed. `work` may run again after a lost connection, so it must be safe to repeat.
   * @throws MilieuError `quota`, `connection`, `newer`, `newer-schema` (a write where it is read-only), `blocked`; and any error of `work`
   */
  run<T>(names: readonly StoreName[], mode: TransactionMode, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Requests a write and returns at once. False where the database is not open, or read-only: nothing was requested. */
  writeNow(write: ImmediateWrite): boolean;
  /** Lets go of the database: the next transaction looks for the one that counts, because another tab may have moved the store. */
  relocate(): void;
  /** Makes an empty database into which the store can move. */
  makeSuccessor(): Promise<Successor>;
  /** Deletes what is left of databases that do not count, also those that were kept knowingly. */
  deleteOthers(): Promise<void>;
  close(): void;
}

/**
 * A database into which the store moves. Until a `MovedRow` with its name is written into the old one, it does not count, and it is
 * deleted by the next opening if this tab is killed. After that it counts, and the old one is deleted by the next opening.
 */
export interface Successor {
  readonly name: string;
  /** The database that it replaces. */
  readonly of: string;
  readonly storage: Pick<StorageAdapter, 'run'>;
  /** Call it at the end, whether the store has moved or not: deletes the one that does not count. */
  end(): Promise<void>;
}
