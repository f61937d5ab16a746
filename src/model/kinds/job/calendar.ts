import { comesOn, dayOf, type Days, numberOf, type Turns, weekdayOf, weekdayOfNumber } from './comes-on.js';

export { comesOn, type Days, isDay, type Turns, weekdayOf } from './comes-on.js';

/** The day that comes `days` after another one; before it, if `days` is negative. */
export const dayAfter = (day: string, days: number): string => dayOf(numberOf(day) + days);

/** The Monday of the week of this day. Weeks begin on Monday everywhere, so that each device counts the same weeks. */
export const mondayOf = (day: string): string => dayAfter(day, 1 - weekdayOf(day));

/** `count` days, from this one on. */
export const daysFrom = (day: string, count: number): readonly string[] => Array.from({ length: count }, (_, at) => dayAfter(day, at));

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
