import { uuidv7 } from 'uuidv7';
import { decideBy, type Kinds } from '../../model/decide-by.js';
import { help } from '../../model/kinds/help/table.js';
import type { Change } from '../../model/change.js';
import type { Kind } from '../../model/transition.js';
import type { Data, MilieuRecord } from '../../model/record.js';
import { Refused } from '../../model/refusals.js';
import { MilieuError } from '../../records/base/errors.js';
import type { Community } from '../community/community.js';

/** A call must not wait until the other kinds have loaded. */
const calls: Kinds = { help: help as Kind };

/** The change of a call, made without the store, which may be locked or full. @throws MilieuError why it is not allowed */
export function changeOf(community: Community, action: 'ask' | 'cancel', id: string, root?: MilieuRecord, data?: Data): Change {
  const { actor, policy, identity } = community;
  const now = new Date().toISOString();
  const decided = decideBy(calls, action, {
    kind: 'help',
    id,
    root,
    community: identity.community,
    actor,
    policy,
    now,
    input: data ? { data } : {},
  });
  if (decided instanceof Refused) throw new MilieuError(decided.code);
  return { key: uuidv7(), action, by: actor.person, as: actor.as, at: now, community: identity.community, records: decided.records };
}

/**
 * Stores a call, and returns whether that succeeded. A full or locked store must not stop a call; the error is reported to the host.
 * @param carried whether somebody has taken it already, so that the store does not send it too
 */
export async function keepCall(community: Community, change: Change, rev: number, carried: boolean): Promise<boolean> {
  const root = change.records[0];
  const { store } = community.status;
  if (!root || (store !== 'open' && store !== 'memory')) return false;
  try {
    await community.act(change.action, { kind: 'help', id: root.id, rev }, { data: root.data, key: change.key, at: change.at, carried });
    return true;
  } catch (error) {
    community.report(error, root.id);
    return false;
  }
}
