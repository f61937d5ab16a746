import { can } from '../../model/decide.js';
import type { MilieuRecord } from '../../model/record.js';
import type { Input } from '../../model/transition.js';
import type { Community } from '../community/community.js';

interface Asked {
  readonly kind: string;
  /** Omit it if the act creates the record. */
  readonly root?: MilieuRecord;
  readonly input?: Input;
  readonly others?: readonly (MilieuRecord | undefined)[];
}

/** Whether the person on this page may do `action`, also if it creates a record or moves it to another meeting. */
export function mayAct(community: Community | undefined, action: string, { kind, root, input = {}, others = [] }: Asked): boolean {
  if (!community) return false;
  const related = others.filter((record) => record !== undefined).map((record) => [record.id, record] as const);
  const { actor, policy, identity } = community;
  return can(action, { kind, id: root?.id ?? '', community: identity.community, root, input, actor, policy, others: new Map(related) });
}
