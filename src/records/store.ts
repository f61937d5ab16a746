import { type Actor, type Change, type MilieuRecord, someone } from '../model/record.js';
import { act } from './acting/act.js';
import type { Clock } from './clock.js';
import { Door } from './door.js';
import { KeptDrafts } from './acting/drafts.js';
import { endDelivered, waitingFor } from './acting/ending.js';
import { codeOf, MilieuError } from './errors.js';
import type { Ground } from './ground.js';
import type { Parts } from './opening.js';
import { release } from './delivery/outbox.js';
import { whenBack } from './page-life.js';
import { readMany, readOne } from './acting/reading.js';
import { StatusBoard } from './status.js';
import { beside, type Beside } from './work/beside.js';
import { Works } from './work/works.js';
import { fitting, take } from './acting/taking.js';
import { keptOf, type Tally, tallyOf } from './acting/tally.js';
import { Traffic } from './delivery/traffic.js';
import { settle, troublesOf } from './acting/troubles.js';
import type { ActInput, Choice, Kept, Key, Query, Records, RecordsOptions, Status, Target, Trouble } from './types.js';
import { Watches } from './acting/watching.js';

/** So many that counting them takes its time: then not more often than this (ms). */
const many = 200;
const pause = 250;

/** The store: it ties the parts together and holds no rule of its own. */
export class Store implements Records {
  readonly actor: Actor;
  readonly community: string;
  readonly drafts = new KeptDrafts(() => this.#door.ground());
  readonly #tab: string;
  readonly #clock: Clock;
  readonly #board: StatusBoard;
  readonly #works: Works;
  readonly #traffic: Traffic;
  readonly #door: Door;
  readonly #watches = new Watches((query) => this.list(query));
  readonly #acting = new Map<string, Promise<unknown>>();
  readonly #stopListening: () => void;
  #tally: Promise<Tally> | undefined;
  #refreshing = false;
  #stale = false;

  constructor(options: RecordsOptions, parts: Parts) {
    this.actor = { person: options.person ?? someone, as: options.as ?? 'guest' };
    this.community = options.community;
    this.#tab = parts.tab;
    this.#clock = parts.clock;
    this.#board = new StatusBoard(Boolean(globalThis.crypto.subtle as SubtleCrypto | undefined));
    this.#works = new Works(parts.clock, (work) => this.#board.set({ work }));
    this.#traffic = new Traffic({ carry: options.carry, pull: options.pull }, this.#board, this.#works, {
      changed: () => void this.#refresh(),
      key: () => void this.#door.again(),
      removed: () => this.#door.removed(),
    });
    this.#door = new Door(options, parts, this.#board, this.#works, {
      placed: (place) => this.#traffic.placed(place, parts.tab),
      entered: (ground, anew) => {
        this.#traffic.entered(ground, anew);
        void this.#refresh();
      },
      left: () => this.#left(),
      wrote: (ids) => {
        this.#traffic.wrote(ids);
        void this.#refresh();
      },
    });
    this.#stopListening = whenBack(() => void this.#back());
  }

  get status(): Status {
    return this.#board.status;
  }

  /** Settles when it is known how the opening went. */
  get opening(): Promise<void> {
    return this.#door.opening;
  }

  async get(id: string): Promise<Kept | undefined> {
    const ground = await this.#door.ground();
    const read = await readOne(ground, id);
    return read && keptOf(read, await this.#tallied(ground));
  }

  async list(query: Query): Promise<readonly Kept[]> {
    const ground = await this.#door.ground();
    const reads = await readMany(ground, query, () => this.#board.note('reading', 'unreadable'));
    const tally = await this.#tallied(ground);
    return reads.map((read) => keptOf(read, tally));
  }

  async act(action: string, target: Target, input: ActInput = {}): Promise<Change> {
    const acting = this.#act(action, target, input);
    if (input.key === undefined) return acting;
    this.#acting.set(input.key, acting);
    try {
      return await acting;
    } finally {
      this.#acting.delete(input.key);
    }
  }

  async #act(action: string, target: Target, input: ActInput): Promise<Change> {
    const change = await this.#honest(async (ground) => act(ground, action, target, input));
    if (!input.carried) this.#traffic.added();
    return change;
  }

  async sent(key: string, taken = true): Promise<void> {
    await Promise.allSettled([this.#acting.get(key)]);
    const ground = await this.#door.ground();
    const found = await waitingFor(ground, key);
    if (!found) return;
    const { row, change } = found;
    if (taken) return endDelivered(ground, row.seq, change);
    if (row.lease?.tab !== this.#tab) return;
    const { token } = row.lease;
    await ground.shelf.run(['outbox'], 'write', (tx) => release(tx, row, token, { due: -1, attempts: row.attempts }));
    this.#traffic.added();
  }

  async apply(records: readonly MilieuRecord[], cursor?: string): Promise<void> {
    await this.#honest(async (ground) => {
      const good = fitting(ground, records);
      if (good.length < records.length) throw new MilieuError('invalid');
      await take(ground, good, cursor);
    });
  }

  watch(query: Query, run: (kept: readonly Kept[]) => void, failed: (error: unknown) => void = () => undefined): () => void {
    return this.#watches.add(query, run, (error) => {
      if (codeOf(error) !== 'locked') failed(error); // the status says that it is locked; the list comes when it is not
    });
  }

  watchStatus(run: (status: Status) => void): () => void {
    return this.#board.watch(run);
  }

  async troubles(): Promise<readonly Trouble[]> {
    return troublesOf(await this.#door.ground());
  }

  async settle(id: string, choice: Choice): Promise<void> {
    await this.#honest((ground) => settle(ground, id, choice));
    this.#traffic.added();
  }

  async pull(): Promise<void> {
    (await this.#door.ground()).session();
    await this.#traffic.pull();
  }

  wake(): void {
    this.#traffic.wake();
  }

  resume(): void {
    this.#traffic.resume();
  }

  async unlock(key: Key): Promise<void> {
    await this.#door.unlock(key);
  }

  lock(): void {
    this.#door.lock();
  }

  stop(): void {
    this.#works.stop();
  }

  get [beside](): Beside {
    return {
      works: this.#works,
      ground: () => this.#door.ground(),
      added: () => this.#traffic.added(),
      removed: () => {
        this.#traffic.removed();
        this.#door.removed();
      },
    };
  }

  async close(): Promise<void> {
    this.#stopListening();
    this.#watches.clear();
    this.#board.clear();
    this.#door.close();
    this.#traffic.close();
    await this.#door.opening;
  }

  /** Where a transaction finds another root than its own, this tab is locked and did not know; or storage was emptied, and it goes on. */
  async #honest<T>(work: (ground: Ground) => Promise<T>): Promise<T> {
    const ground = await this.#door.ground();
    try {
      return await work(ground);
    } catch (error) {
      if (codeOf(error) !== 'locked') throw error;
      await this.#door.again();
      if (!this.#door.isOpen) throw error;
      return work(ground);
    }
  }

  #left(): void {
    this.#traffic.left();
    this.#tally = undefined;
    this.#board.set({ waiting: 0, refused: 0, oldest: undefined });
    this.#watches.empty();
  }

  async #back(): Promise<void> {
    await this.#door.again();
    this.#traffic.back();
  }

  #tallied(ground: Ground): Promise<Tally> {
    return (this.#tally ??= tallyOf(ground));
  }

  /** Counts and lists anew; many changes at once are read once. */
  async #refresh(): Promise<void> {
    this.#stale = true;
    if (this.#refreshing) return;
    this.#refreshing = true;
    try {
      while (this.#stale) {
        this.#stale = false;
        const ground = await this.#door.ground();
        this.#tally = tallyOf(ground);
        const { waiting, refused, oldest } = await this.#tally;
        this.#board.note('tally', undefined);
        this.#board.set({ waiting, refused, oldest });
        await this.#watches.refresh();
        if (waiting > many) await new Promise<void>((resume) => this.#clock.after(pause, resume));
      }
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'locked' && code !== 'closed') this.#board.note('tally', code);
    }
    this.#refreshing = false;
  }
}
