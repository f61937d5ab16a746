import type { MilieuRecord } from '../../record.js';

type Stands = Pick<MilieuRecord, 'status'>;

/** A request that its person waits with: what others have seen is not opened yet. */
export const isGathering = ({ status }: Stands): boolean => status === 'asked';
/** The views were opened and it is not decided, or somebody else looks at it. Only then are views shown. */
export const isOpened = (step: Stands | undefined): boolean => step !== undefined && ['opened', 'appealed'].includes(step.status);
/** It was decided, and its person asked for another look. */
export const isAppealed = ({ status }: Stands): boolean => status === 'appealed';
export const isDecided = ({ status }: Stands): boolean => status === 'decided';
export const isTakenBack = ({ status }: Stands): boolean => status === 'taken-back';
/** It was closed or taken back: what others have seen falls away. */
export const isOver = (step: Stands | undefined): boolean => step !== undefined && ['closed', 'taken-back'].includes(step.status);
/** The person who is asked has not answered, or has told what they saw. */
export const isInWords = ({ status }: Stands): boolean => status === 'asked' || status === 'told';
/** The person who is asked has not answered. */
export const isWaiting = ({ status }: Stands): boolean => status === 'asked';
/** Staff have it and nobody has opened it. */
export const isUnopened = ({ status }: Stands): boolean => status === 'kept';
export const isOpenView = ({ status }: Stands): boolean => status === 'open';
