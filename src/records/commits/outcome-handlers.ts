import { uuidv7 } from 'uuidv7';
import type { Change } from '../../model/change.js';
import type { MilieuRecord } from '../../model/record.js';
import { optimisticTransaction, linkedRows, openRows, rowsOf, type Snapshot } from './optimistic-transaction.js';
import { isUnreadable } from '../base/errors.js';
import { actOfRoot, loadDecisionContext } from './decision-context.js';
import type { StoreContext, OpenSession } from '../context/store-context.js';
import { linkedChanges, conflict, delivered, type SyncPlan, refused, type RejectedBatch } from '../sync-rules/index.js';
import { assertCurrentKey } from '../crypto/key-storage.js';
import { makeReady, unreadableTag } from '../storage/outbox-rows.js';
import type { OutboxRow } from '../storage/db-schema.js';
import { only, type Transaction } from '../storage/storage-adapter.js';

/** The backend has it: a fact, whoever holds the row by now. Another tab may have written it already. */
export async function handleDelivered(context: StoreContext, seq: number, change: Change): Promise<void> {
  const look = async (tx: Transaction): Promise<Snapshot | undefined> => {
    const row = await tx.get('outbox', seq);
    return row?.key === change.key ? { rows: await rowsOf(tx, row.ids), queue: [row] } : undefined;
  };
  await optimisticTransaction(context, look, async (seen, session) => delivered({ seq, change }, await openRows(session, seen.rows)));
}

/** The backend has other versions. */
export const handleConflict = (context: StoreContext, row: OutboxRow, theirs: readonly MilieuRecord[]): Promise<void> =>
  removeBatch(context, row, (refusal) => conflict({ ...refusal, theirs }));

/** The backend will never take it. */
export const handleRejected = (context: StoreContext, row: OutboxRow, status: number): Promise<void> =>
  removeBatch(context, row, (refusal) => refused(refusal, String(status)));

/** Rows behind `row` that do not open must not hold up what the backend said about it. */
async function separateUnreadable(context: StoreContext, row: OutboxRow): Promise<void> {
  const behind = await context.storage.run(['outbox'], 'read', (tx) => linkedRows(tx, row));
  for (const one of behind) {
    try {
      await context.session().codec.change(one);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      await handleUnreadable(context, one);
    }
  }
}

/** Takes the row out with all that wait behind it. Only whoever still holds its lease may: anyone else may have sent it since. */
async function removeBatch(context: StoreContext, row: OutboxRow, judge: (refusal: RejectedBatch) => SyncPlan): Promise<void> {
  const { seq, lease } = row;
  await separateUnreadable(context, row);
  const look = async (tx: Transaction): Promise<Snapshot | undefined> => {
    const now = await tx.get('outbox', seq);
    if (!now || now.lease?.token !== lease?.token) return undefined;
    const all = await linkedRows(tx, now);
    const numbers = new Set(linkedChanges(all, seq));
    const queue = all.filter((one) => numbers.has(one.seq));
    return {
      rows: await rowsOf(
        tx,
        queue.flatMap(({ ids }) => ids),
      ),
      queue,
    };
  };
  const think = async (seen: Snapshot, session: OpenSession): Promise<SyncPlan> => {
    const batch = await Promise.all(seen.queue.map(async (row) => ({ seq: row.seq, change: await session.codec.change(row) })));
    const rows = await openRows(session, seen.rows);
    const decisionContext = await loadDecisionContext(
      context,
      batch.flatMap(({ change }) => change.records.slice(0, 1).map(actOfRoot)),
    );
    return judge({ ...decisionContext, batch, rows, mint: uuidv7 });
  };
  const plan = await optimisticTransaction(context, look, think);
  for (const { change } of plan?.troubles ?? []) report(context, 'refused', change.records[0]?.id);
}

function report(context: StoreContext, code: 'refused' | 'unreadable', id: string | undefined): void {
  context.report({ code, ...(id === undefined ? {} : { id }) });
}

/** What does not open is put by: it stays, waits no longer, and nothing waits behind it. */
export async function handleUnreadable(context: StoreContext, row: OutboxRow): Promise<void> {
  const session = context.session();
  await context.storage.run(['outbox', 'meta'], 'strict', async (tx) => {
    await assertCurrentKey(tx, session);
    const now = await tx.get('outbox', row.seq);
    if (!now || now.lease?.token !== row.lease?.token) return;
    const { lease: _lease, turn: _turn, ...rest } = now;
    await tx.put('outbox', { ...rest, ids: [], who: unreadableTag(now.who) });
    await makeReady(tx, now.ids, context.clock.now());
  });
  context.wrote(row.ids);
  report(context, 'unreadable', row.ids[0]);
}

/** The row of a change by its key. */
export async function outboxRowOf(context: StoreContext, key: string): Promise<{ row: OutboxRow; change: Change } | undefined> {
  const [row] = await context.storage.run(['outbox'], 'read', (tx) => tx.all('outbox', only('key', key)));
  return row && { row, change: await context.session().codec.change(row) };
}
