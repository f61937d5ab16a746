import { someone } from '../../model/record.js';
import type { Emitter } from '../base/emitter.js';
import { codeOf, MilieuError } from '../base/errors.js';
import type { StatusStore } from '../base/status.js';
import { readKey } from '../base/key.js';
import type { GivenKey, Key, RecordsOptions } from '../base/types.js';
import type { TaskRunner } from '../tasks/task-runner.js';
import type { ConnectionEvents } from '../storage/connection.js';
import type { RootKeyRow } from '../storage/db-schema.js';
import { isDamaged, leaveDamaged } from '../crypto/damaged-key.js';
import { allStores, isEmpty, type OpenedKey, originOf, readRootKey, rootKeyAfter } from '../crypto/key-storage.js';
import { openKey, type OpenResult } from '../crypto/rotate-key.js';
import { sessionKeyOf } from '../crypto/session-key.js';
import { HostKey } from './host-key.js';
import { Loss } from './loss.js';
import { SessionStatus } from './session-status.js';
import {
  createContext,
  keyChange,
  openLocation,
  type OpenSession,
  openSession,
  type StoreContext,
  type StoreEvents,
  type StoreLocation,
  type StoreParts,
} from './store-context.js';

/** ms after a look that failed. */
const lookAgain = 10_000;
/** How often work runs once more where its root was replaced meanwhile. */
const maxReruns = 2;

/** The one opening of a store: finds the place, holds the opened root and drops it. */
export class SessionManager {
  readonly #options: Omit<RecordsOptions, 'key'>;
  readonly #parts: StoreParts;
  readonly #tasks: TaskRunner;
  readonly #events: Emitter<StoreEvents>;
  #opening: Promise<void>;
  #place: StoreLocation | undefined;
  #context: StoreContext | undefined;
  #session: OpenSession | undefined;
  readonly #status: SessionStatus;
  readonly #loss = new Loss();
  #closed = false;
  #stopTimer = (): void => undefined;
  #isBlocked = false; // by another tab
  readonly #key: HostKey;

  constructor(options: RecordsOptions, parts: StoreParts, board: StatusStore, tasks: TaskRunner, events: Emitter<StoreEvents>) {
    const { key, locking, unlocked, ...rest } = options;
    this.#options = rest;
    this.#key = new HostKey(key, locking, unlocked);
    this.#parts = parts;
    this.#status = new SessionStatus(board);
    this.#tasks = tasks;
    this.#events = events;
    events.on('key', () => void this.reopen());
    events.on('removed', () => void this.removed());
    events.on('lock', () => this.lock());
    this.#opening = this.#open().catch((error: unknown) => this.#fail(error));
  }

  /** Settles when it is known how the opening went. Never rejects. */
  get opening(): Promise<void> {
    return this.#opening;
  }

