import type { MilieuRecord } from '../../model/record.js';
import { alreadyApplied, type VersionsById } from './already-applied.js';
import { delivered } from './delivered.js';
import { newest, emptyPlan, type SyncPlan } from './sync-plan.js';
import { type RejectedBatch, replay } from './replay.js';

export type { RejectedBatch } from './replay.js';

export interface ConflictAnswer extends RejectedBatch {
  /**
   * The records in the backend's answer. Only records of the batch are used here; pass the others to `apply`. If it is empty, pull
   * first if possible, so that `pendingRemote` holds the backend's version.
   */
  readonly theirs: readonly MilieuRecord[];
}

/**
 * The backend answered 409 or 412. Takes over its versions and replays the batch on them. A change that the backend has already is
 * marked as delivered. If the backend's version is unknown, a replay would end the same way, so the change is held for the person.
 */
export function conflict(conflict: ConflictAnswer): SyncPlan {
  const [first] = conflict.batch;
  if (!first) return emptyPlan;
  const start = backendVersions(conflict, conflict.theirs);
  const { records } = first.change;
  if (alreadyApplied(first.change, start)) return delivered(first, conflict.rows);
  const explained = records.some(({ id, rev }) => (start.get(id)?.rev ?? 0) !== rev - 1);
  return replay(conflict, start, explained ? undefined : { reason: 'held', code: '409' });
}

/** The backend answered with any other 4xx: rejects the change and replays the later ones without it. `code` is the HTTP status as text. */
export function refused(refusal: RejectedBatch, code: string): SyncPlan {
  return refusal.batch.length === 0 ? emptyPlan : replay(refusal, backendVersions(refusal, []), { reason: 'refused', code });
}

/** The newest known backend version of each record in the batch. */
function backendVersions({ batch, rows }: RejectedBatch, theirs: readonly MilieuRecord[]): VersionsById {
  const versions = new Map<string, MilieuRecord>();
  for (const { id } of batch.flatMap(({ change }) => change.records)) {
    const row = rows.get(id);
    const version = newest(...theirs.filter((record) => record.id === id), row?.pendingRemote, row?.ancestor);
    if (version) versions.set(id, version);
  }
  return versions;
}
