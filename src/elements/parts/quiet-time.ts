import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nextEdge, quietUntil } from '../../model/quiet-hours.js';
import { realClock } from '../../records/base/clock.js';
import type { Community } from '../community/community.js';

/** ms. The clocks of a device may be set, or change for summer; so a page looks again at least this often. */
const longest = 3_600_000;

interface Host extends ReactiveControllerHost {
  readonly community: Community | undefined;
}

/** The quiet hours of the community. Its host is rendered again when they begin and end, and when a page that slept wakes up. */
export class QuietTime implements ReactiveController {
  #edge: number | undefined;
  #stop: (() => void) | undefined;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  /** When it is no longer quiet; undefined if it is not. */
  get until(): Date | undefined {
    const quiet = this.host.community?.policy.quiet;
    const until = quiet && quietUntil(quiet, new Date(realClock.now()));
    return until === undefined ? undefined : new Date(until);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    this.#stop?.();
    this.#edge = undefined;
  }

  /** The policy may have changed. */
  hostUpdated(): void {
    const quiet = this.host.community?.policy.quiet;
    const now = new Date(realClock.now());
    const edge = quiet && nextEdge(quiet, now);
    if (edge === this.#edge) return;
    this.#edge = edge;
    this.#stop?.();
    if (edge !== undefined) this.#stop = realClock.after(Math.min(edge - now.getTime(), longest), this.#look);
  }

  readonly #look = (): void => {
    this.#edge = undefined;
    this.host.requestUpdate();
  };
}
