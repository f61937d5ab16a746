import type { LadderKey } from './strings.js';

const words: Readonly<Record<string, LadderKey>> = {
  offered: 'duty.is.offered',
  accepted: 'duty.is.accepted',
  'help-asked': 'duty.is.help-asked',
  'swap-asked': 'duty.is.swap-asked',
  declined: 'duty.is.declined',
  done: 'duty.is.done',
};

/** Whether a duty of this status is still spoken of; closed ones are not. */
export const isSaid = (status: string): boolean => Object.hasOwn(words, status);

/** The words for where a duty stands. */
export const standing = (status: string): LadderKey => words[status] ?? 'duty.is.offered';
