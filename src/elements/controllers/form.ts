import type { ReactiveController } from 'lit';
import type { Change } from '../../model/change.js';
import { loadFile } from '../../records/base/load-file.js';
import { codeOf } from '../../records/base/errors.js';
import type { Community } from '../community/community.js';
import { DraftKeeper } from './draft-keeper.js';
import { FocusAfterAct } from './focus-after-act.js';
import { type Control, FormControls, type Lens, withElement } from './form-controls.js';
import type { Done, FormAct, FormOptions, Problems } from './form-controller-options.js';
import type { View } from './base-view.js';

export type { Lens } from './form-controls.js';
export type { Done, FormAct, FormOptions, Gesture, Problems } from './form-controller-options.js';

type TextKey<V> = { [K in keyof V]: V[K] extends string ? K : never }[keyof V] & string;

/**
 * Controls one form from the first typed letter until it is sent. It owns the gesture, the draft, the busy state, the problems, the focus,
 * and the data of the done screen. The view provides the fields and the strings. `W` names the ways to send the form if there are several.
 */
export class FormController<V extends object, W extends string = 'send'> implements ReactiveController {
  problems: Problems = {};
  /** True while an act is being saved. Typing is blocked, because the text would not be part of the act. */
  busy = false;
  done: Done<V, W> | undefined;
  #value: V;
  #edited = false;
  readonly #focus: FocusAfterAct;
  readonly #draft: DraftKeeper<V>;
  readonly #controls: FormControls<V>;

