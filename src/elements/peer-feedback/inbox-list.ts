import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { isUnread } from '../../model/kinds/feedback/states.js';
import type { Feedback } from '../../model/kinds/feedback/table.js';
import type { Kept } from '../../records/base/types.js';
import { QueryController } from '../controllers/query.js';
import { inboxOf } from './reminder-expiry.js';
import { FeedbackList, rowsAtOnce } from './feedback-list.js';
import { outcomeForReceiver } from './outcome-sentences.js';
import type { FeedbackRow } from './feedback-row-list.js';
import { kindKey, talkLine } from './feedback-slip.js';

/**
 * Feedback to the person, in rows that are closed at first. Opening a row stores nothing, so nobody learns that it was read.
 *
 * @tag milieu-feedback-inbox
 * @internal
 * @fires {Event} write-asked - The person wants to write.
 */
export class MilieuFeedbackInbox extends FeedbackList {
  readonly #kept = new QueryController<Feedback>(
    this,
    () => {
      const person = this.community?.actor.person;
      return person === undefined ? undefined : { kind: 'feedback', to: person };
    },
    rowsAtOnce,
  );

  protected override render(): unknown {
    return this.renderState(this.#kept.state, {
      ready: (kept, writable) => this.#ready(kept, writable),
      empty: () => this.#nothing(),
    });
  }

  #ready(all: readonly Kept<Feedback>[], writable: boolean): unknown {
    const { community } = this;
    if (!community) return nothing;
    const kept = inboxOf(community, all);
    const opened = kept.find(({ record }) => record.id === this.open);
    if (opened) return keyed(opened.record.id, this.#slip(opened, writable));
    return html`${kept.length > 0 ? this.#list(kept) : this.#nothing()}${this.more(this.#kept)}`;
  }

  #list(kept: readonly Kept<Feedback>[]): TemplateResult {
    return html`
      <p class="quiet">${this.say('feedback.inbox.privacy')}</p>
      ${this.rows(
        kept.map((one) => this.#row(one)),
        this.say('feedback.inbox.title'),
      )}
    `;
  }

  #row(kept: Kept<Feedback>): FeedbackRow {
    const { record } = kept;
    const marked = isUnread(record);
    const title = this.say(marked ? `feedback.inbox.new.${record.data.mode}` : kindKey(record.data));
    const from = this.say('feedback.inbox.from', { name: this.name(record.by), when: this.day(record.at), time: this.time(record.at) });
    const done = outcomeForReceiver(record.status);
    return {
      id: record.id,
      title,
      marked,
      lines: done ? [from, this.say(done), talkLine(record), this.unsentLine(kept)] : [from],
      name: `${title}. ${from}`,
    };
  }

  #slip(kept: Kept<Feedback>, writable: boolean): TemplateResult {
    return html`<milieu-feedback-answer .acts=${this.acts} .kept=${kept} .writable=${writable} @closed=${this.close}></milieu-feedback-answer>`;
  }

  #nothing(): TemplateResult {
    return this.nothingYet(this.say('feedback.inbox.empty'), this.say('feedback.inbox.empty-more'));
  }
}
