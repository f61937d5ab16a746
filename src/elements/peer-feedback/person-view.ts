import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Person } from '../community/people.js';
import { viewStyles } from '../shared/base.js';
import { icon } from '../shared/icons.js';
import { languageOf } from '../shared/language.js';
import { FeedbackView } from './feedback-view.js';

/** As many names as can be looked over at once; with more, a name can be typed. */
const few = 8;

/**
 * One person out of those whom the person on this page may address: one press for a name that is in sight.
 *
 * @tag milieu-feedback-person
 * @internal
 * @fires {Event} chosen - `chosen` has the id.
 */
export class MilieuFeedbackPerson extends FeedbackView {
  static override styles = [
    viewStyles,
    css`
      fieldset > .err {
        margin-block-end: var(--_s2);
      }
      .row:has(> .hint:empty) {
        display: none;
      }
    `,
  ];

  @property({ attribute: false }) people: readonly Person[] = [];
  /** Id of the person chosen. */
  @property({ attribute: false }) chosen = '';
  /** Whether the form was sent without anybody chosen. */
  @property({ type: Boolean }) missing = false;

  @state() private typed = '';
  @state() private all = false;

  override focus(options?: FocusOptions): void {
    const input = this.renderRoot.querySelector<HTMLInputElement>('input:checked') ?? this.renderRoot.querySelector('input');
    input?.focus(options);
  }

  protected override render(): TemplateResult {
    const found = this.#found();
    const short = this.all || found.length <= few;
    const shown = short ? found : found.slice(0, few);
    const kept = this.people.filter(({ id }) => id === this.chosen && !shown.some((one) => one.id === id));
    return html`
      <fieldset
        class="q"
        role="radiogroup"
        aria-labelledby="who"
        aria-invalid=${this.missing ? 'true' : nothing}
        aria-describedby=${this.missing ? 'err' : nothing}
      >
        <legend id="who">${this.say('feedback.who')}</legend>
        ${this.missing ? html`<p class="err" id="err">${icon('nobody')}<span>${this.say('feedback.problem.who')}</span></p>` : nothing}
        <div class="stack close">
          ${this.people.length > few ? this.#finder(found) : nothing}
          <div class="chips">${[...kept, ...shown].map((person) => this.#name(person))}</div>
          ${this.people.length > few ? this.#rest(found.length, short) : nothing}
        </div>
      </fieldset>
    `;
  }

  #name({ id, name }: Person): TemplateResult {
    return html`<label class="chip">
      <input type="radio" name="who" value=${id} .checked=${id === this.chosen} @change=${(): void => this.#choose(id)} />${name}
    </label>`;
  }

  #finder(found: readonly Person[]): TemplateResult {
    const only = found.length === 1 ? found[0] : undefined;
    return html`<div class="q find">
      <label for="find">${this.say('feedback.who.find')}</label>
      <input
        id="find"
        class="narrow"
        type="search"
        autocomplete="off"
        .value=${this.typed}
        @input=${(event: Event): string => (this.typed = (event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent): void => {
          if (event.key === 'Enter' && only) this.#choose(only.id);
        }}
      />
    </div>`;
  }

  #rest(found: number, short: boolean): TemplateResult {
    const words = found === 0 ? this.say('feedback.who.none') : short ? '' : this.say('feedback.who.more');
    return html`<div class="row">
      <p class="hint" role="status">${words}</p>
      ${short ? nothing : html`<button class="btn word" type="button" @click=${this.#showAll}>${this.say('feedback.who.all')}</button>`}
    </div>`;
  }

  readonly #showAll = (): void => {
    this.all = true;
    void this.attend('input');
  };

  #found(): readonly Person[] {
    const wanted = this.#plain(this.typed);
    return this.people.length > few && wanted ? this.people.filter(({ name }) => this.#plain(name).includes(wanted)) : this.people;
  }

  /** Letters without case and accents: "jose" finds José. */
  #plain(text: string): string {
    return text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase(languageOf(this));
  }

  #choose(id: string): void {
    this.chosen = id;
    this.dispatchEvent(new Event('chosen'));
  }
}
