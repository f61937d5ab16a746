import { noChange } from 'lit';
import { directive, Directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';

type NativeControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A control of this project: it has `value`, dispatches `change`, and shows its problem itself. */
interface CustomControl extends HTMLElement {
  value: string;
}
export type Control = NativeControl | CustomControl;

const isNative = (control: Control): control is NativeControl =>
  control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement;
const hasBadInput = (control: Control): boolean => isNative(control) && control.validity.badInput;

/** How one control reads and writes the form's value, as text. */
export interface Lens<V> {
  get(value: V): string;
  set(value: V, text: string): V;
}

/** Whether this Enter only ends a composition in an input method. Safari sends it after the composition, with key code 229. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

interface Bound<V> {
  readonly id: string;
  readonly lens: Lens<V>;
  /** Set while the control holds text that it does not report: the model's text when that began. */
  unread?: string | undefined;
  /** True if the control must be set again even if it seems to show the value, because it may hold text that it does not report. */
  stale?: boolean;
}

interface Owner<V> {
  readonly value: V;
  readonly busy: boolean;
  edited(value: V, id: string): void;
  problemOf(id: string): string | undefined;
}

/** The controls and groups of one form. Each edit updates the value, and each render updates the controls from the value. */
export class FormControls<V> {
  readonly #bound = new Map<Control, Bound<V>>();
  readonly #groups = new Map<HTMLDetailsElement, readonly string[]>();
  /** Fields that were filled by code or that have a problem, until the group that contains them has opened. */
  readonly #reveal = new Set<string>();

  constructor(private readonly owner: Owner<V>) {}

  bind(control: Control, id: string, lens: Lens<V>): void {
    const before = this.#bound.get(control);
    this.#bound.set(control, { ...before, id, lens });
    // If Lit reuses a control for another field, the control gets the id of that field.
    if (!isRadio(control) && (!control.id || control.id === before?.id)) control.id = id;
    if (isNative(control)) control.autocomplete = 'off';
    control.addEventListener('input', this.#typed);
    control.addEventListener('change', this.#typed);
    if (control instanceof HTMLInputElement) control.addEventListener('keydown', refuseComposing);
  }

  bindGroup(group: HTMLDetailsElement, ids: readonly string[]): void {
    this.#groups.set(group, ids);
  }

  reveal(ids: Iterable<string>): void {
    for (const id of ids) this.#reveal.add(id);
  }

  /** Makes the next `show` set every control again, even if a control holds text that it does not report. */
  reset(): void {
    for (const bound of this.#bound.values()) bound.stale = true;
  }

  /** Fields whose control holds text that the browser cannot read: half a date, `12e`. */
  get unread(): readonly string[] {
    return [...this.#bound].filter(([control]) => control.isConnected && hasBadInput(control)).map(([, { id }]) => id);
  }

  /** Sets the controls from the value. Runs after each render, when added, removed or moved options are in place. */
  show(): void {
    for (const [control, bound] of this.#bound) {
      if (!control.isConnected) this.#bound.delete(control);
      else this.#showOne(control, bound);
    }
    for (const [group, ids] of this.#groups) {
      if (!group.isConnected) this.#groups.delete(group);
      else if (ids.filter((id) => this.#reveal.delete(id)).length > 0) group.open = true;
    }
  }

  #showOne(control: Control, bound: Bound<V>): void {
    const text = bound.lens.get(this.owner.value);
    if (isChoice(control)) control.checked = control.value === text;
    else if (bound.stale || bound.unread !== text) {
      if (bound.stale || control.value !== text) control.value = text;
      bound.unread = undefined;
    }
    bound.stale = false;
    if (isChoice(control) || !isNative(control)) return;
    if ('readOnly' in control) control.readOnly = this.owner.busy;
    this.#describe(control, bound.id);
  }

  #describe(control: NativeControl, id: string): void {
    const root = control.getRootNode() as Document | ShadowRoot;
    const problem = this.owner.problemOf(id);
    const parts = [`${id}-hint`, problem ? `${id}-problem` : '', `${id}-room`].filter((one) => one && root.getElementById(one));
    put(control, 'aria-invalid', problem ? 'true' : '');
    put(control, 'aria-describedby', parts.join(' '));
  }

  readonly #typed = (event: Event): void => {
    const control = event.currentTarget as Control;
    const bound = this.#bound.get(control);
    if (!bound) return;
    const { value, busy } = this.owner;
    // Chromium dispatches `change` for a focused field that is removed because its text was sent.
    if (busy || bound.stale) return this.#showOne(control, bound);
    if (hasBadInput(control)) {
      bound.unread ??= bound.lens.get(value);
      return this.owner.edited(value, bound.id);
    }
    bound.unread = undefined;
    if (isRadio(control) && !control.checked) return;
    const text = isChoice(control) && !control.checked ? '' : control.value;
    if (text !== bound.lens.get(value)) this.owner.edited(bound.lens.set(value, text), bound.id);
  };
}

const isRadio = (control: Control): control is HTMLInputElement => control instanceof HTMLInputElement && control.type === 'radio';
const isChoice = (control: Control): control is HTMLInputElement =>
  isRadio(control) || (control instanceof HTMLInputElement && control.type === 'checkbox');

const refuseComposing = (event: Event): void => {
  if ((event as KeyboardEvent).key === 'Enter' && isComposing(event as KeyboardEvent)) event.preventDefault();
};

function put(element: Element, name: string, value: string): void {
  if ((element.getAttribute(name) ?? '') === value) return;
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

class WithElement extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('This belongs into the tag of an element.');
  }
  render(_bind: (element: Element) => void): unknown {
    return noChange;
  }
  override update({ element }: ElementPart, [bind]: [(element: Element) => void]): unknown {
    bind(element);
    return noChange;
  }
}

/** Calls `bind` with the element that the directive is on, at each render. */
export const withElement = directive(WithElement);
