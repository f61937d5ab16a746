/** The clock of a meeting. It stores no running count: `remaining` computes the time left from `left` and `since`. */
export interface Clock extends Readonly<Record<string, unknown>> {
  /** Random id of the screen that runs the clock, up to 64 characters. Only this screen changes it, until another takes over. */
  readonly holder: string;
  /** Id of the person who changed it last. */
  readonly by: string;
  /** Id of the current agenda item, or empty. */
  readonly item: string;
  /** Seconds left at `since`, 0 to 14,400. Never below 0: nobody is blamed for overtime. */
  readonly left: number;
  /** When it started to run, ISO 8601 in UTC; empty while it is stopped. */
  readonly since: string;
}

/** `left`: most seconds an item may have left. `extend`: most minutes one vote may add. `holder`: most characters of a holder. */
export const clockLimits = { left: 14_400, extend: 30, holder: 64 } as const;

/** Seconds left at `now` (milliseconds since 1970, by this device's clock). A device whose clock is slow adds no time. */
export function remaining(clock: Clock, now: number): number {
  const gone = clock.since ? (now - Date.parse(clock.since)) / 1000 : 0;
  return Math.max(0, clock.left - (gone > 0 ? gone : 0));
}

export const isClock = (value: unknown): value is Clock => {
  if (typeof value !== 'object' || value === null) return false;
  const { holder, by, item, left, since } = value as Record<string, unknown>;
  const texts = [holder, by, item, since].every((text) => typeof text === 'string');
  return texts && holder !== '' && typeof left === 'number' && left >= 0 && left <= clockLimits.left;
};

/** Who changes the clock, and when (milliseconds since 1970). */
export interface ClockHand {
  readonly by: string;
  readonly now: number;
}
const iso = (now: number): string => new Date(now).toISOString();
const written = (clock: Clock, { by, now }: ClockHand, runs = clock.since !== ''): Clock => ({ ...clock, by, since: runs ? iso(now) : '' });

/** The clock at the start of a meeting: it runs for `item`, with `left` seconds. */
export const startClock = (holder: string, item: string, left: number, hand: ClockHand): Clock => ({
  holder,
  by: hand.by,
  item,
  left: within(left),
  since: iso(hand.now),
});
/** The clock for the next item, with `left` seconds. */
export const nextItem = (clock: Clock, item: string, left: number, hand: ClockHand): Clock => startClock(clock.holder, item, left, hand);
export const pauseClock = (clock: Clock, hand: ClockHand): Clock => written({ ...clock, left: remaining(clock, hand.now) }, hand, false);
export const resumeClock = (clock: Clock, hand: ClockHand): Clock => written({ ...clock, left: remaining(clock, hand.now) }, hand, true);
/** Adds minutes to the time left, or to 0 if the time is over. */
export const extendClock = (clock: Clock, minutes: number, hand: ClockHand): Clock =>
  written({ ...clock, left: within(remaining(clock, hand.now) + minutes * 60) }, hand);
/** Another screen takes over the clock. The time left stays the same. */
export const takeClock = (clock: Clock, holder: string, hand: ClockHand): Clock =>
  written({ ...clock, holder, left: remaining(clock, hand.now) }, hand);

const within = (left: number): number => Math.min(clockLimits.left, Math.max(0, left));
