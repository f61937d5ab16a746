import { codeOf, isUnreadable, MilieuError } from '../base/errors.js';
import type { RootKeyRow } from '../storage/db-schema.js';
import type { StorageAdapter, Transaction } from '../storage/storage-adapter.js';
import { allStores, isAsWritten, isCursor, isEmpty, isWellFormed, type OpenedKey, rootKeyIn } from './key-storage.js';
import { printOf } from './record-copy.js';
import { RowCodec } from './row-codec.js';
import type { Cipher } from './webcrypto.js';

interface Place {
  readonly storage: StorageAdapter;
  readonly cipher: Cipher;
}

/** Rows of each store that are tried, if the row of the key says nothing about itself. */
const sample = 5;

/**
 * Makes sure that a root key is the one under which the records lie, before anything is written with it. A key that was wrapped is known to be
 * right because it could be unwrapped.
 * @throws MilieuError `damaged-key`
 */
export async function assertSound({ storage, cipher }: Place, row: RootKeyRow, opened: OpenedKey): Promise<void> {
  if (row.mode !== 'device' || (await isAsWritten(cipher, row))) return;
  const tries = await storage.run(allStores, 'read', (tx) => samplesOf(tx, new RowCodec(opened.cipher)));
  if (tries.length === 0) return;
  for (const open of tries) if (await opens(open)) return;
  throw new MilieuError('damaged-key');
}

/** @throws MilieuError `damaged-key` if no root key can be in the row, or if it is missing although something is stored */
export async function wellFormedRootKey(tx: Transaction): Promise<RootKeyRow | undefined> {
  const row = await rootKeyIn(tx);
  if (row ? !isWellFormed(row) : !(await isEmpty(tx))) throw new MilieuError('damaged-key');
  return row;
}

/**
 * Moves the store into an empty database, without a key, because `root`, the row of its key, is damaged or missing. Does nothing if another tab
 * has done so. `isKept`: the old database stays on the disk, although nothing opens it.
 */
export async function leaveDamaged(storage: StorageAdapter, root: RootKeyRow | undefined, isKept: boolean): Promise<void> {
  const next = await storage.makeSuccessor();
  try {
    await next.storage.run(['meta'], 'strict', async () => undefined); // makes it
    await storage.run(allStores, 'strict', async (tx) => {
      const now = await rootKeyIn(tx);
      const isSame = now && root ? printOf(now) === printOf(root) : now === root && !(await isEmpty(tx));
      if (isSame && !(await tx.get('meta', 'moved'))) await tx.put('meta', { name: 'moved', to: next.name, ...(isKept ? { kept: true } : {}) });
    });
  } finally {
    await next.end();
  }
}

/** Whether an opening ends because the key is damaged. @throws MilieuError why it failed otherwise */
export async function isDamaged(opening: Promise<void>): Promise<boolean> {
  try {
    await opening;
    return false;
  } catch (error) {
    if (codeOf(error) !== 'damaged-key') throw error;
    return true;
  }
}

async function samplesOf(tx: Transaction, codec: RowCodec): Promise<(() => Promise<unknown>)[]> {
  const few = { limit: sample };
  return [
    ...(await tx.all('rows', few)).map((row) => () => codec.version(row.id, row)),
    ...(await tx.all('outbox', few)).map((row) => () => codec.change(row)),
    ...(await tx.all('drafts', few)).map((row) => () => codec.draft(row)),
    ...(await tx.all('troubles', few)).map((row) => () => codec.conflict(row)),
    ...(await tx.all('audit', few)).map((row) => () => codec.entry(row)),
    ...(await tx.all('aside', few)).map((row) => () => codec.aside(row)),
    ...(await tx.all('meta')).filter(isCursor).map((row) => () => codec.cursor(row)),
  ];
}

async function opens(open: () => Promise<unknown>): Promise<boolean> {
  try {
    await open();
    return true;
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return false;
  }
}
