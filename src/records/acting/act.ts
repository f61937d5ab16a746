import { uuidv7 } from 'uuidv7';
import type { Change } from '../../model/record.js';
import { parseChange } from '../../model/record.schema.js';
import { amend, openRows, rowsOf, type Seen } from './amend.js';
import { aroundOf } from './around.js';
import { MilieuError } from '../errors.js';
import type { Ground, Session } from '../ground.js';
import { act as decideAct, type Plan } from '../law.js';
import { only } from '../disk/shelf.js';
import type { ActInput, Target } from '../types.js';

/** Decides, validates, seals and keeps one act. The same key twice is the same gesture: it is kept once. */
export async function act(ground: Ground, action: string, target: Target, given: ActInput = {}): Promise<Change> {
  const { key = uuidv7(), draft, carried, ...input } = given;
  const ids = [target.id, ...(input.answers ?? []).map(({ id }) => id)];
  let kept: Change | undefined;

  const think = async (seen: Seen, session: Session): Promise<Plan | undefined> => {
    const before = seen.queue[0];
    if (before) {
      kept = await session.boxes.change(before);
      return undefined;
    }
    const rows = await openRows(session, seen.rows);
    const root = rows.get(target.id)?.current;
    const around = await aroundOf(ground, [{ id: target.id, kind: target.kind, root, input }]);
    const { actor, community } = ground;
    const now = new Date(ground.clock.now()).toISOString();
    const plan = decideAct({ ...around, action, target, input, key, actor, community, now, rows });
    if (plan instanceof MilieuError) throw plan;
    kept = plan.send[0] && parseChange(plan.send[0]);
    if (!kept) throw new MilieuError('invalid');
    return plan;
  };

  await amend(ground, async (tx) => ({ rows: await rowsOf(tx, ids), queue: await tx.all('outbox', only('key', key)) }), think, {
    ...(draft === undefined ? {} : { draft }),
    carried: carried ?? false,
  });
  if (!kept) throw new MilieuError('unknown');
  return kept;
}
