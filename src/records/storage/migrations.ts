import type { IDBPDatabase } from 'idb';
import { type StoreName, stores } from './db-schema.js';

/** The newest version of the database schema that this code knows. */
export const latestVersion = 1;

/** Migrates a database from version `from` to `latestVersion`. It runs in the upgrade transaction, so await only IndexedDB calls. */
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
