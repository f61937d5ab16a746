import type { Change, Data, MilieuRecord } from '../../model/record.js';

/**
 * Remembers what this view has just saved. The list of a view comes a moment after its act; whoever presses twice in that moment
 * acts on what was saved, not on what was drawn.
 */
export class Newest<D extends Data> {
  readonly #saved = new Map<string, MilieuRecord<D>>();

  /** @returns the root of the change as it was saved */
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
