import type { GivenKey, SessionKey } from '../base/types.js';
import type { OpenedKey } from './key-storage.js';

/** What the keys stand for. Nothing of it can be read from a key, and it goes with the key. */
const opened = new WeakMap<SessionKey, OpenedKey>();

/** A key for what is open, to be used in place of the passphrase that has opened it. */
export function sessionKeyOf(held: OpenedKey): SessionKey {
  const key: SessionKey = Object.freeze({ is: 'session' });
  opened.set(key, held);
  return key;
}

export const isSessionKey = (key: GivenKey): key is SessionKey => typeof key === 'object' && (key as object | null) !== null && 'is' in key;

/** What a key stands for; undefined if another copy of this code has made it. */
export const heldBy = (key: SessionKey): OpenedKey | undefined => opened.get(key);
