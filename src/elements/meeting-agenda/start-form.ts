import type { AgendaPart, DefaultAgenda } from '../../content/agendas.js';
import { type Meeting, meetingLimits } from '../../model/meeting.js';
import { renumber } from '../../model/order.js';
import { uuidv7 } from 'uuidv7';
import type { AnswerInput } from '../../model/transition.js';

/** What stands in the form that plans a meeting; `when` is local time as `datetime-local` writes it. */
export interface Plan {
  readonly agenda: string;
  readonly title: string;
  readonly when: string;
  readonly place: string;
  readonly purpose: string;
  readonly chair: string;
  readonly notes: string;
  readonly timekeeper: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Local time for a `datetime-local` field. */
export const localTime = (when: Date): string =>
  `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}T${two(when.getHours())}:${two(when.getMinutes())}`;

/** Tomorrow at ten, where no one has said when. */
export function usualTime(now = new Date()): string {
  const when = new Date(now);
  when.setDate(when.getDate() + 1);
  when.setHours(10, 0, 0, 0);
  return localTime(when);
}

const clamp = (minutes: number): number => Math.min(meetingLimits.minutes, Math.max(meetingLimits.minutesLeast, minutes));

/** Minutes that a meeting with these parts takes. */
export const lengthOf = (parts: readonly { readonly minutes?: number }[]): number =>
  clamp(parts.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0));

/** The meeting that a filled form plans. */
export function meetingFrom(plan: Plan, minutes: number, agreements: readonly string[]): Meeting {
  const place = plan.place.trim();
  return {
    title: plan.title.trim(),
    startsAt: new Date(plan.when).toISOString(),
    minutes,
    purpose: plan.purpose.trim().replaceAll(/\s+/g, ' '),
    chair: plan.chair,
    agreements: agreements.slice(0, meetingLimits.agreements),
    ...(place ? { place } : {}),
    ...(plan.notes ? { notes: plan.notes } : {}),
    ...(plan.timekeeper ? { timekeeper: plan.timekeeper } : {}),
  };
}

/** A plan that starts from a meeting as it stands. */
export const planFrom = (meeting: Meeting): Plan => ({
  agenda: '',
  title: meeting.title,
  when: localTime(new Date(meeting.startsAt)),
  place: meeting.place ?? '',
  purpose: meeting.purpose,
  chair: meeting.chair,
  notes: meeting.notes ?? '',
  timekeeper: meeting.timekeeper ?? '',
});

/** The parts of a default agenda, as records that are made with the meeting. */
export function partsFrom(agenda: DefaultAgenda | undefined): readonly AnswerInput[] {
  const parts: readonly AgendaPart[] = agenda?.parts.slice(0, meetingLimits.parts) ?? [];
  const orders = renumber(parts.length);
  return parts.map((part, at) => ({ id: uuidv7(), kind: 'item', data: { ...part, order: orders[at] } }));
}
