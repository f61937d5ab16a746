import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type Helped, practiceLimits } from '../../model/practice.js';
import { viewStyles } from '../shared/base.js';
import { icon } from '../shared/icons.js';
import { languageOf } from '../shared/language.js';
import { scale } from '../shared/scale.js';
import { View } from '../shared/view.js';
import { copingStyles } from './coping.styles.js';
import { pair } from './pair.js';
import { fresh, type Session } from './session.js';
import { copingStrings } from './strings.js';

const everyHelped: readonly Helped[] = ['helped', 'a-bit', 'not-now'];

/**
 * After a practice: a number, a word and a note, each only for those who want to. *Keep this* is always there.
 *
 * @tag milieu-coping-after
 * @internal
 * @fires {Event} answered - `session` has changed.
 * @fires {Event} kept - The person wants to keep it.
 * @fires {Event} let-go - The person does not want to keep it.
 */
export class MilieuCopingAfter extends View<typeof copingStrings> {
  static override styles = [viewStyles, copingStyles];
  protected readonly english = copingStrings;

  @property({ attribute: false }) session: Session = fresh;
  /** Whether a person is offered before anything else. */
  @property({ attribute: false }) people = false;
  @property({ attribute: false }) saving = false;

  /** Who can read what is kept. */
  @property() reads = '';

  override focus(): void {
    this.renderRoot.querySelector('h3')?.focus();
  }

  protected override render(): TemplateResult {
    const { early } = this.session;
    return html`
      <div class="lead">
        <h3 tabindex="-1">${this.t(early ? 'coping.stopped' : 'coping.ended')}</h3>
        <p class="quiet">${this.t(early ? 'coping.stopped-more' : 'coping.ended-more')}</p>
      </div>
      <p class="reads">${icon('eye')}<span>${this.reads}</span></p>
      ${scale({
        name: 'after',
        legend: this.t('coping.and-now'),
        hint: this.t('coping.skip-after'),
        value: this.session.after,
        low: this.t('coping.low'),
        high: this.t('coping.high'),
        digit: this.#digit,
        picked: (after) => this.#put({ after }),
      })}
      ${
        this.session.after === undefined
          ? nothing
          : html`<div class="row">
              <button class="btn word plain" type="button" @click=${(): void => this.#put({ after: undefined })}>
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

  readonly #digit = (value: number): string => new Intl.NumberFormat(languageOf(this)).format(value);

  #pair(): TemplateResult | typeof nothing {
    const { before, after } = this.session;
    if (before === undefined || after === undefined) return nothing;
    const said = { before: this.#digit(before), after: this.#digit(after) };
    const lead = this.t(before === after ? 'coping.both-times' : 'coping.from-to', said);
    const more = this.t(after > before ? 'coping.higher' : after === before ? 'coping.same' : 'coping.lower');
    return html`<figure class="q">
      ${pair({
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
              <input type="radio" name="helped" .checked=${helped === this.session.helped} @change=${(): void => this.#put({ helped })} />
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
        .value=${this.session.note}
        @input=${(event: Event): void => this.#put({ note: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
    </div>`;
  }

  #put(part: Partial<Session>): void {
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
