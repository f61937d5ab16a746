import type { Lease, OutboxRow, ReadyAt } from './db-schema.js';
import { only, type Transaction } from './storage-adapter.js';
import { helpEvery } from './backoff.js';

/** ms: how long a lease is valid, and how long a send may take. The difference is a reserve for a tab that was delayed. */
export const leaseMs = 40_000;
export const sendMs = 30_000;
/** ms: a row that is due later than this was written with a wrong clock. */
export const maxDelay = 5 * 60_000;

/** A due time before all others: for calls for help, and for changes that the caller could not send itself. */
const urgentDue = -1;

/** Adds a change at the end of the outbox. It is ready at once, unless an earlier change shares a record with it. @returns the row */
export async function enqueue(tx: Transaction, row: Omit<OutboxRow, 'seq' | 'turn'>, urgent: boolean): Promise<OutboxRow> {
  const blocked = await isBlocked(tx, row.ids);
  const turn: ReadyAt = row.lease ? [row.who, 1, row.lease.until] : [row.who, 0, urgent ? urgentDue : row.at];
  const added = { ...row, ...(urgent ? { urgent } : {}), ...(blocked ? {} : { turn }) };
  return { ...added, seq: (await tx.add('outbox', added)) as number };
}

async function isBlocked(tx: Transaction, ids: readonly string[]): Promise<boolean> {
  for (const id of ids) if ((await tx.first('outbox', only('ids', id))) !== undefined) return true;
  return false;
}

/** Makes rows ready that waited for a row with the same `ids`, after that row was removed. */
export async function makeReady(tx: Transaction, ids: Iterable<string>, now: number): Promise<void> {
  for (const id of new Set(ids)) {
    const seq = await tx.first('outbox', only('ids', id));
    const row = seq === undefined ? undefined : await tx.get('outbox', seq);
    if (row && !row.turn && (await isFirst(tx, row)))
      await tx.put('outbox', { ...row, turn: [row.who, 0, row.urgent ? urgentDue : Math.min(row.at, now)] });
  }
}

async function isFirst(tx: Transaction, row: OutboxRow): Promise<boolean> {
  for (const id of row.ids) if ((await tx.first('outbox', only('ids', id))) !== row.seq) return false;
  return true;
}

/** Whose changes a tab sends. */
export interface Sender {
  /** Blind tag of its own person. */
  readonly who: string;
  readonly sendsForAll: boolean;
}

/** Under whose name rows lie that do not open: no longer waiting, not thrown away. */
export const unreadableTag = (who: string): string => `${who}${unreadable}`;
const unreadable = '!';

/** Whether a tab sends this row. */
export const isSentBy = ({ who, sendsForAll }: Sender, row: OutboxRow): boolean => (sendsForAll ? !row.who.endsWith(unreadable) : row.who === who);

/** Blind tags of those whose rows a tab sends, its own person first. */
async function authors(tx: Transaction, { who, sendsForAll }: Sender): Promise<readonly string[]> {
  const others: string[] = [];
  for (let last = ''; sendsForAll;) {
    const [row] = await tx.all('outbox', { index: 'who', from: last, after: true, limit: 1 });
    if (!row) break;
    if (row.who !== who) others.push(row.who);
    last = row.who;
  }
  return [who, ...others];
}

/** The rows of one state of all whom a tab sends for. */
async function rowsIn(tx: Transaction, sender: Sender, state: 0 | 1, from: number, to: number): Promise<OutboxRow[]> {
  const rows: OutboxRow[] = [];
  for (const who of await authors(tx, sender))
    rows.push(...(await tx.all('outbox', { index: 'turn', from: [who, state, from], to: [who, state, to] })));
  return rows;
}

/** Which rows a tab looks for. */
export interface LookOptions {
  readonly sender: Sender;
  /** ms since 1970. */
  readonly now: number;
  /** The due time of the last claimed row. The search starts there, because LevelDB would scan every deleted entry before it. */
  readonly floor: number;
  /** Find also rows that wait for their next attempt. */
  readonly early: boolean;
  /** Find calls for help only, because the rest of the queue is on hold. */
  readonly urgentOnly: boolean;
}

export interface ClaimedRow {
  readonly row: OutboxRow;
  /** When it was due. It gets this due time back if nobody takes it. */
  readonly due: number;
  /** True: another tab had it, and left it behind. */
  readonly abandoned: boolean;
  /** When its lease ends, ms since 1970; missing where it was claimed in memory. */
  readonly until?: number;
}

