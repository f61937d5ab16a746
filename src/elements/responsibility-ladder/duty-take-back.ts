import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isCarried } from '../../model/kinds/ladder/states.js';
import { type Duty, dutyLimits } from '../../model/kinds/ladder/table.js';
import type { MilieuRecord } from '../../model/record.js';
import type { FormAct } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { viewStyles } from '../styles/style-sets.js';
import { ladderStyles } from './ladder.styles.js';
import type { Reason } from '../parts/reason-form.js';
import { reasonStrings } from './reasons.strings.js';

/**
 * For staff: takes back a job that somebody has. This needs a reason, which the person can read.
 *
 * @tag milieu-ladder-take-back
 * @internal
 */
export class MilieuLadderTakeBack extends View<typeof reasonStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = reasonStrings;

  @property({ attribute: false }) duty!: MilieuRecord<Duty>;
  @state() private asks = false;

  protected override render(): TemplateResult | typeof nothing {
    if (!isCarried(this.duty) || !this.community?.can('close', this.duty)) return nothing;
    const { title } = this.duty.data;
    return html`<div class="row">
        <button
          class="btn word plain"
          type="button"
          aria-label="${this.t('reasons.close')}: ${title}"
          aria-expanded=${this.asks}
          @click=${(): boolean => (this.asks = !this.asks)}
        >
          ${this.t('reasons.close')}
        </button>
      </div>
      ${this.asks ? this.#form() : nothing}`;
  }

  #form(): TemplateResult {
    const { id, rev } = this.duty;
    return html`<milieu-reason
      class="tear-off"
      .what=${`duty-close:${id}`}
      .label=${this.t('reasons.why')}
      .send=${this.t('reasons.close-do')}
      .back=${this.t('reasons.back')}
      .beside=${true}
      .most=${dutyLimits.note}
      .acts=${this.acts}
      .act=${({ id: note, note: words }: Reason): FormAct => ({
        action: 'close',
        kind: 'duty',
        id,
        rev,
        answers: [{ id: note, kind: 'duty-note', data: { note: words } }],
      })}
      @closed=${(): boolean => (this.asks = false)}
    ></milieu-reason>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-take-back': MilieuLadderTakeBack;
  }
}
