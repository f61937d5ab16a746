import { MilieuError } from '../base/errors.js';
import type { OpenedKey } from '../crypto/key-storage.js';
import { forgetCommits, isBehind } from '../storage/commit-count.js';
import { clearMarks, markPresence } from '../storage/presence-marks.js';
import type { Status } from '../base/types.js';
import type { StoreLocation } from './store-context.js';

/** Whether what was kept here is gone. */
export class Loss {
  #isKnown = false;
  #isPossible = false;
  #isPartial = false;

  /** How much is gone. Said until the page is loaded again. */
  get extent(): Status['loss'] {
    return this.#isKnown ? 'all' : this.#isPartial ? 'some' : undefined;
  }

  /** Since the last look the browser has closed or emptied the database: a missing root key means a loss, not a removal. */
  get isPossible(): boolean {
    return this.#isPossible;
  }

  suspect(): void {
    this.#isPossible = true;
  }

  find(): void {
    this.#isKnown = this.#isPossible = true;
  }

  /** Something else is there than what the session was opened with. */
  confirm(): void {
    this.#isKnown ||= this.#isPossible;
  }

  /** What the session was opened with is still there, though its key may have been changed. */
  ruleOut(): void {
    this.#isPossible = false;
  }

  /** Compares what is open with the marks of what was kept here before. @returns whether the database has been emptied */
  async opened({ name, storage }: StoreLocation, { origin, isOld }: OpenedKey): Promise<boolean> {
    const isEmptied = this.#isPossible;
    if (storage.lasting && !storage.isReadOnly && (await markPresence(name, origin, isOld))) this.#isKnown = true;
    this.#isPossible = false;
    return isEmptied;
  }

  /** Looks whether only the newest of what was kept is gone. The store is open meanwhile. @returns whether that was found now */
  async findPart({ name, storage }: StoreLocation, { gen }: OpenedKey): Promise<boolean> {
    if (!storage.lasting || this.extent) return false;
    try {
      this.#isPartial = await isBehind(name, storage, gen);
    } catch (error) {
      if (!(error instanceof MilieuError)) throw error; // a database that cannot be read is told by others; the next opening looks again
    }
    return this.#isPartial;
  }

  /** What was kept here was removed knowingly. */
  async forget({ name, storage }: StoreLocation): Promise<void> {
    if (!storage.lasting) return;
    await clearMarks(name);
    await forgetCommits(name);
  }
}
