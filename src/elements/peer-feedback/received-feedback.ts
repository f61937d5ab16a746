import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type Feedback, feedbackLimits, type FeedbackNote, type FeedbackReply, type ReportReason } from '../../model/kinds/feedback/table.js';
import { hasWords, trimmed } from '../../model/text.js';
import type { Kept } from '../../records/base/types.js';
import { FormController } from '../controllers/form.js';
import { draftLine } from '../parts/draft-line.js';
import { question } from '../parts/fields.js';
import { readsLine } from '../parts/reads-line.js';
import { LazyViews } from '../controllers/lazy-views.js';
import { QueryController } from '../controllers/query.js';
import { FeedbackView } from './base-feedback-view.js';
import { loadReport } from './lazy-report.js';
import { outcomeForReceiver } from './outcome-sentences.js';
import { note, slip, talkLine } from './feedback-slip.js';
import { OutcomeLook } from './outcome-look.js';

type Answer = 'thank' | 'take-care' | 'differ' | 'report';
type Longer = Extract<Answer, 'differ' | 'report'>;
/** One text for each answer, because their readers are different. */
type Texts = Readonly<Record<Longer, string>>;

interface AnswerFields {
  /** The answer whose field is open. */
  readonly answer?: Longer | undefined;
  readonly texts: Texts;
  /** Why it is reported. */
  readonly reasons?: readonly ReportReason[];
}
const nothingYet: AnswerFields = { texts: { differ: '', report: '' } };

const isLonger = (answer: Answer): answer is Longer => answer === 'differ' || answer === 'report';

/**
 * A slip of feedback to the person, with the possible answers below the tear line. Nobody has to answer.
 *
 * @tag milieu-feedback-answer
 * @internal
 * @fires {Event} closed - The person goes back to the list.
 */
export class MilieuFeedbackAnswer extends FeedbackView {
  @property({ attribute: false }) kept!: Kept<Feedback>;
  @property({ type: Boolean }) writable = true;

