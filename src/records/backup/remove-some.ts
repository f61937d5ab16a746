import { mayRead } from '../../model/may-read.js';
import type { MilieuRecord } from '../../model/record.js';
import { isKnownKind } from '../../model/unknown-version.schema.js';
import { isUnreadable, MilieuError } from '../base/errors.js';
import type { Records } from '../base/types.js';
import { orWithoutEntries, sealedEntry } from '../commits/audit-entries.js';
import { optimisticTransaction, rowsOf } from '../commits/optimistic-transaction.js';
import { appendEntries, type AuditEvent } from '../crypto/audit-chain.js';
import { assertCurrentKey } from '../crypto/key-storage.js';
import { internalsOf } from '../context/internals.js';
import { pinnedToSession, type StoreContext } from '../context/store-context.js';
import type { AsideRow, RecordRow } from '../storage/db-schema.js';
import { emptyPlan } from '../sync-rules/index.js';
import type { TaskOptions, TaskProgress } from '../tasks/task-runner.js';

const pageSize = 200;
const day = 86_400_000;

/** Which records: all conditions count, and at least one must be given. For everything there is `purge`. */
export interface RemovalFilter {
  /** Such as `practice`. */
  readonly kind?: string;
  /** Id of the person who made the record. What others wrote to them or about them does not count. */
  readonly by?: string;
  /** Days since the record was made, by the clock of its author: at least 1. */
  readonly olderThan?: number;
  /**
   * Days since this device learned that the backend has the record as it is here, by the clock of this device: at least 1. For a record that
   * version 0.1 stored, that is not known, and the time at which it was made counts.
   */
  readonly deliveredFor?: number;
}

export interface RemovalOptions extends TaskOptions, RemovalFilter {
  /** `everyone`: also in a database that people share (`keep: 'house'`). Otherwise it throws `shared`. */
  readonly shared?: 'everyone';
}

/** What a removal would do. */
export interface RemovalCounts {
  /** Records that it would remove. */
  readonly records: number;
  /** Records that it would leave, because no backend has them in the version that is here. */
  readonly unsent: number;
}

/**
 * Counts what `removeRecords` with the same filter would remove, so that a person can be told before anything goes.
 * @param records an open store
 * @param filter `signal` cancels it. `onProgress` is called with the rows read so far and their total
 * @throws MilieuError `invalid` (no filter, days that are no number of at least 1, or a kind that neither this version nor anything kept aside has), `locked`, `closed`, `cancelled`, `connection`
 */
export function countRecords(records: Records, filter: RemovalOptions): Promise<RemovalCounts> {
  return walk(records, filter, count);
}

/**
 * Removes records from this device that the person may read and that the backend has: of one kind, of one person, older than some days, or
 * delivered some days ago. What waits to be sent, what stands in two versions, and what cannot be decrypted stays. Records that are kept aside, because this version
 * does not know them, are removed and counted like others. They do not come back by `pull`, unless they change or the backend sends all
 * again; elsewhere nothing is removed. Each page of 200 is removed whole or not at all; a cancelled removal keeps what it has not reached.
 *
 * The browser may leave encrypted remains on the disk until it reuses the space.
 *
 * @param records an open store
 * @param filter `signal` cancels it. `onProgress` is called with the rows read so far and their total
 * @returns what was removed and what was left
 * @throws MilieuError `invalid` (no filter, days that are no number of at least 1, or a kind that neither this version nor anything kept aside has), `shared` (see the options), `cancelled`, `locked`, `closed`,
 * `connection`
 */
export function removeRecords(records: Records, filter: RemovalOptions): Promise<RemovalCounts> {
  return walk(records, filter, { rows: removePage, aside: removeAside });
}

/** Without a row: a record that is kept aside. */
type Fits = (record: MilieuRecord, row?: RecordRow) => boolean;
interface Work {
  /** @returns how many records it concerned */
  readonly rows: (context: StoreContext, found: readonly RecordRow[], kind?: string) => Promise<number>;
  readonly aside: (context: StoreContext, found: readonly AsideRow[], kind?: string) => Promise<number>;
}
const count: Work = { rows: async (_context, found) => found.length, aside: async (_context, found) => found.length };

