import type { StarterDuty } from '../../content/ladder.js';
import { type Duty, dutyLimits } from '../../model/ladder.js';
import type { LadderKey } from './strings.js';

/** What stands in the form of an offer, as typed. */
export interface Offer {
  readonly person: string;
  readonly title: string;
  readonly area: string;
  readonly due: string;
  readonly minutes: string;
  readonly steps: string;
  readonly safety: string;
}

export const emptyOffer: Offer = { person: '', title: '', area: '', due: '', minutes: '', steps: '', safety: '' };

/** Nothing but the person is chosen. */
export const isEmpty = (offer: Offer): boolean =>
  (Object.entries(offer) as [keyof Offer, string][]).every(([name, value]) => name === 'person' || value.trim() === '');

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A starter duty in the form; the person and the day stay. */
export const startedFrom = (starter: StarterDuty, offer: Offer): Offer => ({
  ...offer,
  title: starter.title,
  area: starter.area,
  minutes: String(starter.minutes),
  steps: starter.steps.join('\n'),
  safety: starter.safety ?? '',
});

/** What is missing or does not fit, by field. */
export function faultsOf({ person, title, minutes, steps }: Offer): Readonly<Partial<Record<keyof Offer, LadderKey>>> {
  const { minutesLeast, minutes: most, steps: stepsMost, step } = dutyLimits;
  const many = Number(minutes);
  const list = lines(steps);
  return {
    ...(person ? {} : { person: 'form.person-missing' }),
    ...(title.trim() ? {} : { title: 'form.title-missing' }),
    ...(minutes.trim() === '' || (Number.isInteger(many) && many >= minutesLeast && many <= most) ? {} : { minutes: 'form.minutes-wrong' }),
    ...(list.length <= stepsMost && list.every((line) => line.length <= step) ? {} : { steps: 'form.step-long' }),
  };
}

/** The duty that is offered: only what was filled in. */
export const dutyOf = ({ title, area, due, minutes, steps, safety }: Offer): Duty => ({
  title: title.trim(),
  steps: lines(steps),
  ...(area.trim() ? { area: area.trim() } : {}),
  ...(due ? { due } : {}),
  ...(minutes.trim() ? { minutes: Number(minutes) } : {}),
  ...(safety.trim() ? { safety: safety.trim() } : {}),
});
