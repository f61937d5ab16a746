import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Feedback } from '../../model/feedback.js';
import type { Kept } from '../../records/types.js';
import { draw } from '../shared/draw.js';
import { icon, type IconName } from '../shared/icons.js';
import { Watched } from '../shared/screen.js';
import { FeedbackView } from './feedback-view.js';
import { outcomeForAuthor, ringOf } from './outcomes.js';
import { rowList } from './rows.js';
import { kindKey } from './slip.js';

/**
 * What the person wrote to others, and in one sentence each what became of it.
 *
 * @tag milieu-feedback-sent
 * @internal
 * @fires {Event} write-asked - The person wants to write.
 */
export class MilieuFeedbackSent extends FeedbackView {
  @state() private open = '';
  @state() private most = 20;

  readonly #kept = new Watched<Feedback>(this, () => {
    const person = this.community?.actor.person;
    return person === undefined ? undefined : { kind: 'feedback', by: person, limit: this.most };
  });

  protected override render(): unknown {
    return draw(this.#kept.screen, (key) => this.t(key), {
      ready: (kept, writable) => this.#ready(kept, writable),
      empty: () => this.#nothing(),
    });
  }

  #ready(all: readonly Kept<Feedback>[], writable: boolean): unknown {
    const opened = all.find(({ record }) => record.id === this.open);
    if (opened) return keyed(opened.record.id, this.#slip(opened, writable));
    return html`
      ${rowList(
        all.map((kept) => this.#row(kept)),
        this.say('feedback.sent.title'),
        this.say,
        (id) => this.#turn(id),
      )}
      ${
        all.length < this.most
          ? nothing
          : html`<div class="row acts">
              <button class="btn" type="button" @click=${(): number => (this.most = Math.min(this.most + 20, 200))}>${this.t('list.more')}</button>
            </div>`
      }
    `;
  }

  #row(kept: Kept<Feedback>): Parameters<typeof rowList>[0][number] {
    const { record } = kept;
    const title = this.say('feedback.sent.for', { what: this.say(kindKey(record.data)), name: this.receivers(record) });
    const when = this.begun(this.day(record.at));
    return { id: record.id, title, lines: [record.data.where || when, ...this.#ways(kept)], name: `${title}. ${when}, ${this.time(record.at)}` };
  }

  /** How far it has come, then what became of it; the second only once somebody can have had it. */
  #ways({ record, sent }: Kept<Feedback>): readonly TemplateResult[] {
    const name = this.receivers(record);
    const outcome = outcomeForAuthor(record.status);
    const sentence = outcome ? [this.#line(ringOf(record.status), '', this.say(outcome, { name }))] : [];
    if (record.visibility === 'self' || sent === 'sent') return sentence;
    const way =
      sent === 'waiting'
        ? this.#line('waiting', 'warm', this.say('feedback.sent.waiting'))
        : this.#line('nobody', 'care', this.say('feedback.sent.held-back'));
    return record.rev > 1 ? [...sentence, way] : [way];
  }

  #line(ring: IconName, tone: 'warm' | 'care' | '', words: string): TemplateResult {
    return html`<p class="status ${tone}">${icon(ring)}<span>${words}</span></p>`;
  }

  #slip(kept: Kept<Feedback>, writable: boolean): TemplateResult {
    return html`<milieu-feedback-own
      .acts=${this.acts}
      .kept=${kept}
      .writable=${writable}
      .ways=${this.#ways(kept)}
      @closed=${(): void => this.#close()}
    ></milieu-feedback-own>`;
  }

  #nothing(): TemplateResult {
    return html`<div class="empty">
        <h3>${this.say('feedback.sent.empty')}</h3>
        <p class="quiet">${this.say('feedback.sent.empty-more')}</p>
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
