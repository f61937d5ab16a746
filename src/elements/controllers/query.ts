import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type ErrorCode, codeOf } from '../../records/base/errors.js';
import type { Kept } from '../../records/base/types.js';
import type { Community } from '../community/community.js';
import { type Asked, RecordPages } from './record-pages.js';
import { isReadOnly, type ViewState, viewStateOf } from './view-state.js';
import { toJson } from '../../model/json.js';

interface Host extends ReactiveControllerHost {
  readonly community: Community | undefined;
}

/** How much of a list is shown. */
export interface QueryOptions {
  /** Number of records at first, and added by each `more()`. Default: all records. A view that sets it must render *Show more*. */
  readonly page?: number;
}

/**
 * Watches one list of records, including changes from other tabs, and combines the list and the state of the store into one `state`.
 * `query` is called at every update; if it returns undefined, nothing is watched yet. The list is complete, or it is paged and `hasMore` says
 * that there are more: no record is left out silently. To list open records, query by `status`.
 */
export class QueryController<D = Kept['record']['data']> implements ReactiveController {
  #kept: readonly Kept<D>[] | undefined;
  #hasMore = false;
  #wanted: number;
  #code: ErrorCode | undefined;
  #asked = '';
  #community: Community | undefined;
  #records: unknown;
  #pages: RecordPages | undefined;

  constructor(
    private readonly host: Host,
    private readonly query: () => Asked | undefined,
    private readonly options: QueryOptions = {},
  ) {
    this.#wanted = options.page ?? Infinity;
    host.addController(this);
  }

  /** Whether there are more records than shown. */
  get hasMore(): boolean {
    return this.#hasMore;
  }

  /** Shows one more page. */
  readonly more = (): void => {
    this.#wanted += this.options.page ?? 0;
    this.host.requestUpdate();
  };

  /** The screen that the view must show now. */
  get state(): ViewState<D> {
    const community = this.host.community;
    const closed = community && viewStateOf(community.status);
    if (!community || (closed && closed.is !== 'ready')) return (closed ?? { is: 'opening' }) as ViewState<D>;
    if (this.#code) return { is: 'failed', code: this.#code };
    if (!this.#kept) return { is: 'opening' };
    if (isReadOnly(community.status)) return { is: 'read-only', kept: this.#kept, code: community.status.code! };
    return this.#kept.length > 0 ? { is: 'ready', kept: this.#kept } : { is: 'empty' };
  }

  /** The list, empty until it arrives. */
  get kept(): readonly Kept<D>[] {
    const { state: screen } = this;
    return screen.is === 'ready' || screen.is === 'read-only' ? screen.kept : [];
  }

  hostUpdate(): void {
    const community = this.host.community;
    const query = this.query();
    const records = community && !viewStateOf(community.status) ? community.records : undefined;
    const asked = query && records ? toJson(query) : '';
    const same = asked === this.#asked && community === this.#community && records === this.#records;
    if (same && this.#watched === this.#wanted) return;
    if (same)
      this.#pages?.stop(); // the shorter list stays on the screen until the longer one has loaded
    else this.#forget();
    if (!query || !records) return;
    this.#asked = asked;
    this.#community = community;
    this.#records = records;
    this.#watched = this.#wanted;
    this.#pages = new RecordPages(records, query, this.#wanted, {
      took: (kept, more) => this.#took(kept as readonly Kept<D>[], more),
      failed: (error) => this.#failed(error),
    });
  }
  #watched = 0;

  hostDisconnected(): void {
    this.#forget();
  }

  #took(kept: readonly Kept<D>[], more: boolean): void {
    this.#kept = kept;
    this.#hasMore = more;
    this.#code = undefined;
    this.host.requestUpdate();
  }

  #failed(error: unknown): void {
    this.#code = codeOf(error);
    this.host.requestUpdate();
  }

  #forget(): void {
    this.#pages?.stop();
    this.#pages = undefined;
    this.#hasMore = false;
    this.#wanted = this.options.page ?? Infinity;
    this.#asked = '';
    this.#community = undefined;
    this.#records = undefined;
    this.#kept = undefined;
    this.#code = undefined;
  }
}
