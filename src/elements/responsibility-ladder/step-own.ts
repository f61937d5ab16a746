import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { isAppealed, isDecided, isGathering, isOpened, isOpenView } from '../../model/kinds/step/states.js';
import type { Step, StepAsk, StepDecision, StepView } from '../../model/kinds/step/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { contactRows } from '../parts/contact-rows.js';
import { viewStyles } from '../styles/style-sets.js';
import { ladderStyles } from './ladder.styles.js';
import { actAndFollow, decisionLines, twoVoices } from './step-parts.js';
import { stepStrings } from './step.strings.js';

/**
 * A person's own request: who was asked, what others saw once all of it is opened, what was decided and why, and what they can do then.
 *
 * @tag milieu-ladder-own-step
 * @internal
 * @fires {Event} help-asked - The person wants to call staff. It bubbles.
 */
export class MilieuLadderOwnStep extends View<typeof stepStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = stepStrings;

  @property({ attribute: false }) step!: MilieuRecord<Step>;

  readonly #asks = new QueryController<StepAsk>(this, () => ({ kind: 'step-ask', about: this.step.id }));
  readonly #views = new QueryController<StepView>(this, () => ({ kind: 'step-view', to: this.step.by }));
  readonly #decisions = new QueryController<StepDecision>(this, () => ({ kind: 'step-decision', about: this.step.id }));

  protected override render(): TemplateResult {
    const { step } = this;
    const [decision] = this.#decisions.kept.map(({ record }) => record);
    const title = this.t(decision && !isAppealed(step) ? 'step.decided' : 'step.mine', { title: step.data.title });
    return html`<section class="stack" aria-labelledby="step">
      <h3 id="step" tabindex="-1">${title}</h3>
      ${decision ? this.#decision(decision) : html`<p class="quiet">${this.t('step.asked-on', { date: this.date(step.at) })}</p>`}
      ${isGathering(step) ? this.#gathering() : nothing}
      ${isOpened(step) ? html`<p>${this.t(isAppealed(step) ? 'step.appealed' : 'step.opened')}</p>` : nothing}
      ${isOpened(step) ? twoVoices(this.t('step.own-voice'), step, this.#opened, this.#words) : nothing}
      <div class="row acts">${this.#act('appeal')} ${this.#act('close')} ${this.#act('take-back')}</div>
    </section>`;
  }

  get #opened(): readonly MilieuRecord<StepView>[] {
    return this.#views.kept.map(({ record }) => record).filter((view) => view.data.step === this.step.id && isOpenView(view));
  }

  /** What this device has of the request. */
  get #records(): readonly MilieuRecord[] {
    return [...this.#asks.kept, ...this.#views.kept].map(({ record }) => record);
  }

  get #words(): Parameters<typeof decisionLines>[1] {
    return { t: (key, values) => this.t(key, values), date: (iso) => this.date(iso), name: (person) => this.name(person) };
  }

  #gathering(): TemplateResult {
    const said = { asked: 'step.peer-asked', told: 'step.peer-told', 'not-now': 'step.peer-not-now' } as const;
    const asks = this.#asks.kept.map(({ record }) => record).filter(({ status }) => status in said);
    return html`<p>${this.t('step.gathering')}</p>
      ${
        asks.length > 0
          ? html`<ul class="rows">
              ${asks.map(({ status, to }) => html`<li>${this.t(said[status as keyof typeof said], { name: this.name(to[0] ?? '') })}</li>`)}
            </ul>`
          : nothing
      }
      <milieu-ladder-invite .step=${this.step} .asks=${asks} .acts=${this.acts}></milieu-ladder-invite>`;
  }

  #decision(decision: MilieuRecord<StepDecision>): TemplateResult {
    return html`${decisionLines(decision, this.#words)}
    ${decision.data.outcome === 'not-yet' ? this.#support() : isDecided(this.step) ? html`<p class="quiet">${this.t('step.yes-more')}</p>` : nothing}`;
  }

  /** Whom to call, in the host's own words; staff are always one press away. */
  #support(): TemplateResult {
    const people = this.community?.help?.people ?? [];
    return html`<div class="nudge">
      <p>${this.t('step.not-yet-more')}</p>
      ${
        people.length > 0
          ? html`<ul class="rows">
              ${contactRows(people)}
            </ul>`
          : nothing
      }
      <div class="row">
        <button class="btn" type="button" @click=${(): boolean => this.dispatchEvent(new Event('help-asked', { bubbles: true, composed: true }))}>
          ${this.t('step.call')}
        </button>
      </div>
    </div>`;
  }

  #act(action: 'appeal' | 'close' | 'take-back'): TemplateResult | typeof nothing {
    if (!this.community?.can(action, this.step)) return nothing;
    return html`<button class="btn word plain" type="button" @click=${(): unknown => actAndFollow(this.acts, action, this.step, this.#records)}>
      ${this.t(`step.${action}`)}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-own-step': MilieuLadderOwnStep;
  }
}
