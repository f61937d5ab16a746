import { codeOf, MilieuError } from '../base/errors.js';
import { type Aes, type Cipher, hex, ivLength, randomBytes, utf8, webAes } from './webcrypto.js';
import type { Bytes, CursorRow, DbSchema, EndedKeyRow, RootKeyRow, SealedBox, StoreName } from '../storage/db-schema.js';
import type { StorageAdapter, Transaction } from '../storage/storage-adapter.js';
import { readKey } from '../base/key.js';
import type { Key } from '../base/types.js';
import type { TaskProgress } from '../tasks/task-runner.js';
import { createCipherContext, rootKeyLength, type CipherContext } from './cipher-context.js';
import { openByRecoveryCode } from './recovery-code.js';
import { toJson } from '../../model/json.js';

/** A root key that has been opened. */
export interface OpenedKey {
  readonly gen: string;
  /** The same for all root keys that these records have had. */
  readonly origin: string;
  /** Whether version 0.1 has made the row. */
  readonly isOld: boolean;
  readonly mode: RootKeyRow['mode'];
  /** A recovery code has opened it. */
  readonly isByCode?: true;
  readonly cipher: CipherContext;
}

export const rounds = 600_000;
const wrapContext = new TextEncoder().encode('"key"');

export const readRootKey = (storage: StorageAdapter): Promise<RootKeyRow | undefined> => storage.run(['meta'], 'read', rootKeyIn);

export const rootKeyIn = async (tx: Transaction): Promise<RootKeyRow | undefined> => (await tx.get('meta', 'root')) as RootKeyRow | undefined;

export const allStores: StoreName[] = ['rows', 'outbox', 'drafts', 'troubles', 'aside', 'audit', 'meta'];

export const originOf = ({ origin, gen }: RootKeyRow): string => origin ?? gen;

export const isCursor = (row: DbSchema['meta']): row is CursorRow => 'box' in row;

/** Whether nothing that a root key opens is stored. Drafts do not count: a page that goes may write one after the root key was removed. */
export async function isEmpty(tx: Transaction): Promise<boolean> {
  for (const store of ['rows', 'outbox', 'troubles', 'aside', 'audit'] as const) if ((await tx.count(store)) > 0) return false;
  return !(await tx.all('meta')).some(isCursor);
}

/** The row of the root key, where another tab may have moved the store since it was opened with `opened`. */
export async function rootKeyAfter(storage: StorageAdapter, { gen }: OpenedKey): Promise<RootKeyRow | undefined> {
  const root = await readRootKey(storage);
  if (root?.gen === gen) return root;
  storage.relocate();
  return readRootKey(storage);
}

/**
 * Reads the root key row of this database, or creates it. Two tabs that do this at the same time get the same key: each makes its
 * candidate first, and then reads and writes in one transaction.
 * @throws MilieuError `damaged-key` if the row is missing although something is stored that only its key opens
 */
export async function readOrCreateRootKey(
  storage: StorageAdapter,
  cipher: Cipher,
  key: Key | undefined,
  progress?: TaskProgress,
): Promise<RootKeyRow> {
  const made = await createRootKeyRow(cipher, randomBytes(rootKeyLength), key, progress);
  const candidate = await withSum(cipher, { ...made, origin: made.gen });
  return storage.run(allStores, 'strict', async (tx) => {
    const there = await rootKeyIn(tx);
    if (there) return there;
    if (!(await isEmpty(tx))) throw new MilieuError('damaged-key');
    await tx.clear('drafts'); // nobody can open them
    await tx.put('meta', candidate);
    return candidate;
  });
}

/** The row with the sum of its fields. */
export const withSum = async (cipher: Cipher, row: RootKeyRow): Promise<RootKeyRow> => ({ ...row, sum: await sumOf(cipher, row) });

async function sumOf(cipher: Cipher, { gen, mode, raw, wrapped, salt, rounds: turns, origin, of, recovery }: RootKeyRow): Promise<string> {
  const more = recovery ? [recovery.iv, recovery.box] : [];
  const bytes = [raw, wrapped?.iv, wrapped?.box, salt, ...more].map((one) => one && hex(one));
  return hex(await cipher.sha256(utf8(toJson([gen, mode, ...bytes, turns, origin, of]))));
}

/** Whether the row is as it was written; undefined for a row of version 0.1, which has no sum. */
export async function isAsWritten(cipher: Cipher, row: RootKeyRow): Promise<boolean | undefined> {
  return row.sum === undefined ? undefined : row.sum === (await sumOf(cipher, row));
}

const isLong = (value: unknown, length: number): boolean => value instanceof Uint8Array && value.length === length;

/** Whether the row can hold a root key at all. Anything may lie on the disk. */
export function isWellFormed({ gen, mode, raw, wrapped, salt, rounds: turns }: RootKeyRow): boolean {
  if (typeof gen !== 'string') return false;
  if (mode === 'device') return isLong(raw, rootKeyLength);
  const isWrapped = isLong(wrapped?.iv, ivLength) && isLong(wrapped?.box, rootKeyLength + 16);
  return isWrapped && (mode === 'host' || (mode === 'passphrase' && isLong(salt, 16) && Number.isSafeInteger(turns) && turns! > 0));
}

