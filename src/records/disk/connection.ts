import { type IDBPDatabase, openDB } from 'idb';
import type { Clock } from '../clock.js';
import { MilieuError } from '../errors.js';
import { migrate, newest } from './migrations.js';

/** What can befall an open database. */
export interface Happenings {
  /** It was here before, and is empty now. */
  lost(): void;
  /** Another tab with an older version of this code keeps it from opening. */
  blocked(): void;
  /** A newer version of this code has come: this tab has let go. */
  newer(): void;
}

export const watchdog = 10_000;

/** The one owner of the IndexedDB connection: it opens, gives way to newer versions, and notices losses. */
export class Connection {
  #open: Promise<IDBPDatabase> | undefined;
  #ended: MilieuError | undefined;
  #seen = false;

  constructor(
    readonly name: string,
    readonly clock: Clock,
    readonly happenings: Happenings,
  ) {}

  /** @throws MilieuError `newer`, `storage-off`, `connection`, `closed` */
  db(): Promise<IDBPDatabase> {
    if (this.#ended) return Promise.reject(this.#ended);
    // Kept before any await: only the first of several requests is ever told that it is blocked.
    this.#open ??= this.#opened().catch((error: unknown) => {
      this.#open = undefined;
      throw error;
    });
    return this.#open;
  }

  /** Forgets a handle that failed, so that the next call opens anew. */
  drop(): void {
    const open = this.#open;
    this.#open = undefined;
    void open?.then(
      (db) => db.close(),
      () => undefined, // never opened: whoever asked has been told
    );
  }

  end(why: 'closed' | 'newer'): void {
    this.#ended = new MilieuError(why);
    this.drop();
  }

  async #opened(): Promise<IDBPDatabase> {
    if (typeof indexedDB === 'undefined') throw new MilieuError('storage-off');
    const opening = this.#request();
    try {
      const { db, empty } = await within(watchdog, this.clock, opening);
      this.#remember(empty);
      return db;
    } catch (error) {
      void opening.then(
        ({ db }) => db.close(), // an opening that comes too late must not stay open unseen
        () => undefined,
      );
      throw this.#why(error);
    }
  }

  async #request(): Promise<{ db: IDBPDatabase; empty: boolean }> {
    let empty = false;
    const db = await openDB(this.name, newest, {
      upgrade: (made, from) => {
        empty = from === 0;
        migrate(made, from);
      },
      blocked: () => this.happenings.blocked(),
      blocking: (_, next) => {
        if (next === null) return this.drop(); // somebody deletes it: what comes next will find it empty
        this.end('newer');
        this.happenings.newer();
      },
      terminated: () => this.drop(),
    });
    return { db, empty };
  }

  #remember(empty: boolean): void {
    if (empty && (this.#seen || sentinel.stands(this.name))) this.happenings.lost();
    this.#seen = true;
    sentinel.put(this.name);
  }

  #why(error: unknown): MilieuError {
    if (error instanceof MilieuError) return error;
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'VersionError') return new MilieuError('newer');
    // Where it has opened before, storage is not off: it is broken, and nobody may start over as if nothing had been there.
    return new MilieuError(this.#seen || sentinel.stands(this.name) ? 'connection' : 'storage-off');
  }
}

/** Rejects with `connection` after `ms`; some browsers leave an opening open for ever. */
export async function within<T>(ms: number, clock: Clock, work: Promise<T>): Promise<T> {
  let stop = (): void => undefined;
  const limit = new Promise<never>((_, reject) => {
    stop = clock.after(ms, () => reject(new MilieuError('connection')));
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    stop();
  }
}

/** A mark outside the database that says only that it has been there. */
const sentinel = {
  stands: (name: string): boolean => {
    try {
      return localStorage.getItem(name) !== null;
    } catch {
      return false; // no local storage here: then nothing can be known
    }
  },
  put: (name: string): void => {
    try {
      localStorage.setItem(name, '1');
    } catch {
      return; // full or forbidden: the records themselves do not depend on it
    }
  },
};
