import type { Clock } from '../base/clock.js';
import type { Emitter } from '../base/emitter.js';
import { codeOf } from '../base/errors.js';
import type { StatusStore } from '../base/status.js';
import type { Kept, Query } from '../base/types.js';
import type { StoreContext, StoreEvents } from '../context/store-context.js';
import { defaultLimit, readMany, readOne } from './read-records.js';
import { countUnsent, type SyncCounts, withSendState } from './sync-counts.js';
import { toJson } from '../../model/json.js';

interface LiveQuery {
  readonly query: Query;
  readonly run: (kept: readonly Kept[]) => void;
  readonly failed: (error: unknown) => void;
  shown?: string;
  /** Number of the read that is shown. */
  last?: number;
}

/** So many that counting them takes its time: then not more often than every `pause` ms. */
const many = 200;
const pause = 250;

/** ms that a list which has been read waits for others, because the same change may be in them. */
const together = 50;
/** ms after a read that failed. */
const lookAgain = 10_000;

const questionOf = (query: Query): string => toJson(Object.entries({ limit: defaultLimit, ...query }).sort());

/**
 * What is read of the store: records with how far each has come, the counts in the status, and lists that are read again when
 * something changed, and handed on where they differ from what was handed on before.
 */
export class LiveQueries {
  readonly #context: () => Promise<StoreContext>;
  readonly #board: StatusStore;
  readonly #clock: Clock;
  readonly #watches = new Set<LiveQuery>();
  #counts: Promise<SyncCounts> | undefined;
  #refreshing: Promise<boolean> | undefined;
  #stale = false;
  #reads = 0;
  #stopTimer = (): void => undefined;
  /** One more whenever nothing can be read any more: what was known of the backend before says nothing about what opens next. */
  #turn = 0;

  constructor(context: () => Promise<StoreContext>, board: StatusStore, clock: Clock, events: Emitter<StoreEvents>) {
    this.#context = context;
    this.#board = board;
    this.#clock = clock;
    for (const event of ['opened', 'back', 'wrote', 'changed'] as const) events.on(event, () => this.refresh());
    events.on('closed', () => this.#empty());
    events.on('checked', (at) => void this.#checked(at));
  }

  async get(id: string): Promise<Kept | undefined> {
    const context = await this.#context();
    const read = await readOne(context, id);
    return read && withSendState(read, await this.#counted(context));
  }

  async list(query: Query): Promise<readonly Kept[]> {
    const context = await this.#context();
    const reads = await readMany(context, query, () => this.#board.setCode('reading', 'unreadable'));
    const counts = await this.#counted(context);
    return reads.map((read) => withSendState(read, counts));
  }

  add(query: Query, run: LiveQuery['run'], failed: LiveQuery['failed']): () => void {
    const watch: LiveQuery = { query, run, failed };
    this.#watches.add(watch);
    void this.#readTogether([watch]);
    return () => void this.#watches.delete(watch);
  }

  /** Reads all again, for example because the page was asleep while another tab wrote. */
  refresh(): void {
    void this.#refresh();
  }

  clear(): void {
    this.#watches.clear();
    this.#stopTimer();
  }

  #counted(context: StoreContext): Promise<SyncCounts> {
    return this.#counts ?? this.#count(context);
  }

  /** What could not be counted is counted by the next who asks. */
  #count(context: StoreContext): Promise<SyncCounts> {
    const counting = countUnsent(context);
    this.#counts = counting;
    counting.catch(() => {
      if (this.#counts === counting) this.#counts = undefined;
    });
    return counting;
  }

  /** Hands on empty lists: nothing readable stays on a screen. */
  #empty(): void {
    this.#counts = undefined;
    this.#turn += 1;
    this.#board.set({ waiting: 0, refused: 0, oldest: undefined, checkedAt: undefined, pulls: undefined });
    for (const watch of this.#watches) this.#show(watch, [], ++this.#reads);
  }

  /** Nobody is told that there is nothing new before the lists show what came. */
  async #checked(at: number): Promise<void> {
    const turn = this.#turn;
    if (!(await this.#refresh()) || turn !== this.#turn) return;
    const before = Date.parse(this.#board.status.checkedAt ?? '');
    if (before > at && before <= this.#clock.now()) return; // another tab has a later one
    this.#board.set({ checkedAt: new Date(at).toISOString() });
  }

  /** Counts and lists anew; many changes at once are read once. @returns whether that could be done */
  #refresh(): Promise<boolean> {
    this.#stale = true;
    return (this.#refreshing ??= this.#readAll());
  }

  async #readAll(): Promise<boolean> {
    try {
      while (this.#stale) {
        this.#stale = false;
        const context = await this.#context();
        const { waiting, refused, oldest } = await this.#count(context);
        this.#board.setCode('tally', undefined);
        this.#board.set({ waiting, refused, oldest });
        await this.#readTogether([...this.#watches]);
        if (waiting > many) await new Promise<void>((resume) => this.#clock.after(pause, resume));
      }
      return true;
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'locked' && code !== 'closed') {
        this.#board.setCode('tally', code);
        this.#lookAgain();
      }
      return false;
    } finally {
      this.#refreshing = undefined; // in the same turn as the last look at `#stale`
      if (this.#stale) void this.#refresh(); // asked for while this one failed
    }
  }

  #lookAgain(): void {
    this.#stopTimer();
    this.#stopTimer = this.#clock.after(lookAgain, () => void this.#refresh());
  }

  /**
   * One change may be in several lists, so the lists are handed on in the same turn: a view does not show a meeting whose agenda is still to come.
   * None waits for a slow one longer than `together`. Two views that ask the same are read once.
   */
  async #readTogether(watches: readonly LiveQuery[]): Promise<void> {
    const reads = new Map<string, Promise<readonly Kept[]>>();
    const arrived: (() => void)[] = [];
    let isOver = false;
    const handOn = (): void => arrived.splice(0).forEach((show) => show());
    const stopWaiting = this.#clock.after(together, () => {
      isOver = true;
      handOn();
    });
    const read = async (watch: LiveQuery): Promise<void> => {
      const asked = questionOf(watch.query);
      const reading = reads.get(asked) ?? this.list(watch.query);
      reads.set(asked, reading);
      const number = ++this.#reads;
      arrived.push(
        await reading.then(
          (kept) => () => this.#show(watch, kept, number),
          (error: unknown) => () => this.#fail(watch, error, number),
        ),
      );
      if (isOver) handOn();
    };
    await Promise.all(watches.map(read));
    stopWaiting();
    handOn();
  }

  #fail(watch: LiveQuery, error: unknown, number: number): void {
    const code = codeOf(error);
    // That it is locked is said by the status; the list comes when it is not.
    if (number < (watch.last ?? 0) || !this.#watches.has(watch) || code === 'locked') return;
    watch.last = number;
    delete watch.shown;
    watch.failed(error);
    if (code !== 'closed') this.#lookAgain();
  }

  /** A read that began before the one that is shown says nothing new: it may have been slower. */
  #show(watch: LiveQuery, kept: readonly Kept[], number: number): void {
    if (number < (watch.last ?? 0)) return;
    watch.last = number;
    const shown = toJson(kept.map(({ record, sent }) => [record.id, record.rev, record.status, sent]));
    if (shown === watch.shown || !this.#watches.has(watch)) return;
    watch.shown = shown;
    try {
      watch.run(kept);
    } catch (error) {
      reportError(error); // a fault of one listener is the page's to hear of, and no reason to stop the others
    }
  }
}
