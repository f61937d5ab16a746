import type { MilieuRecord } from '../../record.js';
import type { Help } from './table.js';

/** Somebody must come now. A wish to talk can wait. */
export const isUrgent = ({ data }: Pick<MilieuRecord<Help>, 'data'>): boolean => data.need !== 'talk';

/** Staff have seen the call, and have not dealt with it yet. */
export const isSeen = ({ status }: Pick<MilieuRecord, 'status'>): boolean => status === 'seen';
/** Staff have dealt with the call. */
export const isClosed = ({ status }: Pick<MilieuRecord, 'status'>): boolean => status === 'closed';
