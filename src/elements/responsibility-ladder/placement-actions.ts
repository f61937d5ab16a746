import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Placement, placementLimits } from '../../model/kinds/ladder/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { hasWords, trimmed } from '../../model/text.js';
import { FormController } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { draftLine } from '../parts/draft-line.js';
import { question } from '../parts/fields.js';
import { viewStyles } from '../styles/style-sets.js';
import { ladderStyles, rowStyles } from './ladder.styles.js';
import { ladderStrings } from './strings.js';

type Ending = 'end' | 'rest';

/**
 * For staff: ends or pauses a current placement. This needs a reason, which the person can read.
 *
 * @tag milieu-ladder-standing
 * @internal
 */
export class MilieuLadderStanding extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles, rowStyles];
  protected readonly english = ladderStrings;

  @property({ attribute: false }) placement!: MilieuRecord<Placement>;
  /** Title of its circle. */
  @property({ attribute: false }) circle = '';
  @state() private ending?: Ending | undefined;

  readonly #form = new FormController<{ readonly why: string }, Ending>(this, {
    name: () => `placement-note:${this.placement.id}`,
    empty: () => ({ why: '' }),
    isEmpty: ({ why }) => !hasWords(why),
    problems: ({ why }) => ({ why: hasWords(why) ? undefined : this.t('place.why-missing') }),
    toAct: ({ why }, gesture, action) => {
      const { id, rev } = this.placement;
      return { action, kind: 'placement', id, rev, answers: [{ id: gesture.id, kind: 'placement-note', data: { note: trimmed(why) } }] };
    },
    saved: () => void (this.ending = undefined),
  });

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
    const form = this.#form;
    const field = html`<textarea rows="2" maxlength=${placementLimits.note} ${form.field('why')}></textarea>`;
    return html`<div class="tear-off">
      ${draftLine(form, this, { kept: false })} ${question('why', this.t('place.why'), field, { problem: form.problems['why'] })}
      <div class="row acts">
        <button class="btn" type="button" @click=${(): void => form.send(ending)}>${this.t(`place.${ending}-do`)}</button>
        <button
          class="btn word plain"
          type="button"
          @click=${(): void => {
            this.ending = undefined;
          }}
        >
          ${this.t('duty.back')}
        </button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-standing': MilieuLadderStanding;
  }
}
