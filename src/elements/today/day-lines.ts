import type { Promised } from '../../model/kinds/agenda-item/table.js';
import type { FeedbackTalk } from '../../model/kinds/feedback/table.js';
import type { Job, JobDay } from '../../model/kinds/job/table.js';
import { isToDo, type JobOn, jobsOn, swapsAskedOf } from '../../model/kinds/ladder/jobs-on.js';
import { isOffered } from '../../model/kinds/ladder/states.js';
import type { Duty } from '../../model/kinds/ladder/table.js';
import type { Meeting } from '../../model/kinds/meeting/table.js';
import type { Step, StepAsk } from '../../model/kinds/step/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { compareText } from '../../model/text.js';
import type { WayIn } from '../community/ways-in.js';

/** The lists that the lines of a person's day are computed from. */
export const dayLists = {
  asked: (by: string) => ({ kind: 'help', by, status: 'asked' }),
  seen: (by: string) => ({ kind: 'help', by, status: 'seen' }),
  concernsAnswered: (by: string) => ({ kind: 'concern', by, status: 'answered' }),
  concernsClosed: (by: string) => ({ kind: 'concern', by, status: 'closed' }),
  running: () => ({ kind: 'meeting', status: 'running' }),
  paused: () => ({ kind: 'meeting', status: 'paused' }),
  planned: () => ({ kind: 'meeting', status: 'planned' }),
  letters: (to: string) => ({ kind: 'feedback', to, status: 'delivered' }),
  returned: (by: string) => ({ kind: 'feedback', by, status: 'returned' }),
  talks: (to: string) => ({ kind: 'feedback-talk', to }),
  duties: (to: string) => ({ kind: 'duty', to }),
  jobs: (to: string) => ({ kind: 'job', to }),
  answers: (by: string) => ({ kind: 'job-day', by }),
  requests: (to: string) => ({ kind: 'job-day', to }),
  views: (to: string) => ({ kind: 'step-ask', to, status: 'asked' }),
  decided: (by: string) => ({ kind: 'step', by, status: 'decided' }),
  swapped: () => ({ kind: 'job-day', status: 'swapped' }),
  promises: (to: string) => ({ kind: 'promise', to, status: 'open' }),
} as const;
export type DayList = keyof typeof dayLists;
export type DayRecords = Readonly<Record<DayList, readonly MilieuRecord[]>>;

/** One thing that waits for a person. Its kind decides the sentence. */
export type DayLine =
  | Line<'call' | 'call-seen' | 'concern' | 'letter' | 'reword', MilieuRecord['data']>
  | Line<'meeting-on' | 'meeting', Meeting>
  | (Line<'job' | 'job-offer', Duty | Job> & { readonly job: JobOn })
  | (Line<'swap', JobDay> & { readonly job: MilieuRecord<Job> | undefined })
  | Line<'view' | 'decided', Step | StepAsk>
  | Line<'talk', FeedbackTalk>
  | Line<'promise', Promised>;
interface Line<K extends string, D extends MilieuRecord['data']> {
  readonly kind: K;
  readonly record: MilieuRecord<D>;
  readonly way: WayIn;
}

/** The calendar day of a moment where this page is, such as `2026-11-29`. */
export type DayOf = (when: Date) => string;

/** ms: a talk stays for an hour after its time, also after midnight. */
const talkStays = 60 * 60_000;

/** Where and when the day is read. */
export interface DayScene {
  readonly person: string;
  readonly now: Date;
  readonly dayOf: DayOf;
  /** Ids of jobs that were done here. They stay, so that they can be taken back. */
  readonly finished: readonly string[];
  /** Whether it is a quiet hour: then no line says that feedback has come. */
  readonly quiet: boolean;
}

/**
 * What waits for a person, most urgent first: calls for staff, a meeting that is on, letters, jobs, what waits for an answer, and what comes
 * later today.
 */
