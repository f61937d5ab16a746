import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { FairnessSignal } from '../../model/kinds/feedback/fairness.js';
import { isHeld } from '../../model/kinds/feedback/states.js';
import { type Feedback, feedbackLimits, type FeedbackReply } from '../../model/kinds/feedback/table.js';
import { hasWords, trimmed } from '../../model/text.js';
import type { Kept } from '../../records/base/types.js';
import { FormController } from '../controllers/form.js';
import { draftLine } from '../parts/draft-line.js';
import { question } from '../parts/fields.js';
import { QueryController } from '../controllers/query.js';
import { allFeedbackStrings } from './all-strings.js';
import { FeedbackView } from './base-feedback-view.js';
import { note, slip } from './feedback-slip.js';

export type Review = 'release' | 'return' | 'withhold' | 'retract' | 'let-stand';

/** The result of a review. */
export interface ReviewResult {
  readonly action: Review | 'arrange' | 'settle';
  /** Id of the reviewed record. */
  readonly id: string;
  readonly author: string;
  readonly names: { readonly from: string; readonly to: string };
}

/**
 * A slip that waits for staff, with a note and the possible actions. Every action except `release` needs a note. If the action keeps the
 * feedback from its receiver, the author can read the note.
 *
 * @tag milieu-feedback-review
 * @internal
 * @fires {Event} closed - The review is saved; `done` has its result.
 */
export class MilieuFeedbackReview extends FeedbackView {
  protected override readonly english = allFeedbackStrings;

  @property({ attribute: false }) kept!: Kept<Feedback>;
  @property({ type: Boolean }) writable = true;

  /** What staff may want to know before they decide. */
  @property({ attribute: false }) signals: readonly FairnessSignal[] = [];

  /** The result; undefined before the review is saved. */
  done: ReviewResult | undefined;

  readonly #form = new FormController<{ readonly note: string }, Review>(this, {
    name: () => `feedback-review-${this.kept.record.id}`,
    empty: () => ({ note: '' }),
    isEmpty: ({ note: words }) => !hasWords(words),
    problems: ({ note: words }, action) => ({ note: action === 'release' || hasWords(words) ? undefined : this.#noteWords().missing }),
    toAct: ({ note: words }, gesture, action) => {
      const { id, rev } = this.kept.record;
      const answers = [{ id: gesture.id, kind: 'feedback-review', data: { note: trimmed(words) } }];
      return { action, kind: 'feedback', id, rev, answers };
    },
    saved: ({ way: action }) => {
      const { id, by: author } = this.kept.record;
      this.done = { action, id, author, names: this.#names };
      this.dispatchEvent(new Event('closed'));
    },
  });

  readonly #replies = new QueryController<FeedbackReply>(this, () => ({ kind: 'feedback-reply', about: this.kept.record.id }));

  protected override firstUpdated(_changed: PropertyValues): void {
    void this.attend('#slip');
  }

  protected override render(): TemplateResult {
    const { record } = this.kept;
    const { from, to } = this.#names;
    const reviewable = this.#can('release');
    return html`
      ${slip({
        data: record.data,
        when: `${this.begun(this.day(record.at))}, ${this.time(record.at)}`,
        line: this.say('feedback.slip.from-to', { from, to }),
        say: this.say,
        tear: isHeld(record) ? undefined : this.#reported(to),
      })}
      ${reviewable ? html`${this.#fairness()}${this.#note()}${this.#held(from, to)}` : this.#can('retract') ? html`${this.#note()}${this.#given(to)}` : nothing}
    `;
  }

  get #names(): { readonly from: string; readonly to: string } {
    return { from: this.name(this.kept.record.by), to: this.receivers(this.kept.record) };
  }

  #fairness(): TemplateResult | typeof nothing {
    if (this.signals.length === 0) return nothing;
    return html`<milieu-feedback-fairness-note .signals=${this.signals} .names=${this.#names}></milieu-feedback-fairness-note>`;
  }

  #reported(to: string): TemplateResult {
    return html`
      <p class="warm-ink">${this.say('feedback.queue.reported', { name: to })}</p>
      ${this.#replies.kept.map(({ record: { data } }) =>
        data.reasons ? html`<milieu-feedback-reasons said .chosen=${data.reasons}></milieu-feedback-reasons>` : nothing,
      )}
      ${this.#replies.kept.map(({ record: { by, data } }) => (data.note ? note(this.say('feedback.slip.note', { name: this.name(by) }), data.note) : nothing))}
    `;
  }

  #note(): TemplateResult {
    const { label, hint } = this.#noteWords();
    const form = this.#form;
    return html`${draftLine(form, this, { kept: false })}
    ${question('note', label, html`<textarea rows="1" maxlength=${feedbackLimits.note} dir="auto" ${form.field('note')}></textarea>`, {
      hint,
      problem: form.problems['note'],
    })}`;
  }

  /** Who will read the note depends on what staff do with a report; a note on a held reminder always goes to its author. */
  #noteWords(): { readonly label: string; readonly hint: string; readonly missing: string } {
    const { from, to } = this.#names;
    if (!isHeld(this.kept.record)) {
      const hint = this.say('feedback.queue.note-report-hint', { from, to });
      return { label: this.say('feedback.queue.note-report'), hint, missing: this.say('feedback.queue.note-report-missing') };
    }
    const name = from;
    return {
      label: this.say('feedback.queue.note', { name }),
      hint: this.say('feedback.queue.note-hint', { name }),
      missing: this.say('feedback.queue.note-missing', { name }),
    };
  }

  #held(from: string, to: string): TemplateResult {
    return html`<div class="row acts">
      <button class="btn go" type="button" @click=${this.#do('release')}>${this.say('feedback.queue.release', { name: to })}</button>
      <button class="btn" type="button" @click=${this.#do('return')}>${this.say('feedback.queue.return', { name: from })}</button>
      <button class="btn" type="button" @click=${this.#do('withhold')}>${this.say('feedback.queue.withhold')}</button>
    </div>`;
  }

  #given(to: string): TemplateResult {
    return html`<div class="row acts">
      <button class="btn" type="button" @click=${this.#do('retract')}>${this.say('feedback.queue.retract', { name: to })}</button>
      ${this.#can('let-stand') ? html`<button class="btn" type="button" @click=${this.#do('let-stand')}>${this.say('feedback.queue.let-stand')}</button>` : nothing}
    </div>`;
  }

  #can(action: Review): boolean {
    return this.writable && (this.community?.can(action, this.kept.record) ?? false);
  }

  #do(action: Review) {
    return (): void => this.#form.send(action);
  }
}
