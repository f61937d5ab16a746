/**
 * Days are calendar days such as `2026-11-21`, and are counted without a time zone: no change of the clocks moves one. The page says which
 * day it is now, in its own time zone.
 */
const form = /^\d{4}-\d\d-\d\d$/;
const dayLength = 86_400_000;

/** The number of a day, one more each day. */
export const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength);
export const dayOf = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10);

/** Whether a value is a day that exists: no 30 February. */
export const isDay = (value: unknown): value is string =>
  typeof value === 'string' && form.test(value) && !Number.isNaN(numberOf(value)) && dayOf(numberOf(value)) === value;

/** 1 for Monday to 7 for Sunday. Day 0 was a Thursday. */
export const weekdayOfNumber = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;
export const weekdayOf = (day: string): number => weekdayOfNumber(numberOf(day));

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
