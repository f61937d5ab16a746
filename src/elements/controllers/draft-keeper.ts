import { realClock } from '../../records/base/clock.js';
import { codeOf } from '../../records/base/errors.js';
import type { DraftVersions, PreparedDraft, Records, StoredDraft } from '../../records/base/types.js';
import type { Community } from '../community/community.js';
import { documentOf, type Draft, mergedDraft, newGesture, withOthers } from './draft-document.js';
import { DraftSealer, type EditToSeal } from './draft-sealer.js';
import { isOpen } from './view-state.js';
import { toJson } from '../../model/json.js';

/** The store that the draft belongs to. It stays the same even if the page has another person by the time the draft is written. */
interface Target {
  readonly community: Community;
  readonly records: Records;
  readonly name: string;
  /** Versions that this form may overwrite; undefined until it has read the stored draft. */
  known?: DraftVersions;
}

interface Options<V> {
  /** Name of the draft; undefined while the form does not know yet which record it is about. */
  readonly name: () => string | undefined;
  /** The value to store, or undefined if the form is empty. */
  readonly read: () => V | undefined;
  readonly restore: (value: V) => void;
  /** Called when the list of other drafts has changed. */
  readonly changed: () => void;
}

/** ms from the first edit that is not stored to its write, even if the person continues to type. */
const longestDelay = 250;
const tries = 5;

/** Writes in progress, by store. A new form waits for them, so that it reads what the previous form was still writing. */
const writes = new WeakMap<Records, Promise<unknown>>();

/**
 * Stores the draft of one form. Each edit is encrypted at once and written within `longestDelay`. When the page closes, the person changes, the
 * store is locked or the form is removed, the encrypted draft is written immediately. It never overwrites a draft that it has not read:
 * a draft of another form is kept next to its own. No write begins between `settled` and the end of the act that deletes the draft.
 */
export class DraftKeeper<V> {
  gesture = newGesture();
  /** True after a stored draft was restored into the form. */
  restored = false;
  #others: readonly Draft<V>[] = [];
  #edit = 0;
  #stored = 0;
  #isHeld = false;
  /** The value that this form has read or written last, as JSON. */
  #last: string | undefined;
  readonly #sealer = new DraftSealer();
  #stopTimer: (() => void) | undefined;
  #writing: Promise<void> = Promise.resolve();
  #target: Target | undefined;
  #stop = (): void => undefined;

  constructor(private readonly options: Options<V>) {}

