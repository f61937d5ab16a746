import { html, nothing, type TemplateResult } from 'lit';
import { cssVariables } from '../styles/css-variables-directive.js';

/** One circle: its name, and whether the person was in it before, is in it now, or has not entered it yet. */
export interface Circle {
  readonly name: unknown;
  /** Text below the name. For the current circle it must say so, because colour alone is not enough. */
  readonly note?: unknown;
  readonly is: 'was' | 'now' | 'later';
}

const row = ({ name, note, is }: Circle): TemplateResult => html`
  <li class=${is} aria-current=${is === 'now' ? 'step' : nothing}>
    <span class="name">${name}</span>${note ? html`<span class="note">${note}</span>` : nothing}
  </li>
`;

/**
 * The circles, with the first and smallest on top. Needs `ladderStyles`.
 * @param steps the circles in order, at most one `now`
 * @param label accessible name of the list
 * @param resting whether the person's placement is paused
 */
export const circles = (steps: readonly Circle[], label: string, resting = false): TemplateResult => html`
  <div class="circles ${resting ? 'resting' : ''}" ${cssVariables({ '--_steps': steps.length })}>
    <ol aria-label=${label}>
      ${steps.map(row)}
    </ol>
    ${steps.map((step, at) => html`<i class="arc ${step.is}" aria-hidden="true" ${cssVariables({ '--_step': at + 1 })}></i>`).reverse()}
  </div>
`;
