import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Circle } from '../../content/ladder.js';
import { isDecided, isGathering, isOpened, isOpenView, isWaiting } from '../../model/kinds/step/states.js';
import { type Step, type StepAsk, type StepDecision, stepLimits, type StepView } from '../../model/kinds/step/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { hasWords, isAtLeast, trimmed } from '../../model/text.js';
import { FormController } from '../controllers/form.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { formatList } from '../language/format.js';
import { languageOf } from '../language/locale.js';
import { draftLine } from '../parts/draft-line.js';
import { question } from '../parts/fields.js';
import { readsLine } from '../parts/reads-line.js';
import { viewStyles } from '../styles/style-sets.js';
import { ladderStyles } from './ladder.styles.js';
import { actAndFollow, decisionLines, twoVoices } from './step-parts.js';
import { stepStrings } from './step.strings.js';

/**
 * One request for staff: what they saw themselves, then all answers at once beside the person's own examples, then the decision. No answer of
 * somebody else is shown before all are opened.
 *
 * @tag milieu-ladder-request
 * @internal
 */
export class MilieuLadderRequest extends View<typeof stepStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = stepStrings;

  @property({ attribute: false }) step!: MilieuRecord<Step>;
  @property({ attribute: false }) circles: readonly Circle[] = [];
  @state() private places = false;

  readonly #asks = new QueryController<StepAsk>(this, () => ({ kind: 'step-ask', about: this.step.id }));
  readonly #views = new QueryController<StepView>(this, () => ({ kind: 'step-view', to: this.step.by }));
  readonly #decisions = new QueryController<StepDecision>(this, () => ({ kind: 'step-decision', about: this.step.id }));
  readonly #form = new FormController<{ readonly saw: string }>(this, {
    name: () => `step-view:${this.step.id}`,
    empty: () => ({ saw: '' }),
    isEmpty: ({ saw }) => !hasWords(saw),
    problems: ({ saw }) => ({ saw: isAtLeast(saw, stepLimits.sawLeast) ? undefined : this.t('peer.saw-missing') }),
    toAct: ({ saw }, gesture) => {
      const { id, rev } = this.step;
      return { action: 'add-view', kind: 'step', id, rev, answers: [{ id: gesture.id, kind: 'step-view', data: { step: id, saw: trimmed(saw) } }] };
    },
  });

  protected override render(): TemplateResult {
    const { step } = this;
    const name = this.name(step.by);
    const [decision] = this.#decisions.kept.map(({ record }) => record);
    return html`<section class="stack" aria-labelledby="request">
      <h4 id="request">${this.t('steps.of', { name, title: step.data.title })}</h4>
      <p class="quiet small">${this.t('step.asked-on', { date: this.date(step.at) })}</p>
      ${decision ? decisionLines(decision, this.#words) : nothing} ${isGathering(step) ? this.#gathering(name) : nothing}
      ${isOpened(step) ? this.#opened(name, decision) : nothing} ${isDecided(step) && decision ? this.#decided(name, decision) : nothing}
    </section>`;
  }

  /** What this device has of the request. */
  get #records(): readonly MilieuRecord[] {
    return [...this.#asks.kept, ...this.#views.kept].map(({ record }) => record);
  }

  get #words(): Parameters<typeof decisionLines>[1] {
    return { t: (key, values) => this.t(key, values), date: (iso) => this.date(iso), name: (person) => this.name(person) };
  }

  get #given(): readonly MilieuRecord<StepView>[] {
    return this.#views.kept.map(({ record }) => record).filter(({ data }) => data.step === this.step.id);
  }

  #gathering(name: string): TemplateResult {
    const waiting = this.#asks.kept.map(({ record }) => record).filter(isWaiting);
    const isAdded = this.#given.some(({ about, by }) => about === this.step.id && by === this.community?.actor.person);
    const hasStaff = this.#given.some(({ about }) => about === this.step.id);
    const isReady = waiting.length === 0 && hasStaff;
    const names = formatList(
      waiting.map(({ to }) => this.name(to[0] ?? '')),
      languageOf(this),
    );
    return html`
      ${isAdded ? html`<p>${this.t('steps.i-added')}</p>` : this.#own(name)}
      ${waiting.length > 0 ? html`<p>${this.t('steps.waits', { names })}</p>` : nothing}
      ${hasStaff ? nothing : html`<p>${this.t('steps.staff-first')}</p>`} ${isReady ? html`<p>${this.t('steps.kept')}</p>` : nothing}
      <div class="row acts">
        <button
          class="btn ${isReady ? 'go' : ''}"
          type="button"
          aria-describedby="request"
          @click=${(): unknown => actAndFollow(this.acts, isReady ? 'open' : 'open-now', this.step, this.#records)}
        >
          ${this.t(isReady ? 'steps.open' : 'steps.open-now')}
        </button>
      </div>
      ${isReady ? nothing : html`<p class="quiet small">${this.t('steps.open-more')}</p>`}
    `;
  }

  #own(name: string): TemplateResult {
    const form = this.#form;
    const field = html`<textarea rows="3" maxlength=${stepLimits.saw} ${form.field('saw')}></textarea>`;
    return html`<form class="tear-off" novalidate autocomplete="off" @submit=${form.submitted}>
      ${readsLine(this.t('steps.saw-reads', { name }))} ${draftLine(form, this, { kept: false })}
      ${question('saw', this.t('steps.saw', { name }), field, { hint: this.t('peer.saw-hint'), problem: form.problems['saw'] })}
      <div class="row acts"><button class="btn" type="submit" ?disabled=${form.busy}>${this.t('steps.saw-do')}</button></div>
    </form>`;
  }

  #opened(name: string, before: MilieuRecord<StepDecision> | undefined): TemplateResult {
    const isOther = !this.#decisions.kept.some(({ record }) => record.by === this.community?.actor.person);
    return html`${twoVoices(this.t('step.own-voice-of', { name }), this.step, this.#given.filter(isOpenView), this.#words)}
    ${
      before && !isOther
        ? html`<p>${this.t('steps.other-eyes')}</p>`
        : html`<milieu-ladder-decide .step=${this.step} .acts=${this.acts}></milieu-ladder-decide>`
    }`;
  }

  /** A *yes* moves nobody: staff write the part down, and say something good if they like. */
  #decided(name: string, { data }: MilieuRecord<StepDecision>): TemplateResult {
    const isYes = data.outcome !== 'not-yet';
    return html`<div class="row acts">
        ${
          isYes
            ? html`<button class="btn go" type="button" aria-expanded=${this.places} @click=${(): boolean => (this.places = !this.places)}>
                  ${this.t('steps.place')}
                </button>
                <button
                  class="btn"
                  type="button"
                  @click=${(): unknown => this.community?.waysIn.open({ tag: 'milieu-peer-feedback', view: 'write' })}
                >
                  ${this.t('steps.thank', { name })}
                </button>`
            : nothing
        }
        <button
          class="btn word plain"
          type="button"
          aria-describedby="request"
          @click=${(): unknown => actAndFollow(this.acts, 'close', this.step, this.#records)}
        >
          ${this.t('steps.close')}
        </button>
      </div>
      ${this.places ? html`<milieu-ladder-place .step=${this.step} .circles=${this.circles} .acts=${this.acts}></milieu-ladder-place>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-request': MilieuLadderRequest;
  }
}
