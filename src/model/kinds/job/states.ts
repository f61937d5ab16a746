import type { MilieuRecord } from '../../record.js';

type Stands = Pick<MilieuRecord, 'status'>;

/** A job that comes: neither ended nor replaced by another one. */
export const isOpenJob = ({ status }: Stands): boolean => status === 'open';
/** A job of which staff said why it ended. */
export const isEndedJob = ({ status }: Stands): boolean => status === 'ended';

/** An answer that counts. What was undone, or was asked of somebody who could not, is none; nor is a turn that somebody else has now. */
export const isAnswer = ({ status }: Stands): boolean => ['done', 'help-asked', 'helped', 'declined', 'noted', 'swap-asked'].includes(status);
export const isDone = ({ status }: Stands): boolean => status === 'done';
/** Staff know that the person does not do it. */
export const isNo = ({ status }: Stands): boolean => status === 'declined' || status === 'noted';
export const isSwapAsked = ({ status }: Stands): boolean => status === 'swap-asked';
export const isSwapped = ({ status }: Stands): boolean => status === 'swapped';
/** The one who was asked to swap could not. */
export const isNotSwapped = ({ status }: Stands): boolean => status === 'not-swapped';

/** A restriction that counts now. */
export const isInForce = ({ status }: Stands): boolean => status === 'current';
