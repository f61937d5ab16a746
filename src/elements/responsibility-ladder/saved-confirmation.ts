import { html, type TemplateResult } from 'lit';
import type { SaveTruth } from '../controllers/save-progress.js';
import type { SaveWords } from '../controllers/base-view.js';
import { isSent, savedHeading, saveLine } from '../parts/save-sentence.js';

interface DoneWords {
  readonly sent: string;
  readonly waiting: string;
  /** The label of the button that opens an empty form. */
  readonly another: string;
}

/** The done screen of a form of staff: what was saved, where it is now, and a button for another one. */
export const doneLine = (truth: SaveTruth, save: SaveWords, { sent, waiting, another }: DoneWords, again: () => void): TemplateResult =>
  html`<div class="lead">
      <h3 tabindex="-1" id="done">${savedHeading(truth, save, isSent(truth) ? sent : waiting)}</h3>
      ${saveLine(truth, save)}
    </div>
    <div class="row acts"><button class="btn" type="button" @click=${again}>${another}</button></div>`;
