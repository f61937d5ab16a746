import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { type Connection, watchdog, within } from './connection.js';
import { MilieuError } from '../errors.js';
import type { Shapes, StoreName } from './shapes.js';
import type { Mode, Place, Shelf, Tx, Within } from './shelf.js';

type Live = IDBPTransaction<unknown, StoreName[], 'readwrite'>;

const pauses = [50, 200, 800];

/** The shelf on disk. */
export class IdbShelf implements Shelf {
  readonly lasting = true;
  constructor(readonly connection: Connection) {}

  async run<T>(names: readonly StoreName[], mode: Mode, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        const db = await this.connection.db();
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

  close(): void {
    this.connection.end('closed');
  }

  async #once<T>(db: IDBPDatabase, names: readonly StoreName[], mode: Mode, work: (tx: Tx) => Promise<T>): Promise<T> {
    const durability = mode === 'strict' ? 'strict' : 'relaxed';
    const tx = db.transaction([...names], mode === 'read' ? 'readonly' : 'readwrite', { durability }) as Live;
    const done = tx.done;
    const settled = done.then(
      () => undefined,
      (error: unknown) => error, // a handler from the start: an abort before anyone waits must not go unhandled
    );
    try {
      return await within(watchdog, this.connection.clock, finished(done, work(view(tx))));
    } catch (error) {
      const own = error instanceof MilieuError;
      abort(tx);
      if (own) throw error;
      const why = await settled;
      throw isQuota(why) ? why : error;
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
    return; // it has ended by itself
  }
}

const isQuota = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';
const losses = new Set(['InvalidStateError', 'UnknownError', 'AbortError', 'TransactionInactiveError', 'TimeoutError']);

/** A browser's error may name a path on the disk, so it ends here. */
function reason(error: unknown): unknown {
  if (!(error instanceof DOMException) && (error as Error | undefined)?.name !== 'QuotaExceededError') return error;
  if ((error as Error).name === 'QuotaExceededError') return new MilieuError('quota');
  return losses.has((error as Error).name) ? new MilieuError('connection') : error;
}

function view(tx: Live): Tx {
  return {
    get: async <S extends StoreName>(name: S, key: Place) => (await tx.objectStore(name).get(key as IDBValidKey)) as Shapes[S] | undefined,
    all: async <S extends StoreName>(name: S, within: Within = {}) =>
      (await source(tx, name, within.index).getAll(range(within), within.limit)) as Shapes[S][],
    first: async (name, within) =>
      (await source(tx, name, within.index).getKey(range(within) ?? IDBKeyRange.lowerBound(-Infinity))) as Place | undefined,
    count: (name, within = {}) => source(tx, name, within.index).count(range(within)),
    put: async (name, row) => void (await tx.objectStore(name).put(row)),
    add: async (name, row) => void (await tx.objectStore(name).add(row)),
    delete: (name, key) => tx.objectStore(name).delete(key as IDBValidKey),
    clear: (name) => tx.objectStore(name).clear(),
  };
}

const source = (tx: Live, name: StoreName, index: string | undefined) => {
  const store = tx.objectStore(name);
  return index === undefined ? store : store.index(index);
};

function range({ from, to, after = false }: Within): IDBKeyRange | undefined {
  if (from !== undefined && to !== undefined) return IDBKeyRange.bound(from, to, after);
  if (from !== undefined) return IDBKeyRange.lowerBound(from, after);
  return to === undefined ? undefined : IDBKeyRange.upperBound(to);
}
