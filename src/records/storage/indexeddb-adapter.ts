import { type IDBPDatabase, type IDBPTransaction, unwrap } from 'idb';
import { Connection, type ConnectionEvents, openTimeout, withTimeout } from './connection.js';
import { deleteDatabase, deleteReplaced, findDatabase, type Found } from './databases.js';
import { holdLock } from './locks.js';
import { MilieuError } from '../base/errors.js';
import type { DbSchema, StoreName } from './db-schema.js';
import type { ImmediateWrite, KeyRange, StorageAdapter, StoreKey, Successor, Transaction, TransactionMode } from './storage-adapter.js';

type Live = IDBPTransaction<unknown, StoreName[], 'readwrite'>;

const pauses = [50, 200, 800];

/** Stores rows in IndexedDB. */
export class IndexedDbAdapter implements StorageAdapter {
  readonly lasting = true;
  /** Writes that are under way and give way to `writeNow`. */
  readonly #yielding = new Set<Live>();
  constructor(readonly connection: Connection) {}

  get isReadOnly(): boolean {
    return this.connection.isReadOnly;
  }

  async run<T>(names: readonly StoreName[], mode: TransactionMode, work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        const db = await this.connection.db();
        if (mode !== 'read') this.#assertWritable();
        return await this.#once(db, names, mode, work);
      } catch (error) {
        const why = reason(error);
        const pause = pauses[attempt];
        if (!(why instanceof MilieuError) || why.code !== 'connection' || pause === undefined) throw why;
        this.connection.drop();
        await new Promise<void>((resume) => this.connection.clock.after(pause, resume));
      }
    }
  }

  /**
   * All requests are made before it returns, and the commit is too: a page that goes answers no event any more. Where the name in
   * `unless` is taken, `add` fails, and with it the whole transaction; in Firefox the other requests go through all the same once the
   * commit was requested, so a page that stays takes them back. A write of a draft that is under way is interrupted: what waits behind it
   * would be dropped with the page.
   */
  writeNow({ draft, unless }: ImmediateWrite): boolean {
    const db = this.connection.handle;
    if (!db || this.isReadOnly) return false;
    for (const tx of [...this.#yielding]) {
      this.#yielding.delete(tx);
      abort(tx);
    }
    try {
      const tx = unwrap(db).transaction(['drafts', 'meta'], 'readwrite', { durability: 'relaxed' });
      tx.onerror = tx.onabort = (event) => event.stopPropagation();
      let refused = false;
      tx.objectStore('meta').add(unless).onerror = (): void => void (refused = true);
      tx.oncomplete = (): void => {
        if (refused) this.#takeBack({ draft, unless });
      };
      tx.objectStore('meta').delete(unless.name);
      const drafts = tx.objectStore('drafts');
      if (typeof draft === 'string') drafts.delete(draft);
      else drafts.put(draft);
      tx.commit();
      return true;
    } catch {
      return false; // the handle is closing: nothing more can be done before the page goes
    }
  }

  #takeBack({ draft, unless }: ImmediateWrite): void {
    this.run(['drafts', 'meta'], 'write', async (tx) => {
      await tx.put('meta', unless);
      await tx.delete('drafts', typeof draft === 'string' ? draft : draft.id);
    }).catch(() => undefined); // the store was closed by then: the row lies under a name that nobody looks for
  }

  relocate(): void {
    this.connection.drop();
  }

  /** This tab holds a lock of its name until the end. */
  async makeSuccessor(): Promise<Successor> {
    const { name: store, clock } = this.connection;
    const of = (await this.connection.db()).name;
    this.#assertWritable();
    const name = `${store}-${randomName()}`;
    const release = await holdLock(name);
    let isNew = true; // once: what another tab has deleted is not made again
    const find = async (): Promise<Found> => {
      const found = { name, isNew, others: [] };
      isNew = false;
      return found;
    };
    const connection = new Connection(store, clock, noEvents, clock, find);
    return { name, of, storage: new IndexedDbAdapter(connection), end: () => this.#endSuccessor(name, connection).finally(release) };
  }

  async #endSuccessor(name: string, connection: Connection): Promise<void> {
    connection.end('closed');
    this.relocate();
    const found = await findDatabase(this.connection.name);
    await (found.name === name ? deleteReplaced(found.others) : deleteDatabase(name));
    await this.connection.db(); // a page that is about to go needs it open
  }

  async deleteOthers(): Promise<void> {
    this.#assertWritable();
    for (const { name } of (await findDatabase(this.connection.name)).others) await deleteDatabase(name);
  }

  close(): void {
    this.connection.end('closed');
  }

  #assertWritable(): void {
    if (this.isReadOnly) throw new MilieuError('newer-schema');
  }

  async #once<T>(db: IDBPDatabase, names: readonly StoreName[], mode: TransactionMode, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const durability = mode === 'strict' ? 'strict' : 'relaxed';
    const tx = db.transaction([...names], mode === 'read' ? 'readonly' : 'readwrite', { durability }) as Live;
    const done = tx.done;
    const settled = done.then(
      () => undefined,
      (error: unknown) => error, // attached at once, so that an early abort is not an unhandled rejection
    );
    if (mode === 'yielding') this.#yielding.add(tx);
    try {
      return await withTimeout(openTimeout, this.connection.clock, finished(done, work(view(tx))));
    } catch (error) {
      if (mode === 'yielding' && !this.#yielding.has(tx)) return await this.#once(db, names, mode, work);
      const own = error instanceof MilieuError;
      abort(tx);
      if (own) throw error;
      const why = await settled;
      throw isQuota(why) ? why : error;
    } finally {
      this.#yielding.delete(tx);
    }
  }
}

