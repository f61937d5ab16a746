import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type Helped, practiceLimits } from '../../model/kinds/practice/table.js';
import { viewStyles } from '../styles/style-sets.js';
import { formatNumber } from '../language/format.js';
import { readsLine } from '../parts/reads-line.js';
import { languageOf } from '../language/locale.js';
import { scale } from '../parts/scale.js';
import { View } from '../controllers/base-view.js';
import { copingStyles } from './coping.styles.js';
import { beforeAfterLine } from './before-after-chart.js';
import { newPractice, type UnsavedPractice } from './practice-fields.js';
import { copingStrings } from './strings.js';
import { takeFocus } from '../controllers/take-focus.js';

const everyHelped: readonly Helped[] = ['helped', 'a-bit', 'not-now'];

/**
 * The form after a practice: a rating, a choice and a note, all optional. *Save this* is always available.
 *
 * @tag milieu-coping-after
 * @internal
 * @fires {Event} answered - `session` has changed.
 * @fires {Event} kept - The person wants to save the practice.
 * @fires {Event} let-go - The person does not want to save it.
 */
export class MilieuCopingAfter extends View<typeof copingStrings> {
  static override styles = [viewStyles, copingStyles];
  protected readonly english = copingStrings;

  @property({ attribute: false }) session: UnsavedPractice = newPractice;
  /** Whether to offer a person to talk to first. */
  @property({ attribute: false }) people = false;
  @property({ attribute: false }) saving = false;

  /** The sentence that says who can read what is saved. */
  @property() reads = '';

  override focus(): void {
    takeFocus(this.renderRoot.querySelector('h3'));
  }

  protected override render(): TemplateResult {
    const { early } = this.session;
    return html`
      <div class="lead">
        <h3 tabindex="-1">${this.t(early ? 'coping.stopped' : 'coping.ended')}</h3>
        <p class="quiet">${this.t(early ? 'coping.stopped-more' : 'coping.ended-more')}</p>
      </div>
      ${readsLine(this.reads)}
      ${scale({
        name: 'after',
        legend: this.t('coping.and-now'),
        hint: this.t('coping.skip-after'),
        value: this.session.after,
        low: this.t('coping.low'),
        high: this.t('coping.high'),
        digit: this.#digit,
        picked: (after) => this.#update({ after }),
      })}
      ${
        this.session.after === undefined
          ? nothing
          : html`<div class="row">
              <button class="btn word plain" type="button" @click=${(): void => this.#update({ after: undefined })}>
                ${this.t('coping.leave-out')}
              </button>
            </div>`
      }
      ${this.#pair()} ${this.people ? html`<milieu-coping-people></milieu-coping-people>` : nothing} ${this.#helped()} ${this.#note()}
      <div class="row acts">
        <button class="btn ${this.people ? '' : 'go'}" type="button" ?disabled=${this.saving} @click=${(): void => this.#say('kept')}>
          ${this.t('coping.keep')}
        </button>
        <button class="btn word plain" type="button" @click=${(): void => this.#say('let-go')}>${this.t('coping.let-go')}</button>
      </div>
    `;
  }

  readonly #digit = (value: number): string => formatNumber(value, languageOf(this));

  #pair(): TemplateResult | typeof nothing {
    const { before, after } = this.session;
    if (before === undefined || after === undefined) return nothing;
    const said = { before: this.#digit(before), after: this.#digit(after) };
    const lead = this.t(before === after ? 'coping.both-times' : 'coping.from-to', said);
    const more = this.t(after > before ? 'coping.higher' : after === before ? 'coping.same' : 'coping.lower');
    return html`<figure class="q">
      ${beforeAfterLine({
        before,
        after,
        words: { before: this.t('coping.before'), after: this.t('coping.after'), all: this.t('coping.pair', said) },
        digit: this.#digit,
      })}
      <figcaption class="shift"><b>${lead}</b> <span class="quiet">${more}</span></figcaption>
    </figure>`;
  }

  #helped(): TemplateResult {
    return html`<fieldset class="q">
      <legend>${this.t('coping.did-it-help')}</legend>
      <div class="chips">
        ${everyHelped.map(
          (helped) =>
            html`<label class="chip">
              <input type="radio" name="helped" .checked=${helped === this.session.helped} @change=${(): void => this.#update({ helped })} />
              ${this.t(`coping.${helped}`)}
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #note(): TemplateResult {
    return html`<div class="q">
      <label for="note">${this.t('coping.note')}</label>
      <span class="hint" id="note-hint">${this.t('coping.note-hint')}</span>
      <textarea
        id="note"
        rows="2"
        maxlength=${practiceLimits.note}
        autocomplete="off"
        aria-describedby="note-hint"
        ?readonly=${this.saving}
        .value=${this.session.note}
        @input=${(event: Event): void => this.#update({ note: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
    </div>`;
  }

  #update(part: Partial<UnsavedPractice>): void {
    this.session = { ...this.session, ...part };
    this.#say('answered');
  }

  #say(what: 'answered' | 'kept' | 'let-go'): void {
    this.dispatchEvent(new Event(what));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-coping-after': MilieuCopingAfter;
  }
}
