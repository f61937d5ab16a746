import { filled, reasonGiven } from '../../needs.js';
import { envelopeLimits, type MilieuRecord } from '../../record.js';
import { hasWords } from '../../text.js';
import type { AnswerRule, Input, Kind, Need, Scene } from '../../transition.js';
import { comesOn, type Days, isDay, type Turns } from './comes-on.js';

/** A job that comes again, or comes once, for one person or several. Staff write it; the people in `to` take turns in that order. */
export interface Job extends Days, Readonly<Record<string, unknown>> {
  /** Up to 60 characters. */
  readonly title: string;
  /** Where, up to 60 characters. */
  readonly area?: string;
  /** How it is done: up to 12 lines of up to 140 characters. */
  readonly steps: readonly string[];
  /** Duration in whole minutes, 5 to 120. */
  readonly minutes?: number;
  /** Safety advice, up to 200 characters. */
  readonly safety?: string;
  /** How it can be done by people with different needs, up to 200 characters. */
  readonly access?: string;
  /** What the job asks for, such as `lifting`: up to 8 words or phrases of up to 30 characters. See `Restriction`. */
  readonly tags?: readonly string[];
  /** Missing: everybody in `to` does it, each time. */
  readonly turns?: Turns;
}

/** What a person answered about a job on one day. A day without an answer has no record. */
export interface JobDay extends Readonly<Record<string, unknown>> {
  /** Calendar day in the community, `2026-11-21`. */
  readonly day: string;
  /** Of a swap: the day that the person offers to do for the one who is asked. */
  readonly instead?: string;
  /** Of a "no": it is meant for this day and all days after it. */
  readonly onwards?: boolean;
  /** For staff, up to 300 characters. It is never required, and a request to swap has none. */
  readonly note?: string;
}

/** What a person should avoid, such as `lifting`. Only the person and staff can read it, and it only filters whom staff can pick. */
export interface Restriction extends Readonly<Record<string, unknown>> {
  /** 1 to 8 words or phrases of up to 30 characters, compared with the tags of jobs. */
  readonly avoid: readonly string[];
}

/** Limits in characters and minutes. Source: the project's field study of duties in shared living. */
export const jobLimits = {
  title: 60,
  area: 60,
  steps: 12,
  step: 140,
  minutesLeast: 5,
  minutes: 120,
  safety: 200,
  access: 200,
  tags: 8,
  tag: 30,
  note: 300,
} as const;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** Whether the days of a job can be read: a first day, no last day before it, and days of the week that come. */
function daysGiven(data: unknown): boolean {
  if (!isRecord(data) || !isDay(data['first'])) return false;
  const { first, last = first, weekdays = [1] } = data as Partial<Job> & { first: string };
  return isDay(last) && last >= first && Array.isArray(weekdays) && weekdays.length > 0;
}

const toSomeone = (to: readonly string[] | undefined, actor: string): boolean =>
  to !== undefined && to.length > 0 && to.length <= envelopeLimits.to && !to.includes(actor);

const forOthers: Need<Job> = { code: 'no-receiver', met: ({ input, actor }) => toSomeone(input.to, actor.person) };
const onDays: Need<Job> = { code: 'days-missing', met: ({ input }) => daysGiven(input.data) };

/** The job that takes the place of this one. */
const next = ({ input }: Scene<Job>): NonNullable<Input['answers']>[number] | undefined => input.answers?.find(({ kind }) => kind === 'job');
const nextForOthers: Need<Job> = { code: 'no-receiver', met: (scene) => toSomeone(next(scene)?.to, scene.actor.person) };
const nextTitled: Need<Job> = { code: 'words-missing', met: (scene) => hasWords(next(scene)?.data['title']) };
const nextOnDays: Need<Job> = { code: 'days-missing', met: (scene) => daysGiven(next(scene)?.data) };

const reasonToThem: readonly AnswerRule[] = [{ kind: 'duty-note', status: 'given', visibility: 'named-and-staff', to: (root) => root.to }];

/**
 * Its text and its people never change. `replace` makes a new job, by whoever acts, that names the one before in `about`: so each text has
 * one author, and what was answered about the job before stays readable.
 */
export const job: Kind<Job> = {
  kind: 'job',
  v: 1,
  words: ['title', 'area', 'safety', 'access'],
  transitions: {
    plan: { from: [], to: ['open'], who: ['staff'], needs: [forOthers, filled('title'), onDays], shows: 'named-and-staff' },
    replace: {
      from: ['open'],
      to: ['replaced'],
      who: ['staff'],
      needs: [nextForOthers, nextTitled, nextOnDays],
      answers: [{ kind: 'job', status: 'open', min: 1, visibility: 'named-and-staff' }],
    },
    end: { from: ['open'], to: ['ended'], who: ['staff'], needs: [reasonGiven], answers: reasonToThem },
  },
};

