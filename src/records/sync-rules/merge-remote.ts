import type { MilieuRecord } from '../../model/record.js';
import { countedRev, isUnsent, type RecordState } from './sync-plan.js';

/**
 * Merges a record from the backend. Returns the new state, or undefined if nothing changes.
 * While the record has unsent changes, it is stored in `pendingRemote`: the backend decides whether there is a conflict.
 */
export function mergeRemote(row: RecordState | undefined, record: MilieuRecord): RecordState | undefined {
  if (!row) return { id: record.id, confirmedRev: record.rev, current: record };
  if (isUnsent(row))
    return record.rev > Math.max(countedRev(row.confirmedRev), countedRev(row.pendingRemote?.rev ?? 0))
      ? { ...row, pendingRemote: record }
      : undefined;
  return record.rev > countedRev(row.current.rev) ? { id: row.id, confirmedRev: record.rev, current: record } : undefined;
}
