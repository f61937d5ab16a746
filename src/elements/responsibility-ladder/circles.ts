import { html, nothing, type TemplateResult } from 'lit';
import { vars } from '../shared/vars.js';

/** One circle: what it is called, and whether the person has been through it, is in it, or has not entered it yet. */
export interface Circle {
  readonly name: unknown;
  /** A few words under the name; for the circle one is in they must say so, because colour alone does not. */
  readonly note?: unknown;
  readonly is: 'was' | 'now' | 'later';
}

const row = ({ name, note, is }: Circle): TemplateResult => html`
  <li class=${is} aria-current=${is === 'now' ? 'step' : nothing}>
    <span class="name">${name}</span>${note ? html`<span class="note">${note}</span>` : nothing}
  </li>
`;

/**
 * The circles, the first and smallest one on top. Needs `ladderStyles`.
 * @param steps in order, at most one `now`
 * @param label what the list is, for screen readers
 * @param resting the person rests from the circle they are in
 */
export const circles = (steps: readonly Circle[], label: string, resting = false): TemplateResult => html`
  <div class="circles ${resting ? 'resting' : ''}" ${vars({ '--_steps': steps.length })}>
    <ol aria-label=${label}>
      ${steps.map(row)}
    </ol>
    ${steps.map((step, at) => html`<i class="arc ${step.is}" aria-hidden="true" ${vars({ '--_step': at + 1 })}></i>`).reverse()}
  </div>
`;
