import { uuidv7 } from 'uuidv7';
import type { Change, MilieuRecord } from '../../model/record.js';
import { amend, linked, openRows, rowsOf, type Seen } from './amend.js';
import { isUnreadable } from '../errors.js';
import { actedOf, aroundOf } from './around.js';
import type { Ground, Session } from '../ground.js';
import { batchOf, conflict, delivered, type Plan, refused, type Refusal } from '../law.js';
import { guard } from '../sealing/keys.js';
import { moveUp } from '../delivery/outbox.js';
import type { OutboxRow } from '../disk/shapes.js';
import { only, type Tx } from '../disk/shelf.js';

/** The backend has it: a fact, whoever holds the row by now. Another tab may have written it already. */
export async function endDelivered(ground: Ground, seq: number, change: Change): Promise<void> {
  const look = async (tx: Tx): Promise<Seen | undefined> => {
    const row = await tx.get('outbox', seq);
    return row?.key === change.key ? { rows: await rowsOf(tx, row.ids), queue: [row] } : undefined;
  };
  await amend(ground, look, async (seen, session) => delivered({ seq, change }, await openRows(session, seen.rows)));
}

/** The backend has other versions. */
export const endConflict = (ground: Ground, row: OutboxRow, theirs: readonly MilieuRecord[]): Promise<void> =>
  endUntaken(ground, row, (refusal) => conflict({ ...refusal, theirs }));

/** The backend will never take it. */
export const endRefused = (ground: Ground, row: OutboxRow, status: number): Promise<void> =>
  endUntaken(ground, row, (refusal) => refused(refusal, String(status)));

/** Rows behind `row` that do not open must not hold up what the backend said about it. */
async function putUnreadableBy(ground: Ground, row: OutboxRow): Promise<void> {
  const behind = await ground.shelf.run(['outbox'], 'read', (tx) => linked(tx, row));
  for (const one of behind) {
    try {
      await ground.session().boxes.change(one);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      await endUnreadable(ground, one);
    }
  }
}

/** Takes the row out with all that wait behind it. Only whoever still holds its lease may: anyone else may have sent it since. */
async function endUntaken(ground: Ground, row: OutboxRow, judge: (refusal: Refusal) => Plan): Promise<void> {
  const { seq, lease } = row;
  await putUnreadableBy(ground, row);
  const look = async (tx: Tx): Promise<Seen | undefined> => {
    const now = await tx.get('outbox', seq);
    if (!now || now.lease?.token !== lease?.token) return undefined;
    const all = await linked(tx, now);
    const numbers = new Set(batchOf(all, seq));
    const queue = all.filter((one) => numbers.has(one.seq));
    return {
      rows: await rowsOf(
        tx,
        queue.flatMap(({ ids }) => ids),
      ),
      queue,
    };
  };
  const think = async (seen: Seen, session: Session): Promise<Plan> => {
    const batch = await Promise.all(seen.queue.map(async (row) => ({ seq: row.seq, change: await session.boxes.change(row) })));
    const rows = await openRows(session, seen.rows);
    const around = await aroundOf(
      ground,
      batch.flatMap(({ change }) => change.records.slice(0, 1).map(actedOf)),
    );
    return judge({ ...around, batch, rows, mint: uuidv7 });
  };
  await amend(ground, look, think);
}

/** Under whose name rows lie that do not open: no longer waiting, not thrown away. */
export const parked = (who: string): string => `${who}!`;

/** What does not open is put by: it stays, waits no longer, and nothing waits behind it. */
export async function endUnreadable(ground: Ground, row: OutboxRow): Promise<void> {
  const session = ground.session();
  await ground.shelf.run(['outbox', 'meta'], 'strict', async (tx) => {
    await guard(tx, session, ground.clock);
    const now = await tx.get('outbox', row.seq);
    if (!now || now.lease?.token !== row.lease?.token) return;
    const { lease: _lease, turn: _turn, ...rest } = now;
    await tx.put('outbox', { ...rest, ids: [], who: parked(now.who) });
    await moveUp(tx, now.ids, ground.clock.now());
  });
  ground.wrote(row.ids);
}

/** The row of a change by its key. */
export async function waitingFor(ground: Ground, key: string): Promise<{ row: OutboxRow; change: Change } | undefined> {
  const [row] = await ground.shelf.run(['outbox'], 'read', (tx) => tx.all('outbox', only('key', key)));
  return row && { row, change: await ground.session().boxes.change(row) };
}
