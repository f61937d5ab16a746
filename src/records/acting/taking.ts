import type { MilieuRecord } from '../../model/record.js';
import { parseRecord } from '../../model/record.schema.js';
import { amend, rowsOf } from './amend.js';
import { cursorName } from '../sealing/boxes.js';
import { isUnreadable } from '../errors.js';
import type { Ground, Session } from '../ground.js';
import { apply, isUnsent, type Row } from '../law.js';
import type { CursorRow, RecordRow } from '../disk/shapes.js';

/** The records of this community that fit, of what came from outside. */
export function fitting(ground: Ground, records: readonly unknown[]): MilieuRecord[] {
  return records.flatMap((one) => {
    const record = parseRecord(one);
    return record?.community === ground.community ? [record] : [];
  });
}

/**
 * Takes what the backend has, and the cursor in the same transaction. Rows named by `lost`, which this person may not read
 * any more, are deleted; one with words that no backend has yet stays until the backend has answered them.
 * @returns how many records were new, or newer
 */
export async function take(ground: Ground, records: readonly MilieuRecord[], cursor?: string, lost: readonly string[] = []): Promise<number> {
  if (records.length === 0 && cursor === undefined && lost.length === 0) return 0;
  const { boxes } = ground.session();
  const at = cursor === undefined ? undefined : await boxes.sealCursor({ person: ground.actor.person, cursor });
  const plan = await amend(
    ground,
    async (tx) => ({
      rows: await rowsOf(tx, [...records.map(({ id }) => id), ...lost]),
      queue: [],
    }),
    async (seen, session) => {
      const rows = await readable(session, seen.rows);
      const changed = new Map<string, Row>();
      for (const record of records) {
        const row = apply(changed.get(record.id) ?? rows.get(record.id), record);
        if (row) changed.set(row.id, row);
      }
      const gone = ground.shared ? [] : lost.filter((id) => !changed.has(id) && rows.has(id) && !isUnsent(rows.get(id)!));
      if (changed.size === 0 && gone.length === 0 && !at) return undefined;
      return { rows: [...changed.values()], gone, done: [], send: [], troubles: [], settled: [] };
    },
    at ? { cursor: at } : {},
  );
  return plan?.rows.length ?? 0;
}

/** A row that does not open any more is taken anew from the backend. */
async function readable(session: Session, seen: readonly RecordRow[]): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for (const row of seen) {
    try {
      rows.set(row.id, await session.boxes.row(row));
    } catch (error) {
      if (!isUnreadable(error)) throw error;
    }
  }
  return rows;
}

/** Where the last pull of this person ended. */
export async function readCursor(ground: Ground): Promise<string | undefined> {
  const { boxes, vault } = ground.session();
  const name = await cursorName(vault, ground.actor.person);
  const row = (await ground.shelf.run(['meta'], 'read', (tx) => tx.get('meta', name))) as CursorRow | undefined;
  return row && (await boxes.cursor(row)).cursor;
}
