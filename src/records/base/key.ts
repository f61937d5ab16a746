import { MilieuError } from './errors.js';
import type { Key } from './types.js';

export const passphraseLeast = 8;
export const keyLength = 32;

/**
 * Checks a key of the host, and copies its bytes: the host may overwrite or transfer them while they are still needed.
 * @throws MilieuError `weak-key` for a passphrase that is too short and for bytes that are not 32, `wrong-key` for what is no key
 */
export function readKey(value: unknown): Key {
  if (typeof value === 'string') return strong(value, [...value].length >= passphraseLeast);
  try {
    if (isBytes(value)) return new Uint8Array(strong(value, value.length === keyLength));
    if (isCryptoKey(value)) return value;
  } catch (error) {
    if (error instanceof MilieuError) throw error; // anything else was thrown by the value itself
  }
  throw new MilieuError('wrong-key');
}

function strong<K>(key: K, isStrong: boolean): K {
  if (!isStrong) throw new MilieuError('weak-key');
  return key;
}

/** By its tag, because bytes and keys may come from another frame, where `instanceof` is false. */
const tagOf = (value: object): string => Object.prototype.toString.call(value);

const isBytes = (value: unknown): value is Uint8Array => ArrayBuffer.isView(value) && tagOf(value) === '[object Uint8Array]';

function isCryptoKey(value: unknown): value is CryptoKey {
  if (typeof value !== 'object' || value === null || tagOf(value) !== '[object CryptoKey]') return false;
  const { algorithm, usages } = value as CryptoKey;
  return algorithm.name === 'AES-GCM' && usages.includes('encrypt') && usages.includes('decrypt');
}
