import type { ReactiveController } from 'lit';
import { realClock } from '../../records/base/clock.js';
import { loadFile } from '../../records/base/load-file.js';
import type { Records } from '../../records/base/types.js';
import type { View } from '../controllers/base-view.js';
import { isOpen } from '../controllers/view-state.js';

/** ms: names are shown after this time, whether or not it is known who comes first. */
const longestWait = 1000;

/** When the order of names matters. */
interface Asks {
  /** Whether there are so many people that not all are shown. */
  isMany(): boolean;
  /** Whether the person is typing a name. */
  isSearched(): boolean;
}

/**
 * Which of many names come first: those whom the person addressed last. It is settled once, before a name is shown, and stays: a finger on its way
 * would press another name. It also loads what finds a name.
 */
export class NameOrder implements ReactiveController {
  /** Ids of those who come first. */
  recent: readonly string[] = [];
  /** Whether the names stand where they stay. */
  isKnown = false;
  finder: typeof import('./many-people.js') | 'failed' | undefined;
  #isLoading = false;
  #read: Records | undefined;
  #stopWaiting: (() => void) | undefined;

  constructor(
    private readonly host: View,
    private readonly asks: Asks,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    if (!this.asks.isMany()) return;
    if (!this.isKnown) this.#stopWaiting ??= realClock.after(longestWait, () => this.#settle([]));
    this.#load();
    this.#readRecent();
  }

  hostDisconnected(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
  }

  #load(): void {
    if (this.#isLoading) return;
    this.#isLoading = true;
    loadFile(() => import('./many-people.js')).then(
      (finder) => {
        this.finder = finder;
        this.host.requestUpdate();
      },
      (error: unknown) => {
        this.finder = 'failed'; // all names can be shown without it
        this.#settle([]);
        this.host.community?.report(error);
      },
    );
  }

  /** Once for each store. */
  #readRecent(): void {
    const { finder } = this;
    const { community } = this.host;
    const records = community && isOpen(community.status) ? community.records : undefined;
    if (!finder || finder === 'failed' || !records || records === this.#read) return;
    this.#read = records;
    finder.recentPeople(records).then(
      (recent) => this.#settle(recent),
      (error: unknown) => {
        this.#settle([]);
        community?.report(error);
      },
    );
  }

  #settle(recent: readonly string[]): void {
    this.#stopWaiting?.();
    if (!this.isKnown && !this.asks.isSearched()) this.recent = recent;
    this.isKnown = true;
    this.host.requestUpdate();
  }
}
