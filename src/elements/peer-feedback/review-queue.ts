import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { type FairnessSignal, signalsOf, signalsSince } from '../../model/kinds/feedback/fairness.js';
import { isHeld, isTalkAsked } from '../../model/kinds/feedback/states.js';
import type { Feedback, FeedbackNote } from '../../model/kinds/feedback/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { realClock } from '../../records/base/clock.js';
import type { Kept } from '../../records/base/types.js';
import { QueryController } from '../controllers/query.js';
import type { SaveTruth } from '../controllers/save-progress.js';
import { together } from '../controllers/view-state.js';
import { icon } from '../parts/icons.js';
import { isSent, saveLine } from '../parts/save-sentence.js';
import { viewStyles } from '../styles/style-sets.js';
import { allFeedbackStrings } from './all-strings.js';
import { AskedFeedbackView } from './base-asked-view.js';
import { OpenTalks } from './open-talks.js';
import { RecentFeedback } from './recent-feedback.js';
import type { ReviewResult } from './review-form.js';
import { queueOf } from './review-order.js';
import { feedbackStyles } from './feedback.styles.js';
import { kindKey } from './feedback-slip.js';

/**
 * What waits for staff, as a list next to one slip: reported feedback first, then what people would like to have staff there for, then held reminders, each
 * oldest first.
 *
 * @tag milieu-feedback-queue
 * @internal
 */
export class MilieuFeedbackQueue extends AskedFeedbackView {
  static override styles = [viewStyles, feedbackStyles];
  protected override readonly english = allFeedbackStrings;

  @state() private done: ReviewResult | undefined;

  readonly #held = new QueryController<Feedback>(this, () => ({ kind: 'feedback', status: 'held' }));
  readonly #reported = new QueryController<Feedback>(this, () => ({ kind: 'feedback', status: 'reported' }));

  readonly #talks = new OpenTalks(this);

  readonly #recent = new RecentFeedback(this, () => signalsSince(this.#now));

  /** Whether staff have asked who may need a kind word. */
  @state() private shares = false;

