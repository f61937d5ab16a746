import type { Bytes, SealedBox } from '../storage/db-schema.js';
import { type Cipher, randomBytes, utf8 } from './webcrypto.js';

/** Base 32 of Crockford: no letter that is read as another one. https://www.crockford.com/base32.html */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretLength = 18;
const checkLength = 2;
const codeLength = ((secretLength + checkLength) * 8) / 5;
const bound = utf8('"recovery"');

/** A root key that a new code opens. The code is 144 random bits and 16 that tell a typing error, so it needs no stretching. */
export async function sealForRecovery(cipher: Cipher, root: Bytes): Promise<{ readonly code: string; readonly recovery: SealedBox }> {
  const secret = randomBytes(secretLength);
  const all = new Uint8Array([...secret, ...(await checkOf(cipher, secret))]);
  return { code: lettersOf(all).replace(/.{4}(?=.)/g, '$&-'), recovery: await (await wrapper(cipher, secret)).seal(root, bound) };
}

/** @returns the root key; undefined if `words` is no recovery code, or not the one of this box */
export async function openByRecoveryCode(cipher: Cipher, recovery: SealedBox, words: string): Promise<Bytes | undefined> {
  const secret = await secretOf(cipher, words);
  if (!secret) return undefined;
  try {
    return await (await wrapper(cipher, secret)).open(recovery, bound);
  } catch {
    return undefined; // an older code, or a passphrase that looks like one
  }
}

const wrapper = async (cipher: Cipher, secret: Bytes) => cipher.aes(await cipher.hkdf(secret, 'milieu recovery'));

const checkOf = async (cipher: Cipher, secret: Bytes): Promise<Bytes> => (await cipher.sha256(secret)).slice(0, checkLength);

async function secretOf(cipher: Cipher, words: string): Promise<Bytes | undefined> {
  const all = bytesOf(words);
  const secret = all?.slice(0, secretLength);
  if (!all || !secret) return undefined;
  return lettersOf(await checkOf(cipher, secret)) === lettersOf(all.slice(secretLength)) ? secret : undefined;
}

function lettersOf(bytes: Bytes): string {
  let [text, value, bits] = ['', 0, 0];
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) text += letters.charAt((value >> (bits - 5)) & 31);
  }
  return bits > 0 ? text + letters.charAt((value << (5 - bits)) & 31) : text;
}

/** Undefined if the letters cannot be a code. It may be typed in small letters, with or without dashes, with O for 0 and I or L for 1. */
function bytesOf(words: string): Bytes | undefined {
  const typed = words
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (typed.length !== codeLength) return undefined;
  const bytes: number[] = [];
  let [value, bits] = [0, 0];
  for (const letter of typed) {
    const five = letters.indexOf(letter);
    if (five < 0) return undefined;
    value = ((value << 5) | five) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((value >> bits) & 0xff);
  }
  return new Uint8Array(bytes);
}
