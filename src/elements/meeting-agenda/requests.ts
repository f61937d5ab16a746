import { isFixedPart } from '../../model/kinds/agenda-item/places.js';
import { type ItemKind, meetingOf } from '../../model/kinds/agenda-item/table.js';
import {
  isDecided,
  isForStaff,
  isOnAgenda,
  isOver,
  isParked,
  isWaiting,
  type KeptItem,
  type KeptMeeting,
  type KeptOutcome,
} from './meeting-lists.js';

const asking: readonly ItemKind[] = ['proposal', 'request'];

/**
 * What people asked for, the newest first: ideas and requests, and everything else that a meeting has answered. What staff handle outside a
 * meeting, or raise for somebody, is not in it.
 */
export function requestsOf(items: readonly KeptItem[], outcomes: readonly KeptOutcome[]): readonly KeptItem[] {
  const answered = new Set(outcomes.map(({ record }) => record.about));
  const inSight = (item: KeptItem): boolean =>
    !isForStaff(item) && (isWaiting(item) || isOnAgenda(item) || isParked(item) || isDecided(item)) && item.record.visibility === 'community';
  return items.filter(
    (item) => !isFixedPart(item.record) && inSight(item) && (asking.includes(item.record.data.kind) || answered.has(item.record.id)),
  );
}

export type Standing = { readonly is: 'waiting' | 'later' } | { readonly is: 'planned'; readonly startsAt: string };

/** Where a request without an answer is now. */
export function standingOf(item: KeptItem, meetings: readonly KeptMeeting[]): Standing {
  if (isParked(item)) return { is: 'later' };
  const meeting = meetings.find(({ record }) => record.id === meetingOf(item.record));
  if (!isOnAgenda(item) || !meeting) return { is: 'waiting' };
  return isOver(meeting) ? { is: 'later' } : { is: 'planned', startsAt: meeting.record.data.startsAt };
}