  get #now(): string {
    return new Date(realClock.now()).toISOString();
  }

  #signals(record: MilieuRecord<Feedback>): readonly FairnessSignal[] {
    const { records } = this.#recent;
    if (!records || !isHeld(record)) return [];
    return signalsOf(record, { records, fairness: this.community?.policy.fairness, now: this.#now });
  }

  protected override render(): unknown {
    return this.renderState(together(this.#held.state, this.#reported.state, ...this.#talks.states), {
      ready: (_kept, writable) => this.#ready(writable),
      empty: () => this.#ready(true),
    });
  }

  #ready(writable: boolean): unknown {
    const kept = this.community ? queueOf(this.community, this.#reported.kept, this.#held.kept) : [];
    const talks = this.#talks.kept;
    const { readings } = this.#talks;
    const isEmpty = kept.length + talks.length + readings.length === 0;
    const opened = kept.find(({ record }) => record.id === this.open);
    const openedTalk = talks.find(({ record }) => record.id === this.open);
    const openedReading = readings.find(({ record }) => record.id === this.open);
    const [reported, held] = [kept.filter(({ record }) => !isHeld(record)), kept.filter(({ record }) => isHeld(record))];
    return html`<div class="review">
      <ol aria-label=${this.say('feedback.queue.title')} ?hidden=${isEmpty}>
        ${reported.map((one) => this.#row(one))} ${talks.map((one) => this.#talkRow(one))} ${readings.map((one) => this.#readingRow(one))}
        ${held.map((one) => this.#row(one))}
      </ol>
      <div>
        ${
          opened
            ? keyed(opened.record.id, this.#review(opened, writable))
            : openedTalk
              ? keyed(openedTalk.record.id, this.#talk(openedTalk, writable))
              : openedReading
                ? keyed(openedReading.record.id, this.#reading(openedReading, writable))
                : this.#beside(isEmpty)
        }
        ${isEmpty ? this.#nothing() : html`<milieu-checked></milieu-checked>`} ${this.#shared()}
      </div>
    </div>`;
  }

  #shared(): TemplateResult {
    return html`<details @toggle=${(event: Event): boolean => (this.shares = (event.target as HTMLDetailsElement).open)}>
      <summary>${icon('chev', 'chev')}${this.say('feedback.queue.shared')}</summary>
      ${this.shares ? html`<milieu-feedback-shared></milieu-feedback-shared>` : nothing}
    </details>`;
  }

  #row({ record }: Kept<Feedback>): TemplateResult {
    const to = this.receivers(record);
    const reported = isHeld(record) ? undefined : this.say('feedback.queue.reported', { name: to });
    const who = this.say('feedback.queue.who', { from: this.name(record.by), to });
    return this.#button(
      record,
      who,
      html`<span class="quiet">${this.say(kindKey(record.data))}</span> ${reported ? html`<span class="small warm-ink">${reported}</span>` : nothing}
        ${this.#signals(record).length > 0 ? html`<span class="small warm-ink">${this.say('feedback.queue.look')}</span>` : nothing}`,
    );
  }

  #talkRow({ record }: Kept<FeedbackNote>): TemplateResult {
    const who = this.say('feedback.talk.who', { from: this.name(record.by), to: this.names(record.to) });
    return this.#button(
      record,
      who,
      isTalkAsked(record)
        ? html`<span class="small warm-ink">${this.say('feedback.talk.no-time')}</span>`
        : html`<span class="quiet">${this.say('feedback.talk.has-time')}</span>`,
    );
  }

  #readingRow({ record }: Kept<FeedbackNote>): TemplateResult {
    return this.#button(record, this.say('feedback.reading.who', { from: this.name(record.by) }), html``);
  }

  #button({ id, at }: Pick<MilieuRecord, 'id' | 'at'>, who: string, more: TemplateResult): TemplateResult {
    return html`<li>
      <button type="button" aria-current=${id === this.open ? 'true' : nothing} @click=${(): void => this.#turn(id)}>
        <span class="line">
          <b>${who}</b>
          <span class="quiet small">${this.say('feedback.queue.since', { when: this.#since(at) })}</span>
        </span>
        ${more}
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
      .signals=${this.#signals(kept.record)}
      @closed=${this.#closed}
    ></milieu-feedback-review>`;
  }

  #talk(kept: Kept<FeedbackNote>, writable: boolean): TemplateResult {
    return html`<milieu-feedback-talk .acts=${this.acts} .kept=${kept} .writable=${writable} @closed=${this.#closed}></milieu-feedback-talk>`;
  }

  #reading(kept: Kept<FeedbackNote>, writable: boolean): TemplateResult {
    return html`<milieu-feedback-reading .acts=${this.acts} .kept=${kept} .writable=${writable} @closed=${this.#closed}></milieu-feedback-reading>`;
  }

  readonly #closed = (event: Event): void => this.#close((event.target as Element & { readonly done: ReviewResult | undefined }).done);

  /** The result of the last review, which has the focus. It stays at the same place when the list becomes empty. */
  #beside(nobody: boolean): TemplateResult {
    const truth = this.done ? this.truthOf(this.done.id) : undefined;
    const words = this.#done(truth) || (this.open ? this.say('feedback.queue.gone') : nobody ? '' : this.say('feedback.queue.choose'));
    return html`<p class="quiet said-so" tabindex="-1" ?hidden=${words === ''}>${words}</p>
      ${truth ? saveLine(truth, this.saveWords) : nothing}`;
  }

  #done(truth: SaveTruth | undefined): string {
    const { done } = this;
    return done && truth ? this.say(`feedback.queue.${isSent(truth) ? 'done' : 'waiting'}.${done.action}`, done.names) : '';
  }

  #nothing(): TemplateResult {
    return html`<milieu-checked .words=${this.say('feedback.queue.none')} .more=${this.say('feedback.queue.none-more')}></milieu-checked>`;
  }

  #turn(id: string): void {
    this.open = id;
    this.done = undefined;
    this.acts?.clear();
  }

  #close(done: ReviewResult | undefined): void {
    this.open = '';
    this.done = done;
    void this.attend('p[tabindex]');
  }
}
