import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Community } from '../community/community.js';
import type { View } from '../controllers/base-view.js';
import { LazyViews } from '../controllers/lazy-views.js';

/** Loads the views of a house. Set where the tags are registered, because no widget knows another. */
export const houseParts: { load: () => Promise<void> } = { load: () => Promise.resolve() };

/** Who asks where several widgets could: the one that is made for it, any widget, and the call for help only if it is alone. */
export type AskRank = 'first' | 'usual' | 'last';
const ranks: readonly AskRank[] = ['first', 'usual', 'last'];

const places = new WeakMap<Community, Set<AtEntrance>>();

/**
 * What a widget shows while it is not known who is at a shared computer: one widget of the page asks, and the others say so. The same widget asks for the
 * passphrase of the house.
 */
export class AtEntrance implements ReactiveController {
  #community: Community | undefined;
  readonly #views: LazyViews;

  constructor(
    private readonly host: View,
    private readonly rank: AskRank = 'usual',
  ) {
    this.#views = new LazyViews(host, () => houseParts.load());
    host.addController(this);
  }

  /** Whether people choose who they are on this page, and somebody has. */
  get isInside(): boolean {
    return this.host.community?.house.entrance.is === 'inside';
  }

  /** Whether the page of the widget is hidden. */
  get isShut(): boolean {
    return Boolean(this.host.community?.house.entrance.isShut) || (this.#isLocked && this.asks);
  }

  /** Whether this widget asks. */
  get asks(): boolean {
    return [...this.#all].every((one) => one === this || comesBefore(this, one));
  }

  /** What stands in place of the page; for a widget that stays open, below it. */
  render(): TemplateResult {
    if (!this.asks) return html`<p class="quiet">${this.host.sharedWords('house.elsewhere')}</p>`;
    const is = this.host.community?.house.entrance.is;
    if (is === 'reading' && !this.#isLocked) return html`<p class="quiet">${this.host.sharedWords('screen.opening')}</p>`;
    return this.#views.render(() =>
      this.#isLocked
        ? html`<milieu-passphrase></milieu-passphrase>`
        : is === 'empty'
          ? html`<milieu-begin></milieu-begin>`
          : html`<milieu-who></milieu-who>`,
    );
  }

  /** A part that only people of the house have: names, and one's own PIN. */
  part(views: () => TemplateResult): TemplateResult {
    return this.#views.render(views);
  }

  /** The way out for whoever is inside. */
  leaveButton(): TemplateResult | typeof nothing {
    if (!this.isInside) return nothing;
    return html`<button class="btn" type="button" @click=${(): void => this.host.community?.house.leave()}>
      ${this.host.sharedWords('house.done')}
    </button>`;
  }

  hostUpdate(): void {
    const { community } = this.host;
    if (community === this.#community) return;
    this.hostDisconnected();
    this.#community = community;
    if (!community) return;
    const all = places.get(community) ?? new Set();
    places.set(community, all.add(this));
    this.#redrawOthers();
  }

  hostDisconnected(): void {
    if (!this.#community) return;
    this.#all.delete(this);
    this.#redrawOthers();
    this.#community = undefined;
  }

  get #isLocked(): boolean {
    const { status, house } = this.host.community ?? {};
    return status?.store === 'locked' && status.key === 'passphrase' && house?.entrance.is !== 'host';
  }

  get #all(): Set<AtEntrance> {
    return (this.#community && places.get(this.#community)) ?? new Set([this]);
  }

  #redrawOthers(): void {
    if (this.host.community?.house.entrance.is === 'host') return;
    for (const one of this.#all) if (one !== this) one.host.requestUpdate();
  }

  /** @internal */
  get order(): readonly [rank: number, host: Node] {
    return [ranks.indexOf(this.rank), this.host];
  }
}

function comesBefore(a: AtEntrance, b: AtEntrance): boolean {
  const [[rank, host], [otherRank, other]] = [a.order, b.order];
  return rank === otherRank ? Boolean(host.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) : rank < otherRank;
}
