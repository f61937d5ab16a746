/** A practice counts no time of which it saw nothing for five seconds. */
const longest = 4;
/** With less motion a practice looks at the clock once a second, by a timer that was set before this one, so it has looked when this is over. */
const look = (): Promise<void> => new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => resolve()), 1000));

/** Holds the clock of the page, and moves it on by hand: what runs comes to stand at the same moment in every picture. */
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
