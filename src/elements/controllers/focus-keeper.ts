import type { LitElement, ReactiveController } from 'lit';
import { keepInView } from './keep-in-view.js';
import { takeFocus } from './take-focus.js';

/** The element that had the focus last, and the headings before it, nearest first. A page has only one focus. */
let lastFocused: { readonly element: Element; readonly headings: readonly HTMLElement[] } | undefined;
const views = new WeakSet<Element>();

/**
 * If the pressed button is removed by its own action, the browser loses the focus, and the next Tab starts at the top of the page. Then
 * this controller focuses the nearest heading before the button, unless a view has already moved the focus to a better place.
 */
export class FocusKeeper implements ReactiveController {
  constructor(private readonly host: LitElement) {
    views.add(host);
    host.addController(this);
  }

  // Listens on the render root, because the host does not receive the events of a move between two elements inside it.
  hostConnected(): void {
    this.host.renderRoot.addEventListener('focusin', this.#came);
    this.host.renderRoot.addEventListener('focusout', this.#went);
  }
  hostDisconnected(): void {
    this.host.renderRoot.removeEventListener('focusin', this.#came);
    this.host.renderRoot.removeEventListener('focusout', this.#went);
  }
  hostUpdated(): void {
    if (lastFocused) checkLater();
  }

  readonly #came = (event: Event): void => {
    const [element] = event.composedPath();
    leftByPerson = false;
    if (!(element instanceof HTMLElement) || element === lastFocused?.element) return;
    const widget = outermost(this.host);
    lastFocused = { element, headings: headingsBefore(element, widget) };
    keepInView(element, widget);
  };

  /**
   * Some browsers also dispatch `focusout` for an element that is being removed. If the element is still in the page a moment later, the person
   * has left it.
   */
  readonly #went = (event: Event): void => {
    leftByPerson ||= (event as FocusEvent).relatedTarget === null;
    checkLater();
  };
}

let standIn: HTMLElement | undefined;
let leftByPerson = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Checks the focus after all views are rendered and have moved the focus themselves. */
function checkLater(): void {
  clearTimeout(timer);
  timer = setTimeout(moveFocus);
}

function moveFocus(): void {
  if (lastFocused?.element.isConnected && leftByPerson) lastFocused = undefined;
  leftByPerson = false;
  if (!lastFocused || lastFocused.element.isConnected) return;
  const to = lastFocused.headings.find((heading) => heading.isConnected && heading.checkVisibility());
  lastFocused = undefined;
  if (!to || document.activeElement !== document.body) return;
  to.tabIndex = -1;
  takeFocus(to);
  standIn = to;
}

/** Whether this file has placed the current focus. A view that knows a better place may still move it. */
export const isStandIn = (): boolean => standIn?.matches(':focus') ?? false;

function outermost(view: Element): Element {
  const { host } = view.getRootNode() as Partial<ShadowRoot>;
  return host && views.has(host) ? outermost(host) : view;
}

/** The headings in `root` before `element`, nearest first, including those in shadow roots. */
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
