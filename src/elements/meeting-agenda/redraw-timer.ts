import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { realClock } from '../../records/base/clock.js';

/**
 * Redraws its host when the displayed time changes, while the page is visible. It counts nothing: the host computes from the wall clock,
 * so a page that was hidden or suspended is correct after its first redraw.
 */
export class RedrawTimer implements ReactiveController {
  #stopTimer = (): void => undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** Returns the ms until the next redraw; undefined if none is needed. */
    private readonly wait: () => number | undefined,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#seen);
  }
  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#seen);
    this.#stopTimer();
  }
  hostUpdated(): void {
    this.#stopTimer();
    const wait = document.hidden ? undefined : this.wait();
    if (wait !== undefined) this.#stopTimer = realClock.after(wait, () => this.host.requestUpdate());
  }

  readonly #seen = (): void => {
    this.#stopTimer();
    if (!document.hidden) this.host.requestUpdate();
  };
}
