import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { property } from 'lit/decorators.js';
import { type ReportReason, reportReasons } from '../../model/kinds/feedback/table.js';
import { View } from '../controllers/base-view.js';
import { viewStyles } from '../styles/style-sets.js';
import { reportStrings } from './report.strings.js';

/**
 * Why feedback does not feel OK, in fixed words: a choice for whoever reports it, and later a list for them and for staff.
 *
 * @tag milieu-feedback-reasons
 * @internal
 * @fires {Event} picked - Another choice; `picked` has it.
 */
export class MilieuFeedbackReasons extends View<typeof reportStrings> {
  static override styles = viewStyles;
  protected readonly english = reportStrings;

  /** In the order of `reportReasons`. */
  @property({ attribute: false }) chosen: readonly ReportReason[] = [];
  /** It was reported already, and is only read. */
  @property({ type: Boolean }) said = false;

  /** What the person has chosen last. Their form decides whether it is `chosen`. */
  picked: readonly ReportReason[] = [];

  protected override render(): TemplateResult {
    if (this.said)
      return html`<ul aria-label=${this.t('feedback.reasons.said')}>
        ${this.chosen.map((reason) => html`<li>${this.t(`feedback.reasons.${reason}`)}</li>`)}
      </ul>`;
    return html`<fieldset class="q">
      <legend>${this.t('feedback.reasons.ask')}</legend>
      <div class="choices">${reportReasons.map((reason) => this.#choice(reason))}</div>
    </fieldset>`;
  }

  #choice(reason: ReportReason): TemplateResult {
    return html`<label class="choice">
      <input type="checkbox" autocomplete="off" .checked=${live(this.chosen.includes(reason))} @change=${(): void => this.#tick(reason)} />
      <span>${this.t(`feedback.reasons.${reason}`)}</span>
    </label>`;
  }

  #tick(reason: ReportReason): void {
    const had = this.chosen.includes(reason);
    this.picked = reportReasons.filter((one) => (one === reason ? !had : this.chosen.includes(one)));
    this.dispatchEvent(new Event('picked'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-feedback-reasons': MilieuFeedbackReasons;
  }
}
