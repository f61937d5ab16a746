import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Person } from '../community/host-people.js';
import { View } from '../controllers/base-view.js';
import { takeFocus } from '../controllers/take-focus.js';
import { viewStyles } from '../styles/style-sets.js';
import { fewNames } from './few-names.js';
import { describedBy, problemLine } from './fields.js';
import { NameOrder } from './name-order.js';

/** Among many, so many of those whom the person addressed last come first. */
const mostRecent = 5;

/** A choice besides the people in the list: nobody, or the person on this page. */
export interface OtherChoice {
  readonly id: string;
  readonly label: string;
}

/** The strings of the search field. */
export interface FinderWords {
  readonly find: string;
  readonly all: string;
  readonly none: string;
  readonly more: string;
}

/**
 * Chooses one or several of the people whom the person on this page may address. A few are all shown. Among many, a name can be found with the
 * letters of any keyboard, and those whom the person addressed last come first. It works like a form control: it has `value` and `focus()`, and
 * dispatches `change`.
 *
 * @tag milieu-person-picker
 * @internal
 * @fires {Event} change - The choice is another one; `value` has the id, `chosen` the ids. It does not bubble.
 */
export class MilieuPersonPicker extends View {
  static override styles = [
    viewStyles,
    css`
      :host {
        display: block;
      }
      fieldset > .err {
        margin-block-end: var(--_s2);
      }
      .row:has(> .hint:empty) {
        display: none;
      }
      .waits {
        visibility: hidden;
      }
    `,
  ];
  protected readonly english = {};

  @property({ attribute: false }) people: readonly Person[] = [];
  /** Ids of the chosen people, in the order in which they were chosen. */
  @property({ attribute: false }) chosen: readonly string[] = [];
  /** Whether several people can be chosen, as check boxes. */
  @property({ attribute: false }) several = false;
  /** The label of the control. */
  @property({ attribute: false }) label = '';
  /** A sentence below the label. */
  @property({ attribute: false }) hint = '';
  /** The sentence for the problem of the control, if it has one. */
  @property({ attribute: false }) problem: string | undefined;
  /** How a few people are shown: `chips` as radio buttons, for the first question of a form; `list` as a drop-down list. */
  @property({ attribute: false }) shape: 'chips' | 'list' = 'list';
  /** What a drop-down list says before anybody is chosen. */
  @property({ attribute: false }) placeholder = '';
  /** The choices before the people. */
  @property({ attribute: false }) others: readonly OtherChoice[] = [];
  /** Strings of a widget in place of the default ones. */
  @property({ attribute: false }) words: FinderWords | undefined;

  @state() private typed = '';
  @state() private all = false;
  readonly #order = new NameOrder(this, { isMany: () => this.#isMany, isSearched: () => this.typed !== '' });
  /** Everybody who was chosen here: if one of them is no longer chosen, no name moves away under a finger or the focus. */
  readonly #kept = new Set<string>();

  /** Id of the chosen person; empty for nobody. */
  @property({ attribute: false })
  get value(): string {
    return this.chosen[0] ?? '';
  }
  set value(id: string) {
    this.chosen = id ? [id] : [];
    if (id) return;
    this.typed = ''; // the form is empty again
    this.#kept.clear();
  }

  override focus(options?: FocusOptions): void {
    const find = (selector: string): HTMLElement | null => this.renderRoot.querySelector(selector);
    (find('select, .chips input:checked') ?? find('input'))?.focus(options);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Set after the names are rendered, so that the same people stay chosen when their order changes.
    const list = this.renderRoot.querySelector('select');
    if (list && list.value !== this.value) list.value = this.value;
    for (const box of this.renderRoot.querySelectorAll<HTMLInputElement>('.chips input'))
      box.checked = box.value ? this.chosen.includes(box.value) : !this.value;
  }

  protected override render(): TemplateResult {
    return this.shape === 'list' && !this.several && !this.#isMany ? this.#list() : this.#chips();
  }

