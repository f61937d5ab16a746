import type { Community } from '../community/community.js';
import { listAll } from '../controllers/record-pages.js';
import type { ClockActions } from './clock-actions.js';
import { timesOf } from './part-times.js';
import { isOnAgenda, type KeptItem, type KeptMeeting, type KeptPromise, partsOf } from './meeting-lists.js';
import { fromBefore } from './running-lists.js';

export const allItems = { kind: 'item' };
export const allPromises = { kind: 'promise' };

/**
 * Starts a meeting. If there are promises to review, they come first and the clock does not start, unless the first agenda item is the
 * review of promises. The lists on the screen may be out of date, so the items and promises are read again.
 */
export async function openMeeting(community: Community | undefined, clock: ClockActions, record: KeptMeeting['record']): Promise<void> {
  try {
    const records = await community?.ready();
    const items = (records && (await listAll(records, allItems))) as readonly KeptItem[] | undefined;
    const promises = (records && (await listAll(records, allPromises))) as readonly KeptPromise[] | undefined;
    const parts = partsOf(record, items ?? []);
    const at = parts.findIndex(isOnAgenda);
    const first = parts[at];
    const waits = fromBefore(record, items ?? [], promises ?? []).length > 0 && first?.record.data.kind !== 'follow-up';
    await clock.open(record, waits ? undefined : first, timesOf(parts)[at]);
  } catch (error) {
    community?.report(error);
  }
}
