import { kinds } from '../../model/kinds/tables.js';
import type { Change } from '../../model/change.js';
import { draftId, personTag } from '../crypto/row-codec.js';
import { MilieuError } from '../base/errors.js';
import type { StoreContext, OpenSession } from '../context/store-context.js';
import { appendEntries, type AuditEvent, type SealedEntry } from '../crypto/audit-chain.js';
import { allStores, assertCurrentKey } from '../crypto/key-storage.js';
import { orWithoutEntries, sealedEntry } from './audit-entries.js';
import { isUnsent, type SyncPlan, type RecordState } from '../sync-rules/index.js';
import { commitsIn, countCommit } from '../storage/commit-count.js';
import { enqueue, leaseMs, makeReady } from '../storage/outbox-rows.js';
import { hex, randomBytes } from '../crypto/webcrypto.js';
import type { CursorRow, DraftRow, OutboxRow, RecordRow, ConflictRow } from '../storage/db-schema.js';
import { only, type Transaction } from '../storage/storage-adapter.js';
import { toJson } from '../../model/json.js';

/** Rows as they lie: what a plan is made from, and what must still lie there when it is written. */
export interface Snapshot {
  readonly rows: readonly RecordRow[];
  readonly queue: readonly OutboxRow[];
}

export interface TransactionExtras {
  /** Deleted with it, unless it is of another gesture: another tab of the same person may have written over it since. */
  readonly draft?: { readonly name: string; readonly key: string };
  /** This tab sends the changes itself. */
  readonly carried?: boolean;
  /** Put with it; not over another row than the one with the nonce that `asked` has, or over any if it has none. */
  readonly cursor?: { readonly row: CursorRow; readonly asked?: { readonly iv?: string } };
  /** What somebody did, for the log. */
  readonly event?: AuditEvent;
  /** Ids of records that are deleted with it if they are kept aside. */
  readonly goneAside?: readonly string[];
}

const maxTries = 8;

/**
 * Looks, thinks, and writes in one strict transaction, provided that what was looked at still lies there; else it begins again.
 * Thinking opens boxes, and no transaction lives through that. `look` or `think` gives undefined where there is nothing to do.
 */
export async function optimisticTransaction(
  context: StoreContext,
  look: (tx: Transaction) => Promise<Snapshot | undefined>,
  think: (seen: Snapshot, session: OpenSession) => Promise<SyncPlan | undefined>,
  beside: TransactionExtras = {},
): Promise<SyncPlan | undefined> {
  for (let tries = 0; tries < maxTries; tries++) {
    const session = context.session();
    const id = beside.draft && (await draftId(session.cipher, context.actor.person, beside.draft.name));
    const { seen, draft } = await context.storage.run(['rows', 'outbox', 'drafts'], 'read', async (tx) => ({
      seen: await look(tx),
      draft: id === undefined ? undefined : await tx.get('drafts', id),
    }));
    const plan = seen && (await think(seen, session));
    if (!plan) return undefined;
    const write = await sealPlan(context, session, plan, beside);
    const gesture = draft && (await session.codec.draftKey(draft));
    const sent = gesture === undefined || gesture === beside.draft?.key ? draft : undefined;
    const put = (entries: readonly SealedEntry[]): Promise<{ count: number; added: readonly OutboxRow[] } | undefined> =>
      context.storage.run(allStores, 'strict', async (tx) => {
        await assertCurrentKey(tx, session);
        if (fingerprint(await look(tx)) !== fingerprint(seen)) return undefined;
        const added = await write(tx);
        await appendEntries(tx, entries);
        if (sent) await removeDraft(tx, sent);
        return { added, count: await (onlyDeletes(plan) ? commitsIn(tx) : countCommit(tx)) }; // on a full disk, making room must not need room
      });
    const entries = beside.event ? [await sealedEntry(context, session, beside.event)] : [];
    const done = await (onlyDeletes(plan) ? orWithoutEntries(context, entries, put) : put(entries));
    if (!done) continue;
    context.committed(session.gen, done.count);
    if (isOpen(context, session)) context.planned({ plan, added: done.added });
    context.wrote(idsInPlan(plan));
    return plan;
  }
  throw new MilieuError('moved');
}

/** Whether the store was not locked or closed since. */
function isOpen(context: StoreContext, session: OpenSession): boolean {
  try {
    return context.session() === session;
  } catch (error) {
    if (!(error instanceof MilieuError)) throw error;
    return false;
  }
}

const onlyDeletes = ({ rows, send, troubles }: SyncPlan): boolean => rows.length + send.length + troubles.length === 0;

