import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { StarterDuty } from '../../content/ladder.js';
import { dutyLimits } from '../../model/kinds/ladder/table.js';
import { FormController } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { languageOf } from '../language/locale.js';
import { draftLine } from '../parts/draft-line.js';
import { problemSummary, question } from '../parts/fields.js';
import { icon } from '../parts/icons.js';
import { readsLine } from '../parts/reads-line.js';
import { viewStyles } from '../styles/style-sets.js';
import { localDay } from '../parts/date-field.js';
import { doneLine } from './saved-confirmation.js';
import { dutyOf, emptyOffer, problemsOf, isEmpty, type OfferFields, startedFrom } from './duty-offer-fields.js';
import { ladderStyles } from './ladder.styles.js';
import { residentPicker } from './resident-picker.js';
import { ladderStrings } from './strings.js';

/**
 * Offers a duty to a person. A person and a title are enough. A starter duty fills in the other fields.
 *
 * @tag milieu-ladder-offer
 * @internal
 */
export class MilieuLadderOffer extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = ladderStrings;

  /** Id of the person whom staff look at, if one is chosen. */
  @property({ attribute: false }) about?: string | undefined;
  @property({ attribute: false }) starters: readonly StarterDuty[] = [];

  readonly #form = new FormController<OfferFields>(this, {
    name: () => 'duty-offer',
    empty: () => ({ ...emptyOffer, person: this.about ?? '' }),
    isEmpty,
    problems: (offer) => problemsOf(offer, (key) => this.t(key)),
    toAct: (offer, { id }) => ({ action: 'offer', kind: 'duty', id, to: [offer.person], data: dutyOf(offer) }),
  });

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('about') && this.about && !this.#form.value.person) this.#form.start({ ...this.#form.value, person: this.about });
  }

  protected override render(): TemplateResult {
    const form = this.#form;
    const { done, problems } = form;
    if (done) {
      const name = this.name(done.value.person);
      const words = { sent: this.t('give.offered', { name }), waiting: this.t('give.offered-waiting', { name }), another: this.t('give.another') };
      return doneLine(this.truthOf(done.id), this.saveWords, words, () => form.again('person'));
    }
    return html`
      <div class="lead">
        <h3>${this.t('give.title')}</h3>
        <p class="quiet">${this.t('give.purpose')}</p>
      </div>
      <form novalidate autocomplete="off" @submit=${form.submitted}>
        ${problemSummary(form, this.t('form.problems'), { least: 1 })} ${readsLine(this.t('give.reads'))} ${draftLine(form, this)}
        ${residentPicker({
          label: this.t('give.person'),
          choose: this.t('give.choose'),
          people: this.community?.people ?? [],
          language: languageOf(this),
          problem: problems['person'],
          control: form.field('person'),
        })}
        ${this.#starters()}
        ${this.#question('title', this.t('give.what'), html`<input type="text" maxlength=${dutyLimits.title} ${form.field('title')} />`)}
        <details ${form.group('area', 'due', 'minutes', 'steps', 'safety')}>
          <summary>${icon('chev', 'chev')}${this.t('give.more')}</summary>
          <div class="stack">${this.#more()}</div>
        </details>
        <div class="row acts"><button class="btn go" type="submit" ?disabled=${form.busy}>${this.t('give.offer')}</button></div>
      </form>
    `;
  }

  #starters(): TemplateResult | typeof nothing {
    if (this.starters.length === 0) return nothing;
    const form = this.#form;
    return html`<div class="q" role="group" aria-labelledby="starters">
      <span class="lab" id="starters">${this.t('give.start-from')}</span>
      <div class="chips">
        ${this.starters.map((starter) => {
          const on = starter.title === form.value.title;
          const pick = (): void => form.put(startedFrom(starter, form.value));
          return html`<button class="chip" type="button" aria-pressed=${on} @click=${pick}>${starter.title}</button>`;
        })}
      </div>
    </div>`;
  }

  #more(): TemplateResult {
    const form = this.#form;
    const { area, minutes, minutesLeast, safety, steps, step } = dutyLimits;
    return html`
      ${this.#question('area', this.t('give.where'), html`<input type="text" maxlength=${area} ${form.field('area')} />`)}
      ${this.#question('due', this.t('give.due'), html`<input class="narrow" type="date" min=${localDay()} ${form.field('due')} />`)}
      ${this.#question(
        'minutes',
        this.t('give.minutes'),
        html`<input class="narrow" type="number" min=${minutesLeast} max=${minutes} step="1" ${form.field('minutes')} />`,
        this.t('give.minutes-hint'),
      )}
      ${this.#question('steps', this.t('give.steps'), html`<textarea rows="4" maxlength=${steps * (step + 1)} ${form.field('steps')}></textarea>`)}
      ${this.#question('safety', this.t('give.safety'), html`<textarea rows="2" maxlength=${safety} ${form.field('safety')}></textarea>`)}
    `;
  }

  #question(id: keyof OfferFields, label: string, control: TemplateResult, hint?: string): TemplateResult {
    return question(id, label, control, { problem: this.#form.problems[id], ...(hint ? { hint } : {}) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-offer': MilieuLadderOffer;
  }
}
