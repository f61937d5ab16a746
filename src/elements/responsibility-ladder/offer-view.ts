import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { StarterDuty } from '../../content/ladder.js';
import { dutyLimits } from '../../model/ladder.js';
import { icon } from '../shared/icons.js';
import { today } from './day.js';
import { describes, field } from './form-parts.js';
import { dutyOf, emptyOffer, faultsOf, isEmpty, type Offer, startedFrom } from './offer.js';
import { StaffForm, type Written } from './staff-form.js';
import type { LadderKey } from './strings.js';

/**
 * Offers one duty to one person. A person and a title are enough; a starter fills in the rest.
 *
 * @tag milieu-ladder-offer
 * @internal
 */
export class MilieuLadderOffer extends StaffForm<Offer> {
  @property({ attribute: false }) starters: readonly StarterDuty[] = [];

  protected readonly words = {
    person: 'give.person',
    do: 'give.offer',
    done: 'give.offered',
    waiting: 'give.offered-waiting',
    another: 'give.another',
  } as const;

  constructor() {
    super(emptyOffer, 'duty-offer');
  }

  protected isEmpty(offer: Offer): boolean {
    return isEmpty(offer);
  }
  protected faultsOf(offer: Offer): Readonly<Partial<Record<keyof Offer, LadderKey>>> {
    return faultsOf(offer);
  }
  protected written(offer: Offer): Written {
    return { action: 'offer', kind: 'duty', data: dutyOf(offer) };
  }

  protected opening(): TemplateResult {
    return html`<div class="lead">
      <h3>${this.t('give.title')}</h3>
      <p class="quiet">${this.t('give.purpose')}</p>
    </div>`;
  }

  protected fields(): TemplateResult {
    return html`
      ${this.#starters()} ${this.#text('title', this.t('give.what'), dutyLimits.title)}
      <details ?open=${Boolean(this.faults['minutes'] ?? this.faults['steps'])}>
        <summary>${icon('chev', 'chev')}${this.t('give.more')}</summary>
        <div class="stack">${this.#more()}</div>
      </details>
    `;
  }

  #starters(): TemplateResult | typeof nothing {
    if (this.starters.length === 0) return nothing;
    return html`<div class="q" role="group" aria-labelledby="starters">
      <span class="lab" id="starters">${this.t('give.start-from')}</span>
      <div class="chips">
        ${this.starters.map((starter) => {
          const on = starter.title === this.form.title;
          const pick = (): void => this.put(startedFrom(starter, this.form));
          return html`<button class="chip" type="button" aria-pressed=${on} @click=${pick}>${starter.title}</button>`;
        })}
      </div>
    </div>`;
  }

  #more(): TemplateResult {
    const steps = { id: 'steps', label: this.t('give.steps'), faults: this.faults };
    const minutes = { id: 'minutes', label: this.t('give.minutes'), hint: this.t('give.minutes-hint'), faults: this.faults };
    return html`
      ${this.#text('area', this.t('give.where'), dutyLimits.area)}
      ${field({ id: 'due', label: this.t('give.due'), faults: this.faults }, html`<input class="narrow" type="date" id="due" autocomplete="off" min=${today()} .value=${this.form.due} @input=${this.typed} />`)}
      ${field(
        minutes,
        html`<input
          class="narrow"
          type="number"
          id="minutes"
          autocomplete="off"
          min=${dutyLimits.minutesLeast}
          max=${dutyLimits.minutes}
          step="1"
          aria-describedby=${describes(minutes)}
          aria-invalid=${this.faults['minutes'] ? 'true' : nothing}
          .value=${this.form.minutes}
          @input=${this.typed}
        />`,
      )}
      ${field(
        steps,
        html`<textarea
          id="steps"
          rows="4"
          maxlength=${dutyLimits.steps * (dutyLimits.step + 1)}
          autocomplete="off"
          aria-describedby=${describes(steps)}
          aria-invalid=${this.faults['steps'] ? 'true' : nothing}
          .value=${this.form.steps}
          @input=${this.typed}
        ></textarea>`,
      )}
      ${field(
        { id: 'safety', label: this.t('give.safety'), faults: this.faults },
        html`<textarea
          id="safety"
          rows="2"
          maxlength=${dutyLimits.safety}
          autocomplete="off"
          .value=${this.form.safety}
          @input=${this.typed}
        ></textarea>`,
      )}
    `;
  }

  #text(id: 'title' | 'area', label: string, most: number): TemplateResult {
    const of = { id, label, faults: this.faults };
    return field(
      of,
      html`<input
        type="text"
        id=${id}
        maxlength=${most}
        autocomplete="off"
        aria-describedby=${describes(of)}
        aria-invalid=${this.faults[id] ? 'true' : nothing}
        .value=${this.form[id]}
        @input=${this.typed}
      />`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-offer': MilieuLadderOffer;
  }
}