  get #isMany(): boolean {
    return this.people.length > fewNames;
  }

  /** No name is shown before it stands where it stays: a finger on its way would press another one. */
  get #waits(): boolean {
    const { isKnown, finder } = this.#order;
    return this.#isMany && !(this.typed ? finder : isKnown);
  }

  /** Those who match what is typed, the recent ones first. */
  get #found(): readonly Person[] {
    const { people, typed } = this;
    const { finder, recent } = this.#order;
    if (!this.#isMany) return people;
    const first = recent.flatMap((id) => people.filter((person) => person.id === id)).slice(0, mostRecent);
    const ordered = [...new Set([...first, ...people])];
    return finder && finder !== 'failed' ? finder.findPeople(ordered, typed, (person) => this.nameOf(person)) : ordered;
  }

  #chips(): TemplateResult {
    const { hint, problem } = this;
    const found = this.#found;
    const short = this.all || found.length <= fewNames;
    const shown = this.#withChosen(short ? found : found.slice(0, fewNames));
    return html`
      <fieldset
        class="q"
        role=${this.several ? nothing : 'radiogroup'}
        @input=${stop}
        aria-labelledby="who"
        aria-invalid=${problem && !this.several ? 'true' : nothing}
        aria-describedby=${describedBy('who', { hint, problem })}
      >
        <legend id="who">${this.label}</legend>
        ${hint ? html`<span class="hint" id="who-hint">${hint}</span>` : nothing} ${problemLine('who', problem)}
        <div class="stack close">
          ${this.#finder(found)}
          <div class=${this.#waits ? 'chips waits' : 'chips'}>
            ${this.others.map(({ id, label }) => this.#chip(id, label))}
            ${repeat(
              shown,
              ({ id }) => id,
              (person) => this.#chip(person.id, this.nameOf(person)),
            )}
          </div>
          ${this.#rest(found.length, short)}
        </div>
      </fieldset>
    `;
  }

  #chip(id: string, name: string): TemplateResult {
    return html`<label class="chip">
      <input type=${this.several ? 'checkbox' : 'radio'} name="who" autocomplete="off" value=${id} @change=${(): void => this.#choose(id)} />${name}
    </label>`;
  }

  #list(): TemplateResult {
    const { problem, placeholder } = this;
    return html`<div @input=${stop} class=${problem ? 'q bad' : 'q'}>
      <label for="who">${this.label}</label>
      ${problemLine('who', problem)}
      <select
        id="who"
        class="narrow"
        autocomplete="off"
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby=${describedBy('who', { problem })}
        @change=${(event: Event): void => this.#choose((event.target as HTMLSelectElement).value)}
      >
        ${placeholder ? html`<option value="">${placeholder}</option>` : nothing}
        ${this.others.map(({ id, label }) => html`<option value=${id}>${label}</option>`)}
        ${this.people.map((person) => html`<option value=${person.id}>${this.nameOf(person)}</option>`)}
      </select>
    </div>`;
  }

  #finder(found: readonly Person[]): TemplateResult | typeof nothing {
    if (!this.#isMany || this.#order.finder === 'failed') return nothing;
    const only = found.length === 1 ? found[0] : undefined;
    return html`<div class="q find">
      <label for="find">${this.#word('find')}</label>
      <input
        id="find"
        class="narrow"
        type="search"
        autocomplete="off"
        .value=${this.typed}
        @input=${(event: Event): void => void (this.typed = (event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent): void => {
          // Ignore an Enter that ends a composition. Some browsers mark it only by the key code 229.
          if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
          event.preventDefault();
          if (only && !this.chosen.includes(only.id)) this.#choose(only.id);
          if (this.several && only) this.typed = ''; // for the next name
        }}
      />
    </div>`;
  }

  #rest(found: number, short: boolean): TemplateResult | typeof nothing {
    if (!this.#isMany) return nothing;
    return html`<div class=${this.#waits ? 'row waits' : 'row'}>
      <p class="hint" role="status">${this.#said(found, short)}</p>
      ${short ? nothing : html`<button class="btn word" type="button" @click=${this.#showAll}>${this.#word('all')}</button>`}
    </div>`;
  }

  #word(key: keyof FinderWords): string {
    return this.words?.[key] ?? this.t(`people.${key}`);
  }

  #said(found: number, short: boolean): string {
    if (found === 0) return this.#word('none');
    const more = short ? '' : this.#word('more');
    return this.typed && this.#order.finder ? `${this.t('people.found', { count: found })} ${more}` : more;
  }

  /** Those who are or were chosen are always shown, whatever is typed. */
  #withChosen(shown: readonly Person[]): readonly Person[] {
    const kept = this.people.filter((person) => (this.chosen.includes(person.id) || this.#kept.has(person.id)) && !shown.includes(person));
    return [...kept, ...shown];
  }

  readonly #showAll = async (): Promise<void> => {
    this.all = true;
    await this.updateComplete;
    takeFocus(this.renderRoot.querySelector<HTMLElement>('.chips input'));
  };

  #choose(id: string): void {
    const { chosen, several } = this;
    this.#kept.add(id);
    if (!several) this.chosen = id ? [id] : [];
    else this.chosen = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    this.dispatchEvent(new Event('change'));
  }
}

/** Stops `input` events inside the picker. The form around it must not save the text typed to find a name. */
const stop = (event: Event): void => event.stopPropagation();

declare global {
  interface HTMLElementTagNameMap {
    'milieu-person-picker': MilieuPersonPicker;
  }
}
