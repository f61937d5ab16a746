import type { ReactiveController } from 'lit';
import { type ErrorCode, codeOf } from '../../records/errors.js';
import type { Kept, Query, Status } from '../../records/types.js';
import type { Community } from '../community/community.js';
import type { View } from './view.js';

/** What a view can be showing; every view draws exactly one of these. */
export type Screen<D = Kept['record']['data']> =
  | { readonly is: 'opening' }
  | { readonly is: 'locked' }
  | { readonly is: 'failed'; readonly code: ErrorCode }
  | { readonly is: 'empty' }
  | { readonly is: 'ready'; readonly kept: readonly Kept<D>[] }
  | { readonly is: 'read-only'; readonly kept: readonly Kept<D>[]; readonly code: ErrorCode };

/** Whether things can be kept. Where what was there is gone, which the foot says, it goes on with nothing. */
export const isOpen = ({ store }: Status): boolean => store === 'open' || store === 'memory' || store === 'lost';

/** The screen of a status alone: before any list has arrived, or instead of it. */
export function screenOf(status: Status): Screen | undefined {
  if (isOpen(status) || status.code === 'newer') return undefined;
  switch (status.store) {
    case 'opening':
    case 'locked':
      return { is: status.store };
    default:
      return { is: 'failed', code: status.code ?? 'unknown' };
  }
}

/**
 * Keeps one list of records in view: it watches `query` in every tab and turns what comes, with the state of the store,
 * into one `screen`. `query` is asked anew with every update; undefined: nothing is asked yet.
 */
export class Watched<D = Kept['record']['data']> implements ReactiveController {
  #kept: readonly Kept<D>[] | undefined;
  #code: ErrorCode | undefined;
  #asked = '';
  #community: Community | undefined;
  #records: unknown;
  #stop = (): void => undefined;

  constructor(
    private readonly host: View,
    private readonly query: () => Query | undefined,
  ) {
    host.addController(this);
  }

  /** What the view shows now. */
  get screen(): Screen<D> {
    const community = this.host.community;
    const closed = community && screenOf(community.status);
    if (!community || (closed && closed.is !== 'ready')) return (closed ?? { is: 'opening' }) as Screen<D>;
    if (this.#code) return { is: 'failed', code: this.#code };
    if (!this.#kept) return { is: 'opening' };
    if (community.status.code === 'newer') return { is: 'read-only', kept: this.#kept, code: 'newer' };
    return this.#kept.length > 0 ? { is: 'ready', kept: this.#kept } : { is: 'empty' };
  }

  /** The list, empty until it arrives. */
  get kept(): readonly Kept<D>[] {
    const { screen } = this;
    return screen.is === 'ready' || screen.is === 'read-only' ? screen.kept : [];
  }

  hostUpdate(): void {
    const community = this.host.community;
    const query = this.query();
    const records = community && !screenOf(community.status) ? community.records : undefined;
    const asked = query && records ? JSON.stringify(query) : '';
    if (asked === this.#asked && community === this.#community && records === this.#records) return;
    this.#forget();
    if (!query || !records) return;
    this.#asked = asked;
    this.#community = community;
    this.#records = records;
    this.#stop = records.watch(
      query,
      (kept) => this.#took(kept as readonly Kept<D>[]),
      (error) => this.#failed(error),
    );
  }

  hostDisconnected(): void {
    this.#forget();
  }

  #took(kept: readonly Kept<D>[]): void {
    this.#kept = kept;
    this.#code = undefined;
    this.host.requestUpdate();
  }

  #failed(error: unknown): void {
    this.#code = codeOf(error);
    this.host.requestUpdate();
  }

  #forget(): void {
    this.#stop();
    this.#stop = (): void => undefined;
    this.#asked = '';
    this.#community = undefined;
    this.#records = undefined;
    this.#kept = undefined;
    this.#code = undefined;
  }
}
