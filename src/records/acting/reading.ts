import { mayRead } from '../../model/may-read.js';
import type { MilieuRecord } from '../../model/record.js';
import { isUnreadable } from '../errors.js';
import type { Ground } from '../ground.js';
import type { RecordRow } from '../disk/shapes.js';
import { fits, stretchOf } from '../sealing/tags.js';
import type { Query } from '../types.js';

/** A record as it stands, and the last revision that the backend has. */
export interface Read {
  readonly record: MilieuRecord;
  readonly base: number;
}

export const mostInAList = 200;
const usual = 20;

/** @throws MilieuError `unreadable` */
export async function readOne(ground: Ground, id: string): Promise<Read | undefined> {
  const { boxes } = ground.session();
  const row = await ground.shelf.run(['rows'], 'read', (tx) => tx.get('rows', id));
  if (!row) return undefined;
  const record = await boxes.version(id, row);
  return mayRead(record, ground.actor) ? { record, base: row.base } : undefined;
}

/** Newest first. Rows that do not open are left out and told of through `unreadable`. */
export async function readMany(ground: Ground, query: Query, unreadable: (id: string) => void): Promise<Read[]> {
  return collect(ground, query, (record) => mayRead(record, ground.actor), unreadable);
}

/** What the rules lean on, whoever may read it. */
export const readAll = (ground: Ground, query: Query): Promise<Read[]> =>
  collect(
    ground,
    query,
    () => true,
    () => undefined,
  );

async function collect(ground: Ground, query: Query, shown: (record: MilieuRecord) => boolean, unreadable: (id: string) => void): Promise<Read[]> {
  const { vault, boxes } = ground.session();
  const limit = Math.max(1, Math.min(Math.trunc(query.limit ?? usual) || usual, mostInAList));
  const found: Read[] = [];
  let before = query.before;
  for (;;) {
    const stretch = await stretchOf(vault, query, before, limit);
    const rows = await ground.shelf.run(['rows'], 'read', (tx) => tx.all('rows', stretch));
    for (const row of rows) {
      const record = await opened(row);
      if (record && fits(record, query) && shown(record)) found.push({ record, base: row.base });
    }
    before = rows.at(-1)?.id;
    if (rows.length < limit || found.length >= limit) return found.slice(0, limit);
  }

  async function opened(row: RecordRow): Promise<MilieuRecord | undefined> {
    try {
      return await boxes.version(row.id, row);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      unreadable(row.id);
      return undefined;
    }
  }
}
