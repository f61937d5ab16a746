import type { ReactiveController } from 'lit';
import type { Records, Status, Trouble } from '../../records/base/types.js';
import type { View } from './base-view.js';

/** Loads what could not be sent: changes that the backend rejected, and texts that exist in two versions. */
export class ConflictsController implements ReactiveController {
  #all: readonly Trouble[] = [];
  #records: Records | undefined;
  /** The status at the last load. A new status means that the list may have changed. */
  #told: Status | undefined;
  #asked = 0;

  constructor(private readonly host: View) {
    host.addController(this);
  }

  /** Empty until the first load has finished. */
  get all(): readonly Trouble[] {
    return this.#all;
  }

  hostUpdate(): void {
    const { community } = this.host;
    const { records, status: told } = community ?? {};
    if (told === this.#told && records === this.#records) return;
    if (records !== this.#records) this.#all = [];
    this.#records = records;
    this.#told = told;
    this.load();
  }

  hostDisconnected(): void {
    this.#asked += 1;
    this.#all = [];
    this.#records = undefined;
    this.#told = undefined;
  }

  /** Loads the list again. */
  load(): void {
    const { community } = this.host;
    const asked = (this.#asked += 1);
    community?.records?.troubles().then(
      (all) => {
        if (asked !== this.#asked) return;
        this.#all = all;
        this.host.requestUpdate();
      },
      (error: unknown) => community.report(error),
    );
  }
}
