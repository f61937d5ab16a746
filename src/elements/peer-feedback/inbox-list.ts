import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { isUnread } from '../../model/kinds/feedback/states.js';
import type { Feedback } from '../../model/kinds/feedback/table.js';
import type { Kept } from '../../records/base/types.js';
import { LazyViews } from '../controllers/lazy-views.js';
import { QueryController } from '../controllers/query.js';
import type { FeedbackRecord } from './base-feedback-view.js';
import { loadReadingChoice } from './lazy-reading.js';
import { loadReceived } from './lazy-slips.js';
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

  readonly #readings = new LazyViews(this, loadReadingChoice);
  readonly #slips = new LazyViews(this, loadReceived);

  protected override firstUpdated(): void {
    this.#slips.ahead();
  }

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
    return html`${kept.length > 0 ? this.#list(kept, writable) : this.#nothing()}${this.more(this.#kept)}`;
  }

  #list(kept: readonly Kept<Feedback>[], writable: boolean): TemplateResult {
    return html`
      <p class="quiet">${this.say('feedback.inbox.privacy')}</p>
      ${this.rows(
        kept.map((one) => this.#row(one, writable)),
        this.say('feedback.inbox.title'),
      )}
    `;
  }

  #row(kept: Kept<Feedback>, writable: boolean): FeedbackRow {
    const { record } = kept;
    const marked = isUnread(record);
    const title = this.say(marked ? `feedback.inbox.new.${record.data.mode}` : kindKey(record.data));
    const from = this.say('feedback.inbox.from', { name: this.name(record.by), when: this.day(record.at), time: this.time(record.at) });
    const done = outcomeForReceiver(record.status);
    const reminder = record.data.mode === 'remind';
    const said = done ? [this.say(done), talkLine(record), this.unsentLine(kept)] : [];
    const choice = writable && reminder && this.community?.can('with-staff', record) ? this.#choice(record) : undefined;
    return { id: record.id, title, marked, lines: [from, ...said], mayWait: marked && reminder, choice, name: `${title}. ${from}` };
  }

  /** A reminder is opened now, later, or with staff. */
  #choice(record: FeedbackRecord): TemplateResult {
    return this.#readings.render(
      () =>
        html`<milieu-feedback-reading-choice
          .acts=${this.acts}
          .record=${record}
          @chosen=${(): void => void this.attend(`#open-${CSS.escape(record.id)}`)}
        ></milieu-feedback-reading-choice>`,
    );
  }

  #slip(kept: Kept<Feedback>, writable: boolean): TemplateResult {
    return this.#slips.render(
      () => html`<milieu-feedback-answer .acts=${this.acts} .kept=${kept} .writable=${writable} @closed=${this.close}></milieu-feedback-answer>`,
    );
  }

  #nothing(): TemplateResult {
    return this.nothingYet(this.say('feedback.inbox.empty'), this.say('feedback.inbox.empty-more'));
  }
}
