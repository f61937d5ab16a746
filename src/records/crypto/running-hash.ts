import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from './webcrypto.js';

/** A SHA-256 of bytes that come in parts. Only a few bytes of them stay in memory. */
export interface RunningHash {
  add(part: Uint8Array): void;
  /** The hash of all parts, as 64 hexadecimal digits. Call it once, at the end. */
  end(): string;
}

/** WebCrypto hashes only what is in memory as a whole. Import this file only when a copy is made or read, because of the library. */
export function startHash(): RunningHash {
  const hash = sha256.create();
  return { add: (part) => void hash.update(part), end: () => hex(new Uint8Array(hash.digest())) };
}
