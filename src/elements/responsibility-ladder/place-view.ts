import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Circle } from '../../content/ladder.js';
import { type Placement, placementLimits } from '../../model/ladder.js';
import { Watched } from '../shared/screen.js';
import { today } from './day.js';
import { describes, faultOf, field } from './form-parts.js';
import { StaffForm, type Written } from './staff-form.js';
import type { LadderKey } from './strings.js';

/** What stands in the form, as typed. */
interface Part {
  readonly person: string;
  readonly circle: string;
  readonly reason: string;
  readonly reviewOn: string;
}
const empty: Part = { person: '', circle: '', reason: '', reviewOn: '' };

/**
 * For staff: writes down the part that was agreed on with a person, in words that the person reads too.
 *
 * @tag milieu-ladder-place
 * @internal
 */
export class MilieuLadderPlace extends StaffForm<Part> {
  @property({ attribute: false }) circles: readonly Circle[] = [];

  protected readonly words = {
    person: 'place.person',
    do: 'place.do',
    done: 'place.done',
    waiting: 'place.done-waiting',
    another: 'place.another',
  } as const;
  readonly #standing = new Watched<Placement>(this, () => (this.form.person ? { kind: 'placement', to: this.form.person } : undefined));

  constructor() {
    super(empty, 'placement');
  }

  protected isEmpty({ circle, reason }: Part): boolean {
    return !circle && !reason.trim();
  }
  protected faultsOf({ person, circle }: Part): Readonly<Partial<Record<keyof Part, LadderKey>>> {
    return { ...(person ? {} : { person: 'form.person-missing' }), ...(circle ? {} : { circle: 'form.circle-missing' }) };
  }
  protected written({ circle, reason, reviewOn }: Part): Written {
    const data: Placement = { circle, since: today(), ...(reason.trim() ? { reason: reason.trim() } : {}), ...(reviewOn ? { reviewOn } : {}) };
    return { action: 'place', kind: 'placement', data };
  }

  protected opening(): TemplateResult {
    return html`<p class="prose quiet">${this.t('place.purpose')}</p>`;
  }

  protected fields(): TemplateResult {
    return html`
      ${this.#now()} ${this.#circles()}
      ${field(
        { id: 'reason', label: this.t('place.reason'), hint: this.t('place.reason-hint'), faults: this.faults },
        html`<textarea
          id="reason"
          rows="3"
          maxlength=${placementLimits.reason}
          autocomplete="off"
          aria-describedby="reason-hint"
          .value=${this.form.reason}
          @input=${this.typed}
        ></textarea>`,
      )}
      ${field(
        { id: 'reviewOn', label: this.t('place.review'), faults: this.faults },
        html`<input class="narrow" type="date" id="reviewOn" autocomplete="off" min=${today()} .value=${this.form.reviewOn} @input=${this.typed} />`,
      )}
    `;
  }

  /** The parts that stand, each with a way to end it or let it rest. */
  #now(): TemplateResult | typeof nothing {
    const parts = this.#standing.kept.map(({ record }) => record).filter((part) => this.community?.can('end', part));
    if (parts.length === 0) return nothing;
    return html`<section class="q" aria-labelledby="now">
      <h3 id="now">${this.t('place.now')}</h3>
      <ul class="rows">
        ${parts.map((part) => {
          const title = this.circles.find(({ id }) => id === part.data.circle)?.title ?? part.data.circle;
          return html`<li><milieu-ladder-standing .placement=${part} .circle=${title} .acts=${this.acts}></milieu-ladder-standing></li>`;
        })}
      </ul>
    </section>`;
  }

  #circles(): TemplateResult {
    return html`<fieldset
      class="q ${this.faults['circle'] ? 'bad' : ''}"
      id="circle"
      role="radiogroup"
      aria-invalid=${this.faults['circle'] ? 'true' : nothing}
      aria-describedby=${describes({ id: 'circle', faults: this.faults })}
    >
      <legend>${this.t('place.circle')}</legend>
      ${faultOf('circle', this.faults)}
      <div class="choices two">
        ${this.circles.map(
          ({ id, title, purpose }) =>
            html`<label class="choice">
              <input type="radio" name="circle" value=${id} .checked=${id === this.form.circle} @change=${(): void => this.put({ circle: id })} />
              <span><b>${title}</b><span class="quiet">${purpose}</span></span>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-place': MilieuLadderPlace;
  }
}
