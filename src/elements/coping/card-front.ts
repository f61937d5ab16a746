import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Card, Evidence } from '../../content/card.js';
import { viewStyles } from '../styles/style-sets.js';
import { icon } from '../parts/icons.js';
import { formatNumber } from '../language/format.js';
import { languageOf } from '../language/locale.js';
import { scale } from '../parts/scale.js';
import { View } from '../controllers/base-view.js';
import { stepsOf } from './card-steps.js';
import { copingStyles } from './coping.styles.js';
import { minutesOf } from './card-duration.js';
import { copingStrings } from './strings.js';
import { wallet } from './wallet-card.js';
import { takeFocus } from '../controllers/take-focus.js';

/**
 * The front of a card: title, cautions and *Start*. Rating the moment is optional and comes after *Start* in the focus order.
 *
 * @tag milieu-coping-front
 * @internal
 * @fires {Event} begun - The person starts the practice.
 * @fires {Event} eyes-asked - The person switches between the steps with eyes open and the card's own steps.
 * @fires {Event} rated - `rating` has changed.
 */
export class MilieuCopingFront extends View<typeof copingStrings> {
  static override styles = [viewStyles, copingStyles];
  protected readonly english = copingStrings;

  @property({ attribute: false }) card!: Card;
  /** Whether the steps with eyes open are shown instead of the card's own. */
  @property({ attribute: false }) eyesOpen = false;
  @property({ attribute: false }) eyeSteps: readonly string[] = [];
  /** How strong the feeling is, 0 to 10; undefined if the person did not say. */
  @property({ attribute: false }) rating?: number | undefined;

  /** The sentence that says who can read what is saved. */
  @property() reads = '';

  override focus(): void {
    takeFocus(this.renderRoot.querySelector<HTMLElement>('.btn.go'));
  }

  protected override render(): TemplateResult {
    const { card, eyesOpen } = this;
    return html`
      <p class="facts">
        <span>${minutesOf(card, (key, values) => this.t(key, values))}</span><span>${this.t('coping.eyes-fine')}</span
        ><span>${this.t('coping.no-sound')}</span>
      </p>
      ${this.#cautions()} ${stepsOf(eyesOpen ? this.eyeSteps : card.steps, languageOf(this))}
      <div class="row acts">
        <button class="btn go" type="button" @click=${(): void => this.#say('begun')}>
          ${icon('play')}${this.t(card.breath && !eyesOpen ? 'coping.start-breath' : 'coping.start')}
        </button>
        <button class="btn" type="button" @click=${(): void => this.#say('eyes-asked')}>
          ${this.t(eyesOpen ? 'coping.eyes-back' : 'coping.eyes')}
        </button>
      </div>
      <p class="reads off-paper">${icon('eye')}<span>${this.reads}</span></p>
      <div class="off-paper">${this.#ratingQuestion()} ${this.#evidence()}</div>
      ${wallet(this.card, this.community?.help?.people ?? [], (key) => this.t(key))}
    `;
  }

  #cautions(): TemplateResult | typeof nothing {
    if (this.card.cautions.length === 0) return nothing;
    return html`<div class="lead">
      <h3>${this.t('coping.care')}</h3>
      <ul class="prose quiet">
        ${this.card.cautions.map((line) => html`<li>${line}</li>`)}
      </ul>
    </div>`;
  }

  #ratingQuestion(): TemplateResult {
    return html`<details>
      <summary>${icon('chev', 'chev')}${this.t('coping.number-first')}</summary>
      ${scale({
        name: 'before',
        legend: this.t('coping.how-strong'),
        value: this.rating,
        low: this.t('coping.low'),
        high: this.t('coping.high'),
        digit: (value) => formatNumber(value, languageOf(this)),
        picked: (before) => this.#rate(before),
      })}
      ${
        this.rating === undefined
          ? nothing
          : html`<button class="btn word plain" type="button" @click=${(): void => this.#rate(undefined)}>${this.t('coping.leave-out')}</button>`
      }
    </details>`;
  }

  #evidence(): TemplateResult | typeof nothing {
    const { evidence } = this.card;
    if (!evidence) return nothing;
    return html`<details>
      <summary>${icon('chev', 'chev')}${this.t('coping.research')}</summary>
      <div class="prose">
        <p><b>${this.t(`coping.evidence.${evidence.word}`)}</b> ${evidence.note}</p>
        ${this.#checked(evidence)}
      </div>
    </details>`;
  }

  /** Staff see the evidence and its source. A person in distress reads only who checked the card, and nothing if nobody did. */
  #checked({ source, checked }: Evidence): TemplateResult | typeof nothing {
    const date = checked && this.date(checked.on, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    const line = checked && date ? this.t('coping.evidence-checked', { name: checked.by, date }) : undefined;
    if (this.community?.actor.as !== 'staff') return line ? html`<p class="quiet small">${line}</p>` : nothing;
    const from = source ? html`${this.t('coping.evidence-source')} ${source}` : this.t('coping.evidence-own');
    return html`<p class="quiet small">${from}</p>
      <p class="quiet small">${line ?? this.t('coping.evidence-unchecked')}</p>`;
  }

  #rate(before: number | undefined): void {
    this.rating = before;
    this.#say('rated');
  }

  #say(what: 'begun' | 'eyes-asked' | 'rated'): void {
    this.dispatchEvent(new Event(what));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-coping-front': MilieuCopingFront;
  }
}
