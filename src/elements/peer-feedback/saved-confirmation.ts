import { html, nothing, type TemplateResult } from 'lit';
import type { SaveTruth } from '../controllers/save-progress.js';
import type { SaveWords } from '../controllers/base-view.js';
import { savedHeading, saveLine } from '../parts/save-sentence.js';
import type { Say } from './base-feedback-view.js';

/** The data for the confirmation of what was just saved. */
export interface SavedFeedback {
  readonly name: string;
  /** Id of the saved record. */
  readonly id: string;
  readonly way: 'affirm' | 'held' | 'in-person';
  /** Whether the form still contains text. */
  readonly words: boolean;
}

/** Says who the receiver is, where the feedback is now, and what happens next. */
export const savedConfirmation = (
  { name, way, words }: SavedFeedback,
  truth: SaveTruth,
  { say, save }: { readonly say: Say; readonly save: SaveWords },
  { again, sent }: { again: () => void; sent: (() => unknown) | undefined },
): TemplateResult => {
  const later = say(`feedback.done.${way}-more`, { name });
  const now = way === 'affirm' ? say('feedback.done.affirm-sent', { name }) : later;
  return html`
    <div class="empty">
      <h3 tabindex="-1" id="done">${savedHeading(truth, save, say(`feedback.done.${way}`, { name }))}</h3>
      ${saveLine(truth, save, { waiting: later, sent: now, ...(way === 'in-person' ? { saved: later } : {}) })}
      ${words ? html`<p class="quiet">${say('feedback.done.kept-words')}</p>` : nothing}
    </div>
    <div class="row acts">
      <button class="btn" type="button" @click=${again}>${say('feedback.done.again')}</button>
      ${sent ? html`<button class="btn word plain" type="button" @click=${sent}>${say('feedback.done.sent')}</button>` : nothing}
    </div>
  `;
};