  constructor(
    private readonly host: View,
    private readonly options: FormOptions<V, W>,
  ) {
    this.#value = options.empty();
    this.#focus = new FocusAfterAct(host);
    this.#controls = new FormControls<V>(this);
    this.#draft = new DraftKeeper<V>({
      name: options.name,
      read: () => (this.isEmpty ? undefined : this.#value),
      restore: (draft) => this.#restore(draft),
      changed: () => host.requestUpdate(),
    });
    host.addController(this);
  }

  get value(): V {
    return this.#value;
  }
  get isEmpty(): boolean {
    return this.options.isEmpty ? this.options.isEmpty(this.#value) : !this.#edited;
  }
  /** Whether the form shows a restored draft. The view must say so. */
  get restored(): boolean {
    return this.#draft.restored && !this.isEmpty;
  }
  /** Whether there is a draft of another form with the same name. The view must offer it. */
  get hasOtherDraft(): boolean {
    return this.#draft.hasOthers;
  }

  // For the template

  /** Put it last in the tag of a control: `<input type="date" ${form.field('due')} />`. Binds its id, value, problem and events. */
  field(key: TextKey<V>): unknown;
  field(id: string, lens: Lens<V>): unknown;
  field(id: string, lens: Lens<V> = ofKey(id as TextKey<V>)): unknown {
    return withElement((element) => this.#controls.bind(element as Control, id, lens));
  }
  /** Put it in the tag of a `details`. It opens if one of these fields has a problem or restored text. Only the person closes it. */
  group(...ids: readonly string[]): unknown {
    return withElement((element) => this.#controls.bindGroup(element as HTMLDetailsElement, ids));
  }
  readonly submitted = (event: Event): void => {
    event.preventDefault();
    this.send('send' as W);
  };

  // For the view

  /**
   * Sets values that no control reports, such as a choice, a starter or a row.
   * @param mended ids of the fields whose problems are solved; default: all keys of `part`
   */
  put(part: Partial<V>, ...mended: readonly string[]): void {
    if (this.busy) return this.host.requestUpdate();
    this.#edit({ ...this.#value, ...part }, mended.length > 0 ? mended : Object.keys(part));
  }
  /** Sets the initial value. This is not an edit and makes no draft. Does nothing if something was already typed or restored. */
  start(value: V): void {
    if (this.#edited) return;
    this.#value = value;
    this.host.requestUpdate();
  }
  /** Shows the problems of `way` and focuses them. @returns whether there are none */
  check(way: W = 'send' as W): boolean {
    const unread = Object.fromEntries(this.#controls.unread.map((id) => [id, this.host.sharedWords('form.unread')]));
    const found = Object.entries({ ...this.options.problems?.(this.#value, way), ...unread }).filter(([, words]) => words);
    this.problems = Object.fromEntries(found);
    this.#controls.reveal(found.map(([id]) => id));
    if (found.length > 0) this.focus('problems', ...found.map(([id]) => id));
    this.host.requestUpdate();
    return found.length === 0;
  }
  /** Saves the act of this way. Does nothing if there are problems or if an act is already being saved. */
  send(way: W = 'send' as W): void {
    this.#send(way).catch((error: unknown) => this.host.community?.report(error));
  }
  /** Goes from the done screen back to the form, which is empty or contains the text that is left. */
  again(first: string): void {
    this.done = undefined;
    this.host.acts?.clear();
    this.focus(first);
  }
  /** Empties the form and deletes its draft, because the person asked for it. */
  discard(first?: string): void {
    this.#reset(this.options.empty());
    this.#draft.discard().catch((error: unknown) => this.host.community?.report(error));
    if (first) this.focus(first);
  }
  /** Shows the other draft. The form's current text is kept as the other draft. */
  exchange(): void {
    if (this.busy) return;
    this.#draft.exchange();
    this.problems = {};
  }
  /** Opens the groups that hold these fields. */
  reveal(...ids: readonly string[]): void {
    this.#controls.reveal(ids);
  }
  /** Focuses the first of these ids once it is rendered. */
  focus(...ids: readonly string[]): void {
    this.#focus.to(...ids);
  }
  /** Focuses an existing field, for a link in the problem summary. */
  readonly lead = (id: string): void => this.#focus.now(id);

  // For the controls and Lit

  /** @internal */
  edited(value: V, id: string): void {
    this.#edit(value, [id]);
  }
  /** @internal */
  problemOf(id: string): string | undefined {
    return this.problems[id];
  }
  hostConnected(): void {
    this.#draft.connected();
  }
  hostDisconnected(): void {
    this.#draft.disconnected();
  }
  hostUpdate(): void {
    this.#draft.follow(this.host.community);
  }
  hostUpdated(): void {
    this.#controls.show();
  }

  #edit(value: V, mended: readonly string[]): void {
    this.#value = value;
    this.#edited = true;
    this.problems = Object.fromEntries(Object.entries(this.problems).filter(([id]) => !mended.includes(id)));
    this.#draft.touch();
    this.host.requestUpdate();
  }

  #restore(draft: unknown): void {
    const empty = this.options.empty();
    const [only] = Object.keys(empty);
    // Earlier versions stored the draft of a form with one text as a plain string.
    const part = (typeof draft === 'string' && only ? { [only]: draft } : draft) as Partial<V>;
    this.#value = { ...empty, ...part };
    this.#edited = true;
    this.#controls.reset();
    this.#controls.reveal(Object.keys(part).filter((key) => part[key as keyof V] !== empty[key as keyof V]));
    this.options.restored?.(this.#value);
    this.host.requestUpdate();
  }

  #reset(value: V): void {
    this.#value = value;
    this.#edited = false;
    this.problems = {};
    this.#controls.reset();
    this.host.requestUpdate();
  }

  async #send(way: W): Promise<void> {
    if (this.busy || !this.check(way)) return;
    this.busy = true;
    const value = this.#value;
    try {
      await this.#draft.settled();
      this.options.saving?.(way);
      const saved = await this.host.acts?.run((community) => this.#perform(community, value, way));
      if (saved) this.#saved(value, way, saved);
    } finally {
      this.busy = false;
      this.#draft.resume();
      this.host.requestUpdate();
    }
  }

  /**
   * Saves the act. If its key was already used for another text, in another tab or by an act whose answer never came, tries once more with a new
   * gesture.
   */
  async #perform(community: Community, value: V, way: W): Promise<Performed<V> | undefined> {
    const left = this.options.left?.(value, way);
    for (let again = false; ; again = true) {
      const { gesture } = this.#draft;
      const act = this.options.toAct(value, gesture, way);
      if (!act) return undefined;
      const { action, kind, id, rev = 0, ...input } = act;
      const name = this.options.name();
      const stands = this.#draft.hasOthers || (left !== undefined && !this.#isEmptyWith(left)) || name === undefined;
      const saved = (change: Change): Performed<V> => ({ change, stands, left, id: gesture.id });
      try {
        return saved(await community.act(action, { kind, id, rev }, { ...input, ...(stands ? {} : { draft: name }), key: gesture.key }));
      } catch (error) {
        const code = codeOf(error);
        if (code === 'moved' && rev === 0) {
          const change = await savedBefore(community, act, gesture.key);
          if (change) return saved(change);
        } else if (code !== 'used') throw error;
        if (again) throw error;
        await this.#draft.reissue();
      }
    }
  }

  #isEmptyWith(value: V): boolean {
    return this.options.isEmpty ? this.options.isEmpty(value) : false;
  }

  #saved(value: V, way: W, { change, stands, left, id }: Performed<V>): void {
    const record = change.records.find((one) => one.id === id) ?? change.records[0];
    this.#draft.renew({ stands });
    this.#reset(left ?? this.options.empty());
    if (left && !this.#isEmptyWith(left)) this.#edit(left, []);
    else this.#draft.exchange();
    this.done = { way, id: record?.id ?? id, value, wordsLeft: !this.isEmpty };
    this.focus(this.options.saved?.(this.done, change) ?? 'done');
  }
}

interface Performed<V> {
  readonly change: Change;
  /** True if the act did not delete the draft. */
  readonly stands: boolean;
  readonly left: V | undefined;
  /** Id of the gesture with which it was saved. */
  readonly id: string;
}

/** The change that created the record, if the record contains exactly this text. Then the same gesture was already saved. */
async function savedBefore(community: Community, act: FormAct, key: string): Promise<Change | undefined> {
  const record = (await community.records?.get(act.id))?.record;
  if (!record) return undefined;
  const { isActOf } = await loadFile(() => import('../../model/same-act.js')); // it came with the store
  const { by, at, community: where } = record;
  const change: Change = { key, action: act.action, by, as: community.actor.as, at, community: where, records: [record] };
  return isActOf(change, act.action, act, { ...act, answers: [] }) ? change : undefined;
}

const ofKey = <V extends object>(key: TextKey<V>): Lens<V> => ({
  get: (value) => String(value[key]),
  set: (value, text) => ({ ...value, [key]: text }),
});
