import type { LitElement, ReactiveController } from 'lit';
import { isStandIn } from '../shared/focus-keeper.js';

/**
 * Moves the focus to something that is about to be drawn: what an act changes arrives a moment after the act. It does nothing
 * once the person has gone elsewhere.
 */
export class Focus implements ReactiveController {
  #wanted = '';

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  /** To the element with this id, as soon as it is there. */
  to(id: string): void {
    this.#wanted = id;
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    if (!this.#wanted) return;
    const found = this.host.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(this.#wanted)}`);
    if (!found) return;
    this.#wanted = '';
    if (!this.#isHere()) return;
    found.focus();
    // What lies in the slot of a view that is new has no place before that view is drawn, and takes no focus.
    if (!found.matches(':focus, :focus-within')) setTimeout(() => found.focus());
  }

  #isHere(): boolean {
    const root = this.host.getRootNode() as Document | ShadowRoot;
    return root.activeElement === this.host || document.activeElement === document.body || isStandIn();
  }
}