export function linesOf(day: DayRecords, { person, now, dayOf, finished, quiet }: DayScene): readonly DayLine[] {
  const today = dayOf(now);
  const isToday = (iso: string): boolean => dayOf(new Date(iso)) === today;
  const stands = ({ data }: MilieuRecord<FeedbackTalk>): boolean =>
    Date.parse(data.startsAt) + talkStays > now.getTime() && (isToday(data.startsAt) || Date.parse(data.startsAt) < now.getTime());
  const jobRecords = [...day.duties, ...day.jobs, ...day.answers, ...day.requests, ...day.swapped];
  const jobs = jobsOn(today, jobRecords, person, finished).filter((job) => isToDo(job) || (job.state === 'done' && finished.includes(job.root.id)));
  const [offers, mine] = [jobs.filter(({ root }) => isOffered(root)), jobs.filter(({ root }) => !isOffered(root))];
  return [
    ...lines('call', 'milieu-help', '', day.asked),
    ...lines('call-seen', 'milieu-help', '', day.seen),
    ...lines('meeting-on', 'milieu-meeting-agenda', 'run', [...day.running, ...day.paused] as MilieuRecord<Meeting>[]),
    ...lines('concern', 'milieu-help', 'concerns', oldestFirst([...day.concernsAnswered, ...day.concernsClosed])),
    ...lines('letter', 'milieu-peer-feedback', 'inbox', quiet ? [] : oldestFirst(day.letters)),
    ...mine.map((job) => jobLine('job', job)),
    ...offers.map((job) => jobLine('job-offer', job)),
    ...swapsAskedOf(today, jobRecords, person).map((asked) => ({
      kind: 'swap' as const,
      record: asked,
      way: jobsPage(asked.id),
      job: (day.jobs as MilieuRecord<Job>[]).find(({ id }) => id === asked.about),
    })),
    ...lines('reword', 'milieu-peer-feedback', 'sent', oldestFirst(day.returned)),
    ...lines('decided', 'milieu-responsibility-ladder', 'step', day.decided as MilieuRecord<Step>[]),
    ...lines('view', 'milieu-responsibility-ladder', 'step', oldestFirst(day.views as MilieuRecord<StepAsk>[])),
    ...lines('talk', 'milieu-peer-feedback', 'inbox', (day.talks as MilieuRecord<FeedbackTalk>[]).filter(stands)),
    ...lines(
      'meeting',
      'milieu-meeting-agenda',
      'plan',
      soonest(day.planned).filter(({ data }) => isToday(data.startsAt)),
    ),
    ...lines('promise', 'milieu-meeting-agenda', 'board', earliestDue(day.promises as MilieuRecord<Promised>[])),
  ];
}

const jobsPage = (about: string): WayIn => ({ tag: 'milieu-responsibility-ladder', view: 'carry', about });
const jobLine = <K extends 'job' | 'job-offer'>(kind: K, job: JobOn): Line<K, Duty | Job> & { readonly job: JobOn } => ({
  kind,
  record: job.root,
  way: jobsPage(job.root.id),
  job,
});

/** The next planned meeting. */
export const nextMeeting = (planned: readonly MilieuRecord[], now: Date): MilieuRecord<Meeting> | undefined =>
  soonest(planned).find(({ data }) => Date.parse(data.startsAt) > now.getTime());

function lines<K extends DayLine['kind'], D extends MilieuRecord['data']>(
  kind: K,
  tag: string,
  view: string,
  records: readonly MilieuRecord<D>[],
): readonly Line<K, D>[] {
  return records.map((record) => ({ kind, record, way: { tag, view, about: record.id } }));
}

const oldestFirst = <D extends MilieuRecord['data']>(records: readonly MilieuRecord<D>[]): readonly MilieuRecord<D>[] =>
  [...records].sort((a, b) => compareText(a.at, b.at));

const soonest = (meetings: readonly MilieuRecord[]): readonly MilieuRecord<Meeting>[] =>
  ([...meetings] as MilieuRecord<Meeting>[]).sort((a, b) => compareText(a.data.startsAt, b.data.startsAt));

const earliestDue = (records: readonly MilieuRecord<Promised>[]): readonly MilieuRecord<Promised>[] =>
  [...records].sort((a, b) => compareText(a.data.due ?? '9', b.data.due ?? '9') || compareText(a.id, b.id));
