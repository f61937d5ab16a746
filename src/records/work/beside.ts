import { MilieuError } from '../errors.js';
import type { Ground } from '../ground.js';
import type { Records } from '../types.js';
import type { Works } from './works.js';

/**
 * The door for functions beside the store. A name that every copy of this project shares: widgets may come in one file and
 * these functions, which few pages need, in another.
 */
export const beside = Symbol.for('milieu-elements: beside the store, 1');

export interface Beside {
  readonly works: Works;
  readonly ground: () => Promise<Ground>;
  /** Changes were added to what waits. */
  readonly added: () => void;
  /** Nothing is kept here any more: this tab and the others let go. */
  readonly removed: () => void;
}

/** @throws MilieuError `bad-property` where it is no store of this project */
export function besideOf(records: Records): Beside {
  const found = (records as Records & { readonly [beside]?: Beside })[beside];
  if (!found) throw new MilieuError('bad-property');
  return found;
}
