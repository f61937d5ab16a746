import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { realClock } from '../../records/base/clock.js';

/** ms: a longer gap between two ticks means that the page was suspended. That time is not counted. */
const asleep = 5000;

/**
 * Measures one practice by the wall clock, so that a slow page or a late timer does not matter. It runs from `start` until `pause` or the
 * end, and stops while the page is hidden or the widget is disconnected.
 */
export class PracticeTimer implements ReactiveController {
  is: 'ready' | 'running' | 'paused' | 'ended' = 'ready';
  #elapsed = 0;
  #lastTick = 0;
  #frame = 0;
  #stopTimer = (): void => undefined;

  /** @param lasts returns the duration in ms @param smooth returns whether to redraw each frame, or only each whole second */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly lasts: () => number,
    private readonly smooth: () => boolean,
    private readonly ended: () => void,
  ) {
    host.addController(this);
  }

  /** ms practised, without pauses. */
  get elapsed(): number {
    return Math.min(this.#elapsed, this.lasts());
  }

  start(): void {
    if (this.is === 'running' || this.is === 'ended') return;
    this.is = 'running';
    this.#lastTick = Date.now();
    this.#next();
    this.host.requestUpdate();
  }

  pause(): void {
    if (this.is !== 'running') return;
    this.#count();
    this.is = 'paused';
    this.#stopTicking();
    this.host.requestUpdate();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#visibilityChanged);
  }
  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#visibilityChanged);
    this.pause();
  }

  readonly #visibilityChanged = (): void => {
    if (document.visibilityState === 'hidden') this.pause();
  };

  readonly #tick = (): void => {
    if (this.is !== 'running') return;
    const awake = this.#count();
    if (!awake) {
      this.is = 'paused';
      this.#stopTicking();
    } else if (this.#elapsed >= this.lasts()) {
      this.is = 'ended';
      this.#stopTicking();
      this.ended();
    } else {
      this.#next();
    }
    this.host.requestUpdate();
  };

  /** Adds the time since the last tick. Returns false if the page was suspended in between. */
  #count(): boolean {
    const now = Date.now();
    const passed = now - this.#lastTick;
    this.#lastTick = now;
    if (passed > asleep) return false;
    this.#elapsed += Math.max(0, passed);
    return true;
  }

  #next(): void {
    if (this.smooth()) this.#frame = requestAnimationFrame(this.#tick);
    else this.#stopTimer = realClock.after(1000 - (this.#elapsed % 1000), this.#tick);
  }

  #stopTicking(): void {
    cancelAnimationFrame(this.#frame);
    this.#stopTimer();
  }
}