async function walk(records: Records, filter: RemovalOptions | undefined, work: Work): Promise<RemovalCounts> {
  const { tasks, run } = internalsOf(records);
  const { kind, by, olderThan, deliveredFor, shared, ...following } = filter ?? {};
  const days = [olderThan, deliveredFor].filter((one) => one !== undefined);
  if (!days.every((one) => Number.isFinite(one) && one >= 1) || (kind === undefined && by === undefined && days.length === 0))
    throw new MilieuError('invalid');
  return tasks.run(
    'removal',
    (progress) =>
      run(async (given) => {
        const context = pinnedToSession(given);
        if (context.shared && shared !== 'everyone') throw new MilieuError('shared');
        const now = context.clock.now();
        const isOver = (time: number, least: number): boolean => time <= now - least * day;
        const fits: Fits = (record, row) =>
          (kind === undefined || record.kind === kind) &&
          (by === undefined || record.by === by) &&
          (olderThan === undefined || isOver(Date.parse(record.at), olderThan)) &&
          (deliveredFor === undefined || isOver(row?.since ?? Date.parse(record.at), deliveredFor)) &&
          mayRead(record, context.actor);
        if (kind !== undefined && !isKnownKind(kind) && !(await isKeptAside(context, kind))) throw new MilieuError('invalid');
        return walkRows(context, progress, fits, {
          rows: (at, found) => work.rows(at, found, kind),
          aside: (at, found) => work.aside(at, found, kind),
        });
      }),
    following,
  );
}

async function walkRows(context: StoreContext, progress: TaskProgress, fits: Fits, work: Work): Promise<RemovalCounts> {
  const of = await context.storage.run(['rows', 'aside'], 'read', async (tx) => (await tx.count('rows')) + (await tx.count('aside')));
  const counts = { records: 0, unsent: 0 };
  let done = 0;
  for (let page: RecordRow[] | undefined; !page || page.length === pageSize;) {
    const last = page?.at(-1)?.id;
    page = await context.storage.run(['rows'], 'read', (tx) =>
      tx.all('rows', { limit: pageSize, ...(last === undefined ? {} : { from: last, after: true }) }),
    );
    const found: RecordRow[] = [];
    for (const row of page) {
      const record = await orUndefined(context.session().codec.version(row.id, row));
      if (record && fits(record, row)) {
        if (isDelivered(row)) found.push(row);
        else counts.unsent += 1;
      }
      await progress.step(Math.min(++done, of), of);
    }
    if (found.length > 0) counts.records += await work.rows(context, found);
  }
  const aside = await walkAside(context, fits, () => progress.step(Math.min(++done, of), of));
  counts.unsent += aside.unsent;
  if (aside.found.length > 0) counts.records += await work.aside(context, aside.found);
  return counts;
}

/** What this version does not know: kind, age and readers are among the fields that all records share. */
async function walkAside(context: StoreContext, fits: Fits, step: () => Promise<void>): Promise<{ found: AsideRow[]; unsent: number }> {
  const found: AsideRow[] = [];
  let unsent = 0;
  for (const row of await context.storage.run(['aside'], 'read', (tx) => tx.all('aside'))) {
    const content = await orUndefined(context.session().codec.aside(row));
    await step();
    if (!content) continue;
    if ('change' in content) unsent += content.change.records.filter((record) => fits(record)).length;
    else if (fits(content.record)) found.push(row);
  }
  return { found, unsent };
}

/** A kind that only a newer version knows is not a misspelt one. */
async function isKeptAside(context: StoreContext, kind: string): Promise<boolean> {
  for (const row of await context.storage.run(['aside'], 'read', (tx) => tx.all('aside'))) {
    const content = await orUndefined(context.session().codec.aside(row));
    const records = !content ? [] : 'change' in content ? content.change.records : [content.record];
    if (records.some((record) => record.kind === kind)) return true;
  }
  return false;
}

/** What was replaced since it was found stays. */
async function removeAside(context: StoreContext, found: readonly AsideRow[], kind?: string): Promise<number> {
  const session = context.session();
  return orWithoutEntries(context, [await sealedEntry(context, session, removal(kind))], (entries) =>
    context.storage.run(['aside', 'audit', 'meta'], 'strict', async (tx) => {
      await assertCurrentKey(tx, session);
      let removed = 0;
      for (const { id, rev } of found) {
        if ((await tx.get('aside', id))?.rev !== rev) continue;
        await tx.delete('aside', id);
        removed += 1;
      }
      if (removed > 0) await appendEntries(tx, entries);
      return removed;
    }),
  );
}

/** What was changed since it was found stays. */
async function removePage(context: StoreContext, found: readonly RecordRow[], kind?: string): Promise<number> {
  const revs = new Map(found.map(({ id, rev }) => [id, rev]));
  const plan = await optimisticTransaction(
    context,
    async (tx) => ({ rows: await rowsOf(tx, revs.keys()), queue: [] }),
    async ({ rows }) => ({ ...emptyPlan, gone: rows.filter((row) => isDelivered(row) && row.rev === revs.get(row.id)).map(({ id }) => id) }),
    { event: removal(kind) },
  );
  return plan?.gone.length ?? 0;
}

const removal = (kind: string | undefined): AuditEvent => ({ action: 'remove', ...(kind === undefined ? {} : { kind }) });

/** The backend has what is here, and nothing newer of it waits to be taken. */
export const isDelivered = ({ rev, base, next }: RecordRow): boolean => rev === base && next === undefined;

async function orUndefined<T>(opening: Promise<T>): Promise<T | undefined> {
  try {
    return await opening;
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return undefined;
  }
}
