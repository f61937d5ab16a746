import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from './feedback-view.js';

/** What was just saved, as far as the quiet confirmation needs it. */
export interface Written {
  readonly name: string;
  readonly way: 'affirm' | 'held' | 'in-person';
  /** Words still stand in the form. */
  readonly words: boolean;
}

/** Says whom it is for and what comes next. How far it has come is said by the foot alone. */
export const written = (
  { name, way, words }: Written,
  say: Say,
  { again, sent }: { again: () => void; sent: (() => unknown) | undefined },
): TemplateResult => html`
  <div class="empty">
    <h3 tabindex="-1">${say(`feedback.done.${way}`, { name })}</h3>
    <p class="quiet">${say(`feedback.done.${way}-more`, { name })}</p>
    ${words ? html`<p class="quiet">${say('feedback.done.kept-words')}</p>` : nothing}
  </div>
  <div class="row acts">
    <button class="btn" type="button" @click=${again}>${say('feedback.done.again')}</button>
    ${sent ? html`<button class="btn word plain" type="button" @click=${sent}>${say('feedback.done.sent')}</button>` : nothing}
  </div>
`;
