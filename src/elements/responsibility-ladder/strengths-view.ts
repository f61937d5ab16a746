import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Feedback } from '../../model/feedback.js';
import type { MilieuRecord } from '../../model/record.js';
import { viewStyles } from '../shared/base.js';
import { Watched } from '../shared/screen.js';
import { View } from '../shared/view.js';
import { ladderStyles } from './ladder.styles.js';
import { ladderStrings } from './strings.js';

const shown = 2;
/** What the person has read and thanked for: nothing is shown here that they have not opened when they were ready. */
const arrived = ['thanked'];

/**
 * The last good words that people gave somebody, before any circle. Two at most, never how many.
 *
 * @tag milieu-ladder-strengths
 * @internal
 */
export class MilieuLadderStrengths extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = ladderStrings;

  /** Whose; undefined until it is known. */
  @property({ attribute: false }) whose?: string | undefined;

  @state() private words: readonly MilieuRecord<Feedback>[] = [];

  readonly #given = new Watched<Feedback>(this, () => (this.whose === undefined ? undefined : { kind: 'feedback', to: this.whose, limit: 20 }));

  protected override willUpdate(_changed: PropertyValues): void {
    this.words = this.#given.kept
      .map(({ record }) => record)
      .filter(({ data, status }) => data.mode === 'affirm' && arrived.includes(status))
      .slice(0, shown);
    // Without words there is no box either, and so no gap.
    this.hidden = this.words.length === 0;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this;
    if (words.length === 0) return nothing;
    const mine = this.whose === this.community?.actor.person;
    return html`<section class="stack close">
      <h3>${this.t(mine ? 'part.strengths' : 'part.strengths-of', { name: this.name(this.whose ?? '') })}</h3>
      ${words.map(
        ({ data, by, at }) =>
          html`<blockquote class="quote">
            ${this.t('part.quote', { words: data.strength?.trim() || data.saw })}<cite>${this.name(by)}, ${this.date(at)}</cite>
          </blockquote>`,
      )}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-strengths': MilieuLadderStrengths;
  }
}
