/**
 * Everything that depends on a language: dates, times, numbers, lists, plural forms, capitals. Every function accepts the language as a
 * page may write it, such as `pt_BR` or `{{ lang }}`, and never throws. A lint rule forbids `Intl` and `toLocale…` in all other files.
 */
import { isolated } from './isolate.js';
import { toJson } from '../../model/json.js';

/** The format of a date: the options of `Intl.DateTimeFormat`. */
export type DateOptions = Intl.DateTimeFormatOptions;

/** The language to use if the page names no existing one. */
const fallback = 'en';

const canonicalTags = new Map<string, string | undefined>();

/**
 * The language tag that a page or a browser means: `pt-BR` for `pt_BR`, `en-US` for `en-US.UTF-8` and `en-US@posix`.
 * Undefined if the text cannot be read as a tag, such as `{{ lang }}`, `auto` or an empty string.
 */
export function languageTag(lang: string): string | undefined {
  if (canonicalTags.has(lang)) return canonicalTags.get(lang);
  const subtags = /^\s*([a-z\d]+(?:[-_][a-z\d]+)*)/i.exec(lang)?.[1]?.split(/[-_]/, 12) ?? [];
  const tags = subtags.map((_, dropped) => readTag(subtags.slice(0, subtags.length - dropped).join('-')));
  const tag = tags.find((found) => found !== undefined);
  canonicalTags.set(lang, tag);
  return tag;
}

/** The language tag, or `en` if the text cannot be read as a tag. */
export const canonicalLanguage = (lang: string): string => languageTag(lang) ?? fallback;

function readTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

const supportedLanguages = new Map<string, string>();

/**
 * The language to format in; `en` if the browser does not support it. Without this the browser would use its own language, which may differ
 * from the page's. Looked up once for each tag: the first lookup loads the tables of the browser, which takes 25 ms on a desk computer.
 */
function formatLanguage(lang: string): string {
  const tag = canonicalLanguage(lang);
  if (tag === fallback || tag.startsWith(`${fallback}-`)) return tag; // every browser has it
  const supported = supportedLanguages.get(tag) ?? Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? fallback;
  supportedLanguages.set(tag, supported);
  return supported;
}

const formatters = new Map<string, unknown>();

/** Makes each formatter once, because that takes much longer than to format. */
function made<T>(kind: string, lang: string, make: (tag: string) => T, options = ''): T {
  const tag = formatLanguage(lang);
  const key = `${kind} ${tag} ${options}`;
  const formatter = (formatters.get(key) as T | undefined) ?? make(tag);
  formatters.set(key, formatter);
  return formatter;
}

const day = 86_400_000;
const dayAndMonth: DateOptions = { day: 'numeric', month: 'long' };
const midnight = (date: Date): number => new Date(date).setHours(0, 0, 0, 0);

/** A moment, or a day such as `2026-11-21`. A day stays the same in every time zone. */
const momentOf = (iso: string): Date => new Date(/^\d{4}-\d\d-\d\d$/.test(iso) ? `${iso}T12:00` : iso);

/**
 * A date such as `12 November`, with the year if it is not this year. A time alone or a weekday alone has no year.
 * @param iso ISO 8601: a moment, or a day without a time. Any other text gives an empty string.
 */
export function formatDate(iso: string, lang: string, options: DateOptions = dayAndMonth, now = new Date()): string {
  const when = momentOf(iso);
  if (Number.isNaN(when.getTime())) return '';
  const otherYear = (options.day ?? options.month) !== undefined && when.getFullYear() !== now.getFullYear();
  const all: DateOptions = { ...(otherYear ? { year: 'numeric' } : {}), ...options };
  // The offset is part of the key, because a formatter keeps the time zone that the device had when it was made.
  return made('date', lang, (tag) => new Intl.DateTimeFormat(tag, all), `${toJson(all)} ${when.getTimezoneOffset()}`).format(when);
}

/** The time of day, such as `10:30 AM`. */
export const formatTime = (iso: string, lang: string): string => formatDate(iso, lang, { hour: 'numeric', minute: '2-digit' });

/** Days between two moments in the calendar of this device: 0 is today, 1 is yesterday. */
export const daysSince = (iso: string, now: Date = new Date()): number => Math.round((midnight(now) - midnight(new Date(iso))) / day);

const relativeDays = (lang: string): Intl.RelativeTimeFormat => made('days', lang, (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));

/** `today`, `yesterday`, the weekday up to 6 days ago, otherwise a date. */
export function dayWords(iso: string, lang: string, now: Date = new Date()): string {
  const days = daysSince(iso, now);
  if (Number.isNaN(days)) return '';
  if (days <= 1) return relativeDays(lang).format(-Math.max(days, 0), 'day');
  return formatDate(iso, lang, days < 7 ? { weekday: 'long' } : dayAndMonth, now);
}

/** The day of a moment to come: `today`, `tomorrow`, otherwise the weekday and the date. A moment in the past is as in `dayWords`. */
export function comingDay(iso: string, lang: string, now: Date = new Date()): string {
  const days = -daysSince(iso, now);
  if (!(days > 0)) return dayWords(iso, lang, now);
  if (days === 1) return relativeDays(lang).format(1, 'day');
  return formatDate(iso, lang, { weekday: 'long', ...dayAndMonth }, now);
}

/** A number in the digits of the language. */
export const formatNumber = (value: number, lang: string): string => made('number', lang, (tag) => new Intl.NumberFormat(tag)).format(value);

/** Names or titles as one list, such as `Ana, Sam, and Jo`. Each is isolated, so that it does not change the direction of the others. */
export const formatList = (items: readonly string[], lang: string): string =>
  made('list', lang, (tag) => new Intl.ListFormat(tag, { type: 'conjunction' })).format(items.map(isolated));

/** The plural form of a count: English has two, Arabic six. */
export const pluralForm = (count: number, lang: string): Intl.LDMLPluralRule =>
  made('plural', lang, (tag) => new Intl.PluralRules(tag)).select(count);

/** Compares two names in the alphabetical order of the language. */
export const compareNames = (a: string, b: string, lang: string): number => made('names', lang, (tag) => new Intl.Collator(tag)).compare(a, b);

/** The text with a capital first letter, also if it starts with an isolated name. */
export const capitalised = (words: string, lang: string): string =>
  /^[A-Z]/.test(words)
    ? words
    : words.replace(/^([\u2066-\u2069]*)(.)/su, (_, marks: string, head: string) => marks + head.toLocaleUpperCase(canonicalLanguage(lang)));

/** The text in lower case. The language matters, because `tr` and `az` have two letters i. */
export const lowerCase = (words: string, lang: string): string => words.toLocaleLowerCase(canonicalLanguage(lang));
