import { realClock } from '../../records/base/clock.js';
import type { Records, Trouble } from '../../records/base/types.js';

/** ms in which a removal can be undone. */
export const undoTime = 10_000;

/** Called when a removal has been carried out, or has failed with `error`. */
export type RemovalEnd = (trouble: Trouble, error?: unknown) => void;

const byStore = new WeakMap<Records, PendingRemovals>();

/**
 * Removals that can still be undone, from the list of what could not be sent. They belong to the store, not to a view: a removal is also
 * carried out if the list was closed. If the page is closed before that, the text is kept.
 */
export class PendingRemovals {
  /** Whether something was removed since the page was loaded. */
  removed = false;
  readonly #stops = new Map<string, () => void>();

  static of(records: Records): PendingRemovals {
    const pending = byStore.get(records) ?? new PendingRemovals(records);
    byStore.set(records, pending);
    return pending;
  }

  private constructor(private readonly records: Records) {}

  has(id: string): boolean {
    return this.#stops.has(id);
  }

  /** Removes the change after 10 s, unless it is undone. */
  begin(trouble: Trouble, end: RemovalEnd): void {
    const run = (): void => {
      this.records
        .settle(trouble.id, 'remove')
        .finally(() => this.#stops.delete(trouble.id))
        .then(
          () => {
            this.removed = true;
            end(trouble);
          },
          (error: unknown) => end(trouble, error),
        );
    };
    this.#stops.set(trouble.id, realClock.after(undoTime, run));
  }

  undo(id: string): void {
    this.#stops.get(id)?.();
    this.#stops.delete(id);
  }
}
