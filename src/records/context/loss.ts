import type { OpenedKey } from '../crypto/key-storage.js';
import { clearMarks, markPresence } from '../storage/presence-marks.js';
import type { StoreLocation } from './store-context.js';

/** Whether what was kept here is gone. */
export class Loss {
  #isKnown = false;
  #isPossible = false;

  /** Said until the page is loaded again. */
  get isKnown(): boolean {
    return this.#isKnown;
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
    if (storage.lasting && (await markPresence(name, origin, isOld))) this.#isKnown = true;
    this.#isPossible = false;
    return isEmptied;
  }

  /** What was kept here was removed knowingly. */
  forget({ name, storage }: StoreLocation): Promise<void> {
    return storage.lasting ? clearMarks(name) : Promise.resolve();
  }
}
