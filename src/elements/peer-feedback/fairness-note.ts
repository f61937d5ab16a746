import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { FairnessSignal } from '../../model/kinds/feedback/fairness.js';
import { View } from '../controllers/base-view.js';
import { viewStyles } from '../styles/style-sets.js';
import { fairnessStrings } from './fairness.strings.js';

/**
 * What staff may want to know before they pass a reminder on: one sentence for each signal, with something that they can do. It only tells.
 *
 * @tag milieu-feedback-fairness-note
 * @internal
 */
export class MilieuFeedbackFairnessNote extends View<typeof fairnessStrings> {
  static override styles = viewStyles;
  protected readonly english = fairnessStrings;

  @property({ attribute: false }) signals: readonly FairnessSignal[] = [];
  /** The names of the author and of the receiver. */
  @property({ attribute: false }) names = { from: '', to: '' };

  protected override render(): TemplateResult {
    return html`<div class="q" role="group" aria-labelledby="before">
      <p class="lab" id="before">${this.t('feedback.fairness.title')}</p>
      ${this.signals.map((signal) => html`<p>${this.t(`feedback.fairness.${signal}`, this.names)}</p>`)}
      <p class="quiet small">${this.t('feedback.fairness.free')}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-feedback-fairness-note': MilieuFeedbackFairnessNote;
  }
}
