import { type IDBPDatabase, openDB } from 'idb';
import type { DbSchema, MovedRow, RootKeyRow } from './db-schema.js';
import { heldLocks } from './locks.js';
import { abortUpgrade } from './migrations.js';

/**
 * The databases of one store. There is one, called as the store; but its key is changed by copying everything into a new database, and
 * while that goes on, or after a tab was killed, there are several. Which one counts is read from what lies in them, never from a clock.
 */
export interface Found {
  readonly name: string;
  /** There is none yet, so it may be made. */
  readonly isNew: boolean;
  /** All others of this store. */
  readonly others: readonly Other[];
}

export interface Other {
  readonly name: string;
  /** The store has moved out of it. Otherwise it is a copy that is not finished. */
  readonly isMoved: boolean;
  /** What lies there could not be opened and is kept knowingly. */
  readonly isKept: boolean;
}

interface Meta {
  readonly name: string;
  readonly root?: RootKeyRow | undefined;
  readonly moved?: MovedRow | undefined;
}

/** Finds the database that counts. The browser may not tell which databases there are; then it is the one that is called as the store. */
export async function findDatabase(store: string): Promise<Found> {
  const names = await namesOf(store);
  if (names.length < 2) return { name: names[0] ?? store, isNew: names.length === 0, others: [] };
  const all = (await Promise.all(names.map(readMeta))).filter((one) => one !== undefined);
  const name = (all.find((one) => counts(one, all)) ?? all.find((one) => !one.moved && !one.root?.of))?.name ?? store;
  const others = all
    .filter((one) => one.name !== name)
    .map(({ name: other, moved }) => ({ name: other, isMoved: Boolean(moved), isKept: moved?.kept ?? false }));
  return { name, isNew: false, others };
}

/** A copy does not count while the store is still in what it was copied from, and never if the store has moved into another one. */
function counts({ name, root, moved }: Meta, all: readonly Meta[]): boolean {
  if (!root || moved) return false;
  const source = all.find((one) => one.name === root.of);
  return !source || (source.moved ? source.moved.to === name : !source.root);
}

async function namesOf(store: string): Promise<string[]> {
  const factory: Partial<IDBFactory> = indexedDB;
  if (!factory.databases) return [store];
  return (await indexedDB.databases()).flatMap(({ name }) => (name === store || name?.startsWith(`${store}-`) ? [name] : []));
}

/** Undefined where it was deleted meanwhile. */
async function readMeta(name: string): Promise<Meta | undefined> {
  const db = await openExisting(name);
  if (!db) return undefined;
  try {
    if (!db.objectStoreNames.contains('meta')) return { name };
    const tx = db.transaction('meta');
    const [root, moved] = (await Promise.all([tx.store.get('root'), tx.store.get('moved')])) as [
      DbSchema['meta'] | undefined,
      DbSchema['meta'] | undefined,
    ];
    return { name, root: root as RootKeyRow | undefined, moved: moved as MovedRow | undefined };
  } finally {
    db.close();
  }
}

async function openExisting(name: string): Promise<IDBPDatabase | undefined> {
  let isMissing = false;
  try {
    return await openDB(name, undefined, {
      upgrade: (_db, _from, _to, tx) => {
        isMissing = true;
        abortUpgrade(tx); // it would be made by this
      },
    });
  } catch (error) {
    if (isMissing) return undefined;
    throw error;
  }
}

/** Deletes what the store has moved out of, and copies of tabs that were killed; never what is kept knowingly. */
export async function deleteUnused(others: readonly Other[]): Promise<void> {
  if (others.length === 0) return;
  const held = await heldLocks();
  // Without locks nobody knows whether a tab is still copying. The end of the next key change deletes what is left.
  for (const { name, isMoved, isKept } of others) if (isMoved ? !isKept : held && !held.has(name)) await deleteDatabase(name);
}

/** The store has moved into another database: deletes also the copies of tabs that were slower, and at the end what it has moved out of. */
export async function deleteReplaced(others: readonly Other[]): Promise<void> {
  for (const { name, isMoved } of others) if (!isMoved) await deleteDatabase(name);
  for (const { name, isMoved, isKept } of others) if (isMoved && !isKept) await deleteDatabase(name);
}

/** Deletes a database. Where another tab still has it open, the browser deletes it as soon as that tab lets go, and nobody waits. */
export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onblocked = () => resolve();
    request.onerror = (event) => {
      event.preventDefault();
      resolve(); // the next opening finds it again
    };
  });
}
