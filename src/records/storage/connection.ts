import { type IDBPDatabase, openDB } from 'idb';
import type { Clock } from '../base/clock.js';
import { type ErrorCode, MilieuError } from '../base/errors.js';
import { migrate, latestVersion } from './migrations.js';

/** Events of an open database. */
export interface ConnectionEvents {
  /** The database existed before and is empty now. */
  lost(): void;
  /**
   * The browser closed the database. `deleted`: all its data is being deleted. Otherwise the reason is unknown and the data may be intact.
   * The next request opens it again.
   */
  closed(deleted: boolean): void;
  /**
   * Another tab prevents the opening: it keeps an older version of the database open, or a removal of it waits for that tab. `unblocked`
   * follows.
   */
  blocked(): void;
  /** The opening that was blocked has ended: the next request opens the database, or says why not. */
  unblocked(): void;
  /** Another tab has a newer version of this code, so this tab closed its connection. */
  newer(): void;
}

export const openTimeout = 10_000;
/** ms of opening after which it counts as blocked: a removal that waits for another tab sends no event. */
export const blockedAfter = 5000;

interface Opened {
  readonly db: IDBPDatabase;
  /** Its stores were made by this opening. */
  readonly empty: boolean;
}

/** Reports once that an opening is blocked, and once that it has ended. */
class Block {
  #isReported = false;

  constructor(private readonly events: ConnectionEvents) {}

  begin(): void {
    if (!this.#isReported) this.events.blocked();
    this.#isReported = true;
  }
  end(): void {
    if (this.#isReported) this.events.unblocked();
  }
}

/** Owns the IndexedDB connection: opens it, closes it for newer versions of this code, and detects lost data. */
export class Connection {
  #open: Promise<IDBPDatabase> | undefined;
  /** The open handle, for the one write that cannot wait for a promise. */
  #handle: IDBPDatabase | undefined;
  #ended: MilieuError | undefined;
  #seen = false;
  #isBlocked = false;

  constructor(
    readonly name: string,
    readonly clock: Clock,
    readonly events: ConnectionEvents,
    /** The clock that says when an opening counts as blocked. */
    private readonly patience: Clock = clock,
  ) {}

  /** @throws MilieuError `newer`, `storage-off`, `connection`, `blocked`, `closed` */
  db(): Promise<IDBPDatabase> {
    if (this.#ended) return Promise.reject(this.#ended);
    if (this.#isBlocked) return Promise.reject(new MilieuError('blocked'));
    // Set before any await, so that several requests share one opening: the browser reports `blocked` only to the first.
    this.#open ??= this.#opened().catch((error: unknown) => {
      this.#open = undefined;
      throw error;
    });
    return this.#open;
  }

  /** The open database; undefined while it is being opened, or has ended. */
  get handle(): IDBPDatabase | undefined {
    return this.#ended ? undefined : this.#handle;
  }

  /** Drops a failed connection, so that the next call opens a new one. */
  drop(): void {
    const open = this.#open;
    this.#open = this.#handle = undefined;
    void open?.then(
      (db) => db.close(),
      () => undefined, // it never opened, and the caller got the error
    );
  }

  end(why: 'closed' | 'newer'): void {
    this.#ended = new MilieuError(why);
    this.drop();
  }

  async #opened(): Promise<IDBPDatabase> {
    if (typeof indexedDB === 'undefined') throw new MilieuError('storage-off');
    const block = new Block(this.events);
    const opening = this.#request(block);
    try {
      const { db, empty } = await withTimeout(blockedAfter, this.patience, opening, 'blocked');
      this.#remember(empty);
      this.#handle = db;
      block.end();
      return db;
    } catch (error) {
      const why = this.#why(error);
      if (why.code === 'blocked') this.#waitFor(opening, block);
      else block.end();
      throw why;
    }
  }

  /** Keeps the request, because its end is the only sign that the block has gone. Until then, nobody else waits. */
  #waitFor(opening: Promise<Opened>, block: Block): void {
    this.#isBlocked = true;
    block.begin();
    const ended = (): void => {
      this.#isBlocked = false;
      block.end();
    };
    void opening
      .then(({ db, empty }) => {
        db.close();
        this.#remember(empty);
      })
      .then(ended, ended); // why it did not open is said by the next request
  }

  async #request(block: Block): Promise<Opened> {
    let empty = false;
    const db = await openDB(this.name, latestVersion, {
      upgrade: (made, from, _to, _tx, event) => {
        empty = from === 0;
        if (isEmptied(event)) this.#seen = true;
        migrate(made, from);
      },
      blocked: () => block.begin(),
      blocking: (_, next) => {
        if (next === null) return this.#gone(true);
        this.end('newer');
        this.events.newer();
      },
      terminated: () => this.#gone(false),
    });
    return { db, empty };
  }

  #gone(deleted: boolean): void {
    if (this.#ended) return;
    this.drop();
    this.events.closed(deleted);
  }

  #remember(empty: boolean): void {
    if (empty && (this.#seen || presenceMark.stands(this.name))) this.events.lost();
    this.#seen = true;
    presenceMark.put(this.name);
  }

  #why(error: unknown): MilieuError {
    if (error instanceof MilieuError) return error;
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'VersionError') return new MilieuError('newer');
    // If it has opened before, storage is not switched off but broken. Then the store must not start empty as if nothing had been stored.
    return new MilieuError(this.#seen || presenceMark.stands(this.name) ? 'connection' : 'storage-off');
  }
}

/** Rejects with `code` after `ms`, because in some browsers a request never settles. */
export async function withTimeout<T>(ms: number, clock: Clock, work: Promise<T>, code: ErrorCode = 'connection'): Promise<T> {
  let stop = (): void => undefined;
  const limit = new Promise<never>((_, reject) => {
    stop = clock.after(ms, () => reject(new MilieuError(code)));
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    stop();
  }
}

/**
 * Chromium deletes a database whose files it finds damaged, and says so here alone. The mark in `localStorage` may be missing then: it is
 * written some seconds late, and not at all on a full disk.
 */
const isEmptied = (event: IDBVersionChangeEvent): boolean => {
  const { dataLoss = 'none' } = event as IDBVersionChangeEvent & { readonly dataLoss?: string };
  return dataLoss !== 'none';
};

/** A mark in `localStorage` that says that the database has existed. */
const presenceMark = {
  stands: (name: string): boolean => {
    try {
      return localStorage.getItem(name) !== null;
    } catch {
      return false; // without local storage this is unknown
    }
  },
  put: (name: string): void => {
    try {
      localStorage.setItem(name, '1');
    } catch {
      return; // full or forbidden: the records do not depend on it
    }
  },
};
