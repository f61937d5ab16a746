import type { ReactiveController } from 'lit';
import { realClock } from '../../records/base/clock.js';
import type { MilieuRecord } from '../../model/record.js';
import type { View } from '../controllers/base-view.js';
import { QueryController } from '../controllers/query.js';
import { checkOf } from '../parts/list-freshness.js';

/** Records at first, and with each step back in time: as many as a store returns at once. */
const page = 200;

const isLoaded = ({ state: { is } }: QueryController): boolean => is === 'ready' || is === 'empty' || is === 'read-only';

/**
 * All feedback and reviews since a moment, for staff, and only while this page is known to have all of it: just checked with the backend, or
 * all people of the house write on this device. What was begun before that moment is not read: years of feedback stay on the disk.
 */
export class RecentFeedback implements ReactiveController {
  readonly #lists: readonly QueryController[];
  readonly #askedAt = new WeakMap<QueryController, number>();

  constructor(
    private readonly host: View,
    private readonly since: () => string,
  ) {
    host.addController(this);
    this.#lists = ['feedback', 'feedback-review'].map((kind) => new QueryController(host, () => (this.#seesAll ? { kind } : undefined), { page }));
  }

  /** Undefined until all of it has been read, and while it may be incomplete. */
  get records(): readonly MilieuRecord[] | undefined {
    const isRead = this.#lists.every((list) => isLoaded(list) && !this.#goesOn(list));
    return this.#seesAll && isRead ? this.#lists.flatMap(({ kept }) => kept.map(({ record }) => record)) : undefined;
  }

  hostUpdate(): void {
    for (const list of this.#lists) {
      const shown = list.kept.length;
      if (!this.#goesOn(list) || this.#askedAt.get(list) === shown) continue; // asked for already
      this.#askedAt.set(list, shown);
      list.more();
    }
  }

  #goesOn({ kept, hasMore }: QueryController): boolean {
    const last = kept.at(-1);
    return hasMore && last !== undefined && last.record.at >= this.since();
  }

  get #seesAll(): boolean {
    const { community } = this.host;
    if (!community || community.actor.as !== 'staff') return false;
    const { is } = checkOf(community, realClock.now());
    return is === 'fresh' || (is === 'alone' && community.house.isShared);
  }
}
