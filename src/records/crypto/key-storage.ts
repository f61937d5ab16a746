import type { Clock } from '../base/clock.js';
import { codeOf, MilieuError } from '../base/errors.js';
import { type Aes, type Cipher, hex, randomBytes, webAes } from './webcrypto.js';
import type { Bytes, EndedKeyRow, RootKeyRow, SealedBox } from '../storage/db-schema.js';
import type { StorageAdapter, Transaction } from '../storage/storage-adapter.js';
import { readKey } from '../base/key.js';
import type { Key } from '../base/types.js';
import type { TaskProgress } from '../tasks/task-runner.js';
import { createCipherContext, rootKeyLength, type CipherContext } from './cipher-context.js';

/** A root key that has been opened. */
export interface OpenedKey {
  readonly gen: string;
  readonly mode: RootKeyRow['mode'];
  readonly cipher: CipherContext;
}

export const rounds = 600_000;
const wrapContext = new TextEncoder().encode('"key"');

export const readRootKey = (storage: StorageAdapter): Promise<RootKeyRow | undefined> => storage.run(['meta'], 'read', rootKeyIn);

export const rootKeyIn = async (tx: Transaction): Promise<RootKeyRow | undefined> => (await tx.get('meta', 'root')) as RootKeyRow | undefined;

/**
 * Reads the root key row of this database, or creates it. Two tabs that do this at the same time get the same key: each makes its
 * candidate first, and then reads and writes in one transaction.
 */
export async function readOrCreateRootKey(
  storage: StorageAdapter,
  cipher: Cipher,
  key: Key | undefined,
  progress?: TaskProgress,
): Promise<RootKeyRow> {
  const candidate = await createRootKeyRow(cipher, randomBytes(rootKeyLength), key, progress);
  return storage.run(['meta'], 'strict', async (tx) => {
    const there = await rootKeyIn(tx);
    if (there) return there;
    await tx.put('meta', candidate);
    return candidate;
  });
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

/** Unwraps the root key. @throws MilieuError `locked` if a key is needed and missing, `wrong-key`, `cancelled` */
export async function openRootKey(cipher: Cipher, row: RootKeyRow, key: Key | undefined, progress?: TaskProgress): Promise<OpenedKey> {
  return { gen: row.gen, mode: row.mode, cipher: await createCipherContext(cipher, await rawRoot(cipher, row, key, progress)) };
}

async function rawRoot(cipher: Cipher, row: RootKeyRow, key: Key | undefined, progress: TaskProgress | undefined): Promise<Bytes> {
  if (row.raw) return row.raw;
  if (key === undefined || !row.wrapped) throw new MilieuError('locked');
  if ((typeof key === 'string') !== (row.mode === 'passphrase')) throw new MilieuError('wrong-key');
  try {
    const { salt, rounds: turns } = row;
    return await (await wrapper(cipher, key, salt && turns ? { salt, rounds: turns } : undefined, progress)).open(row.wrapped, wrapContext);
  } catch (error) {
    throw notOpened(error);
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
export const endedKeyRow = ({ gen }: Pick<OpenedKey, 'gen'>): EndedKeyRow => ({ name: `ended:${gen}` });
export const isEndedKeyRow = (row: { readonly name: string }): row is EndedKeyRow => row.name.startsWith('ended:');

/**
 * Aborts the write if this tab's key is outdated, because nobody could read what it writes. Also while another tab rotates the key.
 * @throws MilieuError `locked`
 */
export async function assertCurrentKey(tx: Transaction, opened: OpenedKey, clock: Clock): Promise<void> {
  const row = await rootKeyIn(tx);
  if (row?.gen !== opened.gen || (row.changing && row.changing.until > clock.now())) throw new MilieuError('locked');
}
