/**
 * Converts between `date` and `datetime-local` fields and moments; no other file does this. A local time is read in the time zone of this
 * device. When its clocks change, a local time may not exist or may occur twice. Then the person is asked; the code does not guess.
 */

/** Why a field has no valid moment: it is empty, its time does not exist, its time occurs twice, or its year is out of range. */
export type DateProblem = 'missing' | 'skipped' | 'twice' | 'far';

/** The string key for a problem. */
export const dateProblemKey = (problem: Exclude<DateProblem, 'missing'>): `date.${Exclude<DateProblem, 'missing'>}` => `date.${problem}`;

/** Years allowed before and after this year. A date outside is a typing mistake, such as 0202 or 20026. */
export const nearYears = { before: 1, after: 5 } as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** The day of a moment in the calendar of this device, as a `date` field has it: `2026-11-21`. */
export const localDay = (when = new Date()): string =>
  `${String(when.getFullYear()).padStart(4, '0')}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;

/** The local time of a moment on this device, as a `datetime-local` field has it: `2026-11-21T10:00`. */
export const localTime = (when: Date): string => `${localDay(when)}T${two(when.getHours())}:${two(when.getMinutes())}`;

const isNear = (year: number, now: Date): boolean => year >= now.getFullYear() - nearYears.before && year <= now.getFullYear() + nearYears.after;

/** The problem of the value of a `date` field. Call it for an optional field only if the field is filled. */
export function dayProblem(day: string, now = new Date()): DateProblem | undefined {
  const year = /^(\d{4,6})-\d\d-\d\d$/.exec(day)?.[1];
  if (year === undefined) return 'missing';
  return isNear(Number(year), now) ? undefined : 'far';
}

const hour = 3_600_000;
const localForm = /^(\d{4,6})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,3})?)?$/;

/** The moment of a local time in ISO 8601 UTC, or the reason why there is none. */
export function instantOf(local: string, now = new Date()): { readonly instant: string } | { readonly problem: DateProblem } {
  const [year, month, day, hours, minutes, seconds] = (localForm.exec(local) ?? []).slice(1).map((part) => Number(part || 0));
  if (year === undefined) return { problem: 'missing' };
  if (!isNear(year, now)) return { problem: 'far' };
  const asUtc = Date.UTC(year, month! - 1, day, hours, minutes, seconds);
  const minute = local.slice(0, 'yyyy-mm-ddThh:mm'.length);
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(minute)) return { problem: 'missing' };
  // If the clocks change, the time has the UTC offset of the day before or of the day after.
  const offsets = new Set([-24, 0, 24].map((by) => new Date(asUtc + by * hour).getTimezoneOffset()));
  const found = [...offsets].map((offset) => asUtc + offset * 60_000).filter((time) => localTime(new Date(time)) === minute);
  const moments = [...new Set(found)];
  if (moments.length > 1) return { problem: 'twice' };
  return moments[0] === undefined ? { problem: 'skipped' } : { instant: new Date(moments[0]).toISOString() };
}
