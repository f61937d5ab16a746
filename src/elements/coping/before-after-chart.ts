import { html, nothing, type TemplateResult } from 'lit';
import { cssVariables } from '../styles/css-variables-directive.js';

/** Two ratings from 0 to 10 and their labels. */
export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
  readonly words: {
    readonly before: string;
    readonly after: string;
    /** A text alternative, such as `Before 8, after 5, on a line from 0 to 10`. */
    readonly all: string;
  };
  /** Formats a number in the page's language. */
  readonly digit?: (value: number) => string;
}

const marks = html`<i class="base"></i><i class="run"></i><i class="mark-before"></i><i class="mark-after"></i>`;
const places = (before: number, after: number) =>
  cssVariables({ '--_before': before, '--_after': after, '--_low': Math.min(before, after), '--_high': Math.max(before, after) });
const side = (at: number): string => (at < 2 ? 'at-start' : at > 8 ? 'at-end' : '');

/** The line without labels, for use next to a sentence that says both numbers. It is not animated. Needs `copingStyles`. */
export const beforeAfterMarks = ({ before, after }: Pick<BeforeAfter, 'before' | 'after'>): TemplateResult =>
  html`<div class="pair bare ${before === after ? 'same' : ''}" aria-hidden="true" ${places(before, after)}>${marks}</div>`;

/** Before (an open ring, labelled above) and after (filled, labelled below). A rise is drawn like a fall. Needs `copingStyles`. */
export const beforeAfterLine = ({ before, after, words, digit = String }: BeforeAfter): TemplateResult => {
  return html`
    <div class="pair ${before === after ? 'same' : after < before ? 'lower' : ''}" role="img" aria-label=${words.all} ${places(before, after)}>
      <span class="word-before ${side(before)}">${words.before} <b>${digit(before)}</b></span>
      ${marks}
      <span class="word-after ${side(after)}">${words.after} <b>${digit(after)}</b></span>
      ${before > 2 ? html`<span class="zero">${digit(0)}</span>` : nothing} ${before < 8 ? html`<span class="ten">${digit(10)}</span>` : nothing}
    </div>
  `;
};
