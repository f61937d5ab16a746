import { html, type TemplateResult } from 'lit';
import type { Feedback } from '../../model/feedback.js';
import { icon } from '../shared/icons.js';
import type { Say } from './feedback-view.js';
import { slip } from './slip.js';

/** A slip before it goes. */
export interface Preview {
  readonly data: Feedback;
  readonly name: string;
  readonly from: string;
  readonly when: string;
  /** Staff read it before the receiver does. */
  readonly held: boolean;
  /** Who will read it. */
  readonly reads: string;
  /** The words of the button that sends it. */
  readonly send: string;
  readonly say: Say;
  readonly save: () => void;
  readonly change: () => void;
}

/** What the receiver will get, as they will see it, and the last moment to change something. */
export const preview = ({ data, name, from, when, held, reads, send, say, save, change }: Preview): TemplateResult => {
  const line = say('feedback.slip.from-to', { from, to: name });
  return html`
    <div class="stack close">
      <h3 id="preview" tabindex="-1">${say('feedback.preview.title', { name })}</h3>
      <p class="quiet">${say('feedback.preview.not-sent')}</p>
    </div>
    ${slip({ data, when, line: held ? `${line}. ${say('feedback.slip.passed')}` : line, say })}
    <p class="reads" id="reads">${icon('eye')}<span>${reads}</span></p>
    <div class="row acts">
      <button class="btn go" type="button" aria-describedby="reads" @click=${save}>${send}</button>
      <button class="btn" type="button" @click=${change}>${say('feedback.preview.change')}</button>
    </div>
  `;
};
