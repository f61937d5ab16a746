import type { Clock } from '../base/clock.js';

/** ms between two attempts of a call for help. A hold of the queue does not delay it. */
export const helpEvery = 10_000;
/** ms: the longest delay before the next attempt. */
export const longestRetry = 5 * 60_000;
/**
 * How many changes are sent at the same time, calls for help not counted. A browser opens six connections to a server over HTTP/1.1: half of
 * them stay free for pulls, for calls for help and for the page itself.
 */
export const maxSends = 3;
/** ms after which a first attempt counts as hanging, and the next change is tried beside it. */
export const slowAfter = 2000;

/** Exponential backoff with full jitter, in ms: a random part of a time that doubles with each failure. */
export const jitter = (clock: Clock, failures: number): number => clock.random() * Math.min(longestRetry, 1000 * 2 ** failures);

/** An attempt that is under way. */
export interface Attempt {
  /** When it began, on the clock that never goes back. */
  readonly since: number;
  /** What was known of the backend when it began: see `Hold.begin`. */
  readonly round: number;
}

/**
 * Holds the whole queue while the backend asked to wait or seems to be down, and says how many changes may be under way. Until the backend
 * has answered, one change at a time tests it; otherwise each of a hundred waiting changes would send its own request.
 */
export class Hold {
  readonly #clock: Clock;
  #state: 'unknown' | 'up' | 'down' = 'unknown';
  /** Increases with each failure and each reason to try again: what began before says nothing about the backend any more. */
  #round = 0;
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

  /** An attempt begins. */
  begin(): Attempt {
    return { since: this.#clock.mono(), round: this.#round };
  }

  /** ms until one more change may be sent beside `attempts`; 0 means now, `Infinity` when one of them has ended. */
  roomBeside(attempts: readonly Attempt[]): number {
    if (attempts.length >= maxSends) return Infinity;
    if (this.#state === 'up') return 0;
    const tests = attempts.filter(({ round }) => round === this.#round);
    if (this.#state === 'down') return tests.length > 0 ? Infinity : 0;
    return Math.max(0, ...tests.map(({ since }) => since + slowAfter - this.#clock.mono()));
  }

  /**
   * An attempt failed. `after`: ms that the backend asked to wait.
   * @returns false if it says nothing: of attempts that were under way together only the first counts, and none that began before `tryNow`
   */
  failed({ round }: Attempt, after = 0): boolean {
    this.askedToWait(after);
    if (round !== this.#round) return after > 0;
    this.#round += 1;
    this.#state = 'down';
    this.#downUntil = this.#clock.mono() + jitter(this.#clock, this.#failures);
    this.#failures += 1;
    return true;
  }

  /** The backend asked to wait for `ms`, in this tab or in another one. */
  askedToWait(ms: number): void {
    this.#askedUntil = Math.max(this.#askedUntil, this.#clock.mono() + ms);
  }

  /** The backend has answered, so it is not down. A wait that it asked for stays in force. */
  answered(): void {
    this.#state = 'up';
    this.#failures = 0;
    this.#downUntil = -Infinity;
  }

  /** The backend wants the person to sign in again: one change tests whether that has happened. */
  refused(): void {
    this.answered();
    this.#state = 'unknown';
  }

  /** The connection may be back: the next attempt is allowed at once, unless the backend asked to wait. */
  tryNow(): void {
    this.#round += 1;
    this.#downUntil = -Infinity;
  }
}
