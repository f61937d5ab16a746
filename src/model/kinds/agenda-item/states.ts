import type { MilieuRecord } from '../../record.js';

type Stands = Pick<MilieuRecord, 'status'>;

/** Waits for the chair to take it on. */
export const isProposed = ({ status }: Stands): boolean => status === 'proposed';
/** Waits for its meeting to talk about it. */
export const isAccepted = ({ status }: Stands): boolean => status === 'accepted';
export const isDecided = ({ status }: Stands): boolean => status === 'decided';
export const isParked = ({ status }: Stands): boolean => status === 'parked';
/** Waits for an answer. */
export const isOpenItem = (item: Stands): boolean => isProposed(item) || isAccepted(item) || isParked(item);
/** Joined with another item, which stands for it. */
export const isMerged = ({ status }: Stands): boolean => status === 'merged';
export const isRedirected = ({ status }: Stands): boolean => status === 'redirected';

/** A promise that is neither done nor dropped. */
export const isOpen = ({ status }: Stands): boolean => status === 'open';
export const isDone = ({ status }: Stands): boolean => status === 'done';
