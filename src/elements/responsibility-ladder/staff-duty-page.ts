import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { StarterDuty } from '../../content/ladder.js';
import type { JobDay } from '../../model/kinds/job/table.js';
import type { Duty } from '../../model/kinds/ladder/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { compareText } from '../../model/text.js';
import { viewStyles } from '../styles/style-sets.js';
import { QueryController } from '../controllers/query.js';
import { Today } from '../parts/today.js';
import { together } from '../controllers/view-state.js';
import { View } from '../controllers/base-view.js';
import { ladderStyles } from './ladder.styles.js';
import { ladderStrings } from './strings.js';
import { takeFocus } from '../controllers/take-focus.js';

/**
 * For staff: first the requests that wait for an answer, then the form to offer a duty.
 *
 * @tag milieu-ladder-give
 * @internal
 */
export class MilieuLadderGive extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = ladderStrings;

  /** Id of the person whom staff look at, if one is chosen. */
  @property({ attribute: false }) about?: string | undefined;
  @property({ attribute: false }) starters: readonly StarterDuty[] = [];

  readonly #asked = new QueryController<Duty>(this, () => ({ kind: 'duty', status: 'help-asked' }));
  readonly #swaps = new QueryController<Duty>(this, () => ({ kind: 'duty', status: 'swap-asked' }));
  readonly #declined = new QueryController<Duty>(this, () => ({ kind: 'duty', status: 'declined' }));
  readonly #needHelp = new QueryController<JobDay>(this, () => ({ kind: 'job-day', status: 'help-asked' }));
  readonly #saidNo = new QueryController<JobDay>(this, () => ({ kind: 'job-day', status: 'declined' }));
  readonly #today = new Today(this);
  readonly #lists = [this.#asked, this.#swaps, this.#declined, this.#needHelp, this.#saidNo];
  #count = 0;

  protected override updated(_changed: PropertyValues): void {
    // The answered row is gone, so the focus moves to the heading of the list.
    const count = this.#waiting().length + this.#days().length;
    const lost = count < this.#count && this.matches(':focus-within') && !this.shadowRoot?.activeElement;
    this.#count = count;
    if (lost) takeFocus(this.renderRoot.querySelector('h3'));
  }

  protected override render(): unknown {
    return this.renderState(together(...this.#lists.map(({ state: screen }) => screen)), {
      ready: (_kept, writable) => this.#page(writable),
      empty: () => this.#page(true),
    });
  }

  /** Requests for help first, then swaps, then declined duties; in each group the oldest first. */
  #waiting(): readonly MilieuRecord<Duty>[] {
    return [this.#asked, this.#swaps, this.#declined].flatMap(({ kept }) => kept.map(({ record }) => record).reverse());
  }

  /** What people said about jobs on days that have not passed, or on all days from then on; the nearest day first. */
  #days(): readonly MilieuRecord<JobDay>[] {
    const all = [this.#needHelp, this.#saidNo].flatMap(({ kept }) => kept.map(({ record }) => record));
    return all.filter(({ data }) => data.onwards || data.day >= this.#today.day).sort((a, b) => compareText(a.data.day, b.data.day));
  }

  #page(writable: boolean): TemplateResult {
    const [waiting, days] = [this.#waiting(), this.#days()];
    return html`
      <section class="stack close" aria-labelledby="waiting">
        <h3 id="waiting" tabindex="-1">${this.t('give.waiting')}</h3>
        ${
          waiting.length + days.length > 0
            ? html`<milieu-checked></milieu-checked>
                <ul class="rows">
                  ${repeat(
                    days,
                    ({ id }) => id,
                    (day) => html`<li><milieu-ladder-day .answer=${day} .writable=${writable} .acts=${this.acts}></milieu-ladder-day></li>`,
                  )}
                  ${repeat(
                    waiting,
                    ({ id }) => id,
                    (duty) => html`<li><milieu-ladder-answer .duty=${duty} .writable=${writable} .acts=${this.acts}></milieu-ladder-answer></li>`,
                  )}
                </ul>`
            : html`<milieu-checked .words=${this.t('give.nothing-waiting')}></milieu-checked>`
        }
      </section>
      ${writable ? html`<milieu-ladder-offer .about=${this.about} .starters=${this.starters} .acts=${this.acts}></milieu-ladder-offer>` : nothing}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-give': MilieuLadderGive;
  }
}
