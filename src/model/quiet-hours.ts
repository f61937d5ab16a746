/** Hours of each day, in the time of the device, in which nothing on the screen says that feedback has come. */
export interface QuietHours {
  /** `HH:MM`, 24 hours, such as `22:00`. */
  readonly from: string;
  /** `HH:MM`; before `from` if they go on past midnight, such as `07:00`. */
  readonly to: string;
}

const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether a value of a host names the hours of a night or a nap. The same time twice would be a whole day, so it is none. */
export function isQuietHours(value: unknown): value is QuietHours {
  const { from, to } = (value ?? {}) as Partial<Record<keyof QuietHours, unknown>>;
  return typeof from === 'string' && typeof to === 'string' && time.test(from) && time.test(to) && from !== to;
}

/** A time of this day, on the clock of the device. */
function on(day: Date, clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return new Date(day).setHours(hour, minute, 0, 0);
}

/** When the quiet hours that are now will be over, in ms; undefined if it is not quiet. */
export function quietUntil({ from, to }: QuietHours, now: Date): number | undefined {
  const [start, end] = [on(now, from), on(now, to)];
  const isPast = (edge: number): boolean => edge <= now.getTime();
  if (from < to) return isPast(start) && !isPast(end) ? end : undefined;
  if (!isPast(end)) return end;
  const tomorrow = new Date(now);
  tomorrow.setDate(now.getDate() + 1);
  return isPast(start) ? on(tomorrow, to) : undefined;
}

/** The next time at which quiet hours begin or end, in ms. */
export function nextEdge(hours: QuietHours, now: Date): number {
  const until = quietUntil(hours, now);
  if (until !== undefined) return until;
  const start = on(now, hours.from);
  const tomorrow = new Date(now);
  tomorrow.setDate(now.getDate() + 1);
  return start > now.getTime() ? start : on(tomorrow, hours.from);
}
