import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Redraws its host when what it shows is about to change, while the page is seen. It counts nothing: what is drawn comes from the
 * wall clock, so a page that was hidden or asleep is right with its first redraw.
 */
export class Ticker implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** Milliseconds until the next redraw; undefined: none is needed. */
    private readonly wait: () => number | undefined,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#seen);
  }
  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#seen);
    this.#stop();
  }
  hostUpdated(): void {
    this.#stop();
    const wait = document.hidden ? undefined : this.wait();
    if (wait !== undefined) this.#timer = setTimeout(() => this.host.requestUpdate(), wait);
  }

  readonly #seen = (): void => {
    this.#stop();
    if (!document.hidden) this.host.requestUpdate();
  };

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
