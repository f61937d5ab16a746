import type { StarterDuty } from '../../content/ladder.js';
import { type Job, jobLimits } from '../../model/kinds/job/table.js';
import { envelopeLimits } from '../../model/record.js';
import { hasWords, trimmed } from '../../model/text.js';
import type { Problems } from '../controllers/form.js';
import type { SharedKey } from '../language/strings.js';
import { dayProblem } from '../parts/date-field.js';
import type { RotaKey } from './rota.strings.js';

/** The fields of the form for a job, as typed. */
export interface PlanFields {
  readonly title: string;
  readonly people: readonly string[];
  readonly when: 'weekly' | 'once';
  readonly weekdays: readonly number[];
  readonly first: string;
  readonly last: string;
  readonly turns: 'none' | 'day' | 'week';
  readonly area: string;
  readonly minutes: string;
  readonly steps: string;
  readonly safety: string;
  readonly access: string;
  readonly tags: string;
}

export const emptyPlan = (first: string): PlanFields => ({
  ...{ title: '', people: [], when: 'weekly', weekdays: [], first, last: '', turns: 'day' },
  ...{ area: '', minutes: '', steps: '', safety: '', access: '', tags: '' },
});

/** Whether nothing was typed that would be a loss. */
export const isEmptyPlan = ({ title, people, weekdays, area, steps, safety, access, tags }: PlanFields): boolean =>
  people.length === 0 && weekdays.length === 0 && ![title, area, steps, safety, access, tags].some(hasWords);

const lines = (text: string): readonly string[] => text.split('\n').map(trimmed).filter(Boolean);
/** Words or phrases with a comma between them, in any of the scripts that have their own comma. */
export const phrases = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,،、，;\n]/)
      .map(trimmed)
      .filter(Boolean),
  ),
];
export const arePhrases = (list: readonly string[]): boolean => list.length <= jobLimits.tags && list.every((one) => one.length <= jobLimits.tag);

/** The form as it shows a job that is to be changed. */
export const planOf = (job: Job, people: readonly string[]): PlanFields => ({
  ...emptyPlan(job.first),
  people,
  title: job.title,
  when: job.weekdays ? 'weekly' : 'once',
  weekdays: job.weekdays ?? [],
  last: job.last ?? '',
  turns: job.turns ?? 'none',
  area: job.area ?? '',
  minutes: job.minutes === undefined ? '' : String(job.minutes),
  steps: job.steps.join('\n'),
  safety: job.safety ?? '',
  access: job.access ?? '',
  tags: (job.tags ?? []).join(', '),
});

/** The fields filled from a starter duty. People and days stay. */
export const planFrom = (starter: StarterDuty, plan: PlanFields): PlanFields => ({
  ...plan,
  title: starter.title,
  area: starter.area,
  minutes: String(starter.minutes),
  steps: starter.steps.join('\n'),
  safety: starter.safety ?? '',
});

/** What is missing or not valid, by field. */
export function planProblems(plan: PlanFields, t: (key: RotaKey | SharedKey) => string): Problems {
  const { title, people, when, weekdays, first, last, minutes, steps, tags } = plan;
  const many = Number(minutes);
  const list = lines(steps);
  const said = (wrong: boolean | string | undefined, key: RotaKey | SharedKey): string | undefined => (wrong ? t(key) : undefined);
  const { minutesLeast, minutes: most } = jobLimits;
  return {
    title: said(!hasWords(title), 'plan.title-missing'),
    people: said(people.length === 0, 'plan.people-missing') ?? said(people.length > envelopeLimits.to, 'plan.people-many'),
    weekdays: said(when === 'weekly' && weekdays.length === 0, 'plan.days-missing'),
    first: said(!first, 'plan.first-missing') ?? said(dayProblem(first), 'date.far'),
    last: when === 'once' || !last ? undefined : (said(dayProblem(last), 'date.far') ?? said(last < first, 'plan.last-early')),
    minutes: said(hasWords(minutes) && !(Number.isInteger(many) && many >= minutesLeast && many <= most), 'plan.minutes-wrong'),
    steps: said(list.length > jobLimits.steps || list.some((line) => line.length > jobLimits.step), 'plan.step-long'),
    tags: said(!arePhrases(phrases(tags)), 'plan.tag-long'),
  };
}

const filled = <K extends string>(field: K, text: string): Partial<Record<K, string>> =>
  hasWords(text) ? ({ [field]: trimmed(text) } as Partial<Record<K, string>>) : {};

/** The data of the job, without empty fields. */
export const jobOf = ({ title, people, when, weekdays, first, last, turns, area, minutes, steps, safety, access, tags }: PlanFields): Job => ({
  title: trimmed(title),
  steps: lines(steps),
  first,
  ...(when === 'weekly' ? { weekdays: [...weekdays].sort() } : {}),
  ...(when === 'weekly' && last ? { last } : {}),
  ...(turns !== 'none' && people.length > 1 && when === 'weekly' ? { turns } : {}),
  ...filled('area', area),
  ...(hasWords(minutes) ? { minutes: Number(minutes) } : {}),
  ...filled('safety', safety),
  ...filled('access', access),
  ...(phrases(tags).length > 0 ? { tags: phrases(tags) } : {}),
});
