import type { MilieuRecord } from '../../model/record.js';
import { newest, nothing, type Plan, type Row, type RowsById, type Waiting } from './plan.js';

/** The backend has taken a change: a fact, whoever learns of it. */
export function delivered(waiting: Waiting, rows: RowsById): Plan {
  const confirmed = waiting.change.records.flatMap((record) => {
    const row = rows.get(record.id);
    return row ? [confirm(row, record)] : [];
  });
  return { ...nothing, rows: confirmed, done: [waiting.seq] };
}

function confirm(row: Row, record: MilieuRecord): Row {
  const base = Math.max(row.base, record.rev);
  const next = row.next && row.next.rev > base ? row.next : undefined;
  if (row.current.rev > base) return { id: row.id, base, current: row.current, was: newest(record, row.was)!, ...(next ? { next } : {}) };
  const current = next ?? row.current;
  return { id: row.id, base: Math.max(base, current.rev), current };
}
