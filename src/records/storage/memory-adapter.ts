import { MilieuError } from '../base/errors.js';
import { type DbSchema, type StoreName, stores } from './db-schema.js';
import type { ImmediateWrite, KeyRange, StorageAdapter, StoreKey, Successor, Transaction, TransactionMode } from './storage-adapter.js';

type StoredRow = DbSchema[StoreName];
type StoredRows = Map<StoreKey, StoredRow>;
interface Entry {
  readonly at: StoreKey;
  readonly key: StoreKey;
}

/** Stores rows in memory until the page closes. Order, unique keys and transactions behave as in IndexedDB. */
export class MemoryAdapter implements StorageAdapter {
  readonly lasting = false;
  readonly isReadOnly = false;
  #rows = new Map<StoreName, StoredRows>((Object.keys(stores) as StoreName[]).map((name) => [name, new Map()]));
  #last: Promise<unknown> = Promise.resolve();
  #seq = 0;
  #closed = false;

  run<T>(_names: readonly StoreName[], mode: TransactionMode, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const result = this.#last.then(() => this.#once(mode, work));
    this.#last = result.then(
      () => undefined,
      () => undefined, // the caller gets the error; the next transaction only waits for the end
    );
    return result;
  }

  writeNow({ draft, unless }: ImmediateWrite): boolean {
    if (this.#closed || this.#rows.get('meta')!.has(unless.name)) return false;
    const drafts = this.#rows.get('drafts')!;
    if (typeof draft === 'string') drafts.delete(draft);
    else drafts.set(draft.id, structuredClone(draft));
    return true;
  }

  relocate(): void {
    return; // nobody else can move it
  }

  async makeSuccessor(): Promise<Successor> {
    const next = new MemoryAdapter();
    const end = async (): Promise<void> => {
      if (this.#rows.get('meta')!.has('moved')) this.#rows = next.#rows;
    };
    return { name: 'successor', of: 'memory', storage: next, end };
  }

  async deleteOthers(): Promise<void> {
    return; // there are none
  }

  close(): void {
    this.#closed = true;
    for (const rows of this.#rows.values()) rows.clear();
  }

  async #once<T>(mode: TransactionMode, work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (this.#closed) throw new MilieuError('closed');
    const undo: (() => void)[] = [];
    try {
      return await work(this.#tx(mode, undo));
    } catch (error) {
      for (const step of undo.reverse()) step();
      throw error;
    }
  }

  #tx(mode: TransactionMode, undo: (() => void)[]): Transaction {
    const of = (name: StoreName): StoredRows => this.#rows.get(name)!;
    const write = (name: StoreName, key: StoreKey, row: StoredRow | undefined): void => {
      if (mode === 'read') throw new DOMException('', 'ReadOnlyError');
      const before = of(name).get(key);
      undo.push(() => (before === undefined ? of(name).delete(key) : of(name).set(key, before)));
      if (row === undefined) of(name).delete(key);
      else of(name).set(key, row);
    };
    return {
      get: async <S extends StoreName>(name: S, key: StoreKey) => structuredClone(of(name).get(key)) as DbSchema[S] | undefined,
      all: async <S extends StoreName>(name: S, within: KeyRange = {}) =>
        entries(name, of(name), within).map(({ key }) => structuredClone(of(name).get(key)) as DbSchema[S]),
      first: async (name, within) => entries(name, of(name), { ...within, limit: 1 })[0]?.key,
      count: async (name, within = {}) => entries(name, of(name), within).length,
      put: async (name, row) => write(name, keyOf(name, row), structuredClone(row)),
      add: async (name, row) => {
        const whole = (stores[name].auto ? { ...row, seq: ++this.#seq } : row) as unknown as StoredRow;
        const key = keyOf(name, whole);
        if (of(name).has(key) || clashes(name, of(name), whole)) throw new DOMException('', 'ConstraintError');
        write(name, key, structuredClone(whole));
        return key;
      },
      delete: async (name, key) => write(name, key, undefined),
      clear: async (name) => [...of(name).keys()].forEach((key) => write(name, key, undefined)),
    };
  }
}

const keyOf = (name: StoreName, row: StoredRow): StoreKey => field(row, stores[name].keyPath) as StoreKey;
const field = (row: StoredRow, name: string): unknown => (row as unknown as Record<string, unknown>)[name];

function clashes(name: StoreName, rows: StoredRows, row: StoredRow): boolean {
  const unique = Object.keys(stores[name].indexes).filter((index) => stores[name].indexes[index]?.unique);
  return unique.some((index) => [...rows.values()].some((other) => compare(field(other, index) as StoreKey, field(row, index) as StoreKey) === 0));
}

function entries(name: StoreName, rows: StoredRows, within: KeyRange): Entry[] {
  const found: Entry[] = [];
  for (const [key, row] of rows) for (const at of keysOfRow(name, key, row, within.index)) if (isInRange(at, within)) found.push({ at, key });
  found.sort((a, b) => compare(a.at, b.at) || compare(a.key, b.key));
  return within.limit === undefined ? found : found.slice(0, within.limit);
}

function keysOfRow(name: StoreName, key: StoreKey, row: StoredRow, index: string | undefined): readonly StoreKey[] {
  if (index === undefined) return [key];
  const value = field(row, index) as StoreKey | undefined;
  if (value === undefined) return [];
  return stores[name].indexes[index]?.multi ? (value as readonly StoreKey[]) : [value];
}

function isInRange(at: StoreKey, { from, to, after }: KeyRange): boolean {
  if (from !== undefined && compare(at, from) < (after ? 1 : 0)) return false;
  return to === undefined || compare(at, to) <= 0;
}

const rank = (place: StoreKey): number => (typeof place === 'number' ? 0 : typeof place === 'string' ? 1 : place instanceof Uint8Array ? 2 : 3);

/** Compares two keys in the order of IndexedDB. */
export function compare(a: StoreKey, b: StoreKey): number {
  const apart = rank(a) - rank(b);
  if (apart !== 0) return apart;
  if (typeof a === 'number' || typeof a === 'string') return a < b ? -1 : a > b ? 1 : 0;
  const left = a as ArrayLike<StoreKey>;
  const right = b as ArrayLike<StoreKey>;
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const step = compare(left[i]!, right[i]!);
    if (step !== 0) return step;
  }
  return left.length - right.length;
}
