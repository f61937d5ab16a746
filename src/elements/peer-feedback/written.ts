import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from './feedback-view.js';

/** What was just saved, as far as the quiet confirmation needs it. */
export interface Written {
  readonly name: string;
  /** Id of its record. */
  readonly id: string;
  readonly way: 'affirm' | 'held' | 'in-person';
  /** Words still stand in the form. */
  readonly words: boolean;
}

/** Says whom it is for and what comes next. That it can be read is said only once it has been sent. */
export const written = (
  { name, way, words }: Written,
  gone: boolean,
  say: Say,
  { again, sent }: { again: () => void; sent: (() => unknown) | undefined },
): TemplateResult => {
  const more = gone && way === 'affirm' ? 'affirm-sent' : (`${way}-more` as const);
  return html`
    <div class="empty">
      <h3 tabindex="-1">${say(`feedback.done.${way}`, { name })}</h3>
      <p class="quiet">${say(`feedback.done.${more}`, { name })}</p>
      ${words ? html`<p class="quiet">${say('feedback.done.kept-words')}</p>` : nothing}
    </div>
    <div class="row acts">
      <button class="btn" type="button" @click=${again}>${say('feedback.done.again')}</button>
      ${sent ? html`<button class="btn word plain" type="button" @click=${sent}>${say('feedback.done.sent')}</button>` : nothing}
    </div>
  `;
};
