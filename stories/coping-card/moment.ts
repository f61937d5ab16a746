/** A practice ignores gaps of more than five seconds. */
const longest = 4;
/** With reduced motion a practice reads the clock once a second. Its timer was set before this one, so it has run when this one ends. */
const look = (): Promise<void> => new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => resolve()), 1000));

/** Stops the clock of the page and moves it in steps, so that every picture shows the same moment. */
export function holdTheClock(): (seconds: number) => Promise<void> {
  const Before = Date;
  let at = Before.now();
  globalThis.Date = class extends Before {
    static override now(): number {
      return at;
    }
  } as DateConstructor;
  return async (seconds) => {
    for (let left = seconds; left > 0; left -= longest) {
      at += Math.min(left, longest) * 1000;
      await look();
    }
  };
}
