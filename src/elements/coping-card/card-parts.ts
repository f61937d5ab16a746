import { html, type TemplateResult } from 'lit';

/** What to do, line by line. Needs `copingStyles`. */
export const stepsOf = (lines: readonly string[]): TemplateResult => html`
  <ol class="steps">
    ${lines.map((line) => html`<li><span>${line}</span></li>`)}
  </ol>
`;
