import type { MilieuRecord } from '../../record.js';

type Stands = Pick<MilieuRecord, 'status'>;

/** Delivered, and neither answered nor left for later. What several people were told stays so for each of them. */
export const isUnread = ({ status }: Stands): boolean => status === 'delivered';
/** Waits for staff to pass it on. */
export const isHeld = ({ status }: Stands): boolean => status === 'held';
/** Its receiver may have asked for a talk. What happened to the feedback after that does not end the talk. */
export const mayHaveTalk = ({ status }: Stands): boolean => ['talk-asked', 'reported', 'stands', 'retracted'].includes(status);
/** A reply that asked for a talk with staff there. */
export const isTalk = ({ status }: Stands): boolean => ['asked', 'arranged', 'settled'].includes(status);
/** A talk that was asked for and has no time yet. */
export const isTalkAsked = ({ status }: Stands): boolean => status === 'asked';
/** A talk that staff have closed. */
export const isTalkSettled = ({ status }: Stands): boolean => status === 'settled';

/** Staff have stopped it, with a reason for its author. */
export const isStopped = ({ status }: Stands): boolean => ['returned', 'withheld', 'retracted'].includes(status);
/** Staff have let it stand after a report, with a reason for those who reported it. */
export const stands = ({ status }: Stands): boolean => status === 'stands';
/** Its author took it back before anybody got it. */
export const isWithdrawn = ({ status }: Stands): boolean => status === 'withdrawn';
/** Its receiver has it, whatever they answered. */
export const isDelivered = ({ status }: Stands): boolean =>
  ['delivered', 'put-by', 'thanked', 'taken', 'talk-asked', 'reported', 'stands'].includes(status);
/** Somebody waits for staff to read a reminder with them. */
export const isReadingAsked = ({ status }: Stands): boolean => status === 'asked';
/** Answered, taken back or said: nobody is waited for any more. */
export const isClosed = ({ status }: Stands): boolean => ['thanked', 'taken', 'withdrawn', 'said'].includes(status);
