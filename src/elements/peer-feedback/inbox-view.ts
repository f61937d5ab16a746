import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Feedback } from '../../model/feedback.js';
import type { Kept } from '../../records/types.js';
import { draw } from '../shared/draw.js';
import { Watched } from '../shared/screen.js';
import { FeedbackView } from './feedback-view.js';
import { inboxOf, isNew } from './inbox.js';
import { outcomeForReceiver } from './outcomes.js';
import { rowList } from './rows.js';
import { kindKey } from './slip.js';

/**
 * What others wrote to the person: rows that stay closed until they are opened. Opening one writes nothing anywhere.
 *
 * @tag milieu-feedback-inbox
 * @internal
 * @fires {Event} write-asked - The person would rather write first.
 */
export class MilieuFeedbackInbox extends FeedbackView {
  @state() private open = '';
  @state() private most = 20;

  readonly #kept = new Watched<Feedback>(this, () => {
    const person = this.community?.actor.person;
    return person === undefined ? undefined : { kind: 'feedback', to: person, limit: this.most };
  });

  protected override render(): unknown {
    return draw(this.#kept.screen, (key) => this.t(key), {
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
    return html`
      ${kept.length > 0 ? this.#list(kept) : this.#nothing()}
      ${
        all.length < this.most
          ? nothing
          : html`<div class="row acts">
              <button class="btn" type="button" @click=${(): number => (this.most = Math.min(this.most + 20, 200))}>${this.t('list.more')}</button>
            </div>`
      }
    `;
  }

  #list(kept: readonly Kept<Feedback>[]): TemplateResult {
    const rows = kept.map(({ record }) => {
      const marked = this.community ? isNew(this.community, record) : false;
      const title = this.say(marked ? `feedback.inbox.new.${record.data.mode}` : kindKey(record.data));
      const from = this.say('feedback.inbox.from', { name: this.name(record.by), when: this.day(record.at) });
      const done = outcomeForReceiver(record.status);
      return { id: record.id, title, marked, lines: [done ? `${from} ${this.say(done)}` : from], name: `${title}. ${from} ${this.time(record.at)}` };
    });
    return html`
      <p class="quiet">${this.say('feedback.inbox.privacy')}</p>
      ${rowList(rows, this.say('feedback.inbox.title'), this.say, (id) => this.#turn(id))}
    `;
  }

  #slip(kept: Kept<Feedback>, writable: boolean): TemplateResult {
    return html`<milieu-feedback-answer
      .acts=${this.acts}
      .kept=${kept}
      .writable=${writable}
      @closed=${(): void => this.#close()}
    ></milieu-feedback-answer>`;
  }

  #nothing(): TemplateResult {
    return html`<div class="empty">
        <h3>${this.say('feedback.inbox.empty')}</h3>
        <p class="quiet">${this.say('feedback.inbox.empty-more')}</p>
      </div>
      ${this.pinned ? nothing : this.#writeFirst()}`;
  }

  #writeFirst(): TemplateResult {
    return html`<div class="row acts">
      <button class="btn" type="button" @click=${(): boolean => this.dispatchEvent(new Event('write-asked'))}>
        ${this.say('feedback.inbox.write')}
      </button>
    </div>`;
  }

  #turn(id: string): void {
    this.open = id;
    this.acts?.clear();
  }

  #close(): void {
    const { open } = this;
    this.open = '';
    void this.attend(`#open-${CSS.escape(open)}`);
  }
}
