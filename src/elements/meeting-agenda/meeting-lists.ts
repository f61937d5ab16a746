import * as item from '../../model/kinds/agenda-item/states.js';
import * as meeting from '../../model/kinds/meeting/states.js';
import type { Meeting } from '../../model/kinds/meeting/table.js';
import { type Item, meetingOf, type Outcome, type Promised } from '../../model/kinds/agenda-item/table.js';
import type { Minutes } from '../../model/kinds/minutes/table.js';
import { byOrder } from '../../model/kinds/agenda-item/order.js';
import type { MilieuRecord } from '../../model/record.js';
import { compareText } from '../../model/text.js';
import type { Kept } from '../../records/base/types.js';

export type KeptMeeting = Kept<Meeting>;
export type KeptItem = Kept<Item>;
export type KeptOutcome = Kept<Outcome>;
export type KeptPromise = Kept<Promised>;
export type KeptMinutes = Kept<Minutes>;

export const isAhead = ({ record }: KeptMeeting): boolean => meeting.isPlanned(record);
/** Running or paused. */
export const isOn = ({ record }: KeptMeeting): boolean => meeting.isOn(record);
export const isOver = ({ record }: KeptMeeting): boolean => meeting.isClosed(record);

/** A meeting may open this long before its time without a question, in ms. */
export const soon = 15 * 60_000;
/** How long after its planned end a closed meeting is still shown as just over, and one that nobody opened as the next one, in ms. */
const afterwards = 60 * 60_000;

/** Whether a meeting would be opened well before its time. */
export const isEarly = ({ record }: KeptMeeting, now: number): boolean => Date.parse(record.data.startsAt) - now > soon;

export const longPast = ({ record }: KeptMeeting, now: number): boolean =>
  Date.parse(record.data.startsAt) + record.data.minutes * 60_000 + afterwards < now;

/** Whether the time of a planned meeting has passed and nobody opened it. */
export const isMissed = (meeting: KeptMeeting, now = Date.now()): boolean => isAhead(meeting) && longPast(meeting, now);

const byStart = (a: KeptMeeting, b: KeptMeeting): number => compareText(a.record.data.startsAt, b.record.data.startsAt);

/** Current and future meetings, the nearest first; then those that nobody opened, the latest first. */
export const comingUp = (meetings: readonly KeptMeeting[], now = Date.now()): readonly KeptMeeting[] => [
  ...meetings.filter(isOn).sort(byStart),
  ...meetings.filter((one) => isAhead(one) && !isMissed(one, now)).sort(byStart),
  ...meetings.filter((one) => isMissed(one, now)).sort((a, b) => byStart(b, a)),
];

/** Meetings that were called off, until an hour after they would have ended; the nearest first. */
export const calledOff = (meetings: readonly KeptMeeting[], now = Date.now()): readonly KeptMeeting[] =>
  meetings.filter((one) => meeting.isCancelled(one.record) && !longPast(one, now)).sort(byStart);

/** Past meetings, the latest first. */
export const heldBefore = (meetings: readonly KeptMeeting[]): readonly KeptMeeting[] => meetings.filter(isOver).sort((a, b) => byStart(b, a));

const inOrder = (items: readonly KeptItem[]): readonly KeptItem[] => [...items].sort((a, b) => byOrder(a.record, b.record));

/** Whether the item waits for its meeting to talk about it. */
export const isOnAgenda = ({ record }: KeptItem): boolean => item.isAccepted(record);
export const isDecided = ({ record }: KeptItem): boolean => item.isDecided(record);
export const isParked = ({ record }: KeptItem): boolean => item.isParked(record);
export const isWaiting = ({ record }: KeptItem): boolean => item.isProposed(record);
/** Whether it waits for staff, who can raise it; only its author and staff can read it. */
export const isForStaff = (kept: KeptItem): boolean => isWaiting(kept) && kept.record.visibility === 'staff';
export const isMerged = ({ record }: KeptItem): boolean => item.isMerged(record);
export const isRedirected = ({ record }: KeptItem): boolean => item.isRedirected(record);

/** The items of one meeting in order: open, decided and parked ones. */
export const partsOf = (meeting: MilieuRecord, items: readonly KeptItem[]): readonly KeptItem[] =>
  inOrder(items.filter((item) => meetingOf(item.record) === meeting.id && (isOnAgenda(item) || isDecided(item) || isParked(item))));

/** Items that earlier meetings did not reach, and parked ones. Fixed parts of an agenda are not included. */
export const leftOver = (items: readonly KeptItem[], meetings: readonly KeptMeeting[]): readonly KeptItem[] => {
  const ahead = new Set(meetings.filter((meeting) => isOn(meeting) || isAhead(meeting)).map(({ record }) => record.id));
  return items.filter((item) => isParked(item) || (isOnAgenda(item) && item.record.about === undefined && !ahead.has(meetingOf(item.record) ?? '')));
};
