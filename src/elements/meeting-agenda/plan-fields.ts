import type { AgendaPart, DefaultAgenda } from '../../content/agendas.js';
import { type Meeting, meetingLimits } from '../../model/kinds/meeting/table.js';
import { renumber } from '../../model/kinds/agenda-item/order.js';
import { uuidv7 } from 'uuidv7';
import type { AnswerInput } from '../../model/transition.js';
import { instantOf, localTime } from '../parts/date-field.js';
import { trimmed } from '../../model/text.js';

/** The fields of the planning form, as typed. */
export interface PlanFields {
  readonly agenda: string;
  readonly title: string;
  /** Local time in the format of `datetime-local`. */
  readonly when: string;
  /** The initial `when` of an existing meeting. If `when` is still the same, the meeting's exact start is kept. */
  readonly filledWhen?: string;
  readonly place: string;
  readonly purpose: string;
  readonly chair: string;
  readonly notes: string;
  readonly timekeeper: string;
  readonly welcome: string;
}

/** The default time: tomorrow at 10:00, local time. */
export function usualTime(now = new Date()): string {
  const when = new Date(now);
  when.setDate(when.getDate() + 1);
  when.setHours(10, 0, 0, 0);
  return localTime(when);
}

const clamp = (minutes: number): number => Math.min(meetingLimits.minutes, Math.max(meetingLimits.minutesLeast, minutes));

/** The length in minutes of a meeting with these items, within the limits. */
export const lengthOf = (parts: readonly { readonly minutes?: number }[]): number =>
  clamp(parts.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0));

/** The start of the meeting in ISO 8601 UTC, or the problem of `when`. If `when` was not changed, it is the start of `before`. */
export const startOf = (plan: PlanFields, before?: Meeting, now = new Date()): ReturnType<typeof instantOf> =>
  before && plan.when === plan.filledWhen ? { instant: before.startsAt } : instantOf(plan.when, now);

/**
 * The data of the planned meeting; undefined if its start has a problem.
 * @param before the existing meeting, if its plan is changed
 */
export function meetingFrom(
  plan: PlanFields,
  minutes: number,
  agreements: readonly string[],
  before?: Meeting,
  now = new Date(),
): Meeting | undefined {
  const place = trimmed(plan.place);
  const type = before ? before.type : plan.agenda;
  const start = startOf(plan, before, now);
  if ('problem' in start) return undefined;
  return {
    title: trimmed(plan.title),
    startsAt: start.instant,
    minutes,
    purpose: trimmed(plan.purpose).replaceAll(/\s+/g, ' '),
    chair: plan.chair,
    agreements: agreements.slice(0, meetingLimits.agreements),
    ...(type ? { type } : {}),
    ...(place ? { place } : {}),
    ...(plan.notes ? { notes: plan.notes } : {}),
    ...(plan.timekeeper ? { timekeeper: plan.timekeeper } : {}),
    ...(plan.welcome ? { welcome: plan.welcome } : {}),
  };
}

/** The form fields for an existing meeting. */
export const planFrom = (meeting: Meeting): PlanFields => ({
  agenda: '',
  title: meeting.title,
  when: localTime(new Date(meeting.startsAt)),
  filledWhen: localTime(new Date(meeting.startsAt)),
  place: meeting.place ?? '',
  purpose: meeting.purpose,
  chair: meeting.chair,
  notes: meeting.notes ?? '',
  timekeeper: meeting.timekeeper ?? '',
  welcome: meeting.welcome ?? '',
});

/** The items of a default agenda, as answers of the act that creates the meeting. */
export function partsFrom(agenda: DefaultAgenda | undefined): readonly AnswerInput[] {
  const parts: readonly AgendaPart[] = agenda?.parts.slice(0, meetingLimits.parts) ?? [];
  const orders = renumber(parts.length);
  return parts.map((part, at) => ({ id: uuidv7(), kind: 'item', data: { ...part, order: orders[at] } }));
}
