import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from './base-feedback-view.js';

/** One closed row of a list. It says what the record is, but shows nothing of its text. */
export interface FeedbackRow {
  readonly id: string;
  readonly title: string;
  /** Whether it has a dot. The title must say the same in words. */
  readonly marked?: boolean;
  readonly lines: readonly unknown[];
  /** Its person may also choose another moment for it. */
  readonly mayWait?: boolean;
  /** What can be done without opening it. */
  readonly choice?: unknown;
  /** The accessible name of its button. */
  readonly name: string;
}

/** A list of closed rows. When a slip is closed, the button of its row takes the focus. */
export const rowList = (rows: readonly FeedbackRow[], label: string, say: Say, open: (id: string) => void): TemplateResult => html`
  <ul class="rows" aria-label=${label}>
    ${rows.map(
      ({ id, title, marked, lines, mayWait, choice, name }) =>
        html`<li class="list-act titled">
          <p>${marked ? html`<span class="dot" aria-hidden="true"></span>` : nothing}<b>${title}</b></p>
          <div>${lines.map((line) => (typeof line === 'string' ? html`<p class="quiet">${line}</p>` : line))}</div>
          <button
            class="btn"
            type="button"
            id="open-${id}"
            aria-label=${say(mayWait ? 'feedback.read-what' : 'feedback.open-what', { what: name })}
            @click=${(): void => open(id)}
          >
            ${say(mayWait ? 'feedback.read' : 'feedback.open')}
          </button>
          ${choice ? html`<div class="choice-below">${choice}</div>` : nothing}
        </li>`,
    )}
  </ul>
`;
