import { html, nothing, type TemplateResult } from 'lit';
import { vars } from '../shared/vars.js';

/** Two numbers from 0 to 10 and the words for them. */
export interface Pair {
  readonly before: number;
  readonly after: number;
  readonly words: {
    readonly before: string;
    readonly after: string;
    /** The whole picture in words, such as `Before 8, after 5, on a line from 0 to 10`. */
    readonly all: string;
  };
  /** How a number is written in the page's language. */
  readonly digit?: (value: number) => string;
}

const marks = html`<i class="base"></i><i class="run"></i><i class="mark-before"></i><i class="mark-after"></i>`;
const places = (before: number, after: number) =>
  vars({ '--_before': before, '--_after': after, '--_low': Math.min(before, after), '--_high': Math.max(before, after) });
const side = (at: number): string => (at < 2 ? 'at-start' : at > 8 ? 'at-end' : '');

/** The same line without words, for beside a sentence that says both numbers. Nothing of it moves. Needs `copingStyles`. */
export const pairLine = ({ before, after }: Pick<Pair, 'before' | 'after'>): TemplateResult =>
  html`<div class="pair bare ${before === after ? 'same' : ''}" aria-hidden="true" ${places(before, after)}>${marks}</div>`;

/** Before (open ring, said above the line) and after (filled, said below). Higher is drawn the same way as lower. Needs `copingStyles`. */
export const pair = ({ before, after, words, digit = String }: Pair): TemplateResult => {
  return html`
    <div class="pair ${before === after ? 'same' : after < before ? 'lower' : ''}" role="img" aria-label=${words.all} ${places(before, after)}>
      <span class="word-before ${side(before)}">${words.before} <b>${digit(before)}</b></span>
      ${marks}
      <span class="word-after ${side(after)}">${words.after} <b>${digit(after)}</b></span>
      ${before > 2 ? html`<span class="zero">${digit(0)}</span>` : nothing} ${before < 8 ? html`<span class="ten">${digit(10)}</span>` : nothing}
    </div>
  `;
};