  /** @throws MilieuError why there is no place. That it is locked is said by `session()`. */
  async context(): Promise<StoreContext> {
    await this.#opening;
    if (this.#closed) throw new MilieuError('closed');
    if (!this.#context) {
      if (this.#status.isOver) throw this.#status.failed!;
      await this.reopen();
    }
    if (!this.#context) throw this.#status.failed ?? new MilieuError('connection');
    return this.#context;
  }

  /**
   * The one way in for everything that writes. Where a transaction finds another root than its own, another tab has changed the key,
   * or storage was emptied: the session looks again, and where it is open, the work runs once more under the new root.
   */
  async run<T>(work: (context: StoreContext) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      const context = await this.context();
      try {
        return await work(context);
      } catch (error) {
        if (codeOf(error) !== 'locked' || tries > maxReruns) throw error;
        await this.reopen();
        if (!this.#session) throw this.#status.failed ?? error;
      }
    }
  }

  /** Tries once more where opening failed, and looks whether the root is still the one that stands. */
  reopen(): Promise<void> {
    // Set before anything is awaited: whoever asks for the context from now on waits for this look, and two looks never overlap.
    this.#opening = this.#opening.then(() => this.#look()).catch((error: unknown) => this.#fail(error));
    return this.#opening;
  }

  async #look(): Promise<void> {
    if (this.#closed || this.#status.isOver || this.#isBlocked) return;
    if (!this.#place) await this.#open();
    else if (this.#session) await this.#recheck(this.#place, this.#session);
    else if (this.#status.isDamaged) await this.#startAgain(this.#place); // another tab may have
  }

  /** `isNew`: what is open moves under this key. @throws MilieuError `wrong-key`, `weak-key`, `damaged-key`, `cancelled`, `locked` */
  async unlock(given: Key, isNew = false): Promise<void> {
    const [key, isLocked] = [this.#key.offer(readKey(given)), this.#key.watchLock()];
    await this.context();
    await this.#inTurn(() => this.#enter(this.#place!, key, isLocked, false, isNew, isNew ? this.#context!.session() : undefined));
  }

  /** Leaves what cannot be opened, because its key is damaged. Does nothing where that is not so. */
  async startAnew(isKept: boolean): Promise<void> {
    await this.#inTurn(async () => {
      if (!this.#status.isDamaged || !this.#place) return;
      const root = await readRootKey(this.#place.storage);
      if (!(await isDamaged(this.#startAgain(this.#place)))) return; // another tab has started anew
      await leaveDamaged(this.#place.storage, root, isKept);
      await this.#loss.forget(this.#place);
      await this.#startAgain(this.#place, root?.mode ?? 'device');
    });
  }

  /** Whoever called hears of an error; others only wait. */
  async #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#opening.then(work);
    this.#opening = turn.catch((error: unknown) => void (codeOf(error) === 'damaged-key' && this.#fail(error)));
    await turn;
  }

  /** A store that had a key of the host waits for one. `mode`: of the damaged key, which another tab has to let go of. */
  #startAgain(place: StoreLocation, mode?: RootKeyRow['mode']): Promise<void> {
    place.storage.relocate();
    const wait = this.#options.locked || this.#key.mustWait || (mode !== undefined && mode !== 'device');
    return this.#enter(place, this.#key.read() ?? this.#key.offered, this.#key.watchLock(), wait, mode !== undefined);
  }

  /** Drops the key and what can be read. What could not be reached, but has been opened before, is not opened again without a key. */
  lock(): void {
    if (this.#closed) return;
    this.#key.lock();
    this.#events.emit('over');
    this.#leave();
    if (this.#status.isOver || (this.#status.failed && !this.#place)) return;
    if (this.#place) this.#placed(this.#place);
    this.#status.locked();
  }

  /** What was kept here was removed: nothing more is read or written before the page is loaded anew. */
  async removed(isByThisTab = false): Promise<void> {
    if (this.#closed || this.#status.isOver) return;
    this.#key.drop();
    this.#events.emit('over');
    this.#leave();
    this.#fail(new MilieuError('removed'));
    this.#place?.storage.close();
    if (isByThisTab && this.#place) await this.#loss.forget(this.#place);
  }

  close(): void {
    this.#closed = true;
    this.#key.drop();
    this.#stopTimer();
    this.#events.emit('over');
    this.#leave();
    this.#place?.storage.close();
  }

  async #open(): Promise<void> {
    const isLocked = this.#key.watchLock();
    let place: StoreLocation;
    try {
      place = await openLocation(this.#options, this.#parts, this.#happenings());
      if (this.#closed) return place.storage.close();
      this.#placed(place);
      this.#context = createContext(place, this.#options, this.#parts, this.#events, this.#status.board, () => {
        if (!this.#session) throw this.#closed ? new MilieuError('closed') : (this.#status.failed ?? new MilieuError('locked'));
        return this.#session;
      });
      this.#events.emit('located', place);
    } catch (error) {
      return this.#fail(error);
    }
    try {
      await this.#enter(place, this.#key.read(), isLocked, this.#options.locked || this.#key.mustWait);
    } catch (error) {
      await this.#notEntered(isLocked() ? new MilieuError('cancelled') : error, place);
    }
  }

  async #notEntered(error: unknown, place: StoreLocation): Promise<void> {
    const code = codeOf(error);
    if (code !== 'wrong-key' && code !== 'weak-key' && code !== 'cancelled') return this.#failLook(error);
    this.#status.refused(code === 'cancelled' ? undefined : code, await modeOf(place));
  }

  #fail(error: unknown): void {
    if (!this.#closed) this.#status.fail(error);
  }

  #happenings(): ConnectionEvents {
    const look = (): void => void (this.#session && this.reopen());
    return {
      lost: () => (this.#loss.find(), look()),
      closed: () => (this.#loss.suspect(), look()),
      blocked: () => ((this.#isBlocked = true), this.#fail(new MilieuError('blocked'))),
      unblocked: () => ((this.#isBlocked = false), void this.reopen()),
      newer: () => (this.#leave(), this.#fail(new MilieuError('newer'))),
    };
  }

  /** @param isLocked whether the store was locked since this was asked for */
  async #enter(place: StoreLocation, key: GivenKey, isLocked: () => boolean, wait = false, anew = false, from?: OpenedKey): Promise<void> {
    const entered: OpenResult = await openKey(place, this.#tasks, key, { wait, from, entry: () => keyChange(this.#context!) });
    if ('locked' in entered) {
      this.#placed(place);
      return this.#status.locked(entered.locked);
    }
    const session = await openSession(entered.held, this.#options.person ?? someone);
    const emptied = await this.#loss.opened(place, session);
    if (isLocked()) throw new MilieuError('locked');
    if (key !== undefined) this.#key.opened(key, session.isByCode ?? false, againWith(place, key, entered.held));
    if (this.#closed || this.#session?.gen === session.gen) return;
    this.#leave();
    this.#session = session;
    this.#placed(place);
    this.#status.opened(place, session, this.#loss.extent);
    if (place.storage.isReadOnly) return this.#events.emit('back'); // it is read, and nothing is sent or pulled
    this.#events.emit('opened', { context: this.#context!, anew: anew || entered.anew, emptied });
    const isOpen = (): boolean => this.#session === session && !this.#status.failed;
    void this.#loss.findPart(place, session).then((isFound) => isFound && isOpen() && this.#status.opened(place, session, this.#loss.extent));
  }

  #placed(place: StoreLocation): void {
    this.#place = place;
    this.#status.located(place);
  }

  /** Another tab may have changed the key, or all may be gone. A lock that was there is never left off. */
  async #recheck(place: StoreLocation, session: OpenSession): Promise<void> {
    const isLocked = this.#key.watchLock();
    try {
      const root = await rootKeyAfter(place.storage, session);
      const isRemoved = !root && !this.#loss.isPossible && (await place.storage.run(allStores, 'read', isEmpty));
      if (this.#session !== session) return; // locked or closed meanwhile
      const failed = this.#status.failed !== undefined;
      this.#placed(place);
      if (!root || originOf(root) !== session.origin) this.#loss.confirm();
      else this.#loss.ruleOut();
      if (root?.gen === session.gen) {
        this.#status.opened(place, session, this.#loss.extent);
        return void (failed && this.#events.emit('back'));
      }
      if (isRemoved) return this.removed(); // another tab has, and this one was not told
      this.#leave();
      await this.#enter(place, this.#key.read(), isLocked, session.mode !== 'device');
    } catch (error) {
      await this.#notEntered(isLocked() ? new MilieuError('cancelled') : error, place);
    }
  }

  /** A disk that cannot be reached may come back while nobody writes. */
  #failLook(error: unknown): void {
    this.#fail(error);
    this.#stopTimer();
    if (codeOf(error) === 'connection') this.#stopTimer = this.#parts.clock.after(lookAgain, () => void this.reopen());
  }

  #leave(): void {
    if (!this.#session) return;
    this.#session = undefined;
    this.#events.emit('closed');
  }
}

/** A passphrase is typed once: what opens the store again stands for it, but is not it. In memory there is nothing to open again. */
const againWith = ({ storage }: StoreLocation, key: GivenKey, held: OpenedKey): GivenKey =>
  typeof key === 'string' && storage.lasting ? sessionKeyOf(held) : key;

const modeOf = async ({ storage }: StoreLocation): Promise<RootKeyRow['mode'] | 'none'> => (await readRootKey(storage))?.mode ?? 'none';