/** The first row that is ready. */
export async function findReady(tx: Transaction, looking: LookOptions): Promise<OutboxRow | undefined> {
  const { sender, now, floor, early, urgentOnly } = looking;
  const urgent = (await urgentRows(tx, sender)).find((row) => early || waitOf(row, now) === 0);
  if (urgent || urgentOnly) return urgent;
  for (const who of await authors(tx, sender)) {
    const ready = (from: number, to: number) => tx.first('outbox', { index: 'turn', from: [who, 0, from], to: [who, 0, to] });
    const seq =
      (floor > urgentDue && floor <= now ? await ready(floor, now) : undefined) ??
      (await ready(0, early ? now + maxDelay : now)) ??
      (await ready(now + maxDelay, Infinity));
    if (seq !== undefined) return tx.get('outbox', seq);
  }
  return undefined;
}

/** Leases a row, unless something has happened to it since it was found. */
export async function claim(tx: Transaction, found: OutboxRow, lease: Lease): Promise<ClaimedRow | undefined> {
  const row = await tx.get('outbox', found.seq);
  if (row?.key !== found.key || row.lease?.token !== found.lease?.token || row.turn?.[1] !== found.turn?.[1]) return undefined;
  const taken: OutboxRow = { ...row, lease, turn: [row.who, 1, lease.until] };
  await tx.put('outbox', taken);
  return { row: taken, ...standingOf(row), until: lease.until };
}

/** What a claim of this row has to know. */
export const standingOf = ({ turn, at, lease }: OutboxRow): Omit<ClaimedRow, 'row'> => ({
  due: turn?.[1] === 0 ? turn[2] : at,
  abandoned: lease !== undefined,
});

/** The rows behind number `seq`, in the order of sending, whoever made them. */
export const rowsAfter = (tx: Transaction, seq: number, limit: number): Promise<OutboxRow[]> => tx.all('outbox', { from: seq, after: true, limit });

export const leased = (tx: Transaction, sender: Sender): Promise<OutboxRow[]> => rowsIn(tx, sender, 1, -Infinity, Infinity);

/** All waiting calls for help. They are few, so all are read. */
export const urgentRows = (tx: Transaction, sender: Sender): Promise<OutboxRow[]> => rowsIn(tx, sender, 0, urgentDue, urgentDue);

/** ms until a call for help may be sent again. An impossible time was written with a wrong clock and counts as 0. */
export function waitOf({ notBefore = 0 }: OutboxRow, now: number): number {
  const left = notBefore - now;
  return left > 0 && left <= helpEvery ? left : 0;
}

/** Whether no tab holds a row. `gone`: ids of tabs that have closed. A lease that ends too late was written with a wrong clock. */
export const isLeaseOver = ({ lease }: OutboxRow, now: number, gone: (tab: string) => boolean = () => false): boolean =>
  !lease || lease.until <= now || lease.until > now + leaseMs || gone(lease.tab);

/** What comes next: ms until a call for help may be sent, ms until any other change may be sent, and the leases of the rest. */
export interface Ahead {
  readonly urgentIn: number;
  readonly othersIn: number;
  readonly held: readonly Lease[];
}

export async function nextDue(tx: Transaction, sender: Sender, now: number): Promise<Ahead> {
  const held = (await leased(tx, sender)).flatMap(({ lease }) => (lease ? [lease] : []));
  const urgentIn = Math.min(Infinity, ...(await urgentRows(tx, sender)).map((row) => waitOf(row, now)));
  let due = Infinity;
  for (const who of await authors(tx, sender)) {
    const seq = await tx.first('outbox', { index: 'turn', from: [who, 0, 0], to: [who, 0, Infinity] });
    const row = seq === undefined ? undefined : await tx.get('outbox', seq);
    due = Math.min(due, row?.turn?.[2] ?? Infinity);
  }
  return { urgentIn, othersIn: Math.max(0, due - now), held };
}

/** When a change is tried again: at `due`, or, for a call for help, 10 s after it failed. */
export interface Again {
  readonly due: number;
  readonly attempts: number;
  /** When it failed, ms since 1970; missing if nobody tried to send it. */
  readonly failedAt?: number;
}

/** Ends a lease without success. Changes nothing and returns false if the tab has lost the lease. */
export async function release(tx: Transaction, row: OutboxRow, token: string, again: Again): Promise<boolean> {
  const now = await tx.get('outbox', row.seq);
  if (now?.lease?.token !== token) return false;
  await tx.put('outbox', released(now, again));
  return true;
}

/** The row as it waits for its next attempt. */
export function released({ lease: _over, ...row }: OutboxRow, { due, attempts, failedAt }: Again): OutboxRow {
  const retryAt = row.urgent && failedAt !== undefined ? { notBefore: failedAt + helpEvery } : {};
  return { ...row, ...retryAt, attempts, turn: [row.who, 0, row.urgent ? urgentDue : due] };
}
