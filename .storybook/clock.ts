/** The hands of the stories' clock: from five past three on a Saturday onwards, standing still there, or as they are. */
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

/** Winds the clock of the whole page; every story begins at the same minute, so that its times can be read and compared. */
export function wind(to: Hands): void {
  hands = to;
  origin = performance.now();
  globalThis.Date = to === 'now' ? RealDate : (StoryDate as DateConstructor);
}
wind('set');