/**
 * The row that stores a root key: raw if there is no `key`, otherwise wrapped by it.
 * @throws MilieuError `weak-key`, `wrong-key` (no key, or one that does not open what it seals), `cancelled`
 */
export async function createRootKeyRow(cipher: Cipher, root: Bytes, key: Key | undefined, progress?: TaskProgress): Promise<RootKeyRow> {
  const row = { name: 'root', gen: hex(randomBytes(8)) } as const;
  if (key === undefined) return { ...row, mode: 'device', raw: root };
  if (typeof readKey(key) !== 'string') return { ...row, mode: 'host', wrapped: await wrapRoot(root, () => wrapper(cipher, key)) };
  const salt = randomBytes(16);
  const wrapped = await wrapRoot(root, () => wrapper(cipher, key, { salt, rounds }, progress));
  return { ...row, mode: 'passphrase', salt, rounds, wrapped };
}

/** Wraps the root key and opens it once: a key that cannot do both would lock everything for good. */
async function wrapRoot(root: Bytes, make: () => Promise<Aes>): Promise<SealedBox> {
  try {
    const aes = await make();
    const wrapped = await aes.seal(root, wrapContext);
    await aes.open(wrapped, wrapContext);
    return wrapped;
  } catch (error) {
    throw notOpened(error);
  }
}

/** The browser gives no reason: for any error but a cancelled task, the key is not the one. */
const notOpened = (error: unknown): MilieuError => new MilieuError(codeOf(error) === 'cancelled' ? 'cancelled' : 'wrong-key');

/** Unwraps the root key. @throws MilieuError `locked` if a key is needed and missing, `wrong-key`, `damaged-key`, `cancelled` */
export async function openRootKey(cipher: Cipher, row: RootKeyRow, key: Key | undefined, progress?: TaskProgress): Promise<OpenedKey> {
  const { gen, mode } = row;
  const { root, isByCode } = await rawRoot(cipher, row, key, progress);
  return {
    gen,
    mode,
    origin: originOf(row),
    isOld: row.origin === undefined,
    ...(isByCode ? { isByCode } : {}),
    cipher: await createCipherContext(cipher, root),
  };
}

/** The bytes of the root key. @throws as `openRootKey` */
export async function rawRoot(
  cipher: Cipher,
  row: RootKeyRow,
  key: Key | undefined,
  progress?: TaskProgress,
): Promise<{ readonly root: Bytes; readonly isByCode?: true }> {
  if (row.raw) return { root: row.raw };
  if (key === undefined || !row.wrapped) throw new MilieuError('locked');
  if ((typeof key === 'string') !== (row.mode === 'passphrase')) throw new MilieuError('wrong-key');
  const root = typeof key === 'string' && row.recovery ? await openByRecoveryCode(cipher, row.recovery, key) : undefined;
  if (root) return { root, isByCode: true };
  try {
    const { salt, rounds: turns } = row;
    const aes = await wrapper(cipher, key, salt && turns ? { salt, rounds: turns } : undefined, progress);
    return { root: await aes.open(row.wrapped, wrapContext) };
  } catch (error) {
    const why = notOpened(error);
    throw why.code === 'wrong-key' && (await isAsWritten(cipher, row)) === false ? new MilieuError('damaged-key') : why;
  }
}

async function wrapper(cipher: Cipher, key: Key, way?: { salt: Bytes; rounds: number }, progress?: TaskProgress): Promise<Aes> {
  if (typeof key === 'string') {
    if (!way) throw new MilieuError('wrong-key');
    return cipher.aes(await cipher.pbkdf2(key, way.salt, way.rounds, progress));
  }
  if (ArrayBuffer.isView(key)) return cipher.aes(await cipher.hkdf(new Uint8Array(key), 'milieu wrap'));
  return webAes(crypto.subtle, key);
}

/** The row that tells a tab without a promise that this key must not be written with any more. */
export const endedKeyRow = ({ gen }: Pick<OpenedKey, 'gen'>): EndedKeyRow => ({ name: `${endedPrefix}${gen}` });
const endedPrefix = 'ended:';

/** Deletes every row but one, which has no content: a tab that has not heard of it finds that its key has ended. */
export async function clearStores(tx: Transaction): Promise<void> {
  const root = await rootKeyIn(tx);
  const ended = root ? [endedKeyRow(root)] : (await tx.all('meta')).filter(({ name }) => name.startsWith(endedPrefix));
  for (const store of allStores) await tx.clear(store);
  for (const row of ended) await tx.put('meta', row);
}

/**
 * Aborts the write if this tab's key is outdated, because nobody could read what it writes.
 * @throws MilieuError `locked`
 */
export async function assertCurrentKey(tx: Transaction, opened: OpenedKey): Promise<void> {
  if ((await rootKeyIn(tx))?.gen !== opened.gen) throw new MilieuError('locked');
}
