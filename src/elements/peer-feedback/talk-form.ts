import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type FeedbackNote, type FeedbackTalk, feedbackLimits } from '../../model/kinds/feedback/table.js';
import { hasWords, trimmed } from '../../model/text.js';
import type { Kept } from '../../records/base/types.js';
import { FormController, type Problems } from '../controllers/form.js';
import { QueryController } from '../controllers/query.js';
import { dateProblemKey, instantOf, localTime } from '../parts/date-field.js';
import { draftLine } from '../parts/draft-line.js';
import { problemSummary, question } from '../parts/fields.js';
import { readsLine } from '../parts/reads-line.js';
import { allFeedbackStrings } from './all-strings.js';
import { type FeedbackRecord, FeedbackView } from './base-feedback-view.js';
import { note, slip } from './feedback-slip.js';
import type { ReviewResult } from './review-form.js';

interface TalkFields {
  /** Local time in the format of `datetime-local`. */
  readonly when: string;
  readonly place: string;
  readonly who: string;
}
const nothingYet: TalkFields = { when: '', place: '', who: '' };

/**
 * A talk that somebody asked for, with the feedback that it is about. Staff set a time, a place and who is there, or close it.
 *
 * @tag milieu-feedback-talk
 * @internal
 * @fires {Event} closed - The plan is saved, or the talk is settled; `done` has its result.
 */
export class MilieuFeedbackTalk extends FeedbackView {
  protected override readonly english = allFeedbackStrings;

  /** The reply that asked for the talk. */
  @property({ attribute: false }) kept!: Kept<FeedbackNote>;
  @property({ type: Boolean }) writable = true;
  /** The feedback, if it is on this device. */
  @state() private feedback: FeedbackRecord | undefined;

  /** The result; undefined before an act is saved. */
  done: ReviewResult | undefined;

  readonly #form = new FormController<TalkFields, 'arrange' | 'settle'>(this, {
    name: () => `feedback-talk-${this.kept.record.id}`,
    empty: () => nothingYet,
    problems: (fields, action) => (action === 'settle' ? {} : this.#problems(fields)),
    toAct: ({ when, place, who }, gesture, action) => {
      const { id, rev } = this.kept.record;
      const start = instantOf(when);
      if (action === 'settle') return { action, kind: 'feedback-reply', id, rev };
      if ('problem' in start) return undefined;
      const data = { startsAt: start.instant, place: trimmed(place), who: trimmed(who) };
      return { action, kind: 'feedback-reply', id, rev, answers: [{ id: gesture.id, kind: 'feedback-talk', data }] };
    },
    saved: ({ way: action }) => {
      const { id, by } = this.kept.record;
      this.done = { action, id, author: by, names: this.#names };
      this.dispatchEvent(new Event('closed'));
    },
  });

  readonly #plans = new QueryController<FeedbackTalk>(this, () => ({ kind: 'feedback-talk', about: this.kept.record.id }));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('kept')) this.#load().catch((error: unknown) => this.community?.report(error));
    const plan = this.#plans.kept[0]?.record.data;
    if (plan) this.#form.start({ when: localTime(new Date(plan.startsAt)), place: plan.place, who: plan.who });
    else this.#form.start({ ...nothingYet, who: this.knownName(this.community?.actor.person ?? '') ?? '' });
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    void this.attend('#talk');
  }

  protected override render(): TemplateResult {
    const { record } = this.kept;
    const { from, to } = this.#names;
    return html`
      <div class="prose">
        <h3 id="talk" tabindex="-1">${this.say('feedback.talk.who', { from, to })}</h3>
        <p class="quiet">${this.say('feedback.talk.purpose')}</p>
      </div>
      ${record.data.note ? note(this.say('feedback.slip.note', { name: from }), record.data.note) : nothing}
      ${this.writable ? this.#fields(from, to) : nothing} ${this.feedback ? this.#slip(this.feedback) : nothing}
    `;
  }

  /** Who asked, and whose feedback it is. */
  get #names(): { readonly from: string; readonly to: string } {
    const { by, to } = this.kept.record;
    return { from: this.name(by), to: this.names(to) };
  }

  #fields(from: string, to: string): TemplateResult {
    const form = this.#form;
    const field = (id: 'place' | 'who'): TemplateResult =>
      this.#question(id, html`<input maxlength=${feedbackLimits[id]} dir="auto" ${form.field(id)} />`);
    return html`<form novalidate autocomplete="off" aria-labelledby="talk" @submit=${this.#submitted}>
      ${draftLine(form, this, { kept: false })} ${problemSummary(form, this.t('feedback.problems', { count: this.#count }))}
      ${readsLine(this.say('feedback.talk.reads', { from, to }))}
      ${this.#question('when', html`<input type="datetime-local" class="narrow" ${form.field('when')} />`)} ${field('place')} ${field('who')}
      <div class="row acts">
        <button class="btn go" type="submit">${this.say('feedback.talk.save')}</button>
        <button class="btn" type="button" @click=${(): void => form.send('settle')}>${this.say('feedback.talk.settle')}</button>
      </div>
    </form>`;
  }

  readonly #submitted = (event: Event): void => {
    event.preventDefault();
    this.#form.send('arrange');
  };

  get #count(): number {
    return Object.values(this.#form.problems).filter(Boolean).length;
  }

  #question(id: keyof TalkFields, control: TemplateResult): TemplateResult {
    return question(id, this.say(id === 'who' ? 'feedback.talk.who-there' : `feedback.talk.${id}`), control, { problem: this.#form.problems[id] });
  }

  #problems({ when, place, who }: TalkFields): Problems {
    const start = instantOf(when);
    const whenWrong = (): string | undefined => {
      if (!('problem' in start)) return undefined;
      return start.problem === 'missing' ? this.say('feedback.talk.when-missing') : this.t(dateProblemKey(start.problem));
    };
    return {
      when: whenWrong(),
      place: hasWords(place) ? undefined : this.say('feedback.talk.place-missing'),
      who: hasWords(who) ? undefined : this.say('feedback.talk.who-missing'),
    };
  }

  #slip(record: FeedbackRecord): TemplateResult {
    return slip({
      data: record.data,
      when: this.begun(this.day(record.at)),
      line: this.say('feedback.slip.from-to', { from: this.name(record.by), to: this.receivers(record) }),
      say: this.say,
    });
  }

  async #load(): Promise<void> {
    const { about } = this.kept.record;
    const kept = about === undefined ? undefined : await this.community?.records?.get(about);
    this.feedback = kept?.record as FeedbackRecord | undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-feedback-talk': MilieuFeedbackTalk;
  }
}
