import type { Change } from '../../model/change.js';
import type { StoreContext } from '../context/store-context.js';
import { assertCurrentKey } from '../crypto/key-storage.js';
import { only } from '../storage/storage-adapter.js';
import { emptyPlan, type SyncPlan } from '../sync-rules/sync-plan.js';
import type { Trouble } from '../base/types.js';
import { optimisticTransaction } from './optimistic-transaction.js';

/** More are not remembered. */
const most = 200;

/**
 * What this page knows that no backend has: its last 200 changes that wait to be sent, and those that the person has to settle. It is remembered
 * until it is sent or settled, or the store is locked. If the browser clears its storage, all of it is put into the list of what could not be
 * sent, so that the person can send their words again.
 */
export class UnsentChanges {
  readonly #changes = new Map<string, Change>();
  readonly #troubles = new Map<string, Trouble>();
  /** Ids of records that were written since it was looked whether their changes still wait. */
  #written = new Set<string>();
  #isPruning = false;

  /** Ids of the records that it concerns. */
  get ids(): readonly string[] {
    const troubled = [...this.#troubles.values()].map(({ change }) => change);
    return [...this.#changes.values(), ...troubled].flatMap(({ records }) => records.map(({ id }) => id));
  }

  planned({ send, troubles, settled }: SyncPlan): void {
    for (const id of settled) this.#troubles.delete(id);
    for (const trouble of troubles) {
      this.#changes.delete(trouble.change.key);
      remember(this.#troubles, trouble.id, trouble);
    }
    for (const change of send) remember(this.#changes, change.key, change);
  }

  /** Nothing that can be read may stay in memory. */
  forget(): void {
    this.#changes.clear();
    this.#troubles.clear();
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
    const isWritten = ({ records }: Change): boolean => records.some(({ id }) => ids.has(id));
    const changes = [...this.#changes.values()].filter(isWritten).map(({ key }) => key);
    const troubles = [...this.#troubles.values()].filter(({ change }) => isWritten(change)).map(({ id }) => id);
    try {
      const gone = await goneOf(context, changes, troubles);
      for (const key of gone.changes) this.#changes.delete(key);
      for (const id of gone.troubles) this.#troubles.delete(id);
    } catch (error) {
      for (const id of ids) this.#written.add(id); // the next write looks again
      throw error;
    }
  }

  /** Storage was cleared: the list of what could not be sent offers these changes again. @throws MilieuError why it could not be written */
  async restore(context: StoreContext): Promise<void> {
    const changes = [...this.#changes.values()];
    const lost = changes.map((change): Trouble => ({ id: change.key, reason: 'refused', code: 'storage-lost', change }));
    const troubles = [...this.#troubles.values(), ...lost];
    if (troubles.length === 0) return;
    const look = (): Promise<{ rows: []; queue: [] }> => Promise.resolve({ rows: [], queue: [] });
    await optimisticTransaction(context, look, () => Promise.resolve({ ...emptyPlan, troubles }));
    for (const { key } of changes) this.#changes.delete(key); // they are among the troubles now
  }
}

function remember<T>(all: Map<string, T>, key: string, value: T): void {
  all.set(key, value);
  const [oldest] = all.keys();
  if (all.size > most && oldest !== undefined) all.delete(oldest);
}

interface Keys {
  readonly changes: readonly string[];
  readonly troubles: readonly string[];
}

/** Which of these changes wait no longer, and which troubles are settled. @throws MilieuError `locked` if the root key is another one */
async function goneOf(context: StoreContext, changes: readonly string[], troubles: readonly string[]): Promise<Keys> {
  if (changes.length + troubles.length === 0) return { changes, troubles };
  const session = context.session();
  return context.storage.run(['outbox', 'troubles', 'meta'], 'read', async (tx) => {
    await assertCurrentKey(tx, session);
    const gone: { changes: string[]; troubles: string[] } = { changes: [], troubles: [] };
    for (const key of changes) if ((await tx.count('outbox', only('key', key))) === 0) gone.changes.push(key);
    for (const id of troubles) if (!(await tx.get('troubles', id))) gone.troubles.push(id);
    return gone;
  });
}
