import { MilieuError } from '../../records/base/errors.js';
import { readKey } from '../../records/base/key.js';
import type { GivenKey, Key, Records, RecordsOptions } from '../../records/base/types.js';

/** What opens the stores of one community on this page, in memory alone, until they are locked. */
export class StoreKey {
  #key: GivenKey;
  #isLocked = false;

  get isLocked(): boolean {
    return this.#isLocked;
  }

  /** For the next store that is opened. */
  get options(): Pick<RecordsOptions, 'key' | 'locked'> {
    return { locked: this.#isLocked, ...(this.#key === undefined ? {} : { key: this.#key }) };
  }

  /** This opens the store the next time. */
  keep(key: GivenKey): void {
    this.#key = key;
  }

  forget(): void {
    this.#key = undefined;
    this.#isLocked = false;
  }

  lock(): void {
    this.#key = undefined;
    this.#isLocked = true;
  }

  /** Unlocks a store, or locks it with this key if it was not locked yet. @throws MilieuError as `Records.unlock` */
  async open(given: Key, ready: () => Promise<Records>): Promise<void> {
    const [key, before] = [readKey(given), this.#key];
    this.#key = key;
    this.#isLocked = false;
    try {
      const records = await ready();
      if (this.#isLocked) throw new MilieuError('locked'); // meanwhile
      await records.unlock(key);
    } catch (error) {
      if (this.#key === key) this.#key = before; // a key that opens nothing must lock nothing later
      throw error;
    }
  }
}
