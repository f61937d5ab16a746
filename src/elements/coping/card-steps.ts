import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../language/format.js';

/**
 * The steps of a card as a numbered list. Needs `copingStyles`.
 * @param language the language for the digits
 */
export function stepsOf(lines: readonly string[], language: string): TemplateResult {
  return html`<ol class="steps">
    ${lines.map((line, at) => html`<li data-at=${formatNumber(at + 1, language)}><span>${line}</span></li>`)}
  </ol>`;
}
