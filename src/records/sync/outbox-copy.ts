import { senderOf, type StoreContext } from '../context/store-context.js';
import type { OutboxRow } from '../storage/db-schema.js';
import { type Ahead, isLeaseOver, isSentBy, maxDelay, rowsAfter, urgentRows, waitOf } from '../storage/outbox-rows.js';
import type { Which } from './leases.js';

/** The most rows that are kept in memory beside the disk, calls for help not counted. */
export const copyLimit = 100;

/** `busy`: on its way, also from another tab, or answered in a way that changes what waits behind it. `delivered`: nothing waits for it any more. */
export type RowState = 'waiting' | 'busy' | 'delivered';

interface Entry {
  readonly row: OutboxRow;
  /** ms until it may be sent. */
  readonly dueIn: number;
}

/**
 * The first waiting rows in memory, sealed as they lie on the disk, and all calls for help. When the disk is full, Chromium closes the
 * database and does not open it again, not even to read: then what waits can only be sent from here.
 */
export class OutboxCopy {
  readonly #context: StoreContext;
  #rows = new Map<number, OutboxRow>();
  #lastSeq = -1;
  #isOutdated = false;

  constructor(context: StoreContext) {
    this.#context = context;
  }

  /** Reads what was added since; or all again, if other tabs may have sent some of it meanwhile. */
  async read(): Promise<void> {
    const { storage } = this.#context;
    const sender = senderOf(this.#context);
    const [rows, from] = this.#isOutdated ? [new Map<number, OutboxRow>(), -1] : [this.#rows, this.#lastSeq];
    const room = copyLimit - (this.#isOutdated ? 0 : this.#readSize);
    const { added, urgent } = await storage.run(['outbox'], 'read', async (tx) => ({
      added: room > 0 ? await rowsAfter(tx, from, room) : [],
      urgent: await urgentRows(tx, sender),
    }));
    for (const row of [...added, ...urgent]) rows.set(row.seq, row);
    this.#lastSeq = added.at(-1)?.seq ?? from;
    this.#rows = rows;
    this.#isOutdated = false;
  }

  outdated(): void {
    this.#isOutdated = true;
  }

  /** A new row, if there is room. One that waits for an earlier row comes with the next `read`, because that row may not be here. */
  add(row: OutboxRow): void {
    if (row.turn && (row.urgent || this.#rows.size - this.#readSize < copyLimit)) this.#rows.set(row.seq, row);
  }

  /** How many rows are here that were read in order. */
  get #readSize(): number {
    let size = 0;
    for (const seq of this.#rows.keys()) if (seq <= this.#lastSeq) size += 1;
    return size;
  }

  put(row: OutboxRow): void {
    this.#rows.set(row.seq, row);
  }

  remove(seq: number): void {
    this.#rows.delete(seq);
  }

  /** The rows that may be sent now, calls for help first. */
  ready({ early, urgentOnly }: Which, stateOf: (row: OutboxRow) => RowState): readonly OutboxRow[] {
    const may = ({ row, dueIn }: Entry): boolean => (row.urgent || !urgentOnly) && (dueIn === 0 || (early && !row.lease));
    const rows = this.#entries(stateOf).filter(may);
    return [...rows.filter(({ row }) => row.urgent), ...rows.filter(({ row }) => !row.urgent)].map(({ row }) => row);
  }

  /** What is due next. */
  next(stateOf: (row: OutboxRow) => RowState): Ahead {
    const entries = this.#entries(stateOf);
    const least = (urgent: boolean): number =>
      Math.min(Infinity, ...entries.filter(({ row }) => Boolean(row.urgent) === urgent).map(({ dueIn }) => dueIn));
    return { urgentIn: least(true), othersIn: least(false), held: [] };
  }

  /** The rows that this tab sends and of which none waits for an earlier one, in order. */
  #entries(stateOf: (row: OutboxRow) => RowState): Entry[] {
    const now = this.#context.clock.now();
    const sender = senderOf(this.#context);
    const taken = new Set<string>();
    const entries: Entry[] = [];
    for (const row of [...this.#rows.values()].sort((a, b) => a.seq - b.seq)) {
      const state = stateOf(row);
      if (state === 'delivered') continue;
      const isFirst = !row.ids.some((id) => taken.has(id));
      for (const id of row.ids) taken.add(id);
      if (isFirst && state === 'waiting' && isSentBy(sender, row)) entries.push({ row, dueIn: dueIn(row, now) });
    }
    return entries;
  }
}

function dueIn(row: OutboxRow, now: number): number {
  if (row.lease) return isLeaseOver(row, now) ? 0 : row.lease.until - now;
  if (row.urgent) return waitOf(row, now);
  const left = (row.turn?.[2] ?? 0) - now;
  return left > 0 && left <= maxDelay ? left : 0;
}
