import type { MilieuRecord } from '../../record.js';

type State = Pick<MilieuRecord, 'status'>;

/** No member of staff has read it yet. */
export const isRaised = ({ status }: State): boolean => status === 'raised';
/** A member of staff has read it, and has not answered. */
export const isRead = ({ status }: State): boolean => status === 'read';
/** A member of staff has answered, and has not closed it. */
export const isAnswered = ({ status }: State): boolean => status === 'answered';
/** Staff have closed it, with a reason. */
export const isClosed = ({ status }: State): boolean => status === 'closed';
/** Its author says that nothing more is needed. */
export const isSettled = ({ status }: State): boolean => status === 'settled';
/** Its author has taken it back. */
export const isWithdrawn = ({ status }: State): boolean => status === 'withdrawn';
/** Something may still come of it: it waits for staff, or for what its author says to their answer. */
export const isOpen = (concern: State): boolean => isRaised(concern) || isRead(concern) || isAnswered(concern);
