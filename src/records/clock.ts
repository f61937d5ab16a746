/** Time and chance, so that tests can hold them. */
export interface Clock {
  /** ms since 1970; a person or a server may set it back. */
  now(): number;
  /** ms that only ever go forward. */
  mono(): number;
  /** Runs once after `ms`. Returns the way to stop it. */
  after(ms: number, run: () => void): () => void;
  /** At least 0, less than 1. */
  random(): number;
}

export const realClock: Clock = {
  now: () => Date.now(),
  mono: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
