import type { Meeting } from '../../model/meeting.js';
import { type Item, meetingOf, type Outcome, outcomeLimits, type Promised, votesCast } from '../../model/agenda-item.js';
import type { Minutes } from '../../model/minutes.js';
import { byOrder } from '../../model/order.js';
import type { MilieuRecord } from '../../model/record.js';
import type { Kept } from '../../records/types.js';
import { standsAfter, standsBefore } from './standing.js';

export type KeptMeeting = Kept<Meeting>;
export type KeptItem = Kept<Item>;
export type KeptOutcome = Kept<Outcome>;
export type KeptPromise = Kept<Promised>;
export type KeptMinutes = Kept<Minutes>;

export const isAhead = ({ record }: KeptMeeting): boolean => standsBefore('open', record);
/** Running or paused. */
export const isOn = ({ record }: KeptMeeting): boolean => standsBefore('close', record);
export const isOver = ({ record }: KeptMeeting): boolean => standsAfter('close', record);

const byStart = (a: KeptMeeting, b: KeptMeeting): number => a.record.data.startsAt.localeCompare(b.record.data.startsAt);

/** The meetings that are on or to come, the nearest first. */
export const comingUp = (meetings: readonly KeptMeeting[]): readonly KeptMeeting[] => [
  ...meetings.filter(isOn).sort(byStart),
  ...meetings.filter(isAhead).sort(byStart),
];

/** The meetings that are over, the latest first. */
export const heldBefore = (meetings: readonly KeptMeeting[]): readonly KeptMeeting[] => meetings.filter(isOver).sort((a, b) => byStart(b, a));

const inOrder = (items: readonly KeptItem[]): readonly KeptItem[] => [...items].sort((a, b) => byOrder(a.record, b.record));

/** Whether the item waits for its meeting to talk about it. */
export const isOnAgenda = ({ record }: KeptItem): boolean => standsBefore('decide', record);
export const isDecided = ({ record }: KeptItem): boolean => standsAfter('decide', record);
export const isParked = ({ record }: KeptItem): boolean => standsAfter('park', record);
export const isWaiting = ({ record }: KeptItem): boolean => standsBefore('accept', record);
export const isRedirected = ({ record }: KeptItem): boolean => standsAfter('redirect', record);

/** The parts of one meeting in order: what is to come, what was decided, and what was put aside in it. */
export const partsOf = (meeting: MilieuRecord, items: readonly KeptItem[]): readonly KeptItem[] =>
  inOrder(items.filter((item) => meetingOf(item.record) === meeting.id && (isOnAgenda(item) || isDecided(item) || isParked(item))));

/** What people brought and earlier meetings did not come to, and what was put aside; parts that every meeting has are not carried on. */
export const leftOver = (items: readonly KeptItem[], meetings: readonly KeptMeeting[]): readonly KeptItem[] => {
  const ahead = new Set(meetings.filter((meeting) => isOn(meeting) || isAhead(meeting)).map(({ record }) => record.id));
  return items.filter((item) => isParked(item) || (isOnAgenda(item) && item.record.about === undefined && !ahead.has(meetingOf(item.record) ?? '')));
};

export const isOpenPromise = ({ record }: KeptPromise): boolean => standsBefore('finish', record);
export const isDone = ({ record }: KeptPromise): boolean => standsAfter('finish', record);

/** Those with a day first, the nearest first; the others as they were made. */
export const byDue = (a: KeptPromise, b: KeptPromise): number =>
  (a.record.data.due ?? '9').localeCompare(b.record.data.due ?? '9') || a.record.id.localeCompare(b.record.id);

/** Votes are shown only where so many were given that no one's can be guessed. */
export const shownVotes = ({ votes }: Outcome): Outcome['votes'] => (votesCast(votes) >= outcomeLimits.votesLeast ? votes : undefined);

/** What earlier meetings promised, and this one has answered or has yet to. */
export function fromBefore(meeting: MilieuRecord, items: readonly KeptItem[], promises: readonly KeptPromise[]): readonly KeptPromise[] {
  const here = new Set(partsOf(meeting, items).map((part) => part.record.id));
  const earlier = promises.filter((promise) => !here.has(promise.record.about ?? ''));
  return earlier.filter((promise) => isOpenPromise(promise) || promise.record.data.meeting === meeting.id).sort(byDue);
}
