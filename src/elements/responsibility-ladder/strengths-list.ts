import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Feedback } from '../../model/kinds/feedback/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { trimmed } from '../../model/text.js';
import { viewStyles } from '../styles/style-sets.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { isolated } from '../language/isolate.js';
import { ladderStyles } from './ladder.styles.js';
import { ladderStrings } from './strings.js';

const shown = 2;
/** Only feedback that the person has thanked for is shown, so that nothing appears here before they have opened it themselves. */
const arrived = ['thanked'];

/**
 * The latest affirmations to a person, shown before the circles: at most two, and never their number.
 *
 * @tag milieu-ladder-strengths
 * @internal
 */
export class MilieuLadderStrengths extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = ladderStrings;

  /** Id of the person; undefined until it is known. */
  @property({ attribute: false }) whose?: string | undefined;

  @state() private words: readonly MilieuRecord<Feedback>[] = [];

  readonly #thanked = new QueryController<Feedback>(this, () =>
    this.whose === undefined ? undefined : { kind: 'feedback', to: this.whose, status: 'thanked' },
  );

  protected override willUpdate(_changed: PropertyValues): void {
    this.words = this.#thanked.kept
      .map(({ record }) => record)
      .filter(({ data, status }) => data.mode === 'affirm' && arrived.includes(status))
      .slice(0, shown);
    // Hide the element if there are none, so that it leaves no gap.
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
            ${this.t('part.quote', { words: trimmed(data.strength ?? '') || data.saw })}<cite>${isolated(this.name(by))}, ${this.date(at)}</cite>
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
