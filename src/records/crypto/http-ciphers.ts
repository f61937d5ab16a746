import { gcm } from '@noble/ciphers/aes.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { MilieuError } from '../base/errors.js';
import { type Cipher, ivLength, randomBytes, utf8 } from './webcrypto.js';
import type { Bytes } from '../storage/db-schema.js';
import type { TaskProgress } from '../tasks/task-runner.js';

/** Produces the same bytes as WebCrypto, for plain `http:` pages, where browsers do not offer it. */
export const httpCipher: Cipher = {
  aes: async (key) => ({
    seal: async (text, bound) => {
      const iv = randomBytes(ivLength);
      return { iv, box: own(gcm(key, iv, bound).encrypt(text)) };
    },
    open: async ({ iv, box }, bound) => {
      try {
        return own(gcm(key, iv, bound).decrypt(box));
      } catch {
        throw new MilieuError('unreadable');
      }
    },
  }),
  hmac: async (key) => async (text) => own(hmac(sha256, key, text)),
  hkdf: async (secret, info) => own(hkdf(sha256, secret, new Uint8Array(0), utf8(info), 32)),
  pbkdf2: stretch,
  sha256: async (text) => own(sha256(text)),
};

const own = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);
const stride = 12;

/**
 * PBKDF2 for one block of 32 bytes. It runs for 12 ms at a time and then waits for a timer. The library's own asynchronous function
 * blocks timers, and with them the page, until it is done.
 */
async function stretch(passphrase: string, salt: Bytes, rounds: number, progress?: TaskProgress): Promise<Bytes> {
  const keyed = hmac.create(sha256, utf8(passphrase));
  const first = new Uint8Array(salt.length + 4);
  first.set(salt);
  first[salt.length + 3] = 1;
  let last = keyed.clone().update(first).digest();
  const sum = own(last);
  for (let round = 1; round < rounds;) {
    const until = performance.now() + stride;
    while (round < rounds && performance.now() < until) {
      for (const end = Math.min(rounds, round + 200); round < end; round++) {
        last = keyed.clone().update(last).digest();
        for (let i = 0; i < sum.length; i++) sum[i]! ^= last[i]!;
      }
    }
    await new Promise<void>((resume) => setTimeout(resume));
    progress?.report(round, rounds);
    progress?.check();
  }
  return sum;
}
