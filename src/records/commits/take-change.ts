import { editsText, inputOf, same } from '../../model/decide.js';
import type { Change } from '../../model/change.js';
import { mayRead } from '../../model/may-read.js';
import type { MilieuRecord } from '../../model/record.js';
import { refusals } from '../../model/refusals.js';
import { codeOf } from '../base/errors.js';
import type { StoreContext } from '../context/store-context.js';
import { emptyPlan } from '../sync-rules/index.js';
import { commitChange } from './commit-change.js';
import { openRows, optimisticTransaction, rowsOf } from './optimistic-transaction.js';

/**
 * What became of a change that was made earlier or elsewhere. `conflict`: its record was changed here in another way, and both versions are in
 * `troubles()`. `invalid`: the rules do not allow it.
 */
export type ChangeFate = 'taken' | 'there' | 'conflict' | 'invalid';

/** Takes a change of this person that no backend has, with its original key, as if the person acted now. Nothing is overwritten. */
export async function takeChange(context: StoreContext, change: Change): Promise<ChangeFate> {
  const [root] = change.records;
  if (!root) return 'invalid';
  const before = await localState(context, change);
  if (before === 'there') return 'there';
  if (before === 'other') return hold(context, change, root);
  try {
    await commitChange(
      context,
      change.action,
      { kind: root.kind, id: root.id, rev: root.rev - 1 },
      { ...inputOf(change), key: change.key, at: change.at },
    );
    return 'taken';
  } catch (error) {
    const code = codeOf(error);
    if (!['moved', 'used', 'invalid'].includes(code) && !(code in refusals)) throw error;
    return 'invalid';
  }
}

/**
 * Keeps both versions for the person to choose. The same change, taken again, gives the same entry. A record of somebody else that this person may
 * not read is not shown in an entry.
 */
async function hold(context: StoreContext, change: Change, root: MilieuRecord): Promise<ChangeFate> {
  if (root.rev > 1 && !editsText(root.kind, change.action)) return 'invalid';
  const plan = await optimisticTransaction(
    context,
    async (tx) => ({ rows: await rowsOf(tx, [root.id]), queue: [] }),
    async (seen, session) => {
      const theirs = (await openRows(session, seen.rows)).get(root.id)?.current;
      if (theirs && !mayRead(theirs, context.actor)) return undefined;
      return { ...emptyPlan, troubles: [{ id: change.key, reason: 'held', change, ...(theirs ? { theirs } : {}) }] };
    },
    { event: { action: 'import', recordId: root.id, kind: root.kind } },
  );
  return plan ? 'conflict' : 'invalid';
}

/** Whether the records of a change exist here already: unchanged, or changed since. */
async function localState(context: StoreContext, { records }: Change): Promise<'there' | 'other' | 'missing'> {
  const rows = await context.storage.run(['rows'], 'read', (tx) =>
    rowsOf(
      tx,
      records.map(({ id }) => id),
    ),
  );
  const { codec } = context.session();
  const here = new Map(await Promise.all(rows.map(async (row) => [row.id, await codec.version(row.id, row)] as const)));
  if (records.some(({ id, rev }) => (here.get(id)?.rev ?? 0) < rev)) return 'missing';
  return records.every((record) => here.get(record.id)!.rev > record.rev || same(here.get(record.id), record)) ? 'there' : 'other';
}
