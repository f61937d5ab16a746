import type { StoreContext } from '../context/store-context.js';
import type { StoredRecord } from './read-records.js';
import { only } from '../storage/storage-adapter.js';
import { readConflicts } from './conflicts-and-rejections.js';
import type { Kept, Sent, Status } from '../base/types.js';

/** What of this person's has not arrived, and which records that concerns. */
export interface SyncCounts extends Pick<Status, 'waiting' | 'refused' | 'oldest'> {
  /** Ids of records that stand in a trouble. */
  readonly unresolved: ReadonlyMap<string, 'held' | 'refused'>;
}

export const noCounts: SyncCounts = { waiting: 0, refused: 0, unresolved: new Map() };

export async function countUnsent(context: StoreContext): Promise<SyncCounts> {
  const mine = only('who', context.session().who);
  const [waiting, oldest] = await context.storage.run(
    ['outbox'],
    'read',
    async (tx) => [await tx.count('outbox', mine), (await tx.all('outbox', { ...mine, limit: 1 }))[0]] as const,
  );
  const troubles = await readConflicts(context);
  const troubled = new Map<string, 'held' | 'refused'>();
  for (const { reason, change } of troubles) for (const { id } of change.records) troubled.set(id, reason === 'held' ? 'held' : 'refused');
  return { waiting, refused: troubles.length, ...(oldest ? { oldest: new Date(oldest.at).toISOString() } : {}), unresolved: troubled };
}

/** A record with what is known about its way. */
export function withSendState({ record, base }: StoredRecord, { unresolved: troubled }: SyncCounts): Kept {
  const sent: Sent = troubled.get(record.id) ?? (record.rev > base ? 'waiting' : 'sent');
  return { record, sent };
}
