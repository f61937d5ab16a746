import { html, nothing, type TemplateResult } from 'lit';
import { fairnessOverview, type FairnessOverview, overviewSince } from '../../model/kinds/feedback/fairness.js';
import { realClock } from '../../records/base/clock.js';
import { View } from '../controllers/base-view.js';
import { compareNames } from '../language/format.js';
import { languageOf } from '../language/locale.js';
import { viewStyles } from '../styles/style-sets.js';
import { fairnessStrings } from './fairness.strings.js';
import { RecentFeedback } from './recent-feedback.js';

/**
 * Whom staff may want to think of: those who got several reminders at once, and those without an affirmation for some weeks. Names in the
 * order of the alphabet, without counts, and only while this page is known to have all feedback. Below them, how the community as a whole does.
 *
 * @tag milieu-feedback-shared
 * @internal
 */
export class MilieuFeedbackShared extends View<typeof fairnessStrings> {
  static override styles = viewStyles;
  protected readonly english = fairnessStrings;

  readonly #recent = new RecentFeedback(this, () => overviewSince(this.#now, this.community?.policy.fairness));

  get #now(): string {
    return new Date(realClock.now()).toISOString();
  }

  protected override render(): TemplateResult {
    const { community } = this;
    const { records } = this.#recent;
    if (!community || !records)
      return html`<p class="quiet">${this.t('feedback.shared.unknown')}</p>
        <milieu-checked></milieu-checked>`;
    const { isFew, piledOn, notAffirmed, ...house } = fairnessOverview(community.people, {
      records,
      fairness: community.policy.fairness,
      now: this.#now,
    });
    if (isFew) return html`<p class="quiet">${this.t('feedback.shared.few')}</p>`;
    return html`<p class="quiet small">${this.t('feedback.shared.purpose')}</p>
      ${this.#list('piled-on', piledOn)} ${this.#list('not-affirmed', notAffirmed)} ${this.#house(house)}
      <milieu-checked></milieu-checked>`;
  }

  /** The community as a whole; nothing while there is too little to say. */
  #house({ balance, waits }: Pick<FairnessOverview, 'balance' | 'waits'>): TemplateResult | typeof nothing {
    if (!balance && !waits) return nothing;
    return html`<section aria-labelledby="house">
      <h3 id="house">${this.t('feedback.shared.house')}</h3>
      ${balance ? html`<p class="quiet">${this.t(`feedback.shared.balance.${balance}`)}</p>` : nothing}
      ${waits ? html`<p class="quiet">${this.t(`feedback.shared.waits.${waits}`)}</p>` : nothing}
    </section>`;
  }

  #list(key: 'piled-on' | 'not-affirmed', people: readonly string[]): TemplateResult {
    const names = people.map((person) => this.name(person)).sort((a, b) => compareNames(a, b, languageOf(this)));
    return html`<section aria-labelledby=${key}>
      <h3 id=${key}>${this.t(`feedback.shared.${key}`)}</h3>
      ${
        names.length === 0
          ? html`<p class="quiet">${this.t('feedback.shared.none')}</p>`
          : html`<p class="quiet">${this.t(`feedback.shared.${key}-more`)}</p>
              <ul>
                ${names.map((name) => html`<li>${name}</li>`)}
              </ul>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-feedback-shared': MilieuFeedbackShared;
  }
}
