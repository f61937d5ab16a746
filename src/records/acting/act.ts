import { uuidv7 } from 'uuidv7';
import type { Change } from '../../model/record.js';
import { parseChange } from '../../model/record.schema.js';
import { amend, openRows, rowsOf, type Seen } from './amend.js';
import { KeptDrafts } from './drafts.js';
import { aroundOf } from './around.js';
import { MilieuError } from '../errors.js';
import type { Ground, Session } from '../ground.js';
import { act as decideAct, type Plan } from '../law.js';
import { only } from '../disk/shelf.js';
import type { ActInput, Target } from '../types.js';

/** Decides, validates, seals and keeps one act. The same key twice is the same gesture: it is kept once. */
export async function act(ground: Ground, action: string, target: Target, given: ActInput = {}): Promise<Change> {
  const { key = uuidv7(), at, draft, carried, ...input } = given;
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
    const now = at ?? new Date(ground.clock.now()).toISOString();
    const plan = decideAct({ ...around, action, target, input, key, actor, community, now, rows });
    if (plan instanceof MilieuError) throw plan;
    kept = plan.send[0] && parseChange(plan.send[0]);
    if (!kept) throw new MilieuError('invalid');
    return plan;
  };

  await amend(ground, async (tx) => ({ rows: await rowsOf(tx, ids), queue: await tx.all('outbox', only('key', key)) }), think, {
    ...(draft !== undefined && (await isMine(ground, draft, key)) ? { draft } : {}),
    carried: carried ?? false,
  });
  if (!kept) throw new MilieuError('unknown');
  return kept;
}

/** Another tab of the same person may have written over the draft since: what stands there then is not what is sent now. */
async function isMine(ground: Ground, name: string, key: string): Promise<boolean> {
  const draft = await new KeptDrafts(async () => ground).read(name);
  const kept: unknown = typeof draft === 'object' && draft !== null && 'key' in draft ? draft.key : key;
  return kept === key;
}
