import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Feedback, feedbackLimits, type FeedbackNote } from '../../model/feedback.js';
import type { Kept } from '../../records/types.js';
import { Draft } from '../shared/draft.js';
import { icon } from '../shared/icons.js';
import { Watched } from '../shared/screen.js';
import { FeedbackView } from './feedback-view.js';
import { note, slip } from './slip.js';

export type Review = 'release' | 'return' | 'withhold' | 'retract' | 'let-stand';

/** What was done with a slip. */
export interface Looked {
  readonly action: Review;
  /** Id of its record. */
  readonly id: string;
  readonly author: string;
  readonly names: { readonly from: string; readonly to: string };
}

/**
 * One slip that waits for staff, a note to its author, and what can be done with it. Whatever keeps words from
 * reaching somebody needs a sentence that their author can read.
 *
 * @tag milieu-feedback-review
 * @internal
 * @fires {Event} closed - It has been looked at; `done` says how.
 */
export class MilieuFeedbackReview extends FeedbackView {
  @property({ attribute: false }) kept!: Kept<Feedback>;
  @property({ type: Boolean }) writable = true;

  /** What was done; undefined before. */
  done: Looked | undefined;

  @state() private text = '';
  @state() private missing = false;
  @state() private busy = false;
  #draft: Draft<string> | undefined;

  readonly #replies = new Watched<FeedbackNote>(this, () => ({ kind: 'feedback-reply', about: this.kept.record.id }));

  protected override willUpdate(_changed: PropertyValues): void {
    this.#draft ??= new Draft<string>(
      this,
      `feedback-review-${this.kept.record.id}`,
      () => (this.text.trim() ? this.text : undefined),
      (text) => (this.text = text),
    );
  }

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
        tear: this.community?.can('release', record) ? undefined : this.#reported(to),
      })}
      ${reviewable ? html`${this.#note()}${this.#held(from, to)}` : this.#can('retract') ? html`${this.#note()}${this.#given(to)}` : nothing}
    `;
  }

  get #names(): { readonly from: string; readonly to: string } {
    return { from: this.name(this.kept.record.by), to: this.receivers(this.kept.record) };
  }

  #reported(to: string): TemplateResult {
    return html`
      <p class="warm-ink">${this.say('feedback.queue.reported', { name: to })}</p>
      ${this.#replies.kept.map(({ record: { by, data } }) => (data.note ? note(this.say('feedback.slip.note', { name: this.name(by) }), data.note) : nothing))}
    `;
  }

  #note(): TemplateResult {
    const { label, hint, missing } = this.#noteWords();
    return html`<div class="q ${this.missing ? 'bad' : ''}">
      <label for="note">${label}</label>
      <span class="hint" id="hint">${hint}</span>
      ${this.missing ? html`<span class="err" id="err">${icon('nobody')}<span>${missing}</span></span>` : nothing}
      <textarea
        id="note"
        rows="1"
        maxlength=${feedbackLimits.note}
        autocomplete="off"
        dir="auto"
        aria-describedby=${this.missing ? 'hint err' : 'hint'}
        aria-invalid=${this.missing ? 'true' : nothing}
        ?readonly=${this.busy}
        .value=${this.text}
        @input=${this.#typed}
      ></textarea>
    </div>`;
  }

  /** Who will read the note depends on what staff do with a report; a note on a held reminder always goes to its author. */
  #noteWords(): { readonly label: string; readonly hint: string; readonly missing: string } {
    const { from, to } = this.#names;
    if (!this.#can('release')) {
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

  readonly #typed = (event: Event): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.missing = false;
    this.#draft?.touch();
  };

  #can(action: Review): boolean {
    return this.writable && (this.community?.can(action, this.kept.record) ?? false);
  }

  #do(action: Review) {
    return async (): Promise<void> => {
      const { id, rev, by: author } = this.kept.record;
      const draft = this.#draft;
      const words = this.text.trim();
      if (this.busy || !draft) return;
      this.missing = action !== 'release' && !words;
      if (this.missing) return this.attend('#note');
      this.busy = true;
      await draft.settled();
      const answers = [{ id: draft.id, kind: 'feedback-review', data: { note: words } }];
      const change = await this.acts?.act(action, { kind: 'feedback', id, rev }, { answers, key: draft.key, draft: draft.name });
      this.busy = false;
      if (!change) return;
      draft.renew();
      this.done = { action, id, author, names: this.#names };
      this.dispatchEvent(new Event('closed'));
    };
  }
}
