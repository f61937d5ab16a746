import { MilieuError } from '../base/errors.js';
import type { StoreContext } from './store-context.js';
import type { Records } from '../base/types.js';
import type { TaskRunner } from '../tasks/task-runner.js';

/**
 * The door for functions beside the store. A name that every copy of this project shares: widgets may come in one file and
 * these functions, which few pages need, in another.
 */
export const internals = Symbol.for('milieu-elements: beside the store, 3');

export interface StoreInternals {
  readonly tasks: TaskRunner;
  readonly context: () => Promise<StoreContext>;
  /** Runs `work`, and again from its beginning where the root was replaced meanwhile. */
  readonly run: <T>(work: (context: StoreContext) => Promise<T>) => Promise<T>;
  /** Changes were added to what waits. */
  readonly added: () => void;
  /** Resolves when no draft is being sealed or written by this tab. */
  readonly draftsSettled: () => Promise<void>;
  /** Nothing is kept here any more: this tab and the others let go. */
  readonly removed: () => Promise<void>;
}

/** @throws MilieuError `bad-property` where it is no store of this project */
export function internalsOf(records: (Records & { readonly [internals]?: StoreInternals }) | undefined): StoreInternals {
  const found = records?.[internals];
  if (!found) throw new MilieuError('bad-property');
  return found;
}
