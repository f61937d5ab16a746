const day = 86_400_000;

const midnight = (date: Date): number => new Date(date).setHours(0, 0, 0, 0);

/** Days between two moments by the calendar of this device: 0 today, 1 yesterday. */
export const daysSince = (iso: string, now: Date = new Date()): number => Math.round((midnight(now) - midnight(new Date(iso))) / day);

/** `today`, `yesterday`, a weekday within the week, then a date, in the page's language. */
export function dayWords(iso: string, language: string, now: Date = new Date()): string {
  const days = daysSince(iso, now);
  if (Number.isNaN(days)) return '';
  if (days <= 1) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-Math.max(days, 0), 'day');
  const options: Intl.DateTimeFormatOptions = days < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat(language, options).format(new Date(iso));
}
