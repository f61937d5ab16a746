import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from './feedback-view.js';

/** One row of a list: closed, with enough to know what it is and nothing of its words. */
export interface Row {
  readonly id: string;
  readonly title: string;
  /** Whether it has a dot; the title says so in words. */
  readonly marked?: boolean;
  readonly lines: readonly unknown[];
  /** What the button says to who does not see the row. */
  readonly name: string;
}

/** A list of closed rows. The button of a row can take the focus back when its slip is closed. */
export const rowList = (rows: readonly Row[], label: string, say: Say, open: (id: string) => void): TemplateResult => html`
  <ul class="rows" aria-label=${label}>
    ${rows.map(
      ({ id, title, marked, lines, name }) =>
        html`<li class="list-act titled">
          <p>${marked ? html`<span class="dot" aria-hidden="true"></span>` : nothing}<b>${title}</b></p>
          <div>${lines.map((line) => (typeof line === 'string' ? html`<p class="quiet">${line}</p>` : line))}</div>
          <button class="btn" type="button" id="open-${id}" aria-label=${say('feedback.open-what', { what: name })} @click=${(): void => open(id)}>
            ${say('feedback.open')}
          </button>
        </li>`,
    )}
  </ul>
`;
