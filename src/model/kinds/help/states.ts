import type { MilieuRecord } from '../../record.js';

/** Staff have seen the call, and have not dealt with it yet. */
export const isSeen = ({ status }: Pick<MilieuRecord, 'status'>): boolean => status === 'seen';
/** Staff have dealt with the call. */
export const isClosed = ({ status }: Pick<MilieuRecord, 'status'>): boolean => status === 'closed';
