import type { MilieuRecord } from '../../model/record.js';
import { newest, emptyPlan, type SyncPlan, type RecordState, type StatesById, type QueuedChange } from './sync-plan.js';

/** The backend has stored a change. This holds no matter which tab learns of it. */
export function delivered(waiting: QueuedChange, rows: StatesById): SyncPlan {
  const confirmed = waiting.change.records.flatMap((record) => {
    const row = rows.get(record.id);
    return row ? [confirm(row, record)] : [];
  });
  return { ...emptyPlan, rows: confirmed, done: [waiting.seq] };
}

function confirm(row: RecordState, record: MilieuRecord): RecordState {
  const base = Math.max(row.confirmedRev, record.rev);
  const next = row.pendingRemote && row.pendingRemote.rev > base ? row.pendingRemote : undefined;
  if (row.current.rev > base)
    return {
      id: row.id,
      confirmedRev: base,
      current: row.current,
      ancestor: newest(record, row.ancestor)!,
      ...(next ? { pendingRemote: next } : {}),
    };
  const current = next ?? row.current;
  return { id: row.id, confirmedRev: Math.max(base, current.rev), current };
}
