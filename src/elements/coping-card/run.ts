import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A page that slept for longer than this was not practising; the time is not counted. Milliseconds. */
const asleep = 5000;

/**
 * Measures one practice by the wall clock, so that a slow page or a late timer changes nothing. It moves only between
 * `start` and `pause` or the end, and stands still whenever the page is hidden or the widget leaves it.
 */
export class Run implements ReactiveController {
  is: 'ready' | 'running' | 'paused' | 'ended' = 'ready';
  #held = 0;
  #seen = 0;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param lasts milliseconds until the end @param smooth whether every frame is drawn, or only whole seconds */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly lasts: () => number,
    private readonly smooth: () => boolean,
    private readonly ended: () => void,
  ) {
    host.addController(this);
  }

  /** Milliseconds practised, pauses left out. */
  get elapsed(): number {
    return Math.min(this.#held, this.lasts());
  }

  start(): void {
    if (this.is === 'running' || this.is === 'ended') return;
    this.is = 'running';
    this.#seen = Date.now();
    this.#next();
    this.host.requestUpdate();
  }

  pause(): void {
    if (this.is !== 'running') return;
    this.#count();
    this.is = 'paused';
    this.#rest();
    this.host.requestUpdate();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#looked);
  }
  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#looked);
    this.pause();
  }

  readonly #looked = (): void => {
    if (document.visibilityState === 'hidden') this.pause();
  };

  readonly #tick = (): void => {
    if (this.is !== 'running') return;
    const awake = this.#count();
    if (!awake) {
      this.is = 'paused';
      this.#rest();
    } else if (this.#held >= this.lasts()) {
      this.is = 'ended';
      this.#rest();
      this.ended();
    } else {
      this.#next();
    }
    this.host.requestUpdate();
  };

  /** Adds the time since the last look; false where the page slept in between. */
  #count(): boolean {
    const now = Date.now();
    const passed = now - this.#seen;
    this.#seen = now;
    if (passed > asleep) return false;
    this.#held += Math.max(0, passed);
    return true;
  }

  #next(): void {
    if (this.smooth()) this.#frame = requestAnimationFrame(this.#tick);
    else this.#timer = setTimeout(this.#tick, 1000 - (this.#held % 1000));
  }

  #rest(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }
}
