import type { IDBPDatabase } from 'idb';
import { type StoreName, stores } from './shapes.js';

/** The newest layout of the stores this code knows. */
export const newest = 1;

/** Brings a database from `from` to `newest`. Runs inside the upgrade, so nothing but IndexedDB may be awaited. */
export function migrate(db: IDBPDatabase, from: number): void {
  if (from < 1) makeStores(db);
}

function makeStores(db: IDBPDatabase): void {
  for (const name of Object.keys(stores) as StoreName[]) {
    const { keyPath, auto, indexes } = stores[name];
    const store = db.createObjectStore(name, { keyPath, autoIncrement: auto ?? false });
    for (const [index, { unique = false, multi = false }] of Object.entries(indexes)) store.createIndex(index, index, { unique, multiEntry: multi });
  }
}
