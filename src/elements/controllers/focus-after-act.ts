import type { LitElement, ReactiveController } from 'lit';
import { isStandIn } from './focus-keeper.js';
import { takeFocus } from './take-focus.js';

/**
 * Moves the focus to an element that is not rendered yet, because the result of an act is shown a moment after the act. It does nothing if
 * the person has moved the focus elsewhere.
 */
export class FocusAfterAct implements ReactiveController {
  #wanted: readonly string[] = [];

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  /** Focuses the first of these ids that exists, as soon as one is rendered. */
  to(...ids: readonly string[]): void {
    this.#wanted = ids;
    this.host.requestUpdate();
  }

  /** Focuses an existing element at once, for a press on a link to it. Opens the `details` that contains it. */
  now(id: string): void {
    const found = this.#find([id]);
    const group = found?.closest('details');
    if (group) group.open = true;
    takeFocus(found);
  }

  hostUpdated(): void {
    const found = this.#find(this.#wanted);
    if (!found) return;
    this.#wanted = [];
    if (!this.#isHere()) return;
    takeFocus(found);
    // An element in the slot of a new view cannot take the focus before that view is rendered.
    if (!found.matches(':focus, :focus-within')) setTimeout(() => takeFocus(found));
  }

  /** The element to focus. In a group of radio buttons, it is the chosen one, or the first. */
  #find(ids: readonly string[]): HTMLElement | undefined {
    for (const id of ids) {
      const found = this.host.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
      if (found instanceof HTMLFieldSetElement) return found.querySelector<HTMLElement>('input:checked') ?? found.querySelector('input') ?? found;
      if (found) return found;
    }
    return undefined;
  }

  #isHere(): boolean {
    const root = this.host.getRootNode() as Document | ShadowRoot;
    return root.activeElement === this.host || document.activeElement === document.body || isStandIn();
  }
}
