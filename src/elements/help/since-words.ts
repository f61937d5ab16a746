import type { DateOptions } from '../language/format.js';
import type { Values } from '../language/strings.js';

interface Words {
  readonly t: (key: 'help.since' | 'help.since-today', values: Values) => string;
  readonly date: (iso: string, options?: DateOptions) => string;
  readonly time: (iso: string) => string;
}

/** Since when somebody waits, with the day if it is not today. */
export const sinceWords = (at: string, { t, date, time }: Words): string =>
  date(at) === date(new Date().toISOString())
    ? t('help.since-today', { time: time(at) })
    : t('help.since', { time: date(at, { hour: 'numeric', minute: '2-digit', day: 'numeric', month: 'long' }) });
