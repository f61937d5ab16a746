/** The clock of a meeting. Nothing ticks in it: what is left is computed from when it was last written. */
export interface Clock extends Readonly<Record<string, unknown>> {
  /** Random id of the screen that runs it, up to 64; only this screen writes it, until another takes it over. */
  readonly holder: string;
  /** Who wrote it last. */
  readonly by: string;
  /** Id of the agenda item that is on, or empty. */
  readonly item: string;
  /** Seconds left when `since` was written, 0 to 14,400. Not below 0: time that has run over is not held against anyone. */
  readonly left: number;
  /** ISO 8601 in UTC since when it runs; empty while it stands still. */
  readonly since: string;
}

/** Seconds an item may have left, minutes that one show of hands may add, characters of a holder. */
export const clockLimits = { left: 14_400, extend: 30, holder: 64 } as const;

/** Seconds left at `now` (milliseconds since 1970, by this device's clock). A device whose clock is behind never adds time. */
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

/** Who moves the clock, and when (milliseconds since 1970). */
export interface ClockHand {
  readonly by: string;
  readonly now: number;
}
const iso = (now: number): string => new Date(now).toISOString();
const written = (clock: Clock, { by, now }: ClockHand, runs = clock.since !== ''): Clock => ({ ...clock, by, since: runs ? iso(now) : '' });

/** The meeting opens on `item` with `left` seconds. */
export const startClock = (holder: string, item: string, left: number, hand: ClockHand): Clock => ({
  holder,
  by: hand.by,
  item,
  left: within(left),
  since: iso(hand.now),
});
/** The next item begins with `left` seconds. */
export const nextItem = (clock: Clock, item: string, left: number, hand: ClockHand): Clock => startClock(clock.holder, item, left, hand);
export const pauseClock = (clock: Clock, hand: ClockHand): Clock => written({ ...clock, left: remaining(clock, hand.now) }, hand, false);
export const resumeClock = (clock: Clock, hand: ClockHand): Clock => written({ ...clock, left: remaining(clock, hand.now) }, hand, true);
/** Adds minutes to what is left, or to nothing where time has run over. */
export const extendClock = (clock: Clock, minutes: number, hand: ClockHand): Clock =>
  written({ ...clock, left: within(remaining(clock, hand.now) + minutes * 60) }, hand);
/** Another screen takes it over; what is left stays. */
export const takeClock = (clock: Clock, holder: string, hand: ClockHand): Clock =>
  written({ ...clock, holder, left: remaining(clock, hand.now) }, hand);

const within = (left: number): number => Math.min(clockLimits.left, Math.max(0, left));
