import type { MilieuRecord } from '../../record.js';
import { compareText } from '../../text.js';
import { plannedOn } from './calendar.js';
import { isAnswer, isNo, isOpenJob, isSwapped } from './states.js';
import type { Job, JobDay } from './table.js';

export type JobRecord = MilieuRecord<Job>;
export type JobDayRecord = MilieuRecord<JobDay>;

/** The jobs and answers of a list of records, in the order in which they were made. Other kinds are left out. */
export interface JobBook {
  /** Jobs that come. */
  readonly open: readonly JobRecord[];
  readonly days: readonly JobDayRecord[];
  /** Names a job and all jobs that it took the place of, by the id of any of them. */
  line(id: string): string;
}

export function bookOf(records: readonly MilieuRecord[]): JobBook {
  const all = [...new Map(records.map((record) => [record.id, record])).values()].sort((a, b) => compareText(a.id, b.id));
  const jobs = all.filter(({ kind }) => kind === 'job') as JobRecord[];
  const before = new Map(jobs.flatMap(({ id, about }) => (about === undefined ? [] : [[id, about] as const])));
  return {
    open: jobs.filter(isOpenJob),
    days: all.filter(({ kind }) => kind === 'job-day') as JobDayRecord[],
    line: (id) => {
      const seen = new Set<string>();
      for (let next: string | undefined = id; next !== undefined && !seen.has(next); next = before.get(next)) seen.add((id = next));
      return id;
    },
  };
}

const answersOf = (book: JobBook, job: JobRecord): readonly JobDayRecord[] => {
  const line = book.line(job.id);
  return book.days.filter(({ about }) => about !== undefined && book.line(about) === line);
};

const inPlaceOf = (people: readonly string[], gone: string, comes: string): readonly string[] => [
  ...new Set(people.map((person) => (person === gone ? comes : person))),
];

/**
 * Who does a job on a day: as planned, and with the swaps that two people agreed on, the older ones first. Each device that has the same
 * records has the same turns.
 */
export function turnsOf(book: JobBook, job: JobRecord): (day: string) => readonly string[] {
  const moved = new Map<string, readonly string[]>();
  const on = (day: string): readonly string[] => moved.get(day) ?? plannedOn(job.data, job.to, day);
  for (const { by, to, data } of answersOf(book, job).filter(isSwapped)) {
    const [other] = to;
    if (other === undefined || ![by, other].every((person) => job.to.includes(person)) || !on(data.day).includes(by)) continue;
    moved.set(data.day, inPlaceOf(on(data.day), by, other));
    if (data.instead !== undefined && on(data.instead).includes(other)) moved.set(data.instead, inPlaceOf(on(data.instead), other, by));
  }
  return on;
}

const isAbout = ({ about, data, status }: JobDayRecord, job: JobRecord, day: string): boolean =>
  data.day === day || (data.onwards === true && isNo({ status }) && about === job.id && data.day < day);

/** What a person has answered about a job on a day: the newest answer that counts. A "no" for all days counts until staff change the job. */
export const answerOn = (book: JobBook, job: JobRecord, day: string, person: string): JobDayRecord | undefined =>
  answersOf(book, job).findLast((answer) => answer.by === person && isAnswer(answer) && isAbout(answer, job, day));

/** The newest record of a person about a job on a day, whether it counts or not. */
export const lastOn = (book: JobBook, job: JobRecord, day: string, person: string): JobDayRecord | undefined =>
  answersOf(book, job).findLast(({ by, data }) => by === person && data.day === day);
