import { isFixedPart } from '../../model/kinds/agenda-item/places.js';
import { type ItemKind, meetingOf } from '../../model/kinds/agenda-item/table.js';
import {
  isDecided,
  isForStaff,
  isMerged,
  isOnAgenda,
  isOver,
  isParked,
  isWaiting,
  type KeptItem,
  type KeptMeeting,
  type KeptOutcome,
} from './meeting-lists.js';

/**
 * The item that stands for one that was joined: the last of a chain, if this person can read it; the item itself if it was not joined. Two devices
 * that were offline could have joined two items with each other, so the chain ends where it comes back.
 */
export function standsFor(item: KeptItem, items: readonly KeptItem[], seen: readonly KeptItem[] = []): KeptItem | undefined {
  if (!isMerged(item) || seen.includes(item)) return isMerged(item) ? undefined : item;
  const other = items.find(({ record }) => record.id === item.record.data.into);
  return other && standsFor(other, items, [...seen, item]);
}

const asking: readonly ItemKind[] = ['proposal', 'request'];

/**
 * What people asked for, the newest first: ideas and requests, and everything else that a meeting has answered. What staff handle outside a
 * meeting, or raise for somebody, is not in it.
 */
export function requestsOf(items: readonly KeptItem[], outcomes: readonly KeptOutcome[]): readonly KeptItem[] {
  const answered = new Set(outcomes.map(({ record }) => record.about));
  const inSight = (item: KeptItem): boolean =>
    !isForStaff(item) &&
    (isWaiting(item) || isOnAgenda(item) || isParked(item) || isDecided(item) || isMerged(item)) &&
    item.record.visibility === 'community';
  return items.filter(
    (item) =>
      !isFixedPart(item.record) &&
      inSight(item) &&
      (asking.includes(item.record.data.kind) || answered.has((standsFor(item, items) ?? item).record.id)),
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
