import { html, nothing, type TemplateResult } from 'lit';
import type { Feedback } from '../../model/feedback.js';
import { icon } from '../shared/icons.js';
import type { FeedbackKey } from './strings.js';
import type { Say } from './feedback-view.js';
import { slipOrder } from './words.js';

/** The name of what somebody wrote. */
export const kindKey = (data: Feedback): FeedbackKey => `feedback.${data.mode}`;

/** The head and the words of a slip; what stands under the tear line is the caller's. */
export interface Slip {
  readonly data: Feedback;
  readonly when: string;
  /** One quiet line: from whom, for whom. */
  readonly line: string;
  readonly say: Say;
  readonly tear?: unknown;
}

/** A slip of paper with what one person tells another. The heading can take the focus. */
export const slip = ({ data, when, line, say, tear }: Slip): TemplateResult => html`
  <article class="slip" aria-labelledby="slip">
    <div class="top">
      <h3 class="tag" id="slip" tabindex="-1">${icon('slip')}${say(kindKey(data))}</h3>
      <span class="quiet small">${when}</span>
    </div>
    <div class="in">
      <p class="quiet">${line}</p>
      ${data.inPerson ? html`<p>${say('feedback.slip.in-person')}</p>` : said(data, say)}
    </div>
    ${tear ? html`<div class="tear">${tear}</div>` : nothing}
  </article>
`;

const said = (data: Feedback, say: Say): TemplateResult => html`
  <dl class="said">
    ${slipOrder.map((field) => {
      const text = data[field];
      return text
        ? html`<div>
            <dt>${say(`feedback.slip.${field}`)}</dt>
            <dd dir="auto">${text}</dd>
          </div>`
        : nothing;
    })}
  </dl>
`;

/** What was answered to it: one paragraph a note, with the name of who wrote it. */
export const note = (name: string, text: string): TemplateResult => html`
  <blockquote class="quote" dir="auto">${text}<cite>${name}</cite></blockquote>
`;
