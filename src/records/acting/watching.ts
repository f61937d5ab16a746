import type { Kept, Query } from '../types.js';

interface Watch {
  readonly query: Query;
  readonly run: (kept: readonly Kept[]) => void;
  readonly failed: (error: unknown) => void;
  shown?: string;
}

/** Lists that are read again when something changed, and handed on where they differ from what was handed on before. */
export class Watches {
  readonly #list: (query: Query) => Promise<readonly Kept[]>;
  readonly #watches = new Set<Watch>();
  #reading = false;
  #again = false;

  constructor(list: (query: Query) => Promise<readonly Kept[]>) {
    this.#list = list;
  }

  add(query: Query, run: Watch['run'], failed: Watch['failed']): () => void {
    const watch: Watch = { query, run, failed };
    this.#watches.add(watch);
    void this.#read(watch);
    return () => void this.#watches.delete(watch);
  }

  /** Many changes at once are read once. */
  async refresh(): Promise<void> {
    this.#again = true;
    if (this.#reading) return;
    this.#reading = true;
    while (this.#again) {
      this.#again = false;
      await Promise.all([...this.#watches].map((watch) => this.#read(watch)));
    }
    this.#reading = false;
  }

  /** Hands on empty lists: nothing readable stays on a screen. */
  empty(): void {
    for (const watch of this.#watches) this.#show(watch, []);
  }

  clear(): void {
    this.#watches.clear();
  }

  async #read(watch: Watch): Promise<void> {
    try {
      this.#show(watch, await this.#list(watch.query));
    } catch (error) {
      if (this.#watches.has(watch)) watch.failed(error);
    }
  }

  #show(watch: Watch, kept: readonly Kept[]): void {
    const shown = JSON.stringify(kept.map(({ record, sent }) => [record.id, record.rev, record.status, sent]));
    if (shown === watch.shown || !this.#watches.has(watch)) return;
    watch.shown = shown;
    try {
      watch.run(kept);
    } catch (error) {
      reportError(error); // a fault of one listener is the page's to hear of, and no reason to stop the others
    }
  }
}
