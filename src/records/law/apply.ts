import type { MilieuRecord } from '../../model/record.js';
import { isUnsent, type Row } from './plan.js';

/**
 * A record came from the backend. Returns the row to put, or undefined where nothing changes.
 * While something on it is unsent it is parked in `next`: whether there is a conflict is for the backend to say.
 */
export function apply(row: Row | undefined, record: MilieuRecord): Row | undefined {
  if (!row) return { id: record.id, base: record.rev, current: record };
  if (isUnsent(row)) return record.rev > Math.max(row.base, row.next?.rev ?? 0) ? { ...row, next: record } : undefined;
  return record.rev > row.current.rev ? { id: row.id, base: record.rev, current: record } : undefined;
}
