import { type IDBPDatabase, openDB } from 'idb';
import type { Clock } from '../base/clock.js';
import { type ErrorCode, MilieuError } from '../base/errors.js';
import { deleteUnused, findDatabase, type Found } from './databases.js';
import { abortUpgrade, isWhole, latestVersion, migrate, nextVersion } from './migrations.js';
import { isMarkedAnywhere } from './presence-marks.js';

/** Events of an open database. */
export interface ConnectionEvents {
  /** Stores of the database were missing, with whatever was in them. They are there again, and empty. */
  lost(): void;
  /**
   * The browser closed the database, or another tab deletes it: the store has moved into another database, or all may be gone. The next
   * request opens what is there.
   */
  closed(): void;
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
  /** Its stores were made by this opening, although it was there before. */
  readonly isRepaired: boolean;
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

/** Owns the IndexedDB connection: finds the database, opens and repairs it, and closes it for newer versions of this code. */
export class Connection {
  #open: Promise<IDBPDatabase> | undefined;
  /** The open handle, for the one write that cannot wait for a promise. */
  #handle: IDBPDatabase | undefined;
  #ended: MilieuError | undefined;
  #seen = false;
  #isBlocked = false;
  #isReadOnly = false;
  /** The browser said at an opening that it had deleted what was there, or what this connection has seen was not there. */
  #wasEmptied = false;

  /**
   * @param name of the store
   * @param patience the clock that says when an opening counts as blocked
   * @param find the database of the store, each time when it is opened
   */
  constructor(
    readonly name: string,
    readonly clock: Clock,
    readonly events: ConnectionEvents,
    private readonly patience: Clock = clock,
    private readonly find: (store: string) => Promise<Found> = findDatabase,
  ) {}

  /** A newer version of this code made the database: it can be read, and nothing in it is changed. Known once it is open. */
  get isReadOnly(): boolean {
    return this.#isReadOnly;
  }

  /** @throws MilieuError `newer`, `newer-schema`, `storage-off`, `connection`, `blocked`, `closed` */
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
      const opened = await withTimeout(blockedAfter, this.patience, opening, 'blocked');
      const { db } = opened;
      this.#remember(opened);
      this.#handle = db;
      this.#isReadOnly = db.version >= nextVersion;
      block.end();
      return db;
    } catch (error) {
      const why = await this.#why(error);
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
      .then((opened) => {
        opened.db.close();
        this.#remember(opened);
      })
      .then(ended, ended); // why it did not open is said by the next request
  }

  async #request(block: Block): Promise<Opened> {
    const { name, isNew, others } = await this.find(this.name);
    const db = await this.#openAs(name, latestVersion, block, isNew).catch((error: unknown) => {
      if (!isVersionError(error)) throw error;
      return this.#openAs(name, undefined, block, false); // it may have been repaired
    });
    if (!db) return this.#request(block); // deleted since it was found
    if (db.version >= nextVersion) {
      if (isWhole(db)) return { db, isRepaired: false };
      db.close();
      throw new MilieuError('newer-schema');
    }
    void deleteUnused(others);
    if (isWhole(db)) return { db, isRepaired: false };
    const { version } = db;
    db.close();
    const repaired = await this.#openAs(name, version + 1, block, false);
    return repaired ? { db: repaired, isRepaired: true } : this.#request(block);
  }

  /** Undefined where there is none and it must not be made. */
  async #openAs(name: string, version: number | undefined, block: Block, mayMake: boolean): Promise<IDBPDatabase | undefined> {
    let isMissing = false;
    try {
      return await openDB(name, version, {
        upgrade: (db, from, _to, tx, event) => {
          if (isEmptied(event) || (from === 0 && mayMake && this.#seen)) this.#wasEmptied = true;
          isMissing = from === 0 && !mayMake;
          if (isMissing) abortUpgrade(tx);
          else migrate(db, from, tx).catch(() => abortUpgrade(tx));
        },
        blocked: () => block.begin(),
        blocking: (_, next) => {
          if (next === null || next < nextVersion) return this.#gone();
          this.end('newer');
          this.events.newer();
        },
        terminated: () => this.#gone(),
      });
    } catch (error) {
      if (isMissing) return undefined;
      throw error;
    }
  }

  #gone(): void {
    if (this.#ended) return;
    this.drop();
    this.events.closed();
  }

  #remember({ isRepaired }: Opened): void {
    this.#seen = true;
    if (isRepaired || this.#wasEmptied) this.events.lost();
    this.#wasEmptied = false;
  }

  async #why(error: unknown): Promise<MilieuError> {
    if (error instanceof MilieuError) return error;
    if (isVersionError(error)) return new MilieuError('newer-schema');
    // If it has opened before, storage is not switched off but broken. Then the store must not start empty as if nothing had been stored.
    return new MilieuError(this.#seen || (await isMarkedAnywhere(this.name)) ? 'connection' : 'storage-off');
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

const isVersionError = (error: unknown): boolean => error instanceof DOMException && error.name === 'VersionError';

/** Chromium deletes a database whose files it finds damaged, and says so to the opening that makes it again. */
const isEmptied = (event: IDBVersionChangeEvent): boolean => {
  const { dataLoss = 'none' } = event as IDBVersionChangeEvent & { readonly dataLoss?: string };
  return dataLoss !== 'none';
};