/** Not what has been written over it since. */
async function removeDraft(tx: Transaction, { id, iv }: DraftRow): Promise<void> {
  const now = await tx.get('drafts', id);
  if (now && hex(now.iv) === hex(iv)) await tx.delete('drafts', id);
}

const fingerprint = (seen: Snapshot | undefined): string =>
  toJson([
    seen?.rows.map(({ id, rev, base, iv, next }) => [id, rev, base, hex(iv), next ? hex(next.iv) : '']),
    seen?.queue.map(({ seq, key, lease }) => [seq, key, lease?.token]),
  ]);

const idsInPlan = ({ rows, gone, send, troubles }: SyncPlan): string[] => [
  ...new Set([...rows.map(({ id }) => id), ...gone, ...[...send, ...troubles.map(({ change }) => change)].flatMap(idsOf)]),
];

const idsOf = (change: Change): string[] => change.records.map(({ id }) => id);

/** Reads the rows of `ids` that exist. */
export async function rowsOf(tx: Transaction, ids: Iterable<string>): Promise<RecordRow[]> {
  const rows: RecordRow[] = [];
  for (const id of new Set(ids)) {
    const row = await tx.get('rows', id);
    if (row) rows.push(row);
  }
  return rows;
}

/** The waiting changes that share a record with `first`, directly or through another of them. */
export async function linkedRows(tx: Transaction, first: OutboxRow): Promise<OutboxRow[]> {
  const queue = new Map([[first.seq, first]]);
  const ids = new Set(first.ids);
  for (const id of ids) {
    for (const row of await tx.all('outbox', only('ids', id))) {
      queue.set(row.seq, row);
      for (const other of row.ids) ids.add(other); // a set that grows is walked to its end
    }
  }
  return [...queue.values()].sort((a, b) => a.seq - b.seq);
}

export async function openRows(session: OpenSession, rows: readonly RecordRow[]): Promise<Map<string, RecordState>> {
  return new Map(await Promise.all(rows.map(async (row) => [row.id, await session.codec.row(row)] as const)));
}

async function sealPlan(
  context: StoreContext,
  session: OpenSession,
  plan: SyncPlan,
  beside: TransactionExtras,
): Promise<(tx: Transaction) => Promise<readonly OutboxRow[]>> {
  const { codec } = session;
  const since = context.clock.now();
  const rows = await Promise.all(plan.rows.map(async (row) => ({ ...(await codec.sealRow(row)), ...(isUnsent(row) ? {} : { since }) })));
  const send = await Promise.all(plan.send.map((change) => sealedChange(context, session, change, beside.carried ?? false)));
  const troubles: ConflictRow[] = await Promise.all(plan.troubles.map((trouble) => codec.sealConflict(trouble)));
  return async (tx) => {
    const left: string[] = [];
    for (const seq of plan.done) {
      left.push(...((await tx.get('outbox', seq))?.ids ?? []));
      await tx.delete('outbox', seq);
    }
    for (const row of rows) await tx.put('rows', row);
    for (const id of plan.gone) await tx.delete('rows', id);
    const added: OutboxRow[] = [];
    for (const { row, urgent } of send) added.push(await enqueue(tx, row, urgent));
    await makeReady(tx, left, context.clock.now());
    for (const trouble of troubles) await tx.put('troubles', trouble);
    for (const id of plan.settled) await tx.delete('troubles', id);
    for (const id of beside.goneAside ?? []) await tx.delete('aside', id);
    if (beside.cursor) await putCursor(tx, beside.cursor);
    return added;
  };
}

async function putCursor(tx: Transaction, { row, asked }: NonNullable<TransactionExtras['cursor']>): Promise<void> {
  const now = (await tx.get('meta', row.name)) as CursorRow | undefined;
  if (!asked || asked.iv === (now && hex(now.iv))) await tx.put('meta', row);
}

async function sealedChange(context: StoreContext, { codec, cipher }: OpenSession, change: Change, carried: boolean) {
  const at = context.clock.now();
  const lease = carried ? { lease: { tab: context.tab, token: hex(randomBytes(8)), until: at + leaseMs } } : {};
  const who = await personTag(cipher, change.by);
  const row: Omit<OutboxRow, 'seq' | 'turn'> = {
    key: change.key,
    who,
    ids: idsOf(change),
    at,
    attempts: 0,
    ...lease,
    ...(await codec.sealChange(change)),
  };
  return { row, urgent: kinds[change.records[0]?.kind ?? '']?.urgent ?? false };
}
