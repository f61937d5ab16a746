import type { Change } from '../../model/change.js';
import type { StoreContext } from '../context/store-context.js';
import { assertCurrentKey } from '../crypto/key-storage.js';
import { only } from '../storage/storage-adapter.js';
import { emptyPlan } from '../sync-rules/sync-plan.js';
import { optimisticTransaction } from './optimistic-transaction.js';

/** More are not remembered. */
const most = 200;

/**
 * The last 200 changes of this page that wait to be sent, remembered until they are sent or the store is locked. If the browser clears its storage,
 * they are put into the list of what could not be sent, so that the person can send their words again.
 */
export class UnsentChanges {
  readonly #changes = new Map<string, Change>();
  /** Ids of records that were written since it was looked whether their changes still wait. */
  #written = new Set<string>();
  #isPruning = false;

  add(change: Change): void {
    this.#changes.set(change.key, change);
    const [oldest] = this.#changes.keys();
    if (this.#changes.size > most && oldest !== undefined) this.#changes.delete(oldest);
  }

  /** Nothing that can be read may stay in memory. */
  forget(): void {
    this.#changes.clear();
  }

  /**
   * Forgets what waits no longer of the records that were written, here or in another tab. Storage that was cleared says nothing about that: then
   * the root key is another one.
   */
  async prune(context: StoreContext, ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#written.add(id);
    if (this.#isPruning) return;
    this.#isPruning = true;
    try {
      while (this.#written.size > 0) await this.#pruneSome(context);
    } finally {
      this.#isPruning = false;
    }
  }

  async #pruneSome(context: StoreContext): Promise<void> {
    const ids = this.#written;
    this.#written = new Set();
    const keys = [...this.#changes.values()].filter(({ records }) => records.some(({ id }) => ids.has(id))).map(({ key }) => key);
    try {
      for (const key of await keysGone(context, keys)) this.#changes.delete(key);
    } catch (error) {
      for (const id of ids) this.#written.add(id); // the next write looks again
      throw error;
    }
  }

  /** Storage was cleared: the list of what could not be sent offers these changes again. @throws MilieuError why it could not be written */
  async restore(context: StoreContext): Promise<void> {
    const changes = [...this.#changes.values()];
    if (changes.length === 0) return;
    const troubles = changes.map((change) => ({ id: change.key, reason: 'refused' as const, code: 'storage-lost', change }));
    const look = (): Promise<{ rows: []; queue: [] }> => Promise.resolve({ rows: [], queue: [] });
    await optimisticTransaction(context, look, () => Promise.resolve({ ...emptyPlan, troubles }));
    this.#changes.clear();
  }
}

/** Which of these changes wait no longer. @throws MilieuError `locked` if the root key is another one */
async function keysGone(context: StoreContext, keys: readonly string[]): Promise<readonly string[]> {
  if (keys.length === 0) return [];
  const session = context.session();
  return context.storage.run(['outbox', 'meta'], 'read', async (tx) => {
    await assertCurrentKey(tx, session);
    const gone: string[] = [];
    for (const key of keys) if ((await tx.count('outbox', only('key', key))) === 0) gone.push(key);
    return gone;
  });
}
