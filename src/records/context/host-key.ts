import { MilieuError } from '../base/errors.js';
import { readKey } from '../base/key.js';
import type { GivenKey, Key, SessionKey } from '../base/types.js';
import { isSessionKey } from '../crypto/session-key.js';

/** The key with which a store makes itself anew, until it is locked: the one that the host opened it with, or that has opened it since. */
export class HostKey {
  #key: GivenKey;
  #offered: GivenKey;
  /** Why the host's key is none. It is said once the store is found, because `openRecords` never rejects. */
  #why: MilieuError | undefined;
  #locks = 0;
  #wasCode = false;

  /**
   * @param locking is called right before the store is locked
   * @param unlocked is called with what opens the store the next time
   */
  constructor(
    given: GivenKey,
    private readonly locking: (() => void) | undefined,
    private readonly unlocked: ((key: GivenKey) => void) | undefined,
  ) {
    try {
      this.#key = given === undefined || isSessionKey(given) ? given : readKey(given);
    } catch (error) {
      this.#why = error as MilieuError;
    }
  }

  /** @throws MilieuError `weak-key`, `wrong-key` */
  read(): GivenKey {
    if (this.#why) throw this.#why;
    return this.#key;
  }

  /** Remembers a key that was given later, for a store that starts anew. */
  offer(key: Key): Key {
    this.#offered = key;
    return key;
  }

  get offered(): GivenKey {
    return this.#offered;
  }

  /**
   * This key has opened the store, so one from before is not used any more. Nothing is locked with a recovery code, nor left open after one.
   * @param again opens the store the next time, in place of the key
   */
  opened(key: Key | SessionKey, isCode: boolean, again: GivenKey): void {
    const usable = isCode ? undefined : key;
    this.#key &&= usable;
    this.#offered = usable;
    this.#why = undefined;
    this.#wasCode = isCode;
    this.unlocked?.(isCode ? undefined : again);
  }

  drop(): void {
    this.#key = this.#offered = this.#why = undefined;
  }

  /** The store is locked: what began before must not open it. */
  lock(): void {
    try {
      this.locking?.();
    } catch (error) {
      reportError(error); // an error of the page does not keep the store open
    }
    this.drop();
    this.#locks += 1;
  }

  /** Without a key the store stays locked. */
  get mustWait(): boolean {
    return this.#locks > 0 || this.#wasCode;
  }

  /** Returns the question whether the store was locked after this call. */
  watchLock(): () => boolean {
    const before = this.#locks;
    return () => this.#locks > before;
  }
}
