import type { Promised } from '../../model/kinds/agenda-item/table.js';
import type { FeedbackTalk } from '../../model/kinds/feedback/table.js';
import type { Duty } from '../../model/kinds/ladder/table.js';
import type { Meeting } from '../../model/kinds/meeting/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { compareText } from '../../model/text.js';
import type { WayIn } from '../community/ways-in.js';

/** The lists that the lines of a person's day are computed from. */
export const dayLists = {
  asked: (by: string) => ({ kind: 'help', by, status: 'asked' }),
  seen: (by: string) => ({ kind: 'help', by, status: 'seen' }),
  running: () => ({ kind: 'meeting', status: 'running' }),
  paused: () => ({ kind: 'meeting', status: 'paused' }),
  planned: () => ({ kind: 'meeting', status: 'planned' }),
  letters: (to: string) => ({ kind: 'feedback', to, status: 'delivered' }),
  returned: (by: string) => ({ kind: 'feedback', by, status: 'returned' }),
  talks: (to: string) => ({ kind: 'feedback-talk', to }),
  offered: (to: string) => ({ kind: 'duty', to, status: 'offered' }),
  accepted: (to: string) => ({ kind: 'duty', to, status: 'accepted' }),
  promises: (to: string) => ({ kind: 'promise', to, status: 'open' }),
} as const;
export type DayList = keyof typeof dayLists;
export type DayRecords = Readonly<Record<DayList, readonly MilieuRecord[]>>;

/** One thing that waits for a person. Its kind decides the sentence. */
export type DayLine =
  | Line<'call' | 'call-seen' | 'letter' | 'reword', MilieuRecord['data']>
  | Line<'meeting-on' | 'meeting', Meeting>
  | Line<'job' | 'job-offer', Duty>
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

/**
 * What waits for a person, most urgent first: calls for staff, a meeting that is on, letters, jobs, what waits for an answer, and what comes
 * later today.
 */
export function linesOf(day: DayRecords, now: Date, dayOf: DayOf): readonly DayLine[] {
  const isToday = (iso: string): boolean => dayOf(new Date(iso)) === dayOf(now);
  const isAhead = (duty: MilieuRecord<Duty>): boolean => duty.data.due !== undefined && duty.data.due > dayOf(now);
  const stands = ({ data }: MilieuRecord<FeedbackTalk>): boolean =>
    Date.parse(data.startsAt) + talkStays > now.getTime() && (isToday(data.startsAt) || Date.parse(data.startsAt) < now.getTime());
  return [
    ...lines('call', 'milieu-help', '', day.asked),
    ...lines('call-seen', 'milieu-help', '', day.seen),
    ...lines('meeting-on', 'milieu-meeting-agenda', 'run', [...day.running, ...day.paused] as MilieuRecord<Meeting>[]),
    ...lines('letter', 'milieu-peer-feedback', 'inbox', oldestFirst(day.letters)),
    ...lines(
      'job',
      'milieu-responsibility-ladder',
      'carry',
      earliestDue(day.accepted as MilieuRecord<Duty>[]).filter((duty) => !isAhead(duty)),
    ),
    ...lines('job-offer', 'milieu-responsibility-ladder', 'carry', oldestFirst(day.offered as MilieuRecord<Duty>[])),
    ...lines('reword', 'milieu-peer-feedback', 'sent', oldestFirst(day.returned)),
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

const earliestDue = <D extends Duty | Promised>(records: readonly MilieuRecord<D>[]): readonly MilieuRecord<D>[] =>
  [...records].sort((a, b) => compareText(a.data.due ?? '9', b.data.due ?? '9') || compareText(a.id, b.id));
