/**
 * Days are calendar days such as `2026-11-21`, and are counted without a time zone: no change of the clocks moves one. The page says which
 * day it is now, in its own time zone.
 */
const form = /^\d{4}-\d\d-\d\d$/;
const dayLength = 86_400_000;

/** The number of a day, one more each day. */
const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength);
const dayOf = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10);

/** Whether a value is a day that exists: no 30 February. */
export const isDay = (value: unknown): value is string =>
  typeof value === 'string' && form.test(value) && !Number.isNaN(numberOf(value)) && dayOf(numberOf(value)) === value;

/** The day that comes `days` after another one; before it, if `days` is negative. */
export const dayAfter = (day: string, days: number): string => dayOf(numberOf(day) + days);

/** 1 for Monday to 7 for Sunday. Day 0 was a Thursday. */
const weekdayOfNumber = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;
export const weekdayOf = (day: string): number => weekdayOfNumber(numberOf(day));

/** The Monday of the week of this day. Weeks begin on Monday everywhere, so that each device counts the same weeks. */
export const mondayOf = (day: string): string => dayAfter(day, 1 - weekdayOf(day));

/** `count` days, from this one on. */
export const daysFrom = (day: string, count: number): readonly string[] => Array.from({ length: count }, (_, at) => dayAfter(day, at));

/** The days of a job. */
export interface Days {
  /** Days of the week on which it comes, 1 (Monday) to 7 (Sunday). Missing: it comes once, on `first`. */
  readonly weekdays?: readonly number[];
  /** The first day, and the last if there is one: calendar days, `2026-11-21`. */
  readonly first: string;
  readonly last?: string;
}

/** Who does a shared job: one person at a time, by day or by week. */
export type Turns = 'day' | 'week';

/** Whether a job comes on this day. */
export function comesOn({ first, last, weekdays }: Days, day: string): boolean {
  if (!isDay(day) || day < first || (last !== undefined && day > last)) return false;
  return weekdays ? weekdays.includes(weekdayOf(day)) : day === first;
}

/** How often a job comes from its first day up to the day before this one. */
function timesBefore({ first, weekdays = [] }: Days, day: string): number {
  const [from, to] = [numberOf(first), numberOf(day)];
  const weeks = Math.floor((to - from) / 7);
  let times = weeks * new Set(weekdays).size;
  for (let number = from + weeks * 7; number < to; number++) if (weekdays.includes(weekdayOfNumber(number))) times += 1;
  return times;
}

const weeksBetween = (first: string, day: string): number => (numberOf(mondayOf(day)) - numberOf(mondayOf(first))) / 7;

/** Those of `people` who have a job on this day by the plan: nobody, all of them, or the one whose turn it is. */
export function plannedOn(job: Days & { readonly turns?: Turns }, people: readonly string[], day: string): readonly string[] {
  if (!comesOn(job, day)) return [];
  if (!job.turns || people.length === 0) return people;
  const turn = job.turns === 'day' ? timesBefore(job, day) : weeksBetween(job.first, day);
  return [people[turn % people.length]!];
}

/** The next day on which a job comes, this one or later; undefined if there is none. It comes each week or never, save before its first day. */
export function nextDay(job: Days, day: string): string | undefined {
  const from = day < job.first ? job.first : day;
  return daysFrom(from, 7).find((one) => comesOn(job, one));
}
