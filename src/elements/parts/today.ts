import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { realClock } from '../../records/base/clock.js';
import { localDay } from './date-field.js';

/** ms. The clocks of a device may be set, or change for summer; so a page looks again at least this often. */
const longest = 3_600_000;

/** The calendar day of this page. Its host is rendered again at midnight, and when a page that slept wakes up on another day. */
export class Today implements ReactiveController {
  #day = '';
  #stop: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** `2026-11-21` */
  get day(): string {
    return (this.#day ||= localDay());
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
    this.#look();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    this.#stop?.();
  }

  readonly #look = (): void => {
    const now = new Date();
    const day = localDay(now);
    if (day !== this.#day) this.host.requestUpdate();
    this.#day = day;
    this.#stop?.();
    const midnight = new Date(now).setHours(24, 0, 0, 0);
    this.#stop = realClock.after(Math.min(Math.max(midnight - now.getTime(), 1), longest), this.#look);
  };
}
