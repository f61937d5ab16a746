import type { CommitCountRow, RootKeyRow } from './db-schema.js';
import { directory, filesOf, isMarked, orUndefined } from './presence-marks.js';
import type { StorageAdapter, Transaction } from './storage-adapter.js';

/**
 * Each commit is counted in its own transaction, and noted outside of IndexedDB once that transaction has completed. A database that has
 * counted less than was noted has gone back to an earlier state, which the browser does not say: Chromium opens one whose log file is gone
 * as if nothing had happened. A note may be behind; it is never ahead. There are two, as for the marks of presence: Chromium writes
 * `localStorage` to the disk up to a minute later, and has no file system of the origin on plain `http:`.
 */
interface Notes {
  /** 0 where nothing is noted for this root key. */
  read(store: string, gen: string): Promise<number>;
  write(store: string, gen: string, count: number): Promise<void>;
}

const entryOf = (store: string): string => `${store}-commits`;

const inLocalStorage: Notes = {
  read: async (store, gen) => {
    const [of, count] = localStorage.getItem(entryOf(store))?.split(' ') ?? [];
    return of === gen ? Number(count) || 0 : 0;
  },
  write: async (store, gen, count) => localStorage.setItem(entryOf(store), `${gen} ${count}`),
};

/** An empty file, called as the store, the root key and the count. */
const inFiles: Notes = {
  read: async (store, gen) =>
    (await filesOf(store)).reduce((most, name) => Math.max(most, name.startsWith(`${gen}-`) ? Number(name.slice(gen.length + 1)) || 0 : 0), 0),
  write: async (store, gen, count) => {
    const files = await directory();
    const name = `${gen}-${count}`;
    await files.getFileHandle(`${store}-${name}`, { create: true });
    if (!isMarked(store)) return files.removeEntry(`${store}-${name}`); // the store was removed while the file was made
    for (const other of await filesOf(store)) if (other.includes('-') && other !== name) await files.removeEntry(`${store}-${other}`);
  },
};

const places: readonly Notes[] = [inLocalStorage, inFiles];

/** How many commits the database has counted under its root key. */
export const commitsIn = async (tx: Transaction): Promise<number> => ((await tx.get('meta', 'commits')) as CommitCountRow | undefined)?.count ?? 0;

/** Counts the commit of this transaction. @returns how many there were under this root key, with this one */
export async function countCommit(tx: Transaction): Promise<number> {
  const count = (await commitsIn(tx)) + 1;
  await tx.put('meta', { name: 'commits', count });
  return count;
}

/** Notes how many commits of a store have completed: at once in `localStorage`, and in a file as soon as the one before is written. */
export class CommitNotes {
  #newest: readonly [gen: string, count: number] | undefined;
  #isWriting = false;

  constructor(private readonly store: string) {}

  /** @param gen of the root key; under another one the count begins anew */
  add(gen: string, count: number): void {
    this.#newest = [gen, count];
    void this.#write(inLocalStorage);
    if (!this.#isWriting) void this.#writeFiles();
  }

  async #writeFiles(): Promise<void> {
    this.#isWriting = true;
    for (let written; written !== this.#newest;) {
      written = this.#newest;
      await this.#write(inFiles);
    }
    this.#isWriting = false;
  }

  /** Not where the store has no mark: it was removed meanwhile. */
  async #write(place: Notes): Promise<void> {
    if (this.#newest && isMarked(this.store)) await orUndefined(() => place.write(this.store, ...this.#newest!));
  }
}

/** Whether commits that had completed are missing in the database with the root key `gen`. It is told once: the notes are taken back. */
export async function isBehind(store: string, storage: StorageAdapter, gen: string): Promise<boolean> {
  // Before the database is read, because other tabs go on writing.
  const noted = await Promise.all(places.map((place) => orUndefined(() => place.read(store, gen))));
  const most = Math.max(...noted.map((count) => count ?? 0));
  if (most === 0) return false;
  const count = await storage.run(['meta'], 'read', async (tx) =>
    ((await tx.get('meta', 'root')) as RootKeyRow | undefined)?.gen === gen ? commitsIn(tx) : undefined,
  );
  if (count === undefined || count >= most) return false; // undefined: the store has moved into another database
  for (const place of places) await orUndefined(() => place.write(store, gen, count));
  return true;
}

/** The file is forgotten with the mark of the store. */
export async function forgetCommits(store: string): Promise<void> {
  await orUndefined(async () => localStorage.removeItem(entryOf(store)));
}
