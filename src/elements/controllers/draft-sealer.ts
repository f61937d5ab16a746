import type { PreparedDraft } from '../../records/base/types.js';

interface SealedEdit {
  readonly edit: number;
  readonly draft: PreparedDraft;
}

/** An edit that is not sealed yet. */
export interface EditToSeal {
  readonly edit: number;
  readonly seal: () => Promise<PreparedDraft>;
}

/** Encrypts the newest edit of a form before its write is due, because a page that closes cannot wait for encryption. */
export class DraftSealer {
  #sealed: SealedEdit | undefined;
  #generation = 0;
  #isSealing = false;

  /** The newest edit that is sealed. */
  get sealed(): SealedEdit | undefined {
    return this.#sealed;
  }

  /** The form has another gesture, or another store: drops what was sealed, and what is being sealed. */
  clear(): void {
    this.#sealed = undefined;
    this.#generation++;
  }

  /** Seals one edit after another. `next` gives the newest edit, or undefined if nothing needs to be stored. */
  async run(next: () => EditToSeal | undefined): Promise<void> {
    if (this.#isSealing) return;
    this.#isSealing = true;
    try {
      for (let due = next(); due && due.edit !== this.#sealed?.edit; due = next()) {
        const generation = this.#generation;
        const draft = await due.seal();
        if (generation === this.#generation) this.#sealed = { edit: due.edit, draft };
      }
    } catch {
      return; // the store is locked or closed; the usual write reports it
    } finally {
      this.#isSealing = false;
    }
  }
}
