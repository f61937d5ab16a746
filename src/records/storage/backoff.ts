import type { Clock } from '../base/clock.js';

/** ms between two attempts of a call for help. A hold of the queue does not delay it. */
export const helpEvery = 10_000;
/** ms: the longest delay before the next attempt. */
export const longestRetry = 5 * 60_000;

/** Exponential backoff with full jitter, in ms: a random part of a time that doubles with each failure. */
export const jitter = (clock: Clock, failures: number): number => clock.random() * Math.min(longestRetry, 1000 * 2 ** failures);

/**
 * Holds the whole queue while the backend asked to wait or seems to be down. Then only one change at a time tests whether it is back;
 * otherwise each of a hundred waiting changes would send its own request.
 */
export class Hold {
  readonly #clock: Clock;
  #failures = 0;
  #downUntil = -Infinity;
  #askedUntil = -Infinity;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** ms until the next attempt is allowed; 0 means now. */
  get left(): number {
    return Math.max(0, this.#downUntil - this.#clock.mono(), this.#askedUntil - this.#clock.mono());
  }

  /** An attempt failed. `after`: ms that the backend asked to wait. */
  failed(after = 0): void {
    const now = this.#clock.mono();
    this.#downUntil = now + jitter(this.#clock, this.#failures);
    this.#askedUntil = Math.max(this.#askedUntil, now + after);
    this.#failures += 1;
  }

  /** The backend has answered, so it is not down. A wait that it asked for stays in force. */
  answered(): void {
    this.#failures = 0;
    this.#downUntil = -Infinity;
  }

  /** The connection may be back: the next attempt is allowed at once, unless the backend asked to wait. */
  tryNow(): void {
    this.#downUntil = -Infinity;
  }
}
