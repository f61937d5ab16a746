import type { MilieuRecord } from '../../model/record.js';
import { hasArrived, type Versions } from './arrived.js';
import { delivered } from './delivered.js';
import { newest, nothing, type Plan } from './plan.js';
import { type Refusal, replay } from './replay.js';

export type { Refusal } from './replay.js';

export interface Conflict extends Refusal {
  /**
   * What the backend answered with. Only records of the batch count here; the rest is for `apply`. Empty where it
   * answered with none: then pull first, where that can be done, so that `next` may tell what happened.
   */
  readonly theirs: readonly MilieuRecord[];
}

/**
 * The backend answered 409 or 412: its versions stand, and the batch is played again on them. A change that turns out to have
 * arrived is delivered. Where nothing tells what the conflict is about, playing it again would end the same way, so it is held.
 */
export function conflict(conflict: Conflict): Plan {
  const [first] = conflict.batch;
  if (!first) return nothing;
  const start = standing(conflict, conflict.theirs);
  const { records } = first.change;
  if (hasArrived(first.change, start)) return delivered(first, conflict.rows);
  const explained = records.some(({ id, rev }) => (start.get(id)?.rev ?? 0) !== rev - 1);
  return replay(conflict, start, explained ? undefined : { reason: 'held', code: '409' });
}

/** The backend answered with any other 4xx: the change falls, what came after it is played again without it. `code` is the HTTP status as text. */
export function refused(refusal: Refusal, code: string): Plan {
  return refusal.batch.length === 0 ? nothing : replay(refusal, standing(refusal, []), { reason: 'refused', code });
}

/** The newest version of each record in the batch that the backend is known to have. */
function standing({ batch, rows }: Refusal, theirs: readonly MilieuRecord[]): Versions {
  const versions = new Map<string, MilieuRecord>();
  for (const { id } of batch.flatMap(({ change }) => change.records)) {
    const row = rows.get(id);
    const version = newest(...theirs.filter((record) => record.id === id), row?.next, row?.was);
    if (version) versions.set(id, version);
  }
  return versions;
}
