import { html, type TemplateResult } from 'lit';

/**
 * What to do, line by line. Needs `copingStyles`.
 * @param language whose digits the lines are counted in
 */
export function stepsOf(lines: readonly string[], language: string): TemplateResult {
  const digits = new Intl.NumberFormat(language);
  return html`<ol class="steps">
    ${lines.map((line, at) => html`<li data-at=${digits.format(at + 1)}><span>${line}</span></li>`)}
  </ol>`;
}
