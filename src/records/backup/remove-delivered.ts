import { asideChanges } from '../crypto/row-codec.js';
import { isCursor, allStores, clearStores, rootKeyIn } from '../crypto/key-storage.js';
import { appendEntries, type SealedEntry } from '../crypto/audit-chain.js';
import { codeOf, MilieuError } from '../base/errors.js';
import type { Records } from '../base/types.js';
import { orWithoutEntries, sealedEntry } from '../commits/audit-entries.js';
import { isDelivered } from './remove-some.js';
import { internalsOf } from '../context/internals.js';
import type { StoreContext } from '../context/store-context.js';
import type { RecordRow } from '../storage/db-schema.js';
import type { StoreKey, Transaction } from '../storage/storage-adapter.js';
import type { TaskOptions, TaskProgress } from '../tasks/task-runner.js';

const pageSize = 200;

/** What `removeDelivered` has removed, and what it has left. */
export interface LeftBehind {
  /** Records that were removed. */
  readonly removed: number;
  /**
   * Changes that no backend has, and entries of `troubles()`: they stay, and records with a change that waits too. The record of an entry is removed
   * if the backend has it: until the next pull, `mine` and `again` of `settle` reject with `not-found`.
   */
  readonly unsent: number;
  /** Texts that were not saved yet: they stay. */
  readonly drafts: number;
}

/**
 * For a person who signs out: locks the store in every tab, as `lock()` does, and then removes from this device what the backend has of it. If
 * nothing else is there, that is everything, with the key and the log of acts; one row without content stays, as after `purge`. Otherwise what waits to be sent, what the person has to settle,
 * drafts, the key and the log stay for the same person, and the next pull brings the rest again. It works on a locked store too; then the
 * log does not tell of it.
 *
 * It happens in one transaction, and can be cancelled until that starts. The browser may leave encrypted remains on the disk until it reuses the
 * space.
 *
 * @param records an open or locked store
 * @param following `signal` cancels it: then nothing was removed, but the store is locked
 * @throws MilieuError `shared` (what people share is not removed because one of them leaves), `cancelled`, `connection`, `closed`
 */
export async function removeDelivered(records: Records, following: TaskOptions = {}): Promise<LeftBehind> {
  const { tasks, context, removed, draftsSettled } = internalsOf(records);
  const at = await context();
  if (at.shared) throw new MilieuError('shared');
  const entries = await entryIfOpen(at); // sealed before the key is dropped
  await draftsSettled(); // what was typed last is written while the key is there
  records.lock();
  await draftsSettled(); // and what the lock has caused
  const left = await tasks.run('removal', (progress) => clear(at, entries, progress), following);
  if (isNothing(left)) await removed();
  return left;
}

const isNothing = ({ unsent, drafts }: LeftBehind): boolean => unsent + drafts === 0;

interface EntryOf {
  readonly gen: string;
  readonly entry: SealedEntry;
}

async function entryIfOpen(context: StoreContext): Promise<readonly EntryOf[]> {
  try {
    const session = context.session();
    return [{ gen: session.gen, entry: await sealedEntry(context, session, { action: 'remove' }) }];
  } catch (error) {
    if (codeOf(error) === 'closed') throw error;
    return []; // it is locked, or its key is damaged
  }
}

async function clear(context: StoreContext, sealed: readonly EntryOf[], progress: TaskProgress): Promise<LeftBehind> {
  const { storage } = context;
  const of = await storage.run(['rows'], 'read', (tx) => tx.count('rows'));
  await progress.step(0, of);
  progress.commit();
  const left = await orWithoutEntries(context, sealed, (said) =>
    storage.run(allStores, 'strict', async (tx) => {
      const removed = await deleteDelivered(tx);
      const left = await countLeft(tx, removed);
      if (isNothing(left)) await clearStores(tx);
      else await appendEntries(tx, await entriesFor(tx, said));
      return left;
    }),
  );
  progress.report(of, of);
  return left;
}

/** A change whose outbox was lost stands in its record alone. Aside only changes are left, see `deleteDelivered`. */
async function countLeft(tx: Transaction, removed: number): Promise<LeftBehind> {
  const [rows, aside, drafts] = [await tx.count('rows'), await tx.count('aside'), await tx.count('drafts')];
  return { removed, unsent: (await tx.count('outbox')) + (await tx.count('troubles')) + aside || rows, drafts };
}

async function entriesFor(tx: Transaction, sealed: readonly EntryOf[]): Promise<SealedEntry[]> {
  const root = await rootKeyIn(tx);
  return sealed.filter(({ gen }) => gen === root?.gen).map(({ entry }) => entry);
}

/** Also the marks of where the last pulls ended: the person finds everything again when they are back. */
async function deleteDelivered(tx: Transaction): Promise<number> {
  let gone = 0;
  const drop = (store: 'rows' | 'aside' | 'meta', keys: readonly StoreKey[]): Promise<unknown> =>
    Promise.all(keys.map((key) => tx.delete(store, key)));
  await drop(
    'meta',
    (await tx.all('meta')).filter(isCursor).map(({ name }) => name),
  );
  for (let page: RecordRow[] | undefined; !page || page.length === pageSize;) {
    const last = page?.at(-1)?.id;
    page = await tx.all('rows', { limit: pageSize, ...(last === undefined ? {} : { from: last, after: true }) });
    const delivered = page.filter(isDelivered).map(({ id }) => id);
    await drop('rows', delivered);
    gone += delivered.length;
  }
  const changes = new Set((await tx.all('aside', asideChanges)).map(({ id }) => id));
  const records = (await tx.all('aside')).map(({ id }) => id).filter((id) => !changes.has(id));
  await drop('aside', records);
  return gone + records.length;
}
