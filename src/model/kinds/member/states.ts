import type { MilieuRecord } from '../../record.js';

type Standing = Pick<MilieuRecord, 'status'>;

/** The person can be chosen on a screen of this house. */
export const isHere = ({ status }: Standing): boolean => status === 'here';
/** The person comes back. */
export const isAway = ({ status }: Standing): boolean => status === 'away';
/** The person does not live or work here any more; what they wrote keeps its name. */
export const hasLeft = ({ status }: Standing): boolean => status === 'left';
