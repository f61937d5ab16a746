/** What the clock of the stories shows: running from 15:05 on a Saturday, stopped at that time, or the real time. */
export type Hands = 'set' | 'still' | 'now';

const RealDate = Date;
const begin = new RealDate(2026, 10, 21, 15, 5).getTime();
let hands: Hands = 'set';
let origin = performance.now();

function now(): number {
  if (hands === 'now') return RealDate.now();
  return hands === 'still' ? begin : begin + Math.floor(performance.now() - origin);
}

class StoryDate extends RealDate {
  constructor(...given: unknown[]) {
    super(...((given.length > 0 ? given : [now()]) as [number]));
  }
  static override now(): number {
    return now();
  }
}

/** Sets the clock of the page. Every story begins at the same minute, so that pictures and outlines can be compared. */
export function wind(to: Hands): void {
  hands = to;
  origin = performance.now();
  globalThis.Date = to === 'now' ? RealDate : (StoryDate as DateConstructor);
}
wind('set');
