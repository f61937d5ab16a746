import type { MilieuRecord } from '../../record.js';

type Stands = Pick<MilieuRecord, 'status'>;

/** A placement that counts now. */
export const isCurrent = ({ status }: Stands): boolean => status === 'current';
export const isResting = ({ status }: Stands): boolean => status === 'resting';
/** A placement that has not ended. */
export const stands = (placement: Stands): boolean => isCurrent(placement) || isResting(placement);

/** A placement that counted once. */
export const isPast = ({ status }: Stands): boolean => status === 'past';

/** A duty that its person has not answered yet. */
export const isOffered = ({ status }: Stands): boolean => status === 'offered';
/** A duty that somebody has and has not answered otherwise: to take it back needs a reason. */
export const isCarried = ({ status }: Stands): boolean => status === 'offered' || status === 'accepted';
/** A duty that staff have closed. */
export const isClosed = ({ status }: Stands): boolean => status === 'closed';
