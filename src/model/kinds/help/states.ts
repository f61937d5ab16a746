import type { MilieuRecord } from '../../record.js';

/** Staff have dealt with the call. */
export const isClosed = ({ status }: Pick<MilieuRecord, 'status'>): boolean => status === 'closed';
