import { MilieuError } from '../base/errors.js';
import type { SealedBox, Bytes } from '../storage/db-schema.js';
import type { TaskProgress } from '../tasks/task-runner.js';

/** The primitives that encryption uses: AES-256-GCM, and HMAC, HKDF and PBKDF2 with SHA-256. */
export interface Cipher {
  aes(key: Bytes): Promise<Aes>;
  hmac(key: Bytes): Promise<(text: Bytes) => Promise<Bytes>>;
  /** Derives 32 bytes from a secret; different for each `info`. */
  hkdf(secret: Bytes, info: string): Promise<Bytes>;
  /** Derives 32 bytes from a passphrase. Takes 0.5 to 4 seconds at 600,000 rounds. @throws MilieuError `cancelled` */
  pbkdf2(passphrase: string, salt: Bytes, rounds: number, progress?: TaskProgress): Promise<Bytes>;
  sha256(text: Bytes): Promise<Bytes>;
}

export interface Aes {
  seal(text: Bytes, bound: Bytes): Promise<SealedBox>;
  /** @throws MilieuError `unreadable` if key, box or `bound` is not the one that was used to seal */
  open(box: SealedBox, bound: Bytes): Promise<Bytes>;
}

export const ivLength = 12;
export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
export const hex = (bytes: Bytes): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Seals with a key of the browser's that never leaves it. */
export function webAes(subtle: SubtleCrypto, key: CryptoKey): Aes {
  return {
    seal: async (text, bound) => {
      const iv = randomBytes(ivLength);
      return { iv, box: new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound }, key, text)) };
    },
    open: async ({ iv, box }, bound) => {
      try {
        return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bound }, key, box));
      } catch {
        throw new MilieuError('unreadable'); // the browser gives no reason
      }
    },
  };
}

export const webCipher = (subtle: SubtleCrypto): Cipher => ({
  aes: async (key) => webAes(subtle, await subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt'])),
  hmac: async (secret) => {
    const key = await subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return async (text) => new Uint8Array(await subtle.sign('HMAC', key, text));
  },
  hkdf: async (secret, info) => {
    const key = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
    const way = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(info) };
    return new Uint8Array(await subtle.deriveBits(way, key, 256));
  },
  pbkdf2: async (passphrase, salt, iterations, progress) => {
    progress?.report(0); // the browser reports no progress
    const key = await subtle.importKey('raw', utf8(passphrase), 'PBKDF2', false, ['deriveBits']);
    const bits = subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256);
    return new Uint8Array(await (progress ? progress.orStopped(bits) : bits));
  },
  sha256: async (text) => new Uint8Array(await subtle.digest('SHA-256', text)),
});
