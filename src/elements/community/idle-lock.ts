import { realClock } from '../../records/base/clock.js';

/** What counts as somebody being here. */
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'input', 'focusin'] as const;
/** After a sleep or a change of the clock, timers are late: the page also looks whenever it comes back. */
const returns = ['focus', 'pageshow', 'online'] as const;
const minute = 60_000;
/** ms between two looks at most: a timer does not count the time that the device slept. */
const lookEvery = 30_000;
/** ms in which other tabs can say that somebody is there. */
const answerWithin = 300;
/** ms without a touch after which it locks even if a practice or a meeting still runs: somebody has forgotten it. */
const longestWait = 180 * minute;

interface Parts {
  readonly minutes: number;
  /** The same in all tabs of this store. It has no name of a person. */
  readonly channel: string;
  /** Whether something runs that needs no touch: a practice, a pacer, a meeting. */
  readonly isBusy: () => boolean;
  /** Shows nothing while it is not known whether to lock. */
  readonly blank: (isBlank: boolean) => void;
  readonly lock: () => void;
}

/**
 * Locks the store after some minutes in which nobody has touched this page or another tab of it. Both clocks count: the one of the device goes on
 * while it sleeps, the other one cannot be set back. A lock is for all tabs, so a tab asks the others before it locks.
 */
export class IdleLock {
  readonly #parts: Parts;
  readonly #channel: BroadcastChannel | undefined;
  #last = { wall: 0, mono: 0 };
  #isAsking = false;
  #stopTimer = (): void => undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(parts.channel);
    this.#channel?.addEventListener('message', this.#told);
    for (const sign of signs) globalThis.addEventListener(sign, this.#touched, { capture: true, passive: true });
    for (const event of returns) globalThis.addEventListener(event, this.#look);
    globalThis.addEventListener('pagehide', this.#hidden);
    document.addEventListener('visibilitychange', this.#look);
    this.#touched();
    this.#wait();
  }

  stop(): void {
    this.#stopTimer();
    this.#channel?.close();
    for (const sign of signs) globalThis.removeEventListener(sign, this.#touched, { capture: true });
    for (const event of returns) globalThis.removeEventListener(event, this.#look);
    globalThis.removeEventListener('pagehide', this.#hidden);
    document.removeEventListener('visibilitychange', this.#look);
    this.#parts.blank(false);
  }

  get #limit(): number {
    return this.#parts.minutes * minute;
  }

  /** ms since the last touch that this tab knows of. */
  get #idle(): number {
    return Math.max(realClock.now() - this.#last.wall, realClock.mono() - this.#last.mono);
  }

  get #isDue(): boolean {
    return this.#idle >= (this.#parts.isBusy() ? Math.max(longestWait, this.#limit) : this.#limit);
  }

  readonly #touched = (event?: Event): void => {
    // After a sleep the first touch may come before the look: it must not open what is due.
    if (event && this.#isDue) return this.#look();
    this.#since(0);
  };

  /** A page that comes back from the memory of the browser is drawn before its scripts run. */
  readonly #hidden = (): void => this.#parts.blank(true);

  readonly #look = (): void => {
    if (this.#isAsking) return;
    if (this.#isDue) return this.#ask();
    this.#parts.blank(false);
    this.#wait();
  };

  #wait(): void {
    this.#stopTimer();
    this.#stopTimer = realClock.after(Math.min(lookEvery, Math.max(this.#limit - this.#idle, answerWithin)), this.#look);
  }

  #ask(): void {
    this.#isAsking = true;
    this.#parts.blank(true);
    this.#channel?.postMessage('idle');
    this.#stopTimer();
    this.#stopTimer = realClock.after(answerWithin, () => {
      this.#isAsking = false;
      if (this.#isDue) this.#lock();
      else this.#look();
    });
  }

  #lock(): void {
    this.#since(0);
    this.#parts.lock();
    this.#parts.blank(false); // locked widgets show nothing of a person
    this.#wait();
  }

  /** `idle`: another tab is about to lock. A number: ms since somebody touched that tab. */
  readonly #told = ({ data }: MessageEvent<unknown>): void => {
    if (data === 'idle' && !this.#isDue) this.#channel?.postMessage(this.#parts.isBusy() ? 0 : this.#idle);
    else if (typeof data === 'number' && data >= 0 && data < this.#idle) this.#since(data);
  };

  #since(ago: number): void {
    this.#last = { wall: realClock.now() - ago, mono: realClock.mono() - ago };
  }
}
