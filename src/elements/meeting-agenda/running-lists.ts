/** Lists of a meeting that runs or is over, and of its promises. The page that is shown first does without them. */
import * as item from '../../model/kinds/agenda-item/states.js';
import { type Outcome, outcomeLimits, votesCast } from '../../model/kinds/agenda-item/table.js';
import type { MeetingNote } from '../../model/kinds/meeting/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { compareText, hasWords } from '../../model/text.js';
import type { Kept } from '../../records/base/types.js';
import { localDay } from '../parts/date-field.js';
import {
  comingUp,
  heldBefore,
  isEarly,
  isOn,
  isOver,
  type KeptItem,
  type KeptMeeting,
  type KeptPromise,
  longPast,
  partsOf,
  soon,
} from './meeting-lists.js';

/**
 * Why a meeting is paused, if somebody said so. Each pause has a note, at first an empty one, so what was said at an earlier pause is over. The
 * time decides, not the id: a draft keeps the id of the moment in which it was begun.
 */
export function whyPaused({ id }: MilieuRecord, notes: readonly Kept<MeetingNote>[]): MilieuRecord<MeetingNote> | undefined {
  const own = notes.map(({ record }) => record).filter(({ about }) => about === id);
  const last = own.sort((a, b) => compareText(b.at, a.at))[0];
  return hasWords(last?.data.note) ? last : undefined;
}

/** Whether a closed meeting has ended a short time ago, as far as its plan says. */
export const isJustOver = (meeting: KeptMeeting, now: number): boolean =>
  isOver(meeting) && Date.parse(meeting.record.data.startsAt) <= now + soon && !longPast(meeting, now);

/**
 * The meeting that has just ended, unless another one is on or about to begin.
 * @param seen ids of the meetings that were on while the page was open
 */
export function justEnded(
  meetings: readonly KeptMeeting[],
  next: KeptMeeting | undefined,
  seen: ReadonlySet<string>,
  now = Date.now(),
): KeptMeeting | undefined {
  if (next && (isOn(next) || !isEarly(next, now))) return undefined;
  return heldBefore(meetings).find((one) => seen.has(one.record.id) || isJustOver(one, now));
}

/** The next meeting that starts no earlier than this one. */
export const meetingAfter = ({ record: { id, data } }: KeptMeeting, meetings: readonly KeptMeeting[]): KeptMeeting | undefined =>
  comingUp(meetings).find(({ record }) => record.id !== id && record.data.startsAt >= data.startsAt);

export const isOpenPromise = ({ record }: KeptPromise): boolean => item.isOpen(record);

export const isDone = ({ record }: KeptPromise): boolean => item.isDone(record);

/** Sorts by due day, the nearest first; then those without one, in order of creation. */
export const byDue = (a: KeptPromise, b: KeptPromise): number =>
  compareText(a.record.data.due ?? '9', b.record.data.due ?? '9') || compareText(a.record.id, b.record.id);

/** The votes, if there are enough that nobody can tell who voted how; otherwise undefined. */
export const shownVotes = ({ votes }: Outcome): Outcome['votes'] => (votesCast(votes) >= outcomeLimits.votesLeast ? votes : undefined);

/** Promises that a meeting has made, by due day. */
export function madeIn(meeting: MilieuRecord, items: readonly KeptItem[], promises: readonly KeptPromise[]): readonly KeptPromise[] {
  const here = new Set(partsOf(meeting, items).map((part) => part.record.id));
  return promises.filter((promise) => here.has(promise.record.about ?? '')).sort(byDue);
}

/** Whether a due day is over, on the calendar of this device. */
export const isPastDue = (due: string, now = new Date()): boolean => due < localDay(now);

/** Promises of earlier meetings that are open or that this meeting has answered. */
export function fromBefore(meeting: MilieuRecord, items: readonly KeptItem[], promises: readonly KeptPromise[]): readonly KeptPromise[] {
  const here = new Set(partsOf(meeting, items).map((part) => part.record.id));
  const earlier = promises.filter((promise) => !here.has(promise.record.about ?? ''));
  return earlier.filter((promise) => isOpenPromise(promise) || promise.record.data.meeting === meeting.id).sort(byDue);
}
