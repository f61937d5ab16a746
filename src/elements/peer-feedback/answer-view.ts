import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Feedback, feedbackLimits, type FeedbackNote } from '../../model/feedback.js';
import type { Kept } from '../../records/types.js';
import { Draft } from '../shared/draft.js';
import { icon } from '../shared/icons.js';
import { Watched } from '../shared/screen.js';
import { FeedbackView } from './feedback-view.js';
import { outcomeForReceiver } from './outcomes.js';
import { note, slip } from './slip.js';

type Answer = 'thank' | 'take-care' | 'differ' | 'report';
type Longer = Extract<Answer, 'differ' | 'report'>;
/** Each with its own text: they have different readers. */
type Texts = Readonly<Record<Longer, string>>;

/**
 * One slip that came for the person, and under the tear line what they may answer. Nothing has to be answered.
 *
 * @tag milieu-feedback-answer
 * @internal
 * @fires {Event} closed - The person goes back to the list.
 */
export class MilieuFeedbackAnswer extends FeedbackView {
  @property({ attribute: false }) kept!: Kept<Feedback>;
  @property({ type: Boolean }) writable = true;

  @state() private longer: Longer | undefined;
  @state() private texts: Texts = { differ: '', report: '' };
  @state() private busy = false;
  #draft: Draft<{ readonly answer: Longer | undefined; readonly texts: Texts }> | undefined;
  #answered = false;

  readonly #replies = new Watched<FeedbackNote>(this, () => ({ kind: 'feedback-reply', about: this.kept.record.id }));

  /** What staff wrote to the receiver; what they wrote to the author is not for these eyes, and is not here. */
  readonly #fromStaff = new Watched<FeedbackNote>(this, () => ({ kind: 'feedback-review', about: this.kept.record.id }));

