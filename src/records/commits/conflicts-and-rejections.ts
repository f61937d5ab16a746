import { uuidv7 } from 'uuidv7';
import type { Change } from '../../model/change.js';
import { optimisticTransaction, openRows, rowsOf } from './optimistic-transaction.js';
import { actOfRoot, loadDecisionContext } from './decision-context.js';
import { isUnreadable, MilieuError } from '../base/errors.js';
import type { StoreContext } from '../context/store-context.js';
import { appendEntries, type AuditEvent } from '../crypto/audit-chain.js';
import { assertCurrentKey } from '../crypto/key-storage.js';
import { orWithoutEntries, sealedEntry } from './audit-entries.js';
import { settle as decideSettle } from '../sync-rules/index.js';
import { unreadableTag } from '../storage/outbox-rows.js';
import { only } from '../storage/storage-adapter.js';
import type { Choice, Trouble } from '../base/types.js';

/** What a backend would not take of this person's, texts that stand in two versions, and what does not open any more. */
export async function readConflicts(context: StoreContext): Promise<Trouble[]> {
  const { who, codec } = context.session();
  const [rows, lost] = await context.storage.run(
    ['troubles', 'outbox'],
    'read',
    async (tx) => [await tx.all('troubles', only('who', who)), await tx.all('outbox', only('who', unreadableTag(who)))] as const,
  );
  const troubles = lost.map(({ key, at }) => unreadableConflict(context, key, at));
  for (const row of rows) {
    try {
      troubles.push(await codec.conflict(row));
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      troubles.push(unreadableConflict(context, row.id, 0));
    }
  }
  return troubles;
}

/** A trouble of which nothing is known but that it is there. */
function unreadableConflict(context: StoreContext, id: string, at: number): Trouble {
  const { actor, community } = context;
  const change: Change = { key: id, action: '', by: actor.person, as: actor.as, at: new Date(at).toISOString(), community, records: [] };
  return { id, reason: 'unreadable', change };
}

const choices: readonly Choice[] = ['mine', 'theirs', 'again', 'remove'];

/** Carries out what the person chose. @throws MilieuError `invalid` for what is no choice, `not-found`, `moved`, or the code of a refusal */
export async function settleConflict(context: StoreContext, id: string, choice: Choice): Promise<void> {
  if (!choices.includes(choice)) throw new MilieuError('invalid');
  const trouble = (await readConflicts(context)).find((one) => one.id === id);
  if (!trouble) throw new MilieuError('not-found');
  if (trouble.reason === 'unreadable') return removeUnreadable(context, trouble, choice);
  const ids = trouble.change.records.map((record) => record.id);
  let failed: MilieuError | undefined;
  await optimisticTransaction(
    context,
    async (tx) => ({ rows: await rowsOf(tx, ids), queue: [] }),
    async (seen, session) => {
      const rows = await openRows(session, seen.rows);
      const acts = trouble.change.records.slice(0, 1).map((mine) => ({ ...actOfRoot(mine), root: rows.get(mine.id)?.current }));
      const decisionContext = await loadDecisionContext(context, acts);
      const now = new Date(context.clock.now()).toISOString();
      const settled = decideSettle({ ...decisionContext, trouble, choice, rows, now, mint: uuidv7 });
      failed = settled.error;
      return settled.plan;
    },
    { event: settling(trouble, choice) },
  );
  if (failed) throw failed;
}

const settling = ({ change: { records } }: Trouble, choice: Choice): AuditEvent => {
  const [root] = records;
  return { action: `settle-${choice}`, ...(root ? { recordId: root.id, kind: root.kind } : {}) };
};

/** What does not open can only be let go of. */
async function removeUnreadable(context: StoreContext, trouble: Trouble, choice: Choice): Promise<void> {
  if (choice !== 'remove') throw new MilieuError('unreadable');
  const { id } = trouble;
  const session = context.session();
  await orWithoutEntries(context, [await sealedEntry(context, session, settling(trouble, choice))], (entries) =>
    context.storage.run(['troubles', 'outbox', 'audit', 'meta'], 'strict', async (tx) => {
      await assertCurrentKey(tx, session);
      const [row] = await tx.all('outbox', only('key', id));
      if (row?.who === unreadableTag(session.who)) await tx.delete('outbox', row.seq);
      await tx.delete('troubles', id);
      await appendEntries(tx, entries);
    }),
  );
  context.wrote([]);
}
