import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Placement, placementLimits } from '../../model/kinds/ladder/table.js';
import type { MilieuRecord } from '../../model/record.js';
import type { FormAct } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { viewStyles } from '../styles/style-sets.js';
import { ladderStyles, rowStyles } from './ladder.styles.js';
import type { Reason } from '../parts/reason-form.js';
import { reasonStrings } from './reasons.strings.js';
import { ladderStrings } from './strings.js';

const strings = { ...ladderStrings, ...reasonStrings };

type Ending = 'end' | 'rest';

/**
 * For staff: ends or pauses a current placement. This needs a reason, which the person can read.
 *
 * @tag milieu-ladder-standing
 * @internal
 */
export class MilieuLadderStanding extends View<typeof strings> {
  static override styles = [viewStyles, ladderStyles, rowStyles];
  protected readonly english = strings;

  @property({ attribute: false }) placement!: MilieuRecord<Placement>;
  /** Title of its circle. */
  @property({ attribute: false }) circle = '';
  @state() private ending?: Ending | undefined;

  protected override render(): TemplateResult {
    return html`
      <div class="duty-row">
        <p id="part">${this.t('place.now-line', { title: this.circle, date: this.date(this.placement.data.since) })}</p>
        <div class="row">${this.#way('rest')} ${this.#way('end')}</div>
      </div>
      ${this.ending ? this.#reason(this.ending) : nothing}
    `;
  }

  #way(ending: Ending): TemplateResult | typeof nothing {
    if (!this.community?.can(ending, this.placement)) return nothing;
    return html`<button
      class="btn word plain"
      type="button"
      aria-describedby="part"
      aria-expanded=${this.ending === ending}
      @click=${(): void => {
        this.ending = this.ending === ending ? undefined : ending;
      }}
    >
      ${this.t(`place.${ending}`)}
    </button>`;
  }

  #reason(ending: Ending): TemplateResult {
    const { id, rev } = this.placement;
    const closed = (): void => {
      this.ending = undefined;
    };
    return html`<milieu-reason
      class="tear-off"
      .what=${`placement-note:${id}`}
      .label=${this.t('reasons.why')}
      .send=${this.t(`place.${ending}-do`)}
      .back=${this.t('reasons.back')}
      .beside=${true}
      .most=${placementLimits.note}
      .acts=${this.acts}
      .act=${({ id: note, note: words }: Reason): FormAct => ({
        action: ending,
        kind: 'placement',
        id,
        rev,
        answers: [{ id: note, kind: 'placement-note', data: { note: words } }],
      })}
      @saved=${closed}
      @closed=${closed}
    ></milieu-reason>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-standing': MilieuLadderStanding;
  }
}
