import { MilieuError } from '../base/errors.js';
import { loadFile } from '../base/load-file.js';
import { type Aes, type Cipher, utf8, webCipher } from './webcrypto.js';
import type { SealedBox, Bytes, StoreName } from '../storage/db-schema.js';
import { toJson } from '../../model/json.js';

export const rootKeyLength = 32;
const tagLength = 16;

/** Encrypts, decrypts and makes blind tags with one root key. Without it nothing in the database is readable. */
export interface CipherContext {
  /** Encrypts a value. The box is bound to its address: in another store, or with another id, revision or version, it does not open. */
  seal(place: RowAddress, value: unknown): Promise<SealedBox>;
  /** @throws MilieuError `unreadable` */
  open(place: RowAddress, box: SealedBox): Promise<unknown>;
  /** 16 bytes that reveal nothing about the label without the root key. */
  tag(label: string): Promise<Bytes>;
}

export interface RowAddress {
  readonly store: StoreName;
  readonly id: string;
  readonly rev?: number;
  readonly v?: number;
}

/** The browser's own where it has one; on plain `http:` it has none, and the same format comes from another library. */
export async function loadCipher(): Promise<Cipher> {
  if (globalThis.crypto.subtle as SubtleCrypto | undefined) return webCipher(crypto.subtle);
  const { httpCipher }: { httpCipher?: Partial<Cipher> } = await loadFile(() => import('./http-ciphers.js'));
  if (typeof httpCipher?.pbkdf2 !== 'function' || typeof httpCipher.aes !== 'function') throw new MilieuError('missing-file');
  return httpCipher as Cipher;
}

export async function createCipherContext(cipher: Cipher, root: Bytes): Promise<CipherContext> {
  const aes: Aes = await cipher.aes(await cipher.hkdf(root, 'milieu box'));
  const mac = await cipher.hmac(await cipher.hkdf(root, 'milieu tag'));
  const tags = new Map<string, Promise<Bytes>>();
  const made = async (label: string): Promise<Bytes> => (await mac(utf8(label))).slice(0, tagLength);
  return {
    seal: (place, value) => aes.seal(utf8(toJson(value)), additionalData(place)),
    open: async (place, box) => parse(await aes.open(box, additionalData(place))),
    tag: (label) => {
      const known = tags.get(label) ?? made(label);
      if (tags.size > 2000) tags.clear();
      tags.set(label, known);
      return known;
    },
  };
}

const additionalData = ({ store, id, rev = 0, v = 1 }: RowAddress): Bytes => utf8(toJson([store, id, rev, v]));

function parse(bytes: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new MilieuError('unreadable');
  }
}
