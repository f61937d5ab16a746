import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Circle } from '../../content/ladder.js';
import { type Placement, placementLimits } from '../../model/kinds/ladder/table.js';
import type { Step } from '../../model/kinds/step/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { hasWords, trimmed } from '../../model/text.js';
import { FormController } from '../controllers/form.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { languageOf } from '../language/locale.js';
import { draftLine } from '../parts/draft-line.js';
import { problemLine, problemSummary, question } from '../parts/fields.js';
import { readsLine } from '../parts/reads-line.js';
import { viewStyles } from '../styles/style-sets.js';
import { dayProblem, localDay } from '../parts/date-field.js';
import { doneLine } from './saved-confirmation.js';
import { ladderStyles } from './ladder.styles.js';
import { residentPicker } from './resident-picker.js';
import { ladderStrings } from './strings.js';

/** The fields of the form, as typed. */
interface Part {
  readonly person: string;
  readonly circle: string;
  readonly reason: string;
  readonly reviewOn: string;
}
const empty: Part = { person: '', circle: '', reason: '', reviewOn: '' };

/**
 * For staff: records the placement that was agreed on with a person. The person can read it too.
 *
 * @tag milieu-ladder-place
 * @internal
 */
export class MilieuLadderPlace extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = ladderStrings;

  /** Id of the person whom staff look at, if one is chosen. */
  @property({ attribute: false }) about?: string | undefined;
  @property({ attribute: false }) circles: readonly Circle[] = [];
  /** The request whose *yes* is written down, if it is one. It only fills the form: staff read it through and save it. */
  @property({ attribute: false }) step?: MilieuRecord<Step> | undefined;

  readonly #form = new FormController<Part>(this, {
    name: () => (this.step ? `placement:${this.step.id}` : 'placement'),
    empty: () => ({ ...empty, person: this.step?.by ?? this.about ?? '', circle: this.step?.data.circle ?? '' }),
    isEmpty: ({ circle, reason }) => !circle && !hasWords(reason),
    problems: ({ person, circle, reviewOn }) => ({
      person: person ? undefined : this.t('form.person-missing'),
      circle: circle ? undefined : this.t('form.circle-missing'),
      reviewOn: reviewOn && dayProblem(reviewOn) ? this.t('date.far') : undefined,
    }),
    toAct: (part, { id }) => ({
      action: 'place',
      kind: 'placement',
      id,
      to: [part.person],
      data: placementOf(part),
      ...(this.step ? { from: this.step.id } : {}),
    }),
  });
  readonly #standing = new QueryController<Placement>(this, () => {
    const { person } = this.#form.value;
    return person ? { kind: 'placement', to: person } : undefined;
  });

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('step') && this.step) this.#form.start({ ...empty, person: this.step.by, circle: this.step.data.circle ?? '' });
    if (changed.has('about') && this.about && !this.#form.value.person) this.#form.start({ ...this.#form.value, person: this.about });
  }

  protected override render(): TemplateResult {
    const form = this.#form;
    const { done, problems } = form;
    if (done) {
      const name = this.name(done.value.person);
      const words = { sent: this.t('place.done', { name }), waiting: this.t('place.done-waiting', { name }), another: this.t('place.another') };
      return doneLine(this.truthOf(done.id), this.saveWords, words, () => form.again('person'));
    }
    return html`
      <p class="prose quiet">${this.t('place.purpose')}</p>
      <form novalidate autocomplete="off" @submit=${form.submitted}>
        ${problemSummary(form, this.t('form.problems'), { least: 1 })} ${readsLine(this.t('give.reads'))} ${draftLine(form, this)}
        ${residentPicker({
          label: this.t('place.person'),
          choose: this.t('give.choose'),
          people: this.community?.people ?? [],
          language: languageOf(this),
          problem: problems['person'],
          control: form.field('person'),
        })}
        ${this.#now()} ${this.#circles()}
        ${question(
          'reason',
          this.t('place.reason'),
          html`<textarea rows="3" maxlength=${placementLimits.reason} ${form.field('reason')}></textarea>`,
          { hint: this.t('place.reason-hint') },
        )}
        ${question('reviewOn', this.t('place.review'), html`<input class="narrow" type="date" min=${localDay()} ${form.field('reviewOn')} />`, {
          problem: problems['reviewOn'],
        })}
        <div class="row acts"><button class="btn go" type="submit" ?disabled=${form.busy}>${this.t('place.do')}</button></div>
      </form>
    `;
  }

  /** The current placements, each with buttons to pause or end it. */
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
    const problem = this.#form.problems['circle'];
    return html`<fieldset
      class="q ${problem ? 'bad' : ''}"
      id="circle"
      role="radiogroup"
      aria-invalid=${problem ? 'true' : nothing}
      aria-describedby=${problem ? 'circle-problem' : nothing}
    >
      <legend>${this.t('place.circle')}</legend>
      ${problemLine('circle', problem)}
      <div class="choices two">
        ${this.circles.map(
          ({ id, title, purpose }) =>
            html`<label class="choice">
              <input type="radio" name="circle" value=${id} ${this.#form.field('circle')} />
              <span><b>${title}</b><span class="quiet">${purpose}</span></span>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }
}

const placementOf = ({ circle, reason, reviewOn }: Part): Placement => ({
  circle,
  since: localDay(),
  ...(hasWords(reason) ? { reason: trimmed(reason) } : {}),
  ...(reviewOn ? { reviewOn } : {}),
});

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-place': MilieuLadderPlace;
  }
}
