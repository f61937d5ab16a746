import { html, nothing, type TemplateResult } from 'lit';
import { mayHaveTalk } from '../../model/kinds/feedback/states.js';
import type { Feedback } from '../../model/kinds/feedback/table.js';
import { icon } from '../parts/icons.js';
import type { FeedbackKey } from './all-strings.js';
import type { FeedbackRecord, Say } from './base-feedback-view.js';
import { slipOrder } from './feedback-questions.js';

/** The string key for the name of a feedback mode. */
export const kindKey = (data: Feedback): FeedbackKey => `feedback.${data.mode}`;

/** The head and text of a slip. The caller provides what is below the tear line. */
export interface SlipParts {
  readonly data: Feedback;
  readonly when: string;
  /** The line that says from whom and for whom. */
  readonly line: string;
  readonly say: Say;
  readonly tear?: unknown;
}

/** A feedback slip. Its heading can take the focus. */
export const slip = ({ data, when, line, say, tear }: SlipParts): TemplateResult => html`
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

/** What became of the talk about this feedback, if its receiver may have asked for one. */
export const talkLine = (record: FeedbackRecord): TemplateResult | typeof nothing =>
  mayHaveTalk(record) ? html`<milieu-feedback-talk-line .about=${record.id}></milieu-feedback-talk-line>` : nothing;

/** A note that answers the feedback, with the name of its author. */
export const note = (name: string, text: string): TemplateResult => html`
  <blockquote class="quote" dir="auto">${text}<cite>${name}</cite></blockquote>
`;
