import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Part } from './facts.js';
import { PagePart } from './page-part.js';

interface Place {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** It begins at the side where reading starts: its number is in that margin. */
  readonly first: boolean;
}

/** From shadow root to shadow root. */
function find(widget: Element, path: readonly string[]): Element | undefined {
  let here: Element | null | undefined = widget;
  for (const selector of path) here = here?.shadowRoot?.querySelector(selector);
  return here?.checkVisibility() ? here : undefined;
}

function placed(box: DOMRect, room: DOMRect, turned: boolean): Place {
  const [top, left, width, height] = [box.top - room.top, box.left - room.left, box.width, box.height].map(Math.round) as [
    number,
    number,
    number,
    number,
  ];
  const before = turned ? room.right - box.right : box.left - room.left;
  return { top, left, width, height, first: before < room.width / 4 };
}

/** The parts of the live widget, outlined in place and named next to it. */
class DocsAnatomy extends PagePart {
  @state() private places: readonly (Place | undefined)[] = [];
  @state() private at = -1;
  #widget?: TemplateResult;
  #frame = 0;
  readonly #grows = new ResizeObserver(() => this.#measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#look();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
    this.#grows.disconnect();
  }

  protected override firstUpdated(): void {
    const room = this.querySelector('.docs-body');
    if (room) this.#grows.observe(room);
  }

  protected override render(): TemplateResult {
    const { facts } = this;
    if (!facts) return html``;
    this.#widget ??= facts.show();
    return html`<div class="docs-anatomy">
      <div class="docs-body">
        ${this.#widget}
        <div class="docs-marks" aria-hidden="true">${this.places.map((place, at) => place && this.#mark(place, at))}</div>
      </div>
      <ol class="docs-parts">
        ${facts.parts.map((part, at) => this.#name(part, at))}
      </ol>
    </div>`;
  }

  #mark({ top, left, width, height, first }: Place, at: number): TemplateResult {
    const style = `top: ${top}px; left: ${left}px; width: ${width}px; height: ${height}px`;
    return html`<div class=${classMap({ 'docs-mark': true, 'is-at': this.at === at })} .style=${style}>
        ${first ? nothing : html`<b>${at + 1}</b>`}
      </div>
      ${first ? html`<b class="docs-margin" .style=${`top: ${top}px`}>${at + 1}</b>` : nothing}`;
  }

  #name({ name, what }: Part, at: number): TemplateResult {
    return html`<li
      class=${classMap({ 'is-at': this.at === at })}
      @pointerenter=${(): number => (this.at = at)}
      @pointerleave=${(): number => (this.at = -1)}
    >
      <b>${name}</b> <span>${what}</span>
    </li>`;
  }

  /** Waits until every part is there: views come after their store, and staff views are loaded later. */
  #look(tries = 0): void {
    this.#frame = requestAnimationFrame(() => {
      this.#measure();
      const missing = this.facts?.parts.length !== this.places.filter(Boolean).length;
      if (missing && tries < 600) this.#look(tries + 1);
    });
  }

  #measure(): void {
    const room = this.querySelector('.docs-body');
    const widget = room?.querySelector(this.tag);
    if (!room || !widget) return;
    const origin = room.getBoundingClientRect();
    const places = (this.facts?.parts ?? []).map(({ at }): Place | undefined => {
      const box = find(widget, at)?.getBoundingClientRect();
      return box && placed(box, origin, getComputedStyle(room).direction === 'rtl');
    });
    if (JSON.stringify(places) !== JSON.stringify(this.places)) this.places = places;
  }
}
customElements.define('docs-anatomy', DocsAnatomy);
