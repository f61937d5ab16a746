import type { MilieuRecord } from '../../model/record.js';

/** A record with which somebody decided something, and who did. */
export interface Decided {
  readonly id: string;
  /** Ids of those who decided. */
  readonly by: readonly string[];
}

/** A reason, and who gave it. */
export const decidedBy = ({ id, by }: Pick<MilieuRecord, 'id' | 'by'>): Decided => ({ id, by: [by] });
