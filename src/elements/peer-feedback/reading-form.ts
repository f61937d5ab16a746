import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { FeedbackNote } from '../../model/kinds/feedback/table.js';
import type { Kept } from '../../records/base/types.js';
import { allFeedbackStrings } from './all-strings.js';
import { type FeedbackRecord, FeedbackView } from './base-feedback-view.js';
import { slip } from './feedback-slip.js';
import type { ReviewResult } from './review-form.js';

/**
 * Somebody would like to read a reminder with staff there. Staff see the reminder, and say when it is dealt with.
 *
 * @tag milieu-feedback-reading
 * @internal
 * @fires {Event} closed - It is dealt with; `done` has the result.
 */
export class MilieuFeedbackReading extends FeedbackView {
  protected override readonly english = allFeedbackStrings;

  @property({ attribute: false }) kept!: Kept<FeedbackNote>;
  @property({ type: Boolean }) writable = true;
  /** The reminder, if it is on this device. */
  @state() private feedback: FeedbackRecord | undefined;

  /** The result; undefined before the act is saved. */
  done: ReviewResult | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('kept')) this.#load().catch((error: unknown) => this.community?.report(error));
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    void this.attend('h3');
  }

  protected override render(): TemplateResult {
    const { by, to } = this.kept.record;
    const names = { from: this.name(by), to: this.names(to) };
    return html`
      <div class="prose">
        <h3 tabindex="-1">${this.say('feedback.reading.who', names)}</h3>
        <p class="quiet">${this.say('feedback.reading.purpose', names)}</p>
      </div>
      ${
        this.writable
          ? html`<div class="row acts">
              <button class="btn go" type="button" @click=${(): void => void this.#settle(names)}>${this.say('feedback.talk.settle')}</button>
            </div>`
          : nothing
      }
      ${this.feedback ? this.#slip(this.feedback) : nothing}
    `;
  }

  #slip({ at, by, data, to }: FeedbackRecord): TemplateResult {
    return slip({
      data,
      when: this.begun(this.day(at)),
      line: this.say('feedback.slip.from-to', { from: this.name(by), to: this.names(to) }),
      say: this.say,
    });
  }

  async #settle(names: ReviewResult['names']): Promise<void> {
    const { id, rev, by: author } = this.kept.record;
    const change = await this.acts?.act('have-read', { kind: 'feedback-reading', id, rev });
    if (!change) return;
    this.done = { action: 'settle', id, author, names };
    this.dispatchEvent(new Event('closed'));
  }

  async #load(): Promise<void> {
    const { about } = this.kept.record;
    const kept = about === undefined ? undefined : await this.community?.records?.get(about);
    this.feedback = kept?.record as FeedbackRecord | undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-feedback-reading': MilieuFeedbackReading;
  }
}
