import type { Change } from '../../model/change.js';
import type { StoreContext } from '../context/store-context.js';
import { assertCurrentKey } from '../crypto/key-storage.js';
import { only } from '../storage/storage-adapter.js';
import { emptyPlan } from '../sync-rules/sync-plan.js';
import { optimisticTransaction } from './optimistic-transaction.js';

/** More are not remembered: each write of any tab looks whether they still wait. */
const most = 200;

/**
 * The last 200 changes of this page that wait to be sent, remembered until they are sent or the store is locked. If the browser clears its storage,
 * they are put into the list of what could not be sent, so that the person can send their words again.
 */
export class UnsentChanges {
  readonly #changes = new Map<string, Change>();
  #pruning: Promise<void> | undefined;
  /** Something was written while it was looked. */
  #again = false;

  add(change: Change): void {
    this.#changes.set(change.key, change);
    const [oldest] = this.#changes.keys();
    if (this.#changes.size > most && oldest !== undefined) this.#changes.delete(oldest);
  }

  /** Nothing that can be read may stay in memory. */
  forget(): void {
    this.#changes.clear();
  }

  /** Forgets what waits no longer. Storage that was cleared says nothing about that: then the root key is another one. */
  prune(context: StoreContext): Promise<void> {
    this.#again = this.#pruning !== undefined;
    return (this.#pruning ??= this.#prune(context).finally(() => {
      this.#pruning = undefined;
      if (this.#again) return this.prune(context);
      return undefined;
    }));
  }

  async #prune(context: StoreContext): Promise<void> {
    const keys = [...this.#changes.keys()];
    if (keys.length === 0) return;
    const session = context.session();
    const gone = await context.storage.run(['outbox', 'meta'], 'read', async (tx) => {
      await assertCurrentKey(tx, session);
      const done: string[] = [];
      for (const key of keys) if ((await tx.count('outbox', only('key', key))) === 0) done.push(key);
      return done;
    });
    for (const key of gone) this.#changes.delete(key);
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