async function finished<T>(done: Promise<void>, work: Promise<T>): Promise<T> {
  const result = await work;
  await done;
  return result;
}

function abort(tx: Live): void {
  try {
    tx.abort();
  } catch {
    return; // it has already ended
  }
}

const noEvents: ConnectionEvents = {
  lost: () => undefined,
  closed: () => undefined,
  blocked: () => undefined,
  unblocked: () => undefined,
  newer: () => undefined,
};

const randomName = (): string => Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const isQuota = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';
const losses = new Set(['InvalidStateError', 'UnknownError', 'AbortError', 'TransactionInactiveError', 'TimeoutError']);

/** Replaces a browser's error, which may contain a path on the disk, by a `MilieuError`. */
function reason(error: unknown): unknown {
  if (!(error instanceof DOMException) && (error as Error | undefined)?.name !== 'QuotaExceededError') return error;
  if ((error as Error).name === 'QuotaExceededError') return new MilieuError('quota');
  return losses.has((error as Error).name) ? new MilieuError('connection') : error;
}

function view(tx: Live): Transaction {
  return {
    get: async <S extends StoreName>(name: S, key: StoreKey) => (await tx.objectStore(name).get(key as IDBValidKey)) as DbSchema[S] | undefined,
    all: async <S extends StoreName>(name: S, within: KeyRange = {}) =>
      (await source(tx, name, within.index).getAll(range(within), within.limit)) as DbSchema[S][],
    first: async (name, within) =>
      (await source(tx, name, within.index).getKey(range(within) ?? IDBKeyRange.lowerBound(-Infinity))) as StoreKey | undefined,
    count: (name, within = {}) => source(tx, name, within.index).count(range(within)),
    put: async (name, row) => void (await tx.objectStore(name).put(row)),
    add: async (name, row) => (await tx.objectStore(name).add(row)) as StoreKey,
    delete: (name, key) => tx.objectStore(name).delete(key as IDBValidKey),
    clear: (name) => tx.objectStore(name).clear(),
  };
}

const source = (tx: Live, name: StoreName, index: string | undefined) => {
  const store = tx.objectStore(name);
  return index === undefined ? store : store.index(index);
};

function range({ from, to, after = false }: KeyRange): IDBKeyRange | undefined {
  if (from !== undefined && to !== undefined) return IDBKeyRange.bound(from, to, after);
  if (from !== undefined) return IDBKeyRange.lowerBound(from, after);
  return to === undefined ? undefined : IDBKeyRange.upperBound(to);
}
