import type { StarterDuty } from '../../content/ladder.js';
import { type Duty, dutyLimits } from '../../model/kinds/ladder/table.js';
import { hasWords, trimmed } from '../../model/text.js';
import type { Problems } from '../controllers/form.js';
import type { SharedKey } from '../language/strings.js';
import { dayProblem } from '../parts/date-field.js';
import type { LadderKey } from './strings.js';

/** The fields of the offer form, as typed. */
export interface OfferFields {
  readonly person: string;
  readonly title: string;
  readonly area: string;
  readonly due: string;
  readonly minutes: string;
  readonly steps: string;
  readonly safety: string;
}

export const emptyOffer: OfferFields = { person: '', title: '', area: '', due: '', minutes: '', steps: '', safety: '' };

/** Whether all fields except the person are empty. */
export const isEmpty = (offer: OfferFields): boolean =>
  (Object.entries(offer) as [keyof OfferFields, string][]).every(([name, value]) => name === 'person' || !hasWords(value));

const lines = (text: string): readonly string[] => text.split('\n').map(trimmed).filter(Boolean);

/** The fields filled from a starter duty. The person and the due day stay. */
export const startedFrom = (starter: StarterDuty, offer: OfferFields): OfferFields => ({
  ...offer,
  title: starter.title,
  area: starter.area,
  minutes: String(starter.minutes),
  steps: starter.steps.join('\n'),
  safety: starter.safety ?? '',
});

/** What is missing or not valid, by field. */
export function problemsOf({ person, title, due, minutes, steps }: OfferFields, t: (key: LadderKey | SharedKey) => string): Problems {
  const { minutesLeast, minutes: most, steps: stepsMost, step } = dutyLimits;
  const many = Number(minutes);
  const list = lines(steps);
  return {
    person: person ? undefined : t('form.person-missing'),
    title: hasWords(title) ? undefined : t('form.title-missing'),
    due: due && dayProblem(due) ? t('date.far') : undefined,
    minutes: !hasWords(minutes) || (Number.isInteger(many) && many >= minutesLeast && many <= most) ? undefined : t('form.minutes-wrong'),
    steps: list.length <= stepsMost && list.every((line) => line.length <= step) ? undefined : t('form.step-long'),
  };
}

/** The data of the offered duty, without empty fields. */
export const dutyOf = ({ title, area, due, minutes, steps, safety }: OfferFields): Duty => ({
  title: trimmed(title),
  steps: lines(steps),
  ...(hasWords(area) ? { area: trimmed(area) } : {}),
  ...(due ? { due } : {}),
  ...(hasWords(minutes) ? { minutes: Number(minutes) } : {}),
  ...(hasWords(safety) ? { safety: trimmed(safety) } : {}),
});
