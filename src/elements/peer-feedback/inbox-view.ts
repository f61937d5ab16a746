import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Feedback } from '../../model/feedback.js';
import type { Kept } from '../../records/types.js';
import { Watched } from '../shared/screen.js';
import { inboxOf, isNew } from './inbox.js';
import { FeedbackList } from './list-view.js';
import { outcomeForReceiver } from './outcomes.js';
import type { Row } from './rows.js';
import { kindKey } from './slip.js';

/**
 * What others wrote to the person: rows that stay closed until they are opened. Opening one writes nothing anywhere.
 *
 * @tag milieu-feedback-inbox
 * @internal
 * @fires {Event} write-asked - The person would rather write first.
 */
export class MilieuFeedbackInbox extends FeedbackList {
  readonly #kept = new Watched<Feedback>(this, () => {
    const person = this.community?.actor.person;
    return person === undefined ? undefined : { kind: 'feedback', to: person, limit: this.asked };
  });

  protected override render(): unknown {
    return this.draw(this.#kept.screen, {
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
    return html`${kept.length > 0 ? this.#list(kept) : this.#nothing()}${this.more(all)}`;
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

  #row({ record }: Kept<Feedback>): Row {
    const marked = this.community ? isNew(this.community, record) : false;
    const title = this.say(marked ? `feedback.inbox.new.${record.data.mode}` : kindKey(record.data));
    const from = this.say('feedback.inbox.from', { name: this.name(record.by), when: this.day(record.at), time: this.time(record.at) });
    const done = outcomeForReceiver(record.status);
    return { id: record.id, title, marked, lines: done ? [from, this.say(done)] : [from], name: `${title}. ${from}` };
  }

  #slip(kept: Kept<Feedback>, writable: boolean): TemplateResult {
    return html`<milieu-feedback-answer .acts=${this.acts} .kept=${kept} .writable=${writable} @closed=${this.close}></milieu-feedback-answer>`;
  }

  #nothing(): TemplateResult {
    return this.nothingYet(this.say('feedback.inbox.empty'), this.say('feedback.inbox.empty-more'));
  }
}
