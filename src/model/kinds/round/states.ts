import type { MilieuRecord } from '../../record.js';

/** Its author has not removed it. */
export const isKept = ({ status }: Pick<MilieuRecord, 'status'>): boolean => status === 'kept';
