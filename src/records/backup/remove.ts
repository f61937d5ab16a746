import { MilieuError } from '../base/errors.js';
import type { StoreContext } from '../context/store-context.js';
import type { Records } from '../base/types.js';
import { allStores, clearStores } from '../crypto/key-storage.js';
import { asideChanges } from '../crypto/row-codec.js';
import { internalsOf } from '../context/internals.js';
import type { TaskOptions, TaskProgress } from '../tasks/task-runner.js';

export interface PurgeOptions extends TaskOptions {
  /** `lose`: remove also changes that no backend has, also those that are kept aside, and the entries of `troubles()`. Otherwise `purge` throws `unsent` if there are any. */
  readonly unsent?: 'lose';
  /** `everyone`: remove also a database that people share (`keep: 'house'`), for all of them. Otherwise `purge` throws `shared`. */
  readonly shared?: 'everyone';
}

/**
 * Removes everything that this browser stores for the person: records, drafts, waiting changes, the log of acts and the key. It happens in one
 * transaction, and can be cancelled until that starts. Afterwards this store and those of other tabs close: their status is `failed`
 * with the code `removed`. A page that loads later starts empty, or with what the backend has. One row without content stays: it keeps a tab that
 * has not heard of it from writing a draft that nobody could read.
 *
 * The browser may leave encrypted remains on the disk until it reuses the space. If the host holds the key, nobody can read them without it.
 *
 * @param records an open or locked store
 * @param purging `signal` cancels it: then nothing was removed
 * @returns the number of removed records, with those that were kept aside because this version does not know them
 * @throws MilieuError `unsent`, `shared` (nothing was removed; see the options), `cancelled`, `connection`, `closed`
 */
export async function purge(records: Records, { unsent, shared, ...following }: PurgeOptions = {}): Promise<number> {
  const { tasks, context, removed } = internalsOf(records);
  const at = await context();
  if (at.shared && shared !== 'everyone') throw new MilieuError('shared');
  const count = await tasks.run('removal', (progress) => clearAll(at, progress, unsent === 'lose'), following);
  await removed();
  return count;
}

async function clearAll({ storage }: StoreContext, progress: TaskProgress, lose: boolean): Promise<number> {
  const of = await storage.run(['rows', 'aside'], 'read', async (tx) => (await tx.count('rows')) + (await tx.count('aside')));
  await progress.step(0, of);
  progress.commit();
  await storage.run(allStores, 'strict', async (tx) => {
    const unsent = (await tx.count('outbox')) + (await tx.count('troubles')) + (await tx.count('aside', asideChanges));
    if (!lose && unsent > 0) throw new MilieuError('unsent');
    await clearStores(tx);
  });
  await storage.deleteOthers();
  progress.report(of, of);
  return of;
}
