import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Card } from '../../content/card.js';
import { viewStyles } from '../shared/base.js';
import { icon } from '../shared/icons.js';
import { languageOf } from '../shared/language.js';
import { scale } from '../shared/scale.js';
import { View } from '../shared/view.js';
import { stepsOf } from './card-parts.js';
import { copingStyles } from './coping.styles.js';
import { minutesOf } from './minutes.js';
import { copingStrings } from './strings.js';
import { wallet } from './wallet.js';

/**
 * The face of a card: what it is, what to mind, and *Start*. A number can be put on the moment, after *Start* in the order of things.
 *
 * @tag milieu-coping-front
 * @internal
 * @fires {Event} begun - The person starts.
 * @fires {Event} eyes-asked - The person wants the steps with eyes open, or the card's own again.
 * @fires {Event} rated - `rating` has changed.
 */
export class MilieuCopingFront extends View<typeof copingStrings> {
  static override styles = [viewStyles, copingStyles];
  protected readonly english = copingStrings;

  @property({ attribute: false }) card!: Card;
  /** Whether the steps with eyes open are shown in place of the card's own. */
  @property({ attribute: false }) eyesOpen = false;
  @property({ attribute: false }) eyeSteps: readonly string[] = [];
  /** How strong it is, 0 to 10; undefined: the person did not say. */
  @property({ attribute: false }) rating?: number | undefined;

  /** Who can read what is kept. */
  @property() reads = '';

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.btn.go')?.focus();
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
      <div class="off-paper">${this.#number()} ${this.#research()}</div>
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

  #number(): TemplateResult {
    return html`<details>
      <summary>${icon('chev', 'chev')}${this.t('coping.number-first')}</summary>
      ${scale({
        name: 'before',
        legend: this.t('coping.how-strong'),
        value: this.rating,
        low: this.t('coping.low'),
        high: this.t('coping.high'),
        picked: (before) => this.#rate(before),
      })}
      ${
        this.rating === undefined
          ? nothing
          : html`<button class="btn word plain" type="button" @click=${(): void => this.#rate(undefined)}>${this.t('coping.leave-out')}</button>`
      }
    </details>`;
  }

  #research(): TemplateResult | typeof nothing {
    const { evidence } = this.card;
    if (!evidence) return nothing;
    return html`<details>
      <summary>${icon('chev', 'chev')}${this.t('coping.research')}</summary>
      <div class="prose">
        <p><b>${this.t(`coping.evidence.${evidence.word}`)}</b> ${evidence.note}</p>
        <p class="quiet small">${evidence.source ? html`${this.t('coping.evidence-source')} ${evidence.source}` : this.t('coping.evidence-own')}</p>
      </div>
    </details>`;
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
