import type { Clock } from '../clock.js';
import type { Lease, OutboxRow, Turn } from '../disk/shapes.js';
import { only, type Tx } from '../disk/shelf.js';

/** ms: how long a claim holds, and how long a send may take. The rest is room for a tab that was held up. */
export const leaseFor = 40_000;
export const sendFor = 30_000;
/** A row that is due later than this is taken for the work of a clock that was moved. */
export const farAhead = 5 * 60_000;

/** Adds a change behind everything that waits. It is ready at once unless an earlier one shares a record with it. */
export async function enqueue(tx: Tx, row: Omit<OutboxRow, 'seq' | 'turn'>, urgent: boolean): Promise<void> {
  const blocked = await anyFirst(tx, row.ids);
  const turn: Turn = row.lease ? [row.who, 1, row.lease.until] : [row.who, 0, urgent ? -1 : row.at];
  await tx.add('outbox', blocked ? row : { ...row, turn });
}

async function anyFirst(tx: Tx, ids: readonly string[]): Promise<boolean> {
  for (const id of ids) if ((await tx.first('outbox', only('ids', id))) !== undefined) return true;
  return false;
}

/** Gives a turn to whoever waited behind a row that has left. */
export async function moveUp(tx: Tx, ids: Iterable<string>, now: number): Promise<void> {
  for (const id of new Set(ids)) {
    const seq = await tx.first('outbox', only('ids', id));
    const row = seq === undefined ? undefined : await tx.get('outbox', seq);
    if (row && !row.turn && (await isFirst(tx, row))) await tx.put('outbox', { ...row, turn: [row.who, 0, Math.min(row.at, now)] });
  }
}

async function isFirst(tx: Tx, row: OutboxRow): Promise<boolean> {
  for (const id of row.ids) if ((await tx.first('outbox', only('ids', id))) !== row.seq) return false;
  return true;
}

/** What a tab knows when it claims. */
export interface Claiming {
  readonly who: string;
  readonly lease: Lease;
  readonly clock: Clock;
  /** The last due time taken: LevelDB walks over every deleted entry before it. */
  readonly floor: number;
  /** Takes also what waits for its next attempt. */
  readonly early: boolean;
  /** Tokens whose tab has gone; undefined: not looked yet. */
  readonly gone?: ReadonlySet<string>;
}

export interface Claimed {
  readonly row: OutboxRow;
  /** When it was due; what it goes back to where nobody took it. */
  readonly due: number;
  /** It was not waited for. */
  readonly early: boolean;
}

/** Takes the first row that is ready, or that nobody holds any longer. */
export async function claim(tx: Tx, claiming: Claiming): Promise<Claimed | undefined> {
  const { who, lease, clock, floor, early, gone } = claiming;
  const now = clock.now();
  const ready = (from: number, to: number) => tx.first('outbox', { index: 'turn', from: [who, 0, from], to: [who, 0, to] });
  const seq =
    (await ready(-1, -1)) ??
    (floor > -1 && floor <= now ? await ready(floor, now) : undefined) ??
    (await ready(-1, early ? now + farAhead : now)) ??
    (gone ? ((await ready(now + farAhead, Infinity)) ?? (await abandoned(tx, who, now, gone))) : undefined);
  const row = seq === undefined ? undefined : await tx.get('outbox', seq);
  if (!row) return undefined;
  const taken: OutboxRow = { ...row, lease, turn: [row.who, 1, lease.until] };
  await tx.put('outbox', taken);
  return { row: taken, due: row.turn?.[1] === 0 ? row.turn[2] : row.at, early };
}

export const leased = (tx: Tx, who: string): Promise<OutboxRow[]> =>
  tx.all('outbox', { index: 'turn', from: [who, 1, -Infinity], to: [who, 1, Infinity] });

async function abandoned(tx: Tx, who: string, now: number, gone: ReadonlySet<string>): Promise<number | undefined> {
  const over = ({ lease }: OutboxRow): boolean => !lease || lease.until <= now || lease.until > now + leaseFor || gone.has(lease.token);
  return (await leased(tx, who)).find(over)?.seq;
}

/** When the next row is due, and which tabs hold the rest. */
export async function ahead(tx: Tx, who: string): Promise<{ due?: number; held: readonly Lease[] }> {
  const held = (await leased(tx, who)).flatMap(({ lease }) => (lease ? [lease] : []));
  const seq = await tx.first('outbox', { index: 'turn', from: [who, 0, -Infinity], to: [who, 0, Infinity] });
  const due = seq === undefined ? undefined : (await tx.get('outbox', seq))?.turn?.[2];
  return { held, ...(due === undefined ? {} : { due }) };
}

/** Ends a claim without success. Whoever lost the lease in between changes nothing. */
export async function release(tx: Tx, row: OutboxRow, token: string, again: { due: number; attempts: number }): Promise<boolean> {
  const now = await tx.get('outbox', row.seq);
  if (now?.lease?.token !== token) return false;
  const { lease: _over, ...rest } = now;
  await tx.put('outbox', { ...rest, attempts: again.attempts, turn: [now.who, 0, again.due] });
  return true;
}
