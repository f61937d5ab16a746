import type { Clock } from '../base/clock.js';
import type { Emitter } from '../base/emitter.js';
import { codeOf } from '../base/errors.js';
import type { StatusStore } from '../base/status.js';
import type { Kept, Query } from '../base/types.js';
import type { StoreContext, StoreEvents } from '../context/store-context.js';
import { defaultLimit, readMany, readOne } from './read-records.js';
import { countUnsent, type SyncCounts, withSendState } from './sync-counts.js';

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

const questionOf = ({ kind, by, to, about, status, before, limit = defaultLimit }: Query): string =>
  JSON.stringify([kind, by, to, about, status, before, limit]);

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
  /** One more whenever nothing can be read any more: what was known of the backend before says nothing about what opens next. */
  #turn = 0;

  constructor(context: () => Promise<StoreContext>, board: StatusStore, clock: Clock, events: Emitter<StoreEvents>) {
    this.#context = context;
    this.#board = board;
    this.#clock = clock;
    for (const event of ['opened', 'back', 'wrote', 'changed'] as const) events.on(event, () => void this.#refresh());
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

  clear(): void {
    this.#watches.clear();
  }

  #counted(context: StoreContext): Promise<SyncCounts> {
    return (this.#counts ??= countUnsent(context));
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
        this.#counts = countUnsent(context);
        const { waiting, refused, oldest } = await this.#counts;
        this.#board.setCode('tally', undefined);
        this.#board.set({ waiting, refused, oldest });
        await this.#readTogether([...this.#watches]);
        if (waiting > many) await new Promise<void>((resume) => this.#clock.after(pause, resume));
      }
      return true;
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'locked' && code !== 'closed') this.#board.setCode('tally', code);
      return false;
    } finally {
      this.#refreshing = undefined; // in the same turn as the last look at `#stale`
      if (this.#stale) void this.#refresh(); // asked for while this one failed
    }
  }

  /**
   * One change may be in several lists, so all lists are handed on in the same turn: a view never shows a meeting whose agenda is still to come.
   * Two views that ask the same are read once.
   */
  async #readTogether(watches: readonly LiveQuery[]): Promise<void> {
    const reads = new Map<string, Promise<readonly Kept[]>>();
    const begun = watches.map((watch) => {
      const asked = questionOf(watch.query);
      const read = reads.get(asked) ?? this.list(watch.query);
      reads.set(asked, read);
      return { watch, read, number: ++this.#reads };
    });
    const results = await Promise.allSettled(begun.map(({ read }) => read));
    for (const [at, { watch, number }] of begun.entries()) {
      const result = results[at];
      if (result?.status === 'fulfilled') this.#show(watch, result.value, number);
      // That it is locked is said by the status; the list comes when it is not.
      else if (this.#watches.has(watch) && codeOf(result?.reason) !== 'locked') watch.failed(result?.reason);
    }
  }

  /** A read that began before the one that is shown says nothing new: it may have been slower. */
  #show(watch: LiveQuery, kept: readonly Kept[], number: number): void {
    if (number < (watch.last ?? 0)) return;
    watch.last = number;
    const shown = JSON.stringify(kept.map(({ record, sent }) => [record.id, record.rev, record.status, sent]));
    if (shown === watch.shown || !this.#watches.has(watch)) return;
    watch.shown = shown;
    try {
      watch.run(kept);
    } catch (error) {
      reportError(error); // a fault of one listener is the page's to hear of, and no reason to stop the others
    }
  }
}
