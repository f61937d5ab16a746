import { mayRead } from '../../model/may-read.js';
import type { MilieuRecord } from '../../model/record.js';
import { isUnreadable } from '../base/errors.js';
import type { StoreContext } from '../context/store-context.js';
import type { RecordRow } from '../storage/db-schema.js';
import { matchesQuery, rangeOf } from '../crypto/blind-tags.js';
import type { Query } from '../base/types.js';

/** A record as it stands, and the last revision that the backend has. */
export interface StoredRecord {
  readonly record: MilieuRecord;
  readonly base: number;
}

export const maxListLength = 200;
export const defaultLimit = 20;

/** @throws MilieuError `unreadable` */
export async function readOne(context: StoreContext, id: string): Promise<StoredRecord | undefined> {
  const { codec } = context.session();
  const row = await context.storage.run(['rows'], 'read', (tx) => tx.get('rows', id));
  if (!row) return undefined;
  const record = await codec.version(id, row);
  return mayRead(record, context.actor) ? { record, base: row.base } : undefined;
}

/** Newest first. Rows that do not open are left out and told of through `unreadable`. */
export async function readMany(context: StoreContext, query: Query, unreadable: (id: string) => void): Promise<StoredRecord[]> {
  if (query.id !== undefined) return readById(context, query, query.id, unreadable);
  return collect(context, query, (record) => mayRead(record, context.actor), unreadable);
}

async function readById(context: StoreContext, query: Query, id: string, unreadable: (id: string) => void): Promise<StoredRecord[]> {
  try {
    const found = await readOne(context, id);
    return found && matchesQuery(found.record, query) ? [found] : [];
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    unreadable(id);
    return [];
  }
}

/** What the rules lean on, whoever may read it. */
export const readUnfiltered = (context: StoreContext, query: Query): Promise<StoredRecord[]> =>
  collect(
    context,
    query,
    () => true,
    () => undefined,
  );

async function collect(
  context: StoreContext,
  query: Query,
  shown: (record: MilieuRecord) => boolean,
  unreadable: (id: string) => void,
): Promise<StoredRecord[]> {
  const { cipher, codec } = context.session();
  const limit = Math.max(1, Math.min(Math.trunc(query.limit ?? defaultLimit) || defaultLimit, maxListLength));
  const found: StoredRecord[] = [];
  let before = query.before;
  for (;;) {
    const stretch = await rangeOf(cipher, query, before, limit);
    const rows = await context.storage.run(['rows'], 'read', (tx) => tx.all('rows', stretch));
    for (const row of rows) {
      const record = await opened(row);
      if (record && matchesQuery(record, query) && shown(record)) found.push({ record, base: row.base });
    }
    before = rows.at(-1)?.id;
    if (rows.length < limit || found.length >= limit) return found.slice(0, limit);
  }

  async function opened(row: RecordRow): Promise<MilieuRecord | undefined> {
    try {
      return await codec.version(row.id, row);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      unreadable(row.id);
      return undefined;
    }
  }
}
