import type { Change } from '../../model/change.js';
import type { Data, MilieuRecord } from '../../model/record.js';

/**
 * Remembers the records that this view has just saved. The list of a view is updated a moment after the act. A person who presses again
 * in that moment acts on the saved record, not on the one that is still shown.
 */
export class LatestSaved<D extends Data> {
  readonly #saved = new Map<string, MilieuRecord<D>>();

  /** @returns the saved root of the change */
  keep(change: Change | undefined): MilieuRecord<D> | undefined {
    const root = change?.records[0] as MilieuRecord<D> | undefined;
    if (root) this.#saved.set(root.id, root);
    return root;
  }

  of(record: MilieuRecord<D>): MilieuRecord<D> {
    const saved = this.#saved.get(record.id);
    return saved && saved.rev > record.rev ? saved : record;
  }
}
