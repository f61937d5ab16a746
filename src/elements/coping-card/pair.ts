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

const side = (at: number): string => (at < 2 ? 'at-start' : at > 8 ? 'at-end' : '');

/** Before (open ring, said above the line) and after (filled, said below). Higher is drawn the same way as lower. Needs `copingStyles`. */
export const pair = ({ before, after, words, digit = String }: Pair): TemplateResult => {
  const [low, high] = [Math.min(before, after), Math.max(before, after)];
  return html`
    <div
      class="pair ${before === after ? 'same' : after < before ? 'lower' : ''}"
      role="img"
      aria-label=${words.all}
      ${vars({ '--_before': before, '--_after': after, '--_low': low, '--_high': high })}
    >
      <span class="word-before ${side(before)}">${words.before} <b>${digit(before)}</b></span>
      <i class="base"></i><i class="run"></i><i class="mark-before"></i><i class="mark-after"></i>
      <span class="word-after ${side(after)}">${words.after} <b>${digit(after)}</b></span>
      ${before > 2 ? html`<span class="zero">${digit(0)}</span>` : nothing} ${before < 8 ? html`<span class="ten">${digit(10)}</span>` : nothing}
    </div>
  `;
};
