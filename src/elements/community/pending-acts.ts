import type { ActInput } from '../../records/base/types.js';

/** What an act needs; a function, where making it takes time. Whoever leaves meanwhile has still acted. */
export type ActInputInTime = ActInput | (() => Promise<ActInput>);

/** Acts that have begun. Their store is closed only when they are stored. */
export class PendingActs {
  readonly #all = new Set<Promise<unknown>>();

  add<T>(act: Promise<T>): Promise<T> {
    this.#all.add(act);
    const done = (): void => void this.#all.delete(act);
    act.then(done, done);
    return act;
  }

  /** Settles when those that have begun are over; undefined if there are none. Never rejects. */
  get ends(): Promise<unknown> | undefined {
    return this.#all.size > 0 ? Promise.allSettled(this.#all) : undefined;
  }
}