const jobOf = ({ input, others }: Scene<JobDay>): MilieuRecord<Job> | undefined => {
  const found = others.get(input.about ?? '');
  return found?.kind === 'job' ? (found as MilieuRecord<Job>) : undefined;
};
const mine: Need<JobDay> = { code: 'not-yours', met: (scene) => Boolean(jobOf(scene)?.to.includes(scene.actor.person)) };
const thatDay: Need<JobDay> = {
  code: 'bad-answer',
  met: (scene) => {
    const data = jobOf(scene)?.data;
    return Boolean(data && comesOn(data, String(scene.input.data?.day)));
  },
};
const toNoOne: Need<JobDay> = { code: 'bad-answer', met: ({ input }) => !input.to?.length && input.data?.instead === undefined };
const thisDayOnly: Need<JobDay> = { code: 'bad-answer', met: ({ input }) => input.data?.onwards === undefined };
/** One of the others on this job is asked: staff picked them all, so each of them can do it. */
const oneOfThem: Need<JobDay> = {
  code: 'one-person',
  met: (scene) => {
    const { to = [] } = scene.input;
    return to.length === 1 && to[0] !== scene.actor.person && Boolean(jobOf(scene)?.to.includes(to[0]!));
  },
};
/** An agreed swap is read by everybody, so a request has no words. */
const noWords: Need<JobDay> = { code: 'bad-answer', met: ({ input }) => input.data?.note === undefined };
const forThatDay: Need<JobDay> = {
  code: 'bad-answer',
  met: (scene) => {
    const { day, instead } = scene.input.data ?? {};
    const data = jobOf(scene)?.data;
    return instead === undefined || (instead !== day && Boolean(data && comesOn(data, instead)));
  },
};

const tellStaff: readonly AnswerRule[] = [{ kind: 'duty-note', status: 'given', visibility: 'named-and-staff', to: () => [] }];
const saidSomething: Need<JobDay> = {
  code: 'words-missing',
  met: ({ input }) => Boolean(input.answers?.some(({ data }) => hasWords(data['note']) || typeof data['comfort'] === 'number')),
};
const answer = { from: [], who: ['member'], shows: 'named-and-staff' } as const;
const plain = [mine, thatDay, toNoOne] as const;

/**
 * A person's answer about one day: done, a call for help, a "no", or a request to swap. The first act makes the record, by the one who
 * has the job. What was undone is no answer; the next act makes a new record. When two people agree on a swap, everybody in the community
 * may read who does which day, so that each device works out the same turns; a request that was not agreed on stays between the two and staff.
 */
export const jobDay: Kind<JobDay> = {
  kind: 'job-day',
  v: 1,
  words: ['note'],
  leansOn: (root, input) => (root || input.about === undefined ? [] : [input.about]),
  transitions: {
    done: { ...answer, to: ['done'], needs: [...plain, thisDayOnly] },
    'ask-help': { ...answer, to: ['help-asked'], needs: [...plain, thisDayOnly] },
    decline: { ...answer, to: ['declined'], needs: plain },
    swap: { ...answer, to: ['swap-asked'], needs: [mine, thatDay, thisDayOnly, oneOfThem, forThatDay, noWords] },
    finish: { from: ['help-asked', 'helped'], to: ['done'], who: ['author'] },
    undo: { from: ['done', 'help-asked', 'helped', 'declined', 'noted', 'swap-asked'], to: ['undone'], who: ['author'] },
    tell: { from: ['done'], to: [], who: ['author'], needs: [saidSomething], answers: tellStaff },
    helped: { from: ['help-asked'], to: ['helped'], who: ['staff', 'author'] },
    // Staff have read a "no". It stands.
    note: { from: ['declined'], to: ['noted'], who: ['staff'] },
    agree: { from: ['swap-asked'], to: ['swapped'], who: ['receiver'], shows: 'community' },
    'not-this-time': { from: ['swap-asked'], to: ['not-swapped'], who: ['receiver'] },
  },
};

const aboutOne: Need<Restriction> = {
  code: 'one-person',
  met: ({ input, actor }) =>
    actor.as === 'staff' ? input.to?.length === 1 && input.to[0] !== actor.person : !input.to?.length && input.about === undefined,
};
const avoidsSomething: Need<Restriction> = {
  code: 'words-missing',
  met: ({ input }) => (Array.isArray(input.data?.avoid) ? input.data.avoid : []).some(hasWords),
};

/** By staff, it is about the person in `to`; by anybody else, about its author. Those who take turns with the person never read it. */
export const restriction: Kind<Restriction> = {
  kind: 'restriction',
  v: 1,
  transitions: {
    keep: { from: [], to: ['current'], who: ['member'], needs: [aboutOne, avoidsSomething], shows: 'named-and-staff' },
    end: { from: ['current'], to: ['ended'], who: ['author', 'staff'] },
  },
};
