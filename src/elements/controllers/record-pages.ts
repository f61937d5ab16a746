import type { Kept, Query, Records } from '../../records/base/types.js';

/** The query of a view. `RecordPages` sets the number of records per page. */
export type Asked = Omit<Query, 'limit' | 'before'>;

/** The most records that a store returns at once. */
const mostAtOnce = 200;

/** All matching records, newest first, without a limit. @throws MilieuError */
export async function listAll(records: Records, asked: Asked): Promise<readonly Kept[]> {
  const all: Kept[] = [];
  for (;;) {
    const before = all.at(-1)?.record.id;
    const page = await records.list({ ...asked, limit: mostAtOnce, ...(before === undefined ? {} : { before }) });
    all.push(...page);
    if (page.length < mostAtOnce) return all;
  }
}

interface Page {
  readonly before: string | undefined;
  readonly stop: () => void;
  kept?: readonly Kept[];
}

export interface PageEvents {
  /** Called with the first `wanted` records, or all, and whether there are more. */
  readonly took: (kept: readonly Kept[], more: boolean) => void;
  readonly failed: (error: unknown) => void;
}

/** Watches any number of records in pages, because a store watches at most 200 at once. */
export class RecordPages {
  #pages: Page[] = [];

  /** @param wanted number of records; `Infinity` for all */
  constructor(
    private readonly records: Records,
    private readonly asked: Asked,
    private readonly wanted: number,
    private readonly events: PageEvents,
  ) {
    this.#open(0, undefined);
  }

  stop(): void {
    this.#closeFrom(0);
  }

  /** The size of a page. The last page asks for one record more than wanted, to know whether there are more. */
  #size(at: number): number {
    return Math.min(mostAtOnce, this.wanted + 1 - at * mostAtOnce);
  }

  #open(at: number, before: string | undefined): void {
    let stopped = false;
    let stop = (): void => undefined;
    const page: Page = {
      before,
      stop: () => {
        stopped = true;
        stop();
      },
    };
    this.#pages[at] = page;
    const query: Query = { ...this.asked, limit: this.#size(at), ...(before === undefined ? {} : { before }) };
    stop = this.records.watch(
      query,
      (kept) => (stopped ? undefined : this.#took(at, kept)),
      (error) => (stopped ? undefined : this.events.failed(error)),
    );
  }

  #took(at: number, kept: readonly Kept[]): void {
    const page = this.#pages[at];
    if (!page) return;
    page.kept = kept;
    const last = kept.at(-1)?.record.id;
    const next = at + 1;
    const goesOn = kept.length === mostAtOnce && this.#size(next) > 0;
    if (!goesOn) this.#closeFrom(next);
    else if (this.#pages[next]?.before !== last) {
      // The last record of this page has changed, so the next page starts at another place.
      this.#closeFrom(next);
      this.#open(next, last);
    }
    this.#report();
  }

  #closeFrom(at: number): void {
    for (const page of this.#pages.splice(at)) page.stop();
  }

  #report(): void {
    if (this.#pages.some(({ kept }) => !kept)) return;
    const all = this.#pages.flatMap(({ kept }) => kept ?? []);
    this.events.took(all.slice(0, this.wanted), all.length > this.wanted);
  }
}
