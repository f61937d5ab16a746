import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { StarterDuty } from '../../content/ladder.js';
import { dutyLimits } from '../../model/ladder.js';
import { viewStyles } from '../shared/base.js';
import { Draft } from '../shared/draft.js';
import { icon } from '../shared/icons.js';
import { View } from '../shared/view.js';
import { today } from './day.js';
import { describes, type Faults, field, summary } from './form-parts.js';
import { ladderStyles } from './ladder.styles.js';
import { dutyOf, emptyOffer, faultsOf, isEmpty, type Offer, startedFrom } from './offer.js';
import { personField } from './person-field.js';
import { ladderStrings } from './strings.js';

/**
 * Offers one duty to one person. A person and a title are enough; a starter fills in the rest.
 *
 * @tag milieu-ladder-offer
 * @internal
 */
export class MilieuLadderOffer extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = ladderStrings;

  @property({ attribute: false }) about?: string | undefined;
  @property({ attribute: false }) starters: readonly StarterDuty[] = [];

  @state() private offer: Offer = emptyOffer;
  @state() private faults: Faults = {};
  @state() private saving = false;
  /** Whom the last offer went to. */
  @state() private offered = '';
  readonly #draft = new Draft<Offer>(
    this,
    'duty-offer',
    () => (isEmpty(this.offer) ? undefined : this.offer),
    (offer) => {
      this.offer = offer;
    },
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('about') && this.about && !this.offer.person) this.offer = { ...this.offer, person: this.about };
  }

  protected override render(): TemplateResult {
    if (this.offered) return this.#done();
    return html`
      <div class="lead">
        <h3>${this.t('give.title')}</h3>
        <p class="quiet">${this.t('give.purpose')}</p>
      </div>
      <form novalidate @submit=${this.#send}>
        ${summary(this.t('form.problems'), this.faults, (id) => this.#go(id))}
        <p class="reads">${icon('eye')}<span>${this.t('give.reads')}</span></p>
        ${this.#draft.restored ? html`<p class="quiet small">${this.t('draft.kept')}</p>` : nothing}
        ${personField({
          label: this.t('give.person'),
          choose: this.t('give.choose'),
          people: this.community?.people ?? [],
          value: this.offer.person,
          faults: this.faults,
          picked: (person) => this.#put({ person }),
        })}
        ${this.#starters()} ${this.#text('title', this.t('give.what'), dutyLimits.title)}
        <details ?open=${Boolean(this.faults['minutes'] ?? this.faults['steps'])}>
          <summary>${icon('chev', 'chev')}${this.t('give.more')}</summary>
          <div class="stack">${this.#more()}</div>
        </details>
        <div class="row acts"><button class="btn go" type="submit" ?disabled=${this.saving}>${this.t('give.offer')}</button></div>
      </form>
    `;
  }

  #done(): TemplateResult {
    return html`<div class="lead">
        <h3 tabindex="-1">${this.t('give.offered', { name: this.name(this.offered) })}</h3>
      </div>
      <div class="row acts">
        <button
          class="btn"
          type="button"
          @click=${(): void => {
            this.offered = '';
          }}
        >
          ${this.t('give.another')}
        </button>
      </div>`;
  }

  #starters(): TemplateResult | typeof nothing {
    if (this.starters.length === 0) return nothing;
    return html`<div class="q" role="group" aria-labelledby="starters">
      <span class="lab" id="starters">${this.t('give.start-from')}</span>
      <div class="chips">
        ${this.starters.map((starter) => {
          const on = starter.title === this.offer.title;
          const pick = (): void => this.#put(startedFrom(starter, this.offer));
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
      ${field({ id: 'due', label: this.t('give.due'), faults: this.faults }, html`<input class="narrow" type="date" id="due" autocomplete="off" min=${today()} .value=${this.offer.due} @input=${this.#typed} />`)}
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
          .value=${this.offer.minutes}
          @input=${this.#typed}
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
          .value=${this.offer.steps}
          @input=${this.#typed}
        ></textarea>`,
      )}
      ${this.#text('safety', this.t('give.safety'), dutyLimits.safety)}
    `;
  }

  #text(id: 'title' | 'area' | 'safety', label: string, most: number): TemplateResult {
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
        .value=${this.offer[id]}
        @input=${this.#typed}
      />`,
    );
  }

  readonly #typed = (event: Event): void => {
    const { id, value } = event.target as HTMLInputElement;
    this.#put({ [id]: value });
  };

  #put(part: Partial<Offer>): void {
    this.offer = { ...this.offer, ...part };
    this.faults = Object.fromEntries(Object.entries(this.faults).filter(([id]) => !(id in part)));
    this.#draft.touch();
  }

  #go(id: string): void {
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }

  readonly #send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.saving) return;
    const found = Object.entries(faultsOf(this.offer)).map(([id, key]) => [id, this.t(key)] as const);
    this.faults = Object.fromEntries(found);
    if (found.length > 0) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.problems')?.focus();
      return;
    }
    this.saving = true;
    const { person } = this.offer;
    const { id, key, name } = this.#draft;
    await this.#draft.settled();
    const change = await this.acts?.act('offer', { kind: 'duty', id }, { to: [person], data: dutyOf(this.offer), key, draft: name });
    this.saving = false;
    if (!change) return;
    this.#draft.renew();
    this.offer = { ...emptyOffer, person: this.about ?? '' };
    this.offered = person;
    await this.updateComplete;
    this.renderRoot.querySelector('h3')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-offer': MilieuLadderOffer;
  }
}
