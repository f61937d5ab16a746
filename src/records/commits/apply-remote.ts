import { maxRev, type MilieuRecord } from '../../model/record.js';
import { claimOf, parseRecord } from '../../model/record.schema.js';
import { optimisticTransaction, rowsOf } from './optimistic-transaction.js';
import type { AuditEvent } from '../crypto/audit-chain.js';
import { asideRecord, keepAsideAndTell } from './keep-aside.js';
import { cursorName } from '../crypto/row-codec.js';
import { isUnreadable } from '../base/errors.js';
import { nextTask } from '../base/clock.js';
import { pinnedToSession, type StoreContext, type OpenSession } from '../context/store-context.js';
import { mergeRemote, isUnsent, type RecordState } from '../sync-rules/index.js';
import { hex } from '../crypto/webcrypto.js';
import type { CursorRow, RecordRow } from '../storage/db-schema.js';

/** Something that came as a record and cannot be taken, or not yet. */
export interface Unfit {
  readonly id?: string;
  /** Whether it could stand in a list here: no other community's, and of no kind that only a newer version knows. */
  readonly missed: boolean;
  /** The host is told of it as what is kept aside. */
  readonly isAside?: true;
}

/** Records that came from outside. */
interface Sorted {
  readonly good: readonly MilieuRecord[];
  /** Of a kind or version that this version does not know. */
  readonly aside: readonly { readonly record: MilieuRecord }[];
  readonly unfit: readonly Unfit[];
}

/** How many records are written in one transaction. A page of any size is written in steps, and other work of the page comes in between. */
export const stepSize = 200;

/** What came from outside, by whether it is a record of this community with a revision that a record can have. Yields to the page. */
export async function sorted(context: StoreContext, records: readonly unknown[]): Promise<Sorted> {
  const good: MilieuRecord[] = [];
  const aside: { record: MilieuRecord }[] = [];
  const unfit: Unfit[] = [];
  for (const [at, one] of records.entries()) {
    if (at > 0 && at % stepSize === 0) await nextTask();
    const record = parseRecord(one);
    const here = record?.community === context.community;
    if (here && record.rev <= maxRev) good.push(record);
    else if (here) unfit.push({ id: record.id, missed: true });
    else if (record) unfit.push({ id: record.id, missed: false });
    else {
      const unknown = asideRecord(one);
      if (unknown?.record.community === context.community) aside.push(unknown);
      else {
        const { id, unknownKind } = claimOf(one);
        unfit.push({ ...(id === undefined ? {} : { id }), missed: !unknownKind && !unknown });
      }
    }
  }
  return { good, aside, unfit };
}

/** The records of this community that came with an answer. The host is told of those that do not fit, and of those that are kept aside. */
export async function validRecords(context: StoreContext, records: readonly unknown[]): Promise<readonly MilieuRecord[]> {
  const { good, aside, unfit } = await sorted(context, records);
  for (const one of unfit) reportUnfit(context, one);
  await keepAsideAndTell(context, aside);
  return good;
}

/** By its id alone: nothing else of what came is safe to pass on. */
export function reportUnfit(context: StoreContext, { id }: Unfit): void {
  context.report({ code: 'invalid-record', ...(id === undefined ? {} : { id }) });
}

/**
 * Takes what the backend has, in steps; the cursor in the transaction of the last step, so that after a crash in between the same page comes
 * again. Rows named by `lost`, which this person may not read any more, are deleted in it too; one with words that no backend has yet stays
 * until the backend has answered them.
 *
 * Nothing is written once the session is over in which this began, and no cursor over another one than `asked`: what is before the cursor may have
 * been removed meanwhile.
 * @param beside `event`: what the log says of each step; what the backend sent is nobody's act. `asked`: the cursor that the page was asked with
 * @returns how many records were new, or newer
 */
export async function applyRemote(
  given: StoreContext,
  records: readonly MilieuRecord[],
  cursor?: string,
  lost: readonly string[] = [],
  beside: Beside = {},
): Promise<number> {
  if (records.length === 0 && cursor === undefined && lost.length === 0) return 0;
  const context = pinnedToSession(given);
  let taken = 0;
  let done = 0;
  for (; records.length - done > stepSize; done += stepSize) {
    taken += await applyStep(context, records.slice(done, done + stepSize), undefined, [], beside);
    await nextTask();
  }
  return taken + (await applyStep(context, records.slice(done), cursor, lost, beside));
}

interface Beside {
  readonly event?: AuditEvent;
  readonly asked?: StoredCursor;
}

async function applyStep(
  context: StoreContext,
  records: readonly MilieuRecord[],
  cursor: string | undefined,
  lost: readonly string[],
  { event, asked }: Beside,
): Promise<number> {
  const { codec } = context.session();
  const row = cursor === undefined ? undefined : await codec.sealCursor({ person: context.actor.person, cursor });
  const goneAside = context.shared ? [] : lost;
  const plan = await optimisticTransaction(
    context,
    async (tx) => {
      context.session();
      return { rows: await rowsOf(tx, [...records.map(({ id }) => id), ...lost]), queue: [] };
    },
    async (seen, session) => {
      const rows = await readableStates(session, seen.rows);
      const changed = new Map<string, RecordState>();
      for (const record of records) {
        const row = mergeRemote(changed.get(record.id) ?? rows.get(record.id), record);
        if (row) changed.set(row.id, row);
      }
      const gone = goneAside.filter((id) => !changed.has(id) && rows.has(id) && !isUnsent(rows.get(id)!));
      if (changed.size === 0 && goneAside.length === 0 && !row) return undefined;
      return { rows: [...changed.values()], gone, done: [], send: [], troubles: [], settled: [] };
    },
    { ...(row ? { cursor: { row, ...(asked ? { asked } : {}) } } : {}), ...(event ? { event } : {}), goneAside },
  );
  return plan?.rows.length ?? 0;
}

/** A row that does not open any more is taken anew from the backend. */
async function readableStates(session: OpenSession, seen: readonly RecordRow[]): Promise<Map<string, RecordState>> {
  const rows = new Map<string, RecordState>();
  for (const row of seen) {
    try {
      rows.set(row.id, await session.codec.row(row));
    } catch (error) {
      if (!isUnreadable(error)) throw error;
    }
  }
  return rows;
}

/** Where the last pull of this person ended, and the nonce of the row that says so; neither if there was none. */
export interface StoredCursor {
  readonly cursor?: string;
  readonly iv?: string;
}

export async function readCursor(context: StoreContext): Promise<StoredCursor> {
  const { codec, cipher } = context.session();
  const name = await cursorName(cipher, context.actor.person);
  const row = (await context.storage.run(['meta'], 'read', (tx) => tx.get('meta', name))) as CursorRow | undefined;
  return row ? { cursor: (await codec.cursor(row)).cursor, iv: hex(row.iv) } : {};
}
