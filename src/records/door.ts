import { someone } from '../model/record.js';
import type { Happenings } from './disk/connection.js';
import { codeOf, MilieuError } from './errors.js';
import { type Ground, openSession, type Session } from './ground.js';
import { readRoot } from './sealing/keys.js';
import { enter, type Entered, openPlace, type Parts, type Place } from './opening.js';
import type { StatusBoard } from './status.js';
import type { Key, RecordsOptions } from './types.js';
import type { Works } from './work/works.js';

/** What follows when the door opens and closes. */
export interface Behind {
  /** There is a place, locked or not. */
  placed(place: Place, ground: Ground): void;
  /** Records can be read and written. `anew`: under a new root, so other tabs have to let go of the old one. */
  entered(ground: Ground, anew: boolean): void;
  /** Nothing can be read any more. */
  left(): void;
  wrote(ids: readonly string[]): void;
}

/** The way in: finds the place, holds the opened root and drops it. */
export class Door {
  readonly #options: Omit<RecordsOptions, 'key'>;
  readonly #parts: Parts;
  readonly #board: StatusBoard;
  readonly #works: Works;
  readonly #behind: Behind;
  #opening: Promise<void>;
  #place: Place | undefined;
  #ground: Ground | undefined;
  #session: Session | undefined;
  #failed: MilieuError | undefined;
  #lost = false;
  #closed = false;
  /** The key the host opened with, until it locks. */
  #key: Key | undefined;

  constructor(options: RecordsOptions, parts: Parts, board: StatusBoard, works: Works, behind: Behind) {
    const { key, ...rest } = options;
    this.#options = rest;
    this.#key = key;
    this.#parts = parts;
    this.#board = board;
    this.#works = works;
    this.#behind = behind;
    this.#opening = this.#open();
  }

  /** Settles when it is known how the opening went. Never rejects. */
  get opening(): Promise<void> {
    return this.#opening;
  }

  /** Whether records can be read and written now. */
  get isOpen(): boolean {
    return this.#session !== undefined;
  }

  /** @throws MilieuError why there is no place. That it is locked is said by `session()`. */
  async ground(): Promise<Ground> {
    await this.#opening;
    if (this.#closed) throw new MilieuError('closed');
    if (!this.#ground) {
      if (this.#isOver) throw this.#failed!;
      await this.again();
    }
    if (!this.#ground) throw this.#failed ?? new MilieuError('connection');
    return this.#ground;
  }

  /** Tries once more where opening failed, and looks whether the root is still the one that stands. */
  async again(): Promise<void> {
    await this.#opening;
    if (this.#closed || this.#isOver) return;
    if (!this.#place) this.#opening = this.#open();
    else if (this.#session) this.#opening = this.#recheck(this.#place, this.#session);
    await this.#opening;
  }

  /** @throws MilieuError `wrong-key`, `weak-key` */
  async unlock(key: Key): Promise<void> {
    await this.ground();
    const entering = this.#opening.then(() => this.#enter(this.#place!, key));
    this.#opening = entering.then(
      () => undefined,
      () => undefined, // whoever called hears of it; others only wait
    );
    await entering;
  }

  lock(): void {
    this.#key = undefined;
    if (this.#closed || this.#failed) return;
    this.#leave();
    this.#board.set({ store: 'locked' });
  }

  /** What was kept here was removed: nothing more is read or written before the page is loaded anew. */
  removed(): void {
    if (this.#closed || this.#isOver) return;
    this.#key = undefined;
    this.#leave();
    this.#fail(new MilieuError('removed'));
    this.#place?.shelf.close();
  }

  get #isOver(): boolean {
    return this.#failed?.code === 'newer' || this.#failed?.code === 'removed';
  }

  close(): void {
    this.#closed = true;
    this.#leave();
    this.#place?.shelf.close();
  }

  async #open(): Promise<void> {
    try {
      const place = await openPlace(this.#options, this.#parts, this.#happenings());
      if (this.#closed) return place.shelf.close();
      this.#place = place;
      this.#failed = undefined;
      this.#board.note('place', place.off ? 'storage-off' : undefined);
      this.#ground = this.#made(place);
      this.#behind.placed(place, this.#ground);
    } catch (error) {
      return this.#fail(error);
    }
    try {
      await this.#enter(this.#place, this.#key);
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'wrong-key' && code !== 'weak-key' && code !== 'cancelled') return this.#fail(error);
      this.#board.note('key', code === 'cancelled' ? undefined : code);
      this.#board.set({ store: 'locked', key: (await readRoot(this.#place.shelf))?.mode ?? 'none' });
    }
  }

  #fail(error: unknown): void {
    if (this.#closed) return;
    this.#failed = error instanceof MilieuError ? error : new MilieuError('unknown');
    this.#board.note('place', this.#failed.code);
    this.#board.set({ store: 'failed' });
  }

  #happenings(): Happenings {
    return {
      lost: () => {
        this.#lost = true;
        if (this.#session) this.#board.set({ store: 'lost' });
        if (this.#session) void this.again();
      },
      blocked: () => this.#fail(new MilieuError('blocked')),
      newer: () => {
        this.#leave();
        this.#fail(new MilieuError('newer'));
      },
    };
  }

  #made(place: Place): Ground {
    const { community, person = someone, as = 'guest', policy = {} } = this.#options;
    return {
      shelf: place.shelf,
      clock: this.#parts.clock,
      tab: this.#parts.tab,
      actor: { person, as },
      community,
      policy,
      shared: this.#options.keep === 'house',
      session: () => {
        if (!this.#session) throw this.#closed ? new MilieuError('closed') : (this.#failed ?? new MilieuError('locked'));
        return this.#session;
      },
      wrote: (ids) => this.#behind.wrote(ids),
    };
  }

  async #enter(place: Place, key: Key | undefined, wait = this.#options.locked ?? false): Promise<void> {
    const entered: Entered = await enter(place, this.#parts.clock, this.#works, key, wait);
    if ('locked' in entered) {
      this.#board.set({ store: 'locked', key: entered.locked });
      return;
    }
    const session = await openSession(entered.held, this.#options.person ?? someone);
    if (this.#closed || this.#session?.gen === session.gen) return;
    this.#leave();
    this.#session = session;
    this.#board.note('key', undefined);
    const { lasting } = place.shelf;
    this.#board.set({ store: !lasting ? 'memory' : this.#lost ? 'lost' : 'open', key: lasting || session.mode !== 'device' ? session.mode : 'none' });
    this.#behind.entered(this.#ground!, entered.anew);
  }

  /** Another tab may have given everything a new root, or all may be gone. A lock that was there is never left off. */
  async #recheck(place: Place, session: Session): Promise<void> {
    try {
      const root = await readRoot(place.shelf);
      if (root?.gen === session.gen) return;
      if (!root && !this.#lost) return this.removed(); // another tab has, and this one was not told
      this.#leave();
      await this.#enter(place, this.#key, session.mode !== 'device');
    } catch (error) {
      if (codeOf(error) !== 'cancelled') return this.#fail(error);
      this.#board.set({ store: 'locked', key: (await readRoot(place.shelf))?.mode ?? 'none' });
    }
  }

  #leave(): void {
    if (!this.#session) return;
    this.#session = undefined;
    this.#behind.left();
  }
}
