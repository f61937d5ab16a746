import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Feedback } from '../../model/kinds/feedback/table.js';
import type { Kept } from '../../records/base/types.js';
import type { Person } from '../community/host-people.js';
import { type FormAct, FormController, type Problems } from '../controllers/form.js';
import { LazyViews } from '../controllers/lazy-views.js';
import { draftLine } from '../parts/draft-line.js';
import { problemSummary } from '../parts/fields.js';
import { readsLine } from '../parts/reads-line.js';
import { FeedbackView } from './base-feedback-view.js';
import { problemsOf } from './feedback-problems.js';
import { whoReads } from './who-reads-line.js';
import { problemSentences, wordFields } from './feedback-inputs.js';
import { loadTone } from './lazy-tone.js';
import { feedbackOf, type Mode, questions, type FeedbackWords, wordsOf } from './feedback-questions.js';

/**
 * The form in which the author rewrites feedback that staff hold or have returned. The slot shows the notes of staff.
 *
 * @tag milieu-feedback-rewrite
 * @internal
 * @slot - Notes of staff.
 * @fires {Event} closed - The person saved the new text, or kept the old one.
 */
export class MilieuFeedbackRewrite extends FeedbackView {
  @property({ attribute: false }) kept!: Kept<Feedback>;

  readonly #tone = new LazyViews(this, loadTone);
  readonly #form = new FormController<FeedbackWords>(this, {
    name: () => `feedback-rewrite-${this.kept.record.id}`,
    empty: () => (this.kept ? wordsOf(this.kept.record.data) : {}),
    problems: (words) => this.#problems(words),
    toAct: (words): FormAct => {
      const { id, rev } = this.kept.record;
      return { action: 'rewrite', kind: 'feedback', id, rev, data: feedbackOf(this.#mode, words) };
    },
    saved: () => this.#leave(),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('kept')) return;
    this.#form.start(wordsOf(this.kept.record.data));
    this.#form.reveal(...questions[this.#mode].more.filter((field) => this.kept.record.data[field]));
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    void this.attend('h3');
  }

  protected override render(): unknown {
    const { community, say } = this;
    if (!community) return nothing;
    const form = this.#form;
    const { value: words, problems } = form;
    const mode = this.#mode;
    const receiver = this.#receiver;
    return html`
      <form autocomplete="off" novalidate @submit=${form.submitted}>
        ${problemSummary(form, say('feedback.problems', { count: Object.keys(problems).length }), { least: 1, heading: true })}
        <div class="stack close">
          <h3 tabindex="-1">${say('feedback.sent.rewrite-title')}</h3>
          <slot></slot>
        </div>
        ${draftLine(form, this, { kept: false })} ${readsLine(whoReads(mode, receiver, community.actor, community.policy, say))}
        ${wordFields({
          mode,
          words,
          name: receiver?.name,
          problems,
          say,
          control: (field) => form.field(field, { get: (all) => all[field] ?? '', set: (all, text) => ({ ...all, [field]: text }) }),
          group: form.group(...questions[mode].more),
          tone: this.#tone,
        })}
        ${this.#buttons()}
      </form>
    `;
  }

  #buttons(): TemplateResult {
    return html`<div class="row acts">
      <button class="btn go" type="submit" aria-describedby="reads">${this.say('feedback.sent.rewrite-save')}</button>
      <button class="btn word plain" type="button" @click=${this.#leave}>${this.say('feedback.sent.rewrite-leave')}</button>
    </div>`;
  }

  get #mode(): Mode {
    return this.kept.record.data.mode === 'remind' ? 'remind' : 'affirm';
  }
  get #receiver(): Person | undefined {
    return this.community?.people.find(({ id }) => id === this.kept.record.to[0]);
  }

  #problems(words: FeedbackWords): Problems {
    const { record } = this.kept;
    const { community } = this;
    if (!community) return {};
    const input = { to: record.to, data: feedbackOf(this.#mode, words) };
    return problemSentences(problemsOf('rewrite', input, community.actor, record), this.say, this.#receiver?.name);
  }

  readonly #leave = (): void => {
    this.dispatchEvent(new Event('closed'));
  };
}
