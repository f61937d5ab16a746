import { isUnreadable } from '../base/errors.js';
import type { AuditRow, DbSchema, OutboxRow, RecordRow, StoreName } from '../storage/db-schema.js';
import type { StorageAdapter, StoreKey, Transaction } from '../storage/storage-adapter.js';
import { stores } from '../storage/db-schema.js';
import type { TaskProgress } from '../tasks/task-runner.js';
import { allStores, isCursor } from './key-storage.js';
import { personTag, type RowCodec } from './row-codec.js';
import { hex } from './webcrypto.js';

type Row = DbSchema[StoreName];
interface Side {
  readonly storage: Pick<StorageAdapter, 'run'>;
  readonly codec: RowCodec;
}
interface Copied {
  readonly print: string;
  /** Of the row in the copy: some keys are blind tags. */
  readonly key: StoreKey;
}

const pageSize = 200;

/**
 * A copy of all records, waiting changes, drafts, cursors and the log of acts under another root key. Tabs go on writing while it is made: it is updated until
 * a transaction finds that nothing differs.
 */
export class RecordCopy {
  readonly #copied = new Map<StoreName, Map<StoreKey, Copied>>(allStores.map((store) => [store, new Map()]));

  constructor(
    private readonly from: Side,
    private readonly to: Side,
  ) {}

  /** Copies what is not in the copy yet, in steps of at most 200 rows, and deletes what is gone. @throws MilieuError `cancelled` */
  async update(progress: TaskProgress): Promise<void> {
    const of = await this.from.storage.run(allStores, 'read', countRows);
    let done = 0;
    await progress.step(done, of);
    for (const store of allStores) {
      const seen = new Set<StoreKey>();
      for (let page: readonly Row[] | undefined; !page || page.length === pageSize;) {
        page = await this.#readPage(store, page?.at(-1));
        const changed: Row[] = [];
        for (const row of page.filter(isCopied)) {
          seen.add(keyOf(store, row));
          if (this.#copied.get(store)!.get(keyOf(store, row))?.print !== printOf(row)) changed.push(row);
        }
        const sealed: Row[] = [];
        for (const row of changed) {
          await progress.step(Math.min(done++, of), of);
          sealed.push(await this.#reseal(store, row));
        }
        await this.#write(store, changed, sealed);
      }
      await this.#deleteGone(store, seen);
    }
    await progress.step(of, of);
  }

  /** Whether nothing has been written since `update`. */
  async isCurrent(tx: Transaction): Promise<boolean> {
    for (const store of allStores) {
      const copied = this.#copied.get(store)!;
      let count = 0;
      for (let page: readonly Row[] | undefined; !page || page.length === pageSize;) {
        page = await tx.all(store, pageAfter(store, page?.at(-1)));
        for (const row of page.filter(isCopied)) {
          count += 1;
          if (copied.get(keyOf(store, row))?.print !== printOf(row)) return false;
        }
      }
      if (count !== copied.size) return false;
    }
    return true;
  }

  #readPage(store: StoreName, last: Row | undefined): Promise<readonly Row[]> {
    return this.from.storage.run([store], 'read', (tx) => tx.all(store, pageAfter(store, last)));
  }

  async #write(store: StoreName, rows: readonly Row[], sealed: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const copied = this.#copied.get(store)!;
    await this.to.storage.run([store], 'write', async (tx) => {
      for (const [at, row] of rows.entries()) {
        const before = copied.get(keyOf(store, row));
        if (before) await tx.delete(store, before.key);
        await tx.put(store, sealed[at]!);
      }
    });
    for (const [at, row] of rows.entries()) copied.set(keyOf(store, row), { print: printOf(row), key: keyOf(store, sealed[at]!) });
  }

  async #deleteGone(store: StoreName, seen: ReadonlySet<StoreKey>): Promise<void> {
    const copied = this.#copied.get(store)!;
    const gone = [...copied].filter(([key]) => !seen.has(key));
    if (gone.length === 0) return;
    await this.to.storage.run([store], 'write', async (tx) => {
      for (const [, { key }] of gone) await tx.delete(store, key);
    });
    for (const [key] of gone) copied.delete(key);
  }

  /** A row that cannot be decrypted is copied unchanged: nothing is deleted because it is unreadable. */
  async #reseal(store: StoreName, row: Row): Promise<Row> {
    if (!('box' in row)) return row;
    try {
      return await this.#sealedAgain(store, row);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      return row;
    }
  }

  async #sealedAgain(store: StoreName, row: Row): Promise<Row> {
    const [from, to] = [this.from.codec, this.to.codec];
    switch (store) {
      case 'rows':
        return resealRecordRow(row as RecordRow, from, to);
      case 'outbox':
        return resealOutboxRow(row as OutboxRow, from, to);
      case 'drafts':
        return to.sealDraft(await from.draft(row as DbSchema['drafts']));
      case 'troubles':
        return to.sealConflict(await from.conflict(row as DbSchema['troubles']));
      case 'audit':
        return { ...(row as AuditRow), ...(await to.sealEntry(await from.entry(row as AuditRow))) };
      case 'aside':
        return to.sealAside(await from.aside(row as DbSchema['aside']));
      case 'meta':
        return isCursor(row as DbSchema['meta']) ? to.sealCursor(await from.cursor(row as Extract<DbSchema['meta'], { box: unknown }>)) : row;
    }
  }
}

/** Keys and marks of a database are its own; the log of acts goes along with its hashes. */
const isCopied = (row: Row): boolean => 'box' in row || 'hash' in row;

const keyOf = (store: StoreName, row: Row): StoreKey => (row as unknown as Record<string, StoreKey>)[stores[store].keyPath]!;

const pageAfter = (store: StoreName, last: Row | undefined) => ({ limit: pageSize, ...(last ? { from: keyOf(store, last), after: true } : {}) });

async function countRows(tx: Transaction): Promise<number> {
  let count = 0;
  for (const store of allStores) count += store === 'meta' ? (await tx.all(store)).filter(isCopied).length : await tx.count(store);
  return count;
}

/** Differs whenever the row does. A box has a nonce of its own, so its bytes need not be compared. */
export const printOf = (row: Row): string =>
  JSON.stringify(row, (name, value: unknown) =>
    name === 'box' || name === 'keys' ? undefined : value instanceof Uint8Array ? hex(new Uint8Array(value)) : value,
  );

async function resealRecordRow(row: RecordRow, from: RowCodec, to: RowCodec): Promise<RecordRow> {
  return { ...(await to.sealRow(await from.row(row))), ...(row.since === undefined ? {} : { since: row.since }) };
}

async function resealOutboxRow(row: OutboxRow, from: RowCodec, to: RowCodec): Promise<OutboxRow> {
  const change = await from.change(row);
  const who = await personTag(to.cipher, change.by);
  return { ...row, ...(await to.sealChange(change)), who, ...(row.turn ? { turn: [who, row.turn[1], row.turn[2]] as const } : {}) };
}
