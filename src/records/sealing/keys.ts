import type { Clock } from '../clock.js';
import { codeOf, MilieuError } from '../errors.js';
import { type Aes, type Cipher, hex, randomBytes, webAes } from './webcrypto.js';
import type { Bytes, RootRow } from '../disk/shapes.js';
import type { Shelf, Tx } from '../disk/shelf.js';
import type { Key } from '../types.js';
import type { Steps } from '../work/works.js';
import { openVault, rootLength, type Vault } from './vault.js';

/** An opened root. */
export interface Held {
  readonly gen: string;
  readonly mode: RootRow['mode'];
  readonly vault: Vault;
}

export const passphraseLeast = 8;
export const rounds = 600_000;
const place = new TextEncoder().encode('"key"');

export const readRoot = (shelf: Shelf): Promise<RootRow | undefined> => shelf.run(['meta'], 'read', rootOf);

export const rootOf = async (tx: Tx): Promise<RootRow | undefined> => (await tx.get('meta', 'root')) as RootRow | undefined;

/**
 * The root of this database, made now where there is none. Of two tabs that come at once both get the same one:
 * the candidate is ready before, and looking and putting are one transaction.
 */
export async function rootOrNew(shelf: Shelf, cipher: Cipher, key: Key | undefined, steps?: Steps): Promise<RootRow> {
  const candidate = await rootRow(cipher, randomBytes(rootLength), key, steps);
  return shelf.run(['meta'], 'strict', async (tx) => {
    const there = await rootOf(tx);
    if (there) return there;
    await tx.put('meta', candidate);
    return candidate;
  });
}

/** A root as it is kept: raw without a key, else wrapped. @throws MilieuError `weak-key`, `cancelled` */
export async function rootRow(cipher: Cipher, root: Bytes, key: Key | undefined, steps?: Steps): Promise<RootRow> {
  const row = { name: 'root', gen: hex(randomBytes(8)) } as const;
  if (key === undefined) return { ...row, mode: 'device', raw: root };
  checkKey(key);
  if (typeof key !== 'string') return { ...row, mode: 'host', wrapped: await (await wrapper(cipher, key)).seal(root, place) };
  const salt = randomBytes(16);
  return { ...row, mode: 'passphrase', salt, rounds, wrapped: await (await wrapper(cipher, key, { salt, rounds }, steps)).seal(root, place) };
}

/** @throws MilieuError `locked` without a key where one is needed, `wrong-key`, `cancelled` */
export async function openRoot(cipher: Cipher, row: RootRow, key: Key | undefined, steps?: Steps): Promise<Held> {
  return { gen: row.gen, mode: row.mode, vault: await openVault(cipher, await rawRoot(cipher, row, key, steps)) };
}

async function rawRoot(cipher: Cipher, row: RootRow, key: Key | undefined, steps: Steps | undefined): Promise<Bytes> {
  if (row.raw) return row.raw;
  if (key === undefined || !row.wrapped) throw new MilieuError('locked');
  if ((typeof key === 'string') !== (row.mode === 'passphrase')) throw new MilieuError('wrong-key');
  try {
    const { salt, rounds: turns } = row;
    return await (await wrapper(cipher, key, salt && turns ? { salt, rounds: turns } : undefined, steps)).open(row.wrapped, place);
  } catch (error) {
    if (codeOf(error) === 'cancelled') throw error;
    throw new MilieuError('wrong-key'); // whatever failed, this key does not open it
  }
}

export function checkKey(key: Key): void {
  const long = typeof key === 'string' ? [...key].length >= passphraseLeast : !(key instanceof Uint8Array) || key.length === rootLength;
  if (!long) throw new MilieuError('weak-key');
}

async function wrapper(cipher: Cipher, key: Key, way?: { salt: Bytes; rounds: number }, steps?: Steps): Promise<Aes> {
  if (typeof key === 'string') {
    if (!way) throw new MilieuError('wrong-key');
    return cipher.aes(await cipher.pbkdf2(key, way.salt, way.rounds, steps));
  }
  if (key instanceof Uint8Array) return cipher.aes(await cipher.hkdf(new Uint8Array(key), 'milieu wrap'));
  return webAes(crypto.subtle, key);
}

/**
 * Holds up a transaction of a tab whose root is not the one that stands: what it wrote nobody could read.
 * @throws MilieuError `locked`
 */
export async function guard(tx: Tx, held: Held, clock: Clock): Promise<void> {
  const row = await rootOf(tx);
  if (row?.gen !== held.gen || (row.changing && row.changing.until > clock.now())) throw new MilieuError('locked');
}
