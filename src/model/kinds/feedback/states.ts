import type { MilieuRecord } from '../../record.js';

type Stands = Pick<MilieuRecord, 'status'>;

/** Delivered, and neither answered nor left for later. What several people were told stays so for each of them. */
export const isUnread = ({ status }: Stands): boolean => status === 'delivered';
/** Waits for staff to pass it on. */
export const isHeld = ({ status }: Stands): boolean => status === 'held';