  readonly #form = new FormController<AnswerFields, Answer>(this, {
    name: () => `feedback-reply-${this.kept.record.id}`,
    empty: () => nothingYet,
    isEmpty: ({ texts, reasons }) => !hasWords(texts.differ) && !hasWords(texts.report) && !reasons?.length,
    toAct: ({ texts, reasons }, gesture, action) => {
      const { id, rev } = this.kept.record;
      const words = isLonger(action) ? trimmed(texts[action]) : '';
      const data = { note: words, ...(action === 'report' && reasons?.length ? { reasons } : {}) };
      return { action, kind: 'feedback', id, rev, answers: [{ id: gesture.id, kind: 'feedback-reply', data }] };
    },
    // What is for staff is kept until it is sent, because the person can still report the feedback after another answer.
    left: (value, answer) => (answer === 'report' ? nothingYet : { ...value, answer: undefined, texts: { ...value.texts, differ: '' } }),
    saved: () => 'said-so',
  });

  readonly #look = new OutcomeLook(this);
  readonly #replies = new QueryController<FeedbackReply>(this, () => ({ kind: 'feedback-reply', about: this.kept.record.id }));
  readonly #report = new LazyViews(this, loadReport);

  /** The notes of staff to the receiver. Their notes to the author are not shown here, because the receiver must not read them. */
  readonly #fromStaff = new QueryController<FeedbackNote>(this, () => ({ kind: 'feedback-review', about: this.kept.record.id }));

  protected override firstUpdated(_changed: PropertyValues): void {
    void this.attend('#slip');
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
    const { answer } = this.#form.value;
    if (answer && this.#can(answer)) return this.#more(answer);
    const toMe = this.#fromStaff.kept.filter((one) => one.record.to.includes(this.community?.actor.person ?? ''));
    const done = this.#mine ? (outcomeForReceiver(record.status) ?? 'feedback.inbox.answered') : outcomeForReceiver(record.status);
    return html`
      ${
        done
          ? html`<p class="said-so" id="said-so" tabindex="-1">${this.say(done)}</p>
              ${talkLine(record)} ${this.unsentLine(this.kept)}`
          : nothing
      }
      ${this.#replies.kept.map(({ record: { data } }) => (data.reasons ? this.#reasons(data.reasons, true) : nothing))}
      ${[...this.#replies.kept, ...toMe].map(({ record: { by, data } }) => (data.note ? note(this.say('feedback.slip.note', { name: this.name(by) }), data.note) : nothing))}
      ${this.#look.render(record, toMe)} ${this.#can('thank') && !this.#mine ? this.#answers() : nothing}
      ${this.#can('report') ? html`<div class="row wide">${this.#others()}</div>` : nothing}
    `;
  }

  #answers(): TemplateResult {
    const { record } = this.kept;
    const reminder = record.data.mode === 'remind';
    return html`
      <p class="quiet small">${this.say('feedback.answer.free')}</p>
      <div class="row acts">
        <button class="btn go" type="button" @click=${(): void => this.#form.send('thank')}>
          ${this.say('feedback.answer.thank', { name: this.name(record.by) })}
        </button>
        ${
          reminder
            ? html`<button class="btn" type="button" @click=${(): void => this.#form.send('take-care')}>
                ${this.say('feedback.answer.take-care')}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  /** The other answers. Reporting to staff stays possible after an answer, because the feedback may feel wrong later. */
  #others(): TemplateResult {
    const open = !this.#mine;
    return html`
      ${open && this.kept.record.data.mode === 'remind' && this.#can('differ') ? this.#word('feedback.answer.differ', () => this.#turn('differ')) : nothing}
      ${open && this.#can('put-by') ? this.#word('feedback.answer.put-by', () => void this.#putBy()) : nothing}
      <button class="btn word plain" type="button" @click=${(): void => this.#turn('report')}>${this.say('feedback.answer.report')}</button>
    `;
  }

  /** Whether this person has answered. If there are several receivers, the others can still answer. */
  get #mine(): boolean {
    return this.#replies.kept.some(({ record: { by } }) => by === this.community?.actor.person);
  }

  #word(key: 'feedback.answer.differ' | 'feedback.answer.put-by', run: () => void): TemplateResult {
    return html`<button class="btn word" type="button" @click=${run}>${this.say(key)}</button>`;
  }

  /** An answer with an optional text. The line before the field says who can read it. */
  #more(answer: Longer): TemplateResult {
    const name = this.name(this.kept.record.by);
    return html`
      <h3 id="longer" tabindex="-1">${this.say(`feedback.answer.${answer}-title`)}</h3>
      <p>${this.say(`feedback.answer.${answer}-more`, { name })}</p>
      ${draftLine(this.#form, this, { kept: false })}
      ${readsLine(this.say(answer === 'report' ? 'feedback.reads.staff-only' : 'feedback.reads.author', { name }))}
      ${answer === 'report' ? this.#reasons(this.#form.value.reasons ?? []) : nothing}
      ${question('note', this.say(`feedback.answer.${answer}-field`), this.#text(answer))}
      <div class="row acts">
        <button class="btn go" type="button" @click=${(): void => this.#form.send(answer)}>${this.say(`feedback.answer.${answer}-send`)}</button>
        <button class="btn word plain" type="button" @click=${this.#shorter}>${this.say('feedback.answer.leave')}</button>
      </div>
    `;
  }

  #reasons(chosen: readonly ReportReason[], said = false): TemplateResult {
    return this.#report.render(
      () => html`<milieu-feedback-reasons .chosen=${chosen} .said=${said} @picked=${this.#chose}></milieu-feedback-reasons>`,
    );
  }

  readonly #chose = (event: Event): void => {
    this.#form.put({ reasons: (event.target as HTMLElementTagNameMap['milieu-feedback-reasons']).picked });
  };

  #text(answer: Longer): TemplateResult {
    const lens = this.#form.field('note', {
      get: ({ texts }) => texts[answer],
      set: (value, text) => ({ ...value, texts: { ...value.texts, [answer]: text } }),
    });
    return html`<textarea rows="2" maxlength=${feedbackLimits.note} dir="auto" ${lens}></textarea>`;
  }

  readonly #leave = (): void => {
    this.dispatchEvent(new Event('closed'));
  };

  readonly #shorter = (): void => {
    this.#form.put({ answer: undefined });
    this.#form.focus('slip');
  };

  #turn(answer: Longer): void {
    this.#form.put({ answer });
    this.#form.focus('longer');
  }

  #can(action: Answer | 'put-by'): boolean {
    return this.writable && (this.community?.can(action, this.kept.record) ?? false);
  }

  async #putBy(): Promise<void> {
    const { id, rev } = this.kept.record;
    const change = await this.acts?.act('put-by', { kind: 'feedback', id, rev });
    if (change) this.#leave();
  }
}
