/** Time and random numbers, so that tests can control them. */
export interface Clock {
  /** ms since 1970. It may jump back, if a person or a time server sets the device's clock. */
  now(): number;
  /** ms from an arbitrary start; it never goes back. */
  mono(): number;
  /** Runs once after `ms`, however long that is; never, where it is infinite. Returns the way to stop it. */
  after(ms: number, run: () => void): () => void;
  /** At least 0, less than 1. */
  random(): number;
}

/** ms. A browser takes more for nothing at all, and runs at once. */
const longestTimer = 2 ** 31 - 1;

/** The one place from which `setTimeout` is called with a time. */
export const realClock: Clock = {
  now: () => Date.now(),
  mono: () => performance.now(),
  after: (ms, run) => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (left: number): void => {
      const step = Math.min(left, longestTimer);
      timer = setTimeout(() => (left > step ? wait(left - step) : run()), step);
    };
    wait(ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

/** Lets the page do what waits, such as drawing and input. */
export const nextTask = (): Promise<void> => new Promise((resume) => setTimeout(resume));
