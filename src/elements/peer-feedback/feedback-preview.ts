import { html, type TemplateResult } from 'lit';
import type { Feedback } from '../../model/kinds/feedback/table.js';
import { changingText, readsLine } from '../parts/reads-line.js';
import type { Say } from './base-feedback-view.js';
import { slip } from './feedback-slip.js';

/** A feedback slip before it is sent. */
export interface Preview {
  readonly data: Feedback;
  readonly name: string;
  readonly from: string;
  readonly when: string;
  /** Whether staff read it before the receiver does. */
  readonly held: boolean;
  /** The sentence that says who can read it. */
  readonly reads: string;
  /** The label of the button that sends it. */
  readonly send: string;
  readonly say: Say;
  readonly save: () => void;
  readonly change: () => void;
}

/** Shows what the receiver will see, with buttons to send or change it. */
export const preview = ({ data, name, from, when, held, reads, send, say, save, change }: Preview): TemplateResult => {
  const line = say('feedback.slip.from-to', { from, to: name });
  return html`
    <div class="stack close">
      <h3 id="preview" tabindex="-1">${say('feedback.preview.title', { name })}</h3>
      <p class="quiet">${say('feedback.preview.not-sent')}</p>
    </div>
    ${slip({ data, when, line: held ? `${line}. ${say('feedback.slip.passed')}` : line, say })} ${readsLine(reads)}
    <div class="row acts">
      <button class="btn go" type="button" aria-describedby="reads" @click=${save}>${changingText(send)}</button>
      <button class="btn" type="button" @click=${change}>${say('feedback.preview.change')}</button>
    </div>
  `;
};
