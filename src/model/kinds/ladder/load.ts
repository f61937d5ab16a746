import type { MilieuRecord } from '../../record.js';
import type { Duty } from './table.js';
import { daysFrom, plannedOn } from '../job/calendar.js';
import { bookOf, turnsOf } from '../job/rota.js';
import type { Job } from '../job/table.js';

/** Days that are looked at: each turn of up to 10 people by week comes once in them. */
const daysAhead = 70;

/** A job as staff write it, before it is saved. */
interface NewJob {
  readonly to: readonly string[];
  readonly data: Job;
  /** The job that it takes the place of. */
  readonly instead?: string;
}

const openDuty = ['offered', 'accepted', 'help-asked', 'swap-asked'];

/**
 * The people who would have more than `most` minutes of jobs on some day with this new job, of those who get it. Jobs of which nobody wrote
 * how long they take do not count. It is for a kind word to staff before they offer the job: nothing is stored, and nothing is refused.
 * @param from the first day that counts, `2026-11-21`
 */
export function wouldBeOver({ to, data, instead }: NewJob, records: readonly MilieuRecord[], most: number, from: string): readonly string[] {
  const book = bookOf(records);
  const others = book.open.filter(({ id }) => id !== instead).map((job) => ({ minutes: job.data.minutes ?? 0, on: turnsOf(book, job) }));
  const duties = records.filter(({ kind, status }) => kind === 'duty' && openDuty.includes(status)) as MilieuRecord<Duty>[];
  const over = new Set<string>();
  for (const day of daysFrom(from < data.first ? data.first : from, daysAhead))
    for (const person of plannedOn(data, to, day)) {
      const theirs = others.filter(({ on }) => on(day).includes(person)).map(({ minutes }) => minutes);
      const due = duties.filter((duty) => duty.data.due === day && duty.to.includes(person)).map((duty) => duty.data.minutes ?? 0);
      if ([data.minutes ?? 0, ...theirs, ...due].reduce((sum, minutes) => sum + minutes, 0) > most) over.add(person);
    }
  return to.filter((person) => over.has(person));
}
