import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Circle } from '../../content/ladder.js';
import { isOver, isTakenBack } from '../../model/kinds/step/states.js';
import type { Step, StepAsk } from '../../model/kinds/step/table.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { viewStyles } from '../styles/style-sets.js';
import { ladderStyles } from './ladder.styles.js';
import { stepStrings } from './step.strings.js';

/**
 * For residents: what others ask them, their own request if there is one, and the form for one.
 *
 * @tag milieu-ladder-step
 * @internal
 */
export class MilieuLadderStep extends View<typeof stepStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = stepStrings;

  @property({ attribute: false }) circles: readonly Circle[] = [];

  readonly #asks = new QueryController<StepAsk>(this, () => this.#of((person) => ({ kind: 'step-ask', to: person, status: 'asked' })));
  readonly #steps = new QueryController<Step>(this, () => this.#of((person) => ({ kind: 'step', by: person })));

  #of<T>(query: (person: string) => T): T | undefined {
    const person = this.community?.actor.person;
    return person === undefined ? undefined : query(person);
  }

  protected override render(): unknown {
    return this.renderState(this.#steps.state, { ready: () => this.#page(), empty: () => this.#page() });
  }

  #page(): TemplateResult {
    const [last] = this.#steps.kept.map(({ record }) => record).filter((step) => !isTakenBack(step));
    return html`
      ${repeat(
        this.#asks.kept,
        ({ record }) => record.id,
        ({ record }) => html`<milieu-ladder-peer .ask=${record} .acts=${this.acts}></milieu-ladder-peer>`,
      )}
      ${last ? html`<milieu-ladder-own-step .step=${last} .acts=${this.acts}></milieu-ladder-own-step>` : nothing}
      ${last && !isOver(last) ? nothing : html`<milieu-ladder-ask-step .circles=${this.circles} .acts=${this.acts}></milieu-ladder-ask-step>`}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-step': MilieuLadderStep;
  }
}
