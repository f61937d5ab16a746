import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { StarterDuty } from '../../content/ladder.js';
import type { Duty } from '../../model/ladder.js';
import type { MilieuRecord } from '../../model/record.js';
import { viewStyles } from '../shared/base.js';
import { Watched } from '../shared/screen.js';
import { View } from '../shared/view.js';
import { ladderStyles } from './ladder.styles.js';
import { ladderStrings } from './strings.js';

/**
 * For staff: first what somebody waits for an answer to, then a way to offer something.
 *
 * @tag milieu-ladder-give
 * @internal
 */
export class MilieuLadderGive extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = ladderStrings;

  /** The person whom staff look at, if one is chosen. */
  @property({ attribute: false }) about?: string | undefined;
  @property({ attribute: false }) starters: readonly StarterDuty[] = [];

  readonly #asked = new Watched<Duty>(this, () => ({ kind: 'duty', status: 'help-asked', limit: 60 }));
  readonly #swaps = new Watched<Duty>(this, () => ({ kind: 'duty', status: 'swap-asked', limit: 60 }));
  readonly #declined = new Watched<Duty>(this, () => ({ kind: 'duty', status: 'declined', limit: 60 }));
  #count = 0;

  protected override updated(_changed: PropertyValues): void {
    // The row that was answered is gone: the focus goes to the heading above those that are left.
    const count = this.#waiting().length;
    const lost = count < this.#count && this.matches(':focus-within') && !this.shadowRoot?.activeElement;
    this.#count = count;
    if (lost) this.renderRoot.querySelector('h3')?.focus();
  }

  protected override render(): unknown {
    return this.draw(this.#asked.screen, {
      ready: (_kept, writable) => this.#page(writable),
      empty: () => this.#page(true),
    });
  }

  /** Longest waiting first, those who ask for help before all. */
  #waiting(): readonly MilieuRecord<Duty>[] {
    return [this.#asked, this.#swaps, this.#declined].flatMap(({ kept }) => kept.map(({ record }) => record).reverse());
  }

  #page(writable: boolean): TemplateResult {
    const waiting = this.#waiting();
    return html`
      <section class="stack close" aria-labelledby="waiting">
        <h3 id="waiting" tabindex="-1">${this.t('give.waiting')}</h3>
        ${
          waiting.length > 0
            ? html`<ul class="rows">
                ${repeat(
                  waiting,
                  ({ id }) => id,
                  (duty) => html`<li><milieu-ladder-answer .duty=${duty} .writable=${writable} .acts=${this.acts}></milieu-ladder-answer></li>`,
                )}
              </ul>`
            : html`<p class="quiet">${this.t('give.nothing-waiting')}</p>`
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
