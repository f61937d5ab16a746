import { elementsOf, withoutIsolates } from '../../src/testing/find-elements.js';

const isLive = (element: Element): boolean => element.matches('[role="status"], [role="alert"], [aria-live="polite"]');

/** Listens like a screen reader: to text that changes in live regions that already exist, through all shadow roots. */
export class Listener {
  /** The announcements, in order. */
  readonly said: string[] = [];
  /** Polite live regions that were added together with their text: many screen readers do not announce these. */
  readonly tooLate: string[] = [];
  readonly #known = new WeakMap<Element, string>();
  readonly #roots = new WeakSet<Node>();
  readonly #observer = new MutationObserver(() => this.#look());

  constructor(private readonly root: Element) {
    this.#look(true);
  }

  stop(): void {
    this.#observer.disconnect();
  }

  #look(first = false): void {
    for (const element of [this.root, ...elementsOf(this.root)]) {
      if (element.shadowRoot) this.#watch(element.shadowRoot);
      if (isLive(element)) this.#hear(element, first);
    }
  }

  #watch(root: ShadowRoot): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['hidden'] });
  }

  #hear(element: Element, first: boolean): void {
    const before = this.#known.get(element);
    const words = element.checkVisibility() ? withoutIsolates(element.textContent).replace(/\s+/g, ' ').trim() : '';
    this.#known.set(element, words);
    if (first || words === '' || words === before) return;
    if (before === undefined && !element.matches('[role="alert"]')) this.tooLate.push(words);
    this.said.push(words);
  }
}
