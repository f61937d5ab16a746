/** A practice counts no time of which it saw nothing for five seconds. */
const longest = 4;
const frames = async (count: number): Promise<void> => {
  for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
};

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
      await frames(4);
    }
    // A busy machine draws late: the picture is to be the last one.
    await frames(12);
  };
}
