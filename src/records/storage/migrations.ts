import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { type StoreName, stores } from './db-schema.js';

type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>;

/**
 * The version of the database that this code makes. A repair adds 1, because a browser changes stores in no other way, so every version
 * below `nextVersion` has the same schema. 1: release 0.1.0. 100: keys are changed by moving into another database. 200: the stores `aside` and
 * `audit`.
 */
export const latestVersion = 200;
export const nextVersion = 300;

/** Brings a database from version `from` to the schema of this code. It runs in the upgrade transaction, so await only IndexedDB calls. */
export async function migrate(db: IDBPDatabase, from: number, tx: Upgrade): Promise<void> {
  for (const name of storeNames) ensureStore(db, name, tx);
  if (from === 1) await endOldKeyChange(tx);
}

/** The opening fails then, and nothing is made or changed. */
export function abortUpgrade(tx: Upgrade): void {
  tx.done.catch(() => undefined); // the opening says it
  tx.abort();
}

const storeNames = Object.keys(stores) as StoreName[];

/** Whether all stores and indexes are there. Another script of the host's pages may have made a database of this name. */
export function isWhole(db: IDBPDatabase): boolean {
  if (!storeNames.every((name) => db.objectStoreNames.contains(name))) return false;
  const tx = db.transaction(storeNames);
  return storeNames.every((name) => {
    const store = tx.objectStore(name);
    return isAsDescribed(name, store) && Object.keys(stores[name].indexes).every((index) => store.indexNames.contains(index));
  });
}

const isAsDescribed = (name: StoreName, store: { readonly keyPath: unknown; readonly autoIncrement: boolean }): boolean =>
  store.keyPath === stores[name].keyPath && store.autoIncrement === (stores[name].auto ?? false);

/** Keeps the rows of a store that is as it should be. */
function ensureStore(db: IDBPDatabase, name: StoreName, tx: Upgrade): void {
  const { keyPath, auto, indexes } = stores[name];
  const there = db.objectStoreNames.contains(name) ? tx.objectStore(name) : undefined;
  if (there && !isAsDescribed(name, there)) db.deleteObjectStore(name);
  const store = there && isAsDescribed(name, there) ? there : db.createObjectStore(name, { keyPath, autoIncrement: auto ?? false });
  for (const [index, { unique = false, multi = false }] of Object.entries(indexes))
    if (!store.indexNames.contains(index)) store.createIndex(index, index, { unique, multiEntry: multi });
}

/** Version 0.1 stopped all tabs while it changed a key. A tab that was killed then has left that behind. */
async function endOldKeyChange(tx: Upgrade): Promise<void> {
  const meta = tx.objectStore('meta');
  for (const row of (await meta.getAll()) as { name: string; changing?: unknown }[]) {
    const { changing, ...rest } = row;
    if (row.name.startsWith('ended:')) await meta.delete(row.name);
    else if (changing) await meta.put(rest);
  }
}