  protected override willUpdate(_changed: PropertyValues): void {
    this.#draft ??= new Draft(
      this,
      `feedback-reply-${this.kept.record.id}`,
      () => (this.texts.differ.trim() || this.texts.report.trim() ? { answer: this.longer, texts: this.texts } : undefined),
      ({ answer, texts }) => {
        this.longer = answer;
        this.texts = texts;
      },
    );
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    void this.attend('#slip');
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.#answered || !changed.has('kept')) return;
    this.#answered = false;
    void this.attend('.said-so');
  }

  protected override render(): TemplateResult {
    const { record } = this.kept;
    const passed = record.data.mode === 'remind' && record.rev > 1 && this.community?.policy.reminders === 'held';
    const line = this.say('feedback.slip.from-to', { from: this.name(record.by), to: this.receivers(record) });
    return html`
      ${slip({
        data: record.data,
        when: this.begun(this.day(record.at)),
        line: passed ? `${line}. ${this.say('feedback.slip.passed')}` : line,
        say: this.say,
        tear: this.#tear(),
      })}
      <div class="row"><button class="btn word plain" type="button" @click=${this.#leave}>${this.say('feedback.back')}</button></div>
    `;
  }

  #tear(): unknown {
    const { record } = this.kept;
    if (this.longer && this.#can(this.longer)) return this.#more(this.longer);
    const done = this.#mine ? (outcomeForReceiver(record.status) ?? 'feedback.inbox.answered') : outcomeForReceiver(record.status);
    return html`
      ${done ? html`<p class="said-so" tabindex="-1">${this.say(done)}</p>` : nothing}
      ${[...this.#replies.kept, ...this.#fromStaff.kept.filter(({ record }) => record.to.includes(this.community?.actor.person ?? ''))].map(({ record: { by, data } }) => (data.note ? note(this.say('feedback.slip.note', { name: this.name(by) }), data.note) : nothing))}
      ${this.#can('thank') && !this.#mine ? this.#answers() : nothing}
      ${this.#can('report') ? html`<div class="row wide">${this.#others()}</div>` : nothing}
    `;
  }

  #answers(): TemplateResult {
    const { record } = this.kept;
    const reminder = record.data.mode === 'remind';
    return html`
      <p class="quiet small">${this.say('feedback.answer.free')}</p>
      <div class="row acts">
        <button class="btn go" type="button" @click=${(): Promise<void> => this.#give('thank')}>
          ${this.say('feedback.answer.thank', { name: this.name(record.by) })}
        </button>
        ${
          reminder
            ? html`<button class="btn" type="button" @click=${(): Promise<void> => this.#give('take-care')}>
                ${this.say('feedback.answer.take-care')}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  /** Ways out, always in words: also after an answer, something may come to feel wrong. */
  #others(): TemplateResult {
    const open = !this.#mine;
    return html`
      ${open && this.kept.record.data.mode === 'remind' && this.#can('differ') ? this.#word('feedback.answer.differ', () => this.#turn('differ')) : nothing}
      ${open && this.#can('put-by') ? this.#word('feedback.answer.put-by', () => void this.#putBy()) : nothing}
      <button class="btn word plain" type="button" @click=${(): void => this.#turn('report')}>${this.say('feedback.answer.report')}</button>
    `;
  }

  /** Where several were told, the slip stays open for the others. */
  get #mine(): boolean {
    return this.#replies.kept.some(({ record: { by } }) => by === this.community?.actor.person);
  }

  #word(key: 'feedback.answer.differ' | 'feedback.answer.put-by', run: () => void): TemplateResult {
    return html`<button class="btn word" type="button" @click=${run}>${this.say(key)}</button>`;
  }

  /** An answer with words: who reads them stands before the field, and the field may stay empty. */
  #more(answer: Longer): TemplateResult {
    const name = this.name(this.kept.record.by);
    return html`
      <h3 id="longer" tabindex="-1">${this.say(`feedback.answer.${answer}-title`)}</h3>
      <p>${this.say(`feedback.answer.${answer}-more`, { name })}</p>
      <p class="reads">
        ${icon('eye')}<span>${this.say(answer === 'report' ? 'feedback.reads.staff-only' : 'feedback.reads.author', { name })}</span>
      </p>
      <div class="q">
        <label for="note">${this.say(`feedback.answer.${answer}-field`)}</label>
        <textarea
          id="note"
          rows="2"
          maxlength=${feedbackLimits.note}
          autocomplete="off"
          dir="auto"
          ?readonly=${this.busy}
          .value=${this.texts[answer]}
          @input=${(event: Event): void => this.#type(answer, event)}
        ></textarea>
      </div>
      <div class="row acts">
        <button class="btn go" type="button" @click=${(): Promise<void> => this.#give(answer)}>${this.say(`feedback.answer.${answer}-send`)}</button>
        <button class="btn word plain" type="button" @click=${this.#shorter}>${this.say('feedback.answer.leave')}</button>
      </div>
    `;
  }

  #type(answer: Longer, event: Event): void {
    this.texts = { ...this.texts, [answer]: (event.target as HTMLTextAreaElement).value };
    this.#draft?.touch();
  }

  readonly #leave = (): void => {
    this.dispatchEvent(new Event('closed'));
  };

  readonly #shorter = (): void => {
    this.longer = undefined;
    void this.attend('#slip');
  };

  #turn(answer: Longer): void {
    this.longer = answer;
    void this.attend('#longer');
  }

  #can(action: Answer | 'put-by'): boolean {
    return this.writable && (this.community?.can(action, this.kept.record) ?? false);
  }

  async #putBy(): Promise<void> {
    const { id, rev } = this.kept.record;
    const change = await this.acts?.act('put-by', { kind: 'feedback', id, rev });
    if (change) this.#leave();
  }

  async #give(answer: Answer): Promise<void> {
    const { id, rev } = this.kept.record;
    const draft = this.#draft;
    if (this.busy || !draft) return;
    this.busy = true;
    await draft.settled();
    const words = answer === 'differ' || answer === 'report' ? this.texts[answer].trim() : '';
    const answers = [{ id: draft.id, kind: 'feedback-reply', data: { note: words } }];
    const change = await this.acts?.act(answer, { kind: 'feedback', id, rev }, { answers, key: draft.key, draft: draft.name });
    this.busy = false;
    if (!change) return;
    draft.renew();
    this.longer = undefined;
    this.texts = { differ: '', report: '' };
    this.#answered = true;
  }
}
