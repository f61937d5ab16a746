import type { LitElement, ReactiveController } from 'lit';

/** What had the focus last, and the headings that stand before it, the nearest first. There is one focus in a page. */
let held: { readonly element: Element; readonly headings: readonly HTMLElement[] } | undefined;
const views = new WeakSet<Element>();

/**
 * Where what was pressed goes from the page with what it did, the browser would put the focus nowhere, and the next Tab would
 * begin at the top of the page. Then the focus goes to the heading that stood last before it, unless a view has put it somewhere better.
 */
export class FocusKeeper implements ReactiveController {
  constructor(private readonly host: LitElement) {
    views.add(host);
    host.addController(this);
  }

  // The root hears it also where the focus goes from one element in it to another.
  hostConnected(): void {
    this.host.renderRoot.addEventListener('focusin', this.#came);
    this.host.renderRoot.addEventListener('focusout', this.#went);
  }
  hostDisconnected(): void {
    this.host.renderRoot.removeEventListener('focusin', this.#came);
    this.host.renderRoot.removeEventListener('focusout', this.#went);
  }
  hostUpdated(): void {
    if (held) later();
  }

  readonly #came = (event: Event): void => {
    const [element] = event.composedPath();
    left = false;
    if (element instanceof HTMLElement && element !== held?.element) held = { element, headings: headingsBefore(element, outermost(this.host)) };
  };

  /** Some engines say this also of what is just being taken away; what still stands a moment later was left by the person. */
  readonly #went = (event: Event): void => {
    left ||= (event as FocusEvent).relatedTarget === null;
    later();
  };
}

let standIn: HTMLElement | undefined;
let left = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** When all views are drawn, and those that know a better place have put the focus there. */
function later(): void {
  clearTimeout(timer);
  timer = setTimeout(mend);
}

function mend(): void {
  if (held?.element.isConnected && left) held = undefined;
  left = false;
  if (!held || held.element.isConnected) return;
  const to = held.headings.find((heading) => heading.isConnected && heading.checkVisibility());
  held = undefined;
  if (!to || document.activeElement !== document.body) return;
  to.tabIndex = -1;
  to.focus();
  standIn = to;
}

/** Whether the focus is only where this file has put it: a view that knows a better place may still take it there. */
export const isStandIn = (): boolean => standIn?.matches(':focus') ?? false;

function outermost(view: Element): Element {
  const { host } = view.getRootNode() as Partial<ShadowRoot>;
  return host && views.has(host) ? outermost(host) : view;
}

/** In the order of the page, through shadow roots, from the last one before `element` to the first in `root`. */
function headingsBefore(element: Element, root: Element): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const one of elementsIn(root)) {
    if (one === element) break;
    if (one instanceof HTMLHeadingElement) found.unshift(one);
  }
  return found;
}

function* elementsIn(root: Element | ShadowRoot): Generator<Element> {
  for (const child of root instanceof Element && root.shadowRoot ? root.shadowRoot.children : root.children) {
    yield child;
    yield* elementsIn(child);
  }
}
