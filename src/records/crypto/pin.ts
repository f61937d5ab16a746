import { loadCipher } from './cipher-context.js';
import type { Bytes } from '../storage/db-schema.js';
import { hex, randomBytes } from './webcrypto.js';

/** What a device keeps of a PIN, to check it. */
export type SealedPin = {
  /** 16 random bytes, as hex. */
  readonly salt: string;
  /** PBKDF2 with SHA-256, 32 bytes, as hex. */
  readonly hash: string;
  readonly rounds: number;
  readonly digits: number;
};

/**
 * Few enough for the loop on plain `http:`, which takes a second for it. More would not help: there are few PINs, so whoever has the device and the
 * tools tries all of them. What counts is the pause after a wrong one.
 */
const rounds = 100_000;
const saltLength = 16;

const bytesOf = (text: string): Bytes => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** What is kept of a PIN. @throws MilieuError `missing-file` on plain `http:` without its ciphers */
export async function sealPin(digits: string): Promise<SealedPin> {
  const cipher = await loadCipher();
  const salt = randomBytes(saltLength);
  return { salt: hex(salt), hash: hex(await cipher.pbkdf2(digits, salt, rounds)), rounds, digits: [...digits].length };
}

/** Whether these are the digits. @throws as `sealPin` */
export async function isPin(digits: string, pin: SealedPin): Promise<boolean> {
  const cipher = await loadCipher();
  return hex(await cipher.pbkdf2(digits, bytesOf(pin.salt), pin.rounds)) === pin.hash;
}
