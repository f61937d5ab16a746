import type { ReactiveController } from 'lit';
import { uuidv7 } from 'uuidv7';
import type { Records } from '../../records/types.js';
import type { Community } from '../community/community.js';
import { isOpen } from './screen.js';
import type { View } from './view.js';

/** What is kept of a form that is not sent yet: its text, and the id and key that it will be saved with. */
interface Kept<T> {
  readonly id: string;
  readonly key: string;
  readonly value: T;
}

const pause = 300;

/** Writes under way, by store: a form made anew in the same moment must read what the one before it is still writing. */
const writes = new WeakMap<Records, Promise<unknown>>();

/**
 * Keeps a form's text, sealed, 300 ms after the last keystroke and whenever the page is hidden, and gives it back to
 * the same person. The id and the idempotency key are made when the form opens and live in the draft, so that a form sent
 * twice, or again after a crash, is one record.
 */
export class Draft<T> implements ReactiveController {
  id: string = uuidv7();
  key: string = uuidv7();
  /** True after a draft was put back into the form. */
  restored = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #touched = false;
  #writing: Promise<void> = Promise.resolve();
  /** Where the form's text belongs, whoever the page belongs to by the time it is written. */
  #records: Records | undefined;
  #community: Community | undefined;

  /** `read` gives what stands in the form, undefined while it is empty; `restore` puts a kept text back. */
  constructor(
    private readonly host: View,
    readonly name: string,
    private readonly read: () => T | undefined,
    private readonly restore: (value: T) => void,
  ) {
    host.addController(this);
  }

  /** To be called on every input. */
  touch(): void {
    this.#touched = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#now, pause);
  }

  /** Writes now what stands in the form. */
  readonly flush = (): void => {
    clearTimeout(this.#timer);
    const records = this.#records;
    const community = this.#community;
    if (!this.#touched || !records) return;
    const value = this.read();
    const kept: Kept<T> | undefined = value === undefined ? undefined : { id: this.id, key: this.key, value };
    const written = kept ? records.drafts.write(this.name, kept) : records.drafts.remove(this.name);
    this.#touched = false;
    this.#writing = written.catch((error: unknown) => community?.report(error));
    writes.set(records, Promise.all([writes.get(records), this.#writing]));
  };

  /** Written, as far as it can be. Wait for it before the act that takes the draft away, or a late write puts it back. */
  async settled(): Promise<void> {
    this.flush();
    await this.#writing;
  }

  readonly #now = (): void => this.flush();

  /** A new form: fresh id and key. The store has deleted the draft with the save. */
  renew(): void {
    clearTimeout(this.#timer);
    this.#touched = false;
    this.restored = false;
    this.id = uuidv7();
    this.key = uuidv7();
  }

  /** Throws away what was kept, at the person's wish. */
  async discard(): Promise<void> {
    this.renew();
    await this.#writing;
    await this.#records?.drafts.remove(this.name);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#now);
    globalThis.addEventListener('pagehide', this.#now);
  }
  hostDisconnected(): void {
    this.flush();
    document.removeEventListener('visibilitychange', this.#now);
    globalThis.removeEventListener('pagehide', this.#now);
    this.#records = undefined;
  }
  hostUpdate(): void {
    const { community } = this.host;
    const records = community && isOpen(community.status) ? community.records : undefined;
    if (!records || records === this.#records) return;
    this.flush();
    this.#records = records;
    this.#community = community;
    if (this.#touched) this.touch();
    Promise.resolve(writes.get(records))
      .then(() => records.drafts.read(this.name))
      .then(
        (kept) => (records === this.#records ? this.#put(kept as Kept<T> | undefined) : undefined),
        (error: unknown) => community?.report(error),
      );
  }

  #put(kept: Kept<T> | undefined): void {
    if (!kept || this.#touched) return;
    this.id = kept.id;
    this.key = kept.key;
    this.restored = true;
    this.restore(kept.value);
    this.host.requestUpdate();
  }
}
