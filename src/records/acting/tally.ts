import type { Ground } from '../ground.js';
import type { Read } from './reading.js';
import { only } from '../disk/shelf.js';
import { troublesOf } from './troubles.js';
import type { Kept, Sent, Status } from '../types.js';

/** What of this person's has not arrived, and which records that concerns. */
export interface Tally extends Pick<Status, 'waiting' | 'refused' | 'oldest'> {
  /** Ids of records that stand in a trouble. */
  readonly troubled: ReadonlyMap<string, 'held' | 'refused'>;
}

export const noTally: Tally = { waiting: 0, refused: 0, troubled: new Map() };

export async function tallyOf(ground: Ground): Promise<Tally> {
  const mine = only('who', ground.session().who);
  const [waiting, oldest] = await ground.shelf.run(
    ['outbox'],
    'read',
    async (tx) => [await tx.count('outbox', mine), (await tx.all('outbox', { ...mine, limit: 1 }))[0]] as const,
  );
  const troubles = await troublesOf(ground);
  const troubled = new Map<string, 'held' | 'refused'>();
  for (const { reason, change } of troubles) for (const { id } of change.records) troubled.set(id, reason === 'held' ? 'held' : 'refused');
  return { waiting, refused: troubles.length, ...(oldest ? { oldest: new Date(oldest.at).toISOString() } : {}), troubled };
}

/** A record with what is known about its way. */
export function keptOf({ record, base }: Read, { troubled }: Tally): Kept {
  const sent: Sent = troubled.get(record.id) ?? (record.rev > base ? 'waiting' : 'sent');
  return { record, sent };
}
