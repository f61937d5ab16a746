import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Person } from '../community/host-people.js';
import { View } from '../controllers/base-view.js';
import { viewStyles } from '../styles/style-sets.js';
import { describedBy, problemLine } from './fields.js';
import { findPeople } from './find-person.js';
import { takeFocus } from '../controllers/take-focus.js';

/** Up to this many names, no search field is shown, because a person can see all names at once. */
const few = 8;

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
 * Chooses one of the people whom the person on this page may address. A name can be found with the letters of any keyboard. It works like a
 * form control: it has `value` and `focus()`, and dispatches `change`.
 *
 * @tag milieu-person-picker
 * @internal
 * @fires {Event} change - Another person was chosen; `value` has the id. It does not bubble.
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
    `,
  ];
  protected readonly english = {};

  @property({ attribute: false }) people: readonly Person[] = [];
  /** Id of the chosen person; empty for nobody. */
  @property({ attribute: false }) value = '';
  /** The label of the control. */
  @property({ attribute: false }) label = '';
  /** The sentence for the problem of the control, if it has one. */
  @property({ attribute: false }) problem: string | undefined;
  /** `chips` shows the names as radio buttons, for the first question of a form. `list` is a drop-down list. */
  @property({ attribute: false }) shape: 'chips' | 'list' = 'list';
  /** The options before the people, in a list. */
  @property({ attribute: false }) others: readonly OtherChoice[] = [];
  /** Strings of a widget in place of the default ones. */
  @property({ attribute: false }) words: FinderWords | undefined;

  @state() private typed = '';
  @state() private all = false;

  override focus(options?: FocusOptions): void {
    const first = 'select, input:checked, input';
    const control = this.shape === 'list' ? 'select' : 'input:checked';
    (this.renderRoot.querySelector<HTMLElement>(control) ?? this.renderRoot.querySelector<HTMLElement>(first))?.focus(options);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Set after the options are rendered, so that the same person stays chosen when the order of the list changes.
    const list = this.renderRoot.querySelector('select');
    if (list && list.value !== this.value) list.value = this.value;
  }

  protected override render(): TemplateResult {
    const found = this.people.length > few ? findPeople(this.people, this.typed) : this.people;
    return this.shape === 'list' ? this.#list(found) : this.#chips(found);
  }

  #chips(found: readonly Person[]): TemplateResult {
    const short = this.all || found.length <= few;
    const shown = this.#withChosen(short ? found : found.slice(0, few));
    const { problem } = this;
    return html`
      <fieldset
        class="q"
        role="radiogroup"
        @input=${stop}
        aria-labelledby="who"
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby=${describedBy('who', { problem })}
      >
        <legend id="who">${this.label}</legend>
        ${problemLine('who', problem)}
        <div class="stack close">
          ${this.#finder(found)}
          <div class="chips">${shown.map((person) => this.#chip(person))}</div>
          ${this.#rest(found.length, short)}
        </div>
      </fieldset>
    `;
  }

  #chip(person: Person): TemplateResult {
    const { id } = person;
    return html`<label class="chip">
      <input type="radio" name="who" value=${id} .checked=${id === this.value} @change=${this.#changed} />${this.nameOf(person)}
    </label>`;
  }

  #list(found: readonly Person[]): TemplateResult {
    const { problem } = this;
    const many = this.people.length > few;
    return html`<div @input=${stop} class=${problem ? 'q bad' : 'q'} role=${many ? 'group' : nothing} aria-labelledby=${many ? 'label' : nothing}>
      <label for="who" id="label">${this.label}</label>
      ${problemLine('who', problem)} ${this.#finder(found)}
      <select
        id="who"
        class="narrow"
        autocomplete="off"
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby=${describedBy('who', { problem })}
        @change=${this.#changed}
      >
        ${this.others.map(({ id, label }) => html`<option value=${id}>${label}</option>`)}
        ${this.#withChosen(found).map((person) => html`<option value=${person.id}>${this.nameOf(person)}</option>`)}
      </select>
      ${this.#rest(found.length, true)}
    </div>`;
  }

  #finder(found: readonly Person[]): TemplateResult | typeof nothing {
    if (this.people.length <= few) return nothing;
    const only = found.length === 1 ? found[0] : undefined;
    return html`<div class="q find">
      <label for="find">${this.words?.find ?? this.t('people.find')}</label>
      <input
        id="find"
        class="narrow"
        type="search"
        autocomplete="off"
        .value=${this.typed}
        @input=${this.#typed}
        @keydown=${(event: KeyboardEvent): void => {
          // Ignore an Enter that ends a composition. Some browsers mark it only by the key code 229.
          if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
          event.preventDefault();
          if (only && only.id !== this.value) this.#choose(only.id);
        }}
      />
    </div>`;
  }

  #rest(found: number, short: boolean): TemplateResult | typeof nothing {
    if (this.people.length <= few) return nothing;
    const none = this.words?.none ?? this.t('people.none');
    const words = found === 0 ? none : short ? '' : (this.words?.more ?? this.t('people.more'));
    return html`<div class="row">
      <p class="hint" role="status">${words}</p>
      ${short ? nothing : html`<button class="btn word" type="button" @click=${this.#showAll}>${this.words?.all ?? this.t('people.all')}</button>`}
    </div>`;
  }

  /** The chosen person is always shown, whatever is typed. */
  #withChosen(shown: readonly Person[]): readonly Person[] {
    const kept = this.people.filter(({ id }) => id === this.value && !shown.some((one) => one.id === id));
    return [...kept, ...shown];
  }

  readonly #typed = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
  };

  readonly #showAll = async (): Promise<void> => {
    this.all = true;
    await this.updateComplete;
    takeFocus(this.renderRoot.querySelector<HTMLElement>('.chips input'));
  };

  readonly #changed = (event: Event): void => this.#choose((event.target as HTMLInputElement | HTMLSelectElement).value);

  #choose(id: string): void {
    this.value = id;
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
