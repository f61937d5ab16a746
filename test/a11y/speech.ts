import { elementsOf } from '../support/finder.js';

const isLive = (element: Element): boolean => element.matches('[role="status"], [role="alert"], [aria-live="polite"]');

/** Listens as a screen reader does: to words that change in places that were there before them, through all shadow roots. */
export class Listener {
  /** What was said, one by one. */
  readonly said: string[] = [];
  /** Quiet places that came with their words already in them: many screen readers do not say these. */
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
    const words = element.checkVisibility() ? element.textContent.replace(/\s+/g, ' ').trim() : '';
    this.#known.set(element, words);
    if (first || words === '' || words === before) return;
    if (before === undefined && !element.matches('[role="alert"]')) this.tooLate.push(words);
    this.said.push(words);
  }
}
