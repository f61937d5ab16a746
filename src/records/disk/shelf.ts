import type { Bytes, Shapes, StoreName } from './shapes.js';

/** A key as IndexedDB orders them: number < text < bytes < list. */
export type Place = number | string | Bytes | readonly Place[];

/** A stretch of a store or of one of its indexes, in ascending order. */
export interface Within {
  /** The primary key unless given. */
  readonly index?: string;
  readonly from?: Place;
  readonly to?: Place;
  /** `from` itself is left out. */
  readonly after?: boolean;
  readonly limit?: number;
}

export const only = (index: string, place: Place): Within => ({ index, from: place, to: place });

/** One transaction. Await nothing inside it but its own calls: Firefox ends it, Chromium hides the fault. */
export interface Tx {
  get<S extends StoreName>(store: S, key: Place): Promise<Shapes[S] | undefined>;
  all<S extends StoreName>(store: S, within?: Within): Promise<Shapes[S][]>;
  /** The primary key of the first row of the stretch. */
  first(store: StoreName, within: Within): Promise<Place | undefined>;
  count(store: StoreName, within?: Within): Promise<number>;
  put<S extends StoreName>(store: S, row: Shapes[S]): Promise<void>;
  /** Fails where the key, or a unique index, has it. `seq` is given by the store. */
  add<S extends StoreName>(store: S, row: Omit<Shapes[S], 'seq'>): Promise<void>;
  delete(store: StoreName, key: Place): Promise<void>;
  /** Every row of a store. */
  clear(store: StoreName): Promise<void>;
}

/** `strict` reaches the disk before it resolves; `write` may wait in the system's buffers. */
export type Mode = 'read' | 'write' | 'strict';

/** Where rows live. What `work` throws undoes the transaction. */
export interface Shelf {
  /** False: gone when the page closes. */
  readonly lasting: boolean;
  /**
   * Resolves when the transaction is complete. `work` may run again after a lost connection, so it must not count on running once.
   * @throws MilieuError `quota`, `connection`, `newer`, `blocked`; and whatever `work` throws
   */
  run<T>(names: readonly StoreName[], mode: Mode, work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): void;
}
