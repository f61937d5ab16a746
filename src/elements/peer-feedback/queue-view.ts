import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Feedback } from '../../model/feedback.js';
import type { Kept } from '../../records/types.js';
import { Watched } from '../shared/screen.js';
import { viewStyles } from '../shared/base.js';
import { FeedbackView } from './feedback-view.js';
import type { Looked, MilieuFeedbackReview } from './review-view.js';
import { queueOf } from './queue.js';
import { feedbackStyles } from './feedback.styles.js';
import { kindKey } from './slip.js';

/**
 * What waits for staff: held reminders and what a receiver reported, oldest first, a list beside one slip.
 *
 * @tag milieu-feedback-queue
 * @internal
 */
export class MilieuFeedbackQueue extends FeedbackView {
  static override styles = [viewStyles, feedbackStyles];

  @state() private open = '';
  @state() private done: Looked | undefined;

  readonly #held = new Watched<Feedback>(this, () => ({ kind: 'feedback', status: 'held', limit: 200 }));
  readonly #reported = new Watched<Feedback>(this, () => ({ kind: 'feedback', status: 'reported', limit: 200 }));

  /** What the author of the last one wrote: what staff did with it reaches nobody before it is sent. */
  readonly #looked = new Watched<Feedback>(this, () => (this.done ? { kind: 'feedback', by: this.done.author, limit: 200 } : undefined));

  protected override render(): unknown {
    const screen = this.#held.screen.is === 'empty' ? this.#reported.screen : this.#held.screen;
    return this.draw(screen, {
      ready: (_kept, writable) => this.#ready(writable),
      empty: () => this.#ready(true),
    });
  }

  #ready(writable: boolean): unknown {
    const kept = this.community ? queueOf(this.community, this.#reported.kept, this.#held.kept) : [];
    const opened = kept.find(({ record }) => record.id === this.open);
    return html`<div class="review">
      <ol aria-label=${this.say('feedback.queue.title')} ?hidden=${kept.length === 0}>
        ${kept.map((one) => this.#row(one))}
      </ol>
      <div>
        ${opened ? keyed(opened.record.id, this.#review(opened, writable)) : this.#beside(kept.length === 0)}
        ${kept.length === 0 ? this.#nothing() : nothing}
      </div>
    </div>`;
  }

  #row({ record }: Kept<Feedback>): TemplateResult {
    const to = this.receivers(record);
    const reported = this.community?.can('release', record) ? undefined : this.say('feedback.queue.reported', { name: to });
    return html`<li>
      <button type="button" aria-current=${record.id === this.open ? 'true' : nothing} @click=${(): void => this.#turn(record.id)}>
        <span class="line">
          <b>${this.say('feedback.queue.who', { from: this.name(record.by), to })}</b>
          <span class="quiet small">${this.say('feedback.queue.since', { when: this.#since(record.at) })}</span>
        </span>
        <span class="quiet">${this.say(kindKey(record.data))}</span>
        ${reported ? html`<span class="small warm-ink">${reported}</span>` : nothing}
      </button>
    </li>`;
  }

  #since(at: string): string {
    return new Date(at).toDateString() === new Date().toDateString() ? this.time(at) : this.day(at);
  }

  #review(kept: Kept<Feedback>, writable: boolean): TemplateResult {
    return html`<milieu-feedback-review
      .acts=${this.acts}
      .kept=${kept}
      .writable=${writable}
      @closed=${(event: Event): void => this.#close((event.target as MilieuFeedbackReview).done)}
    ></milieu-feedback-review>`;
  }

  /** What was just done, and has the focus; it stays in its place when the list runs empty. */
  #beside(nobody: boolean): TemplateResult {
    const words = this.#done() || (this.open ? this.say('feedback.queue.gone') : nobody ? '' : this.say('feedback.queue.choose'));
    return html`<p class="quiet said-so" tabindex="-1" ?hidden=${words === ''}>${words}</p>`;
  }

  #done(): string {
    const { done } = this;
    if (!done) return '';
    const sent = this.#looked.kept.some((kept) => kept.record.id === done.id && kept.sent === 'sent');
    return this.say(`feedback.queue.${sent ? 'done' : 'waiting'}.${done.action}`, done.names);
  }

  #nothing(): TemplateResult {
    return html`<div class="empty">
      <h3>${this.say('feedback.queue.none')}</h3>
      <p class="quiet">${this.say('feedback.queue.none-more')}</p>
    </div>`;
  }

  #turn(id: string): void {
    this.open = id;
    this.done = undefined;
    this.acts?.clear();
  }

  #close(done: Looked | undefined): void {
    this.open = '';
    this.done = done;
    void this.attend('p[tabindex]');
  }
}
