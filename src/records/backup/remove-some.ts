import { mayRead } from '../../model/may-read.js';
import type { MilieuRecord } from '../../model/record.js';
import { isUnreadable, MilieuError } from '../base/errors.js';
import type { Records } from '../base/types.js';
import { optimisticTransaction, rowsOf } from '../commits/optimistic-transaction.js';
import { internalsOf } from '../context/internals.js';
import { type OpenSession, pinnedToSession, type StoreContext } from '../context/store-context.js';
import type { RecordRow } from '../storage/db-schema.js';
import { emptyPlan } from '../sync-rules/index.js';
import type { TaskOptions, TaskProgress } from '../tasks/task-runner.js';

const pageSize = 200;
const day = 86_400_000;

/** Which records: both conditions count, and at least one must be given. For everything there is `purge`. */
export interface RemovalFilter {
  /** Such as `practice`. */
  readonly kind?: string;
  /** Days since the record was made, by the clock of its author: at least 1. */
  readonly olderThan?: number;
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
 * @throws MilieuError `invalid` (no filter, or days that are no number of at least 1), `locked`, `closed`, `cancelled`, `connection`
 */
export function countRecords(records: Records, filter: RemovalOptions): Promise<RemovalCounts> {
  return walk(records, filter, async (_context, found) => found.length);
}

/**
 * Removes records from this device that the person may read and that the backend has: of one kind, or older than some days. What waits to be
 * sent, what stands in two versions, and what cannot be decrypted stays. They do not come back by `pull`, unless they change or the backend sends all
 * again; elsewhere nothing is removed. Each page of 200 is removed whole or not at all; a cancelled removal keeps what it has not reached.
 *
 * The browser may leave encrypted remains on the disk until it reuses the space.
 *
 * @param records an open store
 * @param filter `signal` cancels it. `onProgress` is called with the rows read so far and their total
 * @returns what was removed and what was left
 * @throws MilieuError `invalid` (no filter, or days that are no number of at least 1), `shared` (see the options), `cancelled`, `locked`, `closed`,
 * `connection`
 */
export function removeRecords(records: Records, filter: RemovalOptions): Promise<RemovalCounts> {
  return walk(records, filter, removePage);
}

type Work = (context: StoreContext, found: readonly RecordRow[]) => Promise<number>;

async function walk(records: Records, { kind, olderThan, shared, ...following }: RemovalOptions, work: Work): Promise<RemovalCounts> {
  const { tasks, run } = internalsOf(records);
  const isDays = olderThan === undefined || (Number.isFinite(olderThan) && olderThan >= 1);
  if (!isDays || (kind === undefined && olderThan === undefined)) throw new MilieuError('invalid');
  return tasks.run(
    'removal',
    (progress) =>
      run(async (given) => {
        const context = pinnedToSession(given);
        if (context.shared && shared !== 'everyone') throw new MilieuError('shared');
        const before = olderThan === undefined ? Infinity : context.clock.now() - olderThan * day;
        const fits = (record: MilieuRecord): boolean =>
          (kind === undefined || record.kind === kind) && Date.parse(record.at) <= before && mayRead(record, context.actor);
        return walkRows(context, progress, fits, work);
      }),
    following,
  );
}

async function walkRows(context: StoreContext, progress: TaskProgress, fits: (record: MilieuRecord) => boolean, work: Work): Promise<RemovalCounts> {
  const of = await context.storage.run(['rows'], 'read', (tx) => tx.count('rows'));
  const counts = { records: 0, unsent: 0 };
  let done = 0;
  for (let page: RecordRow[] | undefined; !page || page.length === pageSize;) {
    const last = page?.at(-1)?.id;
    page = await context.storage.run(['rows'], 'read', (tx) =>
      tx.all('rows', { limit: pageSize, ...(last === undefined ? {} : { from: last, after: true }) }),
    );
    const found: RecordRow[] = [];
    for (const row of page) {
      const record = await orUndefined(context.session(), row);
      if (record && fits(record)) {
        if (isDelivered(row)) found.push(row);
        else counts.unsent += 1;
      }
      await progress.step(Math.min(++done, of), of);
    }
    if (found.length > 0) counts.records += await work(context, found);
  }
  return counts;
}

/** What was changed since it was found stays. */
async function removePage(context: StoreContext, found: readonly RecordRow[]): Promise<number> {
  const revs = new Map(found.map(({ id, rev }) => [id, rev]));
  const plan = await optimisticTransaction(
    context,
    async (tx) => ({ rows: await rowsOf(tx, revs.keys()), queue: [] }),
    async ({ rows }) => ({ ...emptyPlan, gone: rows.filter((row) => isDelivered(row) && row.rev === revs.get(row.id)).map(({ id }) => id) }),
  );
  return plan?.gone.length ?? 0;
}

const isDelivered = ({ rev, base, next }: RecordRow): boolean => rev === base && next === undefined;

async function orUndefined({ codec }: OpenSession, row: RecordRow): Promise<MilieuRecord | undefined> {
  try {
    return await codec.version(row.id, row);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return undefined;
  }
}
