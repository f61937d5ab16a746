import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Circle } from '../../content/ladder.js';
import { isOver } from '../../model/kinds/step/states.js';
import type { Step } from '../../model/kinds/step/table.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { viewStyles } from '../styles/style-sets.js';
import { ladderStyles } from './ladder.styles.js';
import { stepStrings } from './step.strings.js';

/**
 * For staff: the requests for a talk that are not finished, the longest waiting first.
 *
 * @tag milieu-ladder-steps
 * @internal
 */
export class MilieuLadderSteps extends View<typeof stepStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = stepStrings;

  @property({ attribute: false }) circles: readonly Circle[] = [];

  readonly #steps = new QueryController<Step>(this, () => ({ kind: 'step' }));

  protected override render(): unknown {
    return this.renderState(this.#steps.state, { ready: () => this.#list(), empty: () => this.#none() });
  }

  #none(): TemplateResult {
    return html`<milieu-checked .words=${this.t('steps.none')}></milieu-checked>`;
  }

  #list(): TemplateResult {
    const open = this.#steps.kept
      .map(({ record }) => record)
      .filter((step) => !isOver(step))
      .reverse();
    if (open.length === 0) return this.#none();
    return html`<h3 tabindex="-1">${this.t('steps.title')}</h3>
      <ul class="rows">
        ${repeat(
          open,
          ({ id }) => id,
          (step) => html`<li><milieu-ladder-request .step=${step} .circles=${this.circles} .acts=${this.acts}></milieu-ladder-request></li>`,
        )}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-steps': MilieuLadderSteps;
  }
}
