import { uuidv7 } from 'uuidv7';
import type { Change } from '../../model/change.js';
import { parseChange } from '../../model/record.schema.js';
import { isActOf } from '../../model/same-act.js';
import { optimisticTransaction, openRows, rowsOf, type Snapshot } from './optimistic-transaction.js';
import { loadDecisionContext } from './decision-context.js';
import { MilieuError } from '../base/errors.js';
import type { StoreContext, OpenSession } from '../context/store-context.js';
import { planAct as decideAct, type SyncPlan } from '../sync-rules/index.js';
import { only } from '../storage/storage-adapter.js';
import type { ActInput, Target } from '../base/types.js';

/**
 * Decides, validates, seals and keeps one act. The same key with the same content is the same gesture: it is kept once.
 * @throws MilieuError `used` where the key stands for other content; and as `Records.act`
 */
export async function commitChange(context: StoreContext, action: string, target: Target, given: ActInput = {}): Promise<Change> {
  const { key = uuidv7(), at, draft, carried, ...input } = given;
  const ids = [target.id, ...(input.answers ?? []).map(({ id }) => id)];
  let kept: Change | undefined;

  const think = async (seen: Snapshot, session: OpenSession): Promise<SyncPlan | undefined> => {
    const before = seen.queue[0];
    if (before) {
      kept = await session.codec.change(before);
      if (!isActOf(kept, action, target, input)) throw new MilieuError('used');
      return undefined;
    }
    const rows = await openRows(session, seen.rows);
    const root = rows.get(target.id)?.current;
    const decisionContext = await loadDecisionContext(context, [{ id: target.id, kind: target.kind, root, input }]);
    const { actor, community } = context;
    const now = at ?? new Date(context.clock.now()).toISOString();
    const plan = decideAct({ ...decisionContext, action, target, input, key, actor, community, now, rows });
    if (plan instanceof MilieuError) throw plan;
    kept = plan.send[0] && parseChange(plan.send[0]);
    if (!kept) throw new MilieuError('invalid');
    return plan;
  };

  await optimisticTransaction(context, async (tx) => ({ rows: await rowsOf(tx, ids), queue: await tx.all('outbox', only('key', key)) }), think, {
    ...(draft === undefined ? {} : { draft: { name: draft, key } }),
    carried: carried ?? false,
    event: { action, recordId: target.id, kind: target.kind },
  });
  if (!kept) throw new MilieuError('unknown');
  return kept;
}
