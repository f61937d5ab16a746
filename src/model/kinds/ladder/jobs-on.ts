import { answerOn, bookOf, type JobBook, type JobDayRecord, type JobRecord, lastOn, turnsOf } from '../job/rota.js';
import { isDone, isNo, isNotSwapped, isSwapAsked } from '../job/states.js';
import type { MilieuRecord } from '../../record.js';
import type { Input } from '../../transition.js';
import type { Duty } from './table.js';

/** What a person has said about a job on a day. `open`: nothing, or they will do it. */
export type JobState = 'open' | 'done' | 'help-asked' | 'helped' | 'swap-asked' | 'no';

/** A job of a person on one day: one that comes again, or a duty, which is offered once. */
export interface JobOn {
  readonly day: string;
  readonly state: JobState;
  /** Where it is written: `data` has the title, the steps and the advice. */
  readonly root: JobRecord | MilieuRecord<Duty>;
  /** The person's answer, if they gave one. A duty has its answer in its status. */
  readonly answer?: JobDayRecord;
  /** The person asked this one to swap, who could not. Shown until they answer in another way. */
  readonly notSwapped?: string;
}

/** Arguments for `records.act()`. */
export interface JobAct {
  readonly action: string;
  readonly target: { readonly kind: 'duty' | 'job-day'; readonly id: string; readonly rev?: number };
  readonly input: Input;
}

/** The lists that `jobsOn` needs for a person, as `records.list()` and `records.watch()` take them. A record may be in several of them. */
export const jobLists = (person: string): readonly JobList[] => [
  { kind: 'job', to: person },
  { kind: 'job-day', by: person },
  { kind: 'job-day', to: person },
  { kind: 'job-day', status: 'swapped' },
  { kind: 'duty', to: person },
];
interface JobList {
  readonly kind: string;
  readonly by?: string;
  readonly to?: string;
  readonly status?: string;
}

/**
 * The jobs of a person on a day: what comes again and is theirs or their turn, and duties that are due that day or have no day.
 * Nothing is created in advance and nothing is missed: a day that has passed without an answer is no job of any later day.
 * @param day the calendar day on the person's page, `2026-11-21`
 * @param records what `jobLists` names, in any order; others are ignored
 * @param keep ids of duties that stay on the list after they were answered, so that they can be undone
 */
export function jobsOn(day: string, records: readonly MilieuRecord[], person: string, keep: readonly string[] = []): readonly JobOn[] {
  const book = bookOf(records);
  const jobs = book.open.filter((job) => turnsOf(book, job)(day).includes(person));
  const duties = records.filter((record) => record.kind === 'duty' && record.to.includes(person)) as MilieuRecord<Duty>[];
  return [
    ...jobs.map((job) => jobOn(book, job, day, person)).filter(({ answer }) => !answer?.data.onwards || answer.data.day === day),
    ...duties.filter((duty) => isDutyOf(duty, day, keep)).map((duty) => ({ day, state: dutyState(duty), root: duty })),
  ];
}

function jobOn(book: JobBook, job: JobRecord, day: string, person: string): JobOn {
  const answer = answerOn(book, job, day, person);
  const last = lastOn(book, job, day, person);
  return {
    day,
    state: answer ? stateOf(answer) : 'open',
    root: job,
    ...(answer ? { answer } : {}),
    ...(last && isNotSwapped(last) && last.to[0] !== undefined ? { notSwapped: last.to[0] } : {}),
  };
}

function stateOf(answer: JobDayRecord): JobState {
  if (isDone(answer)) return 'done';
  if (isNo(answer)) return 'no';
  return answer.status as 'help-asked' | 'helped' | 'swap-asked';
}

const dutyStates: Readonly<Record<string, JobState>> = {
  offered: 'open',
  accepted: 'open',
  'help-asked': 'help-asked',
  'swap-asked': 'swap-asked',
  declined: 'no',
  done: 'done',
};
const dutyState = ({ status }: MilieuRecord<Duty>): JobState => dutyStates[status] ?? 'no';

/** A duty that is due on a later day is not asked for yet. One whose day has passed stays while it is open: it is offered until it is done. */
function isDutyOf(duty: MilieuRecord<Duty>, day: string, keep: readonly string[]): boolean {
  const { due } = duty.data;
  if (!Object.hasOwn(dutyStates, duty.status)) return false;
  if (keep.includes(duty.id) || due === day) return true;
  return !['done', 'no'].includes(dutyState(duty)) && (due === undefined || due < day);
}

/** Whether the job is still to be done by the person: they said nothing, that they will do it, or that they need help with it. */
export const isToDo = ({ state }: JobOn): boolean => ['open', 'help-asked', 'helped'].includes(state);

/**
 * The act of *Done*; undefined if it is done, or cannot be said now. It is saved at once, and `undoAct` of the job as it is then takes it back.
 * @param id a new UUIDv7, for the answer
 */
export function doneAct(job: JobOn, id: string): JobAct | undefined {
  const { root, answer, state, day } = job;
  if (state === 'done') return undefined;
  if (root.kind === 'duty') return state === 'no' ? undefined : { action: 'finish', target: { kind: 'duty', id: root.id, rev: root.rev }, input: {} };
  if (answer && (state === 'help-asked' || state === 'helped')) return onAnswer('finish', answer);
  return answer ? undefined : { action: 'done', target: { kind: 'job-day', id }, input: { about: root.id, to: [], data: { day } } };
}

/** The act that takes back what the person said; undefined if they said nothing. */
export function undoAct({ root, answer, state }: JobOn): JobAct | undefined {
  if (state === 'open') return undefined;
  if (answer) return onAnswer('undo', answer);
  return root.kind === 'duty' ? { action: 'undo', target: { kind: 'duty', id: root.id, rev: root.rev }, input: {} } : undefined;
}

const onAnswer = (action: string, { id, rev }: JobDayRecord): JobAct => ({ action, target: { kind: 'job-day', id, rev }, input: {} });

/** Requests of others to swap that this person has not answered, for days from `day` on, the nearest day first. */
export const swapsAskedOf = (day: string, records: readonly MilieuRecord[], person: string): readonly JobDayRecord[] =>
  bookOf(records)
    .days.filter((answer) => isSwapAsked(answer) && answer.to.includes(person) && answer.data.day >= day)
    .sort((a, b) => (a.data.day < b.data.day ? -1 : 1));