  /** Whether there are drafts of other forms with the same name. */
  get hasOthers(): boolean {
    return this.#others.length > 0;
  }
  get #isDirty(): boolean {
    return this.#edit > this.#stored;
  }

  /** Call on every edit. */
  touch(): void {
    this.#edit++;
    this.#scheduleWrite();
  }

  /** Resolves when the write of the last edit has succeeded or failed. From now until `resume` or `renew`, no write begins. */
  async settled(): Promise<void> {
    const writing = this.#write();
    this.#isHeld = true;
    await writing;
  }

  /** Call when the act has failed: the draft is kept, and writes continue. */
  resume(): void {
    this.#isHeld = false;
    if (this.#isDirty) this.#scheduleWrite();
  }

  /**
   * Call when the act was saved. The store has deleted the draft in the same transaction, unless `stands` is true. Starts a new gesture for
   * the next text in the form.
   */
  renew({ stands = false } = {}): void {
    this.#clear();
    this.#stored = this.#edit;
    this.#isHeld = this.restored = false;
    this.gesture = newGesture();
    if (!stands && this.#target?.known) this.#target.known = [undefined, ...this.#target.known];
  }

  /** Shows the next of the other drafts in the form. The form's current text is kept as one of the others. */
  exchange(): void {
    const [next, ...rest] = this.#others;
    if (!next) return;
    const value = this.options.read();
    this.#others = value === undefined ? rest : [...rest, { ...this.gesture, value }];
    this.gesture = { id: next.id, key: next.key };
    this.restored = true;
    this.options.restore(next.value);
    this.touch();
  }

  /** Gives the form's text a new gesture, because its key was used for another text. Resolves when the write has succeeded or failed. */
  async reissue(): Promise<void> {
    this.#reissue();
    await this.#write(true);
  }

  /** Deletes the draft, because the person asked for it. Call it after the form was emptied. */
  async discard(): Promise<void> {
    this.#clear();
    this.restored = false;
    this.gesture = newGesture();
    this.#edit++;
    await this.#write();
  }

  connected(): void {
    document.addEventListener('visibilitychange', this.#hidden);
    globalThis.addEventListener('pagehide', this.#writeNow);
  }
  disconnected(): void {
    this.#leaveStore();
    document.removeEventListener('visibilitychange', this.#hidden);
    globalThis.removeEventListener('pagehide', this.#writeNow);
  }

  /** Follows the community to its store. Reads the stored draft, and writes what was typed before the store was open. */
  follow(community: Community | undefined): void {
    const name = this.options.name();
    const records = community && isOpen(community.status) ? community.records : undefined;
    if (!records) this.#writeNow();
    if (!community || !records || name === undefined) return;
    if (this.#target?.records === records && this.#target.name === name) return this.#scheduleWrite();
    this.#leaveStore();
    const target = { community, records, name };
    this.#target = target;
    this.#stop = community.beforeLeaving(this.#writeNow);
    this.#read(target).catch((error: unknown) => community.report(error));
  }

  /**
   * Writes the encrypted draft now, without waiting for a promise, because the page, the person or the key is lost at the end of this task.
   * If the page stays open, the usual write follows.
   */
  readonly #writeNow = (): void => {
    const [target, { sealed }] = [this.#target, this.#sealer];
    if (this.#isHeld || !target?.known || !sealed || sealed.edit <= this.#stored) return;
    if (sealed.draft.writeNow()) target.known = [...target.known, sealed.draft.version];
  };

  readonly #hidden = (): void => {
    if (document.visibilityState === 'hidden') this.#writeNow();
  };

  /** Leaves the store. Writes the encrypted draft at once, and the newest edit as soon as it is encrypted. */
  #leaveStore(): void {
    this.#writeNow();
    // The stored draft was not read yet, so this form may overwrite no version. The write merges with what it finds.
    if (this.#target && this.#isDirty) this.#target.known ??= [];
    void this.#write();
    this.#stop();
    this.#target = undefined;
    this.#sealer.clear();
  }

  #clear(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    this.#sealer.clear();
  }

  #reissue(): void {
    this.gesture = newGesture();
    this.#sealer.clear();
    this.#edit++;
  }

  async #read(target: Target): Promise<void> {
    await writes.get(target.records);
    let found: StoredDraft | undefined;
    try {
      found = await target.records.drafts.find(target.name);
    } catch (error) {
      // Nobody can decrypt an unreadable draft, so the next write replaces it. After any other error it is read again.
      if (this.#target === target && codeOf(error) !== 'unreadable') this.#target = undefined;
      if (codeOf(error) !== 'unreadable') throw error;
    }
    if (this.#target !== target) return;
    const draft = found?.value as Draft<V> | undefined;
    target.known = [found?.version];
    if (draft && this.options.read() === undefined) this.#restore(draft);
    else if (draft) this.#keepOther(draft);
    this.#scheduleWrite();
  }

  #restore({ id, key, value, others = [] }: Draft<V>): void {
    this.gesture = { id, key };
    this.#others = others;
    this.#stored = this.#edit;
    this.#last = toJson(value);
    this.restored = true;
    this.options.restore(value);
  }

  /** Keeps the draft of another form. If it has the same key but another text, this form's text gets a new gesture. */
  #keepOther({ others = [], ...draft }: Draft<V>): void {
    const own = draft.key === this.gesture.key;
    const words = toJson(draft.value);
    if (own && (words === this.#last || words === toJson(this.options.read()))) return;
    if (own) this.#reissue();
    this.#others = withOthers(this.gesture, [draft, ...others, ...this.#others]);
    this.options.changed();
  }

  #scheduleWrite(): void {
    if (this.#isHeld || !this.#isDirty || !this.#target?.known) return;
    void this.#sealer.run(() => this.#editToSeal()).then(() => this.#writeIfClosed());
    this.#stopTimer ??= realClock.after(longestDelay, () => {
      this.#stopTimer = undefined;
      void this.#write();
    });
  }

  /** The store was locked while the edit was being encrypted: what was encrypted then is still written. */
  #writeIfClosed(): void {
    if (this.#target && !isOpen(this.#target.community.status)) this.#writeNow();
  }

  #document(): Draft<V> | undefined {
    return documentOf(this.gesture, this.options.read(), this.#others);
  }

  #editToSeal(): EditToSeal | undefined {
    const target = this.#target;
    if (!target || !this.#isDirty) return undefined;
    return { edit: this.#edit, seal: () => target.records.drafts.prepare(target.name, this.#document()) };
  }

  #write(also = false): Promise<void> {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    const target = this.#target;
    if (!target?.known || !this.#isDirty || (this.#isHeld && !also)) return this.#writing;
    const [edit, content] = [this.#edit, this.#document()];
    const sealed = this.#sealer.sealed?.edit === edit ? this.#sealer.sealed.draft : undefined;
    this.#writing = this.#writing.then(() => this.#store(target, edit, content, sealed)).catch((error: unknown) => target.community.report(error));
    writes.set(target.records, Promise.all([writes.get(target.records), this.#writing]));
    return this.#writing;
  }

  /** Overwrites the version that this form has read or written last. If another form has written since, reads its draft and keeps it first. */
  async #store(target: Target, edit: number, first: Draft<V> | undefined, sealed: PreparedDraft | undefined): Promise<void> {
    const { drafts } = target.records;
    let content = first;
    for (let left = tries; left > 0; left--) {
      const draft = sealed ?? (await drafts.prepare(target.name, content));
      if (await draft.write(target.known)) return this.#wrote(target, edit, draft.version, content);
      sealed = undefined;
      const found = await drafts.find(target.name);
      target.known = [found?.version];
      if (this.#target !== target) content = mergedDraft(content, found?.value as Draft<V> | undefined);
      else {
        if (found) this.#keepOther(found.value as Draft<V>);
        else this.#reissue(); // another form has sent or cleared the draft
        content = this.#document();
        edit = this.#edit;
      }
    }
  }

  #wrote(target: Target, edit: number, version: string | undefined, content: Draft<V> | undefined): void {
    target.known = [version];
    if (this.#target !== target) return;
    this.#stored = Math.max(this.#stored, edit);
    this.#last = content && toJson(content.value);
  }
}
