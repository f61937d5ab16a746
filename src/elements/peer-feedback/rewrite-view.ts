import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Feedback } from '../../model/feedback.js';
import type { Kept } from '../../records/types.js';
import { Draft } from '../shared/draft.js';
import { icon } from '../shared/icons.js';
import { FeedbackView } from './feedback-view.js';
import { type Problem, problemsOf } from './problems.js';
import { whoReads } from './who-reads.js';
import { problemList, problemSentence, wordFields } from './word-fields.js';
import { feedbackOf, type Field, type Mode, questions, type Words, wordsOf } from './words.js';

/**
 * The words of something that staff have, written anew by its author. What staff said about it lies in the slot.
 *
 * @tag milieu-feedback-rewrite
 * @internal
 * @slot - Notes of staff.
 * @fires {Event} closed - The new words are saved, or the old ones stay.
 */
export class MilieuFeedbackRewrite extends FeedbackView {
  @property({ attribute: false }) kept!: Kept<Feedback>;

  @state() private words: Words | undefined;
  @state() private problems: readonly Problem[] = [];
  @state() private busy = false;
  #draft: Draft<Words> | undefined;
  #changed = false;

  protected override willUpdate(_changed: PropertyValues): void {
    this.words ??= wordsOf(this.kept.record.data);
    this.#draft ??= new Draft<Words>(
      this,
      `feedback-rewrite-${this.kept.record.id}`,
      () => (this.#changed ? this.words : undefined),
      (words) => {
        this.words = words;
        this.#changed = true;
      },
    );
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    void this.attend('h3');
  }

  protected override render(): unknown {
    const { community, say, problems, busy } = this;
    if (!community) return nothing;
    const { to } = this.kept.record;
    const receiver = community.people.find(({ id }) => id === to[0]);
    const name = receiver?.name;
    const words = this.words ?? {};
    return html`
      <form autocomplete="off" novalidate @submit=${this.#submitted}>
        ${problemList(
          problems,
          say,
          (problem) => problemSentence(problem, say, name),
          (problem) => this.#focus(problem),
        )}
        <div class="stack close">
          <h3 tabindex="-1">${say('feedback.sent.rewrite-title')}</h3>
          <slot></slot>
        </div>
        <p class="reads" id="reads">${icon('eye')}<span>${whoReads(this.#mode, receiver, community.actor, community.policy, say)}</span></p>
        ${wordFields({ mode: this.#mode, words, name, problems, busy, say, open: this.#longer, written: (field, text) => this.#write(field, text) })}
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
  get #longer(): boolean {
    return questions[this.#mode].more.some((field) => this.kept.record.data[field]);
  }

  #write(field: Field, text: string): void {
    this.words = { ...this.words, [field]: text };
    this.problems = this.problems.filter((problem) => problem !== field);
    this.#changed = true;
    this.#draft?.touch();
  }

  #focus(problem: Problem): void {
    this.renderRoot.querySelector<HTMLElement>(`#${problem}`)?.focus();
  }

  readonly #leave = (): void => {
    this.dispatchEvent(new Event('closed'));
  };

  readonly #submitted = (event: Event): void => {
    event.preventDefault();
    void this.#save();
  };

  async #save(): Promise<void> {
    const { community } = this;
    const { record } = this.kept;
    const draft = this.#draft;
    if (this.busy || !community || !draft) return;
    const data = feedbackOf(this.#mode, this.words ?? {});
    this.problems = problemsOf('rewrite', { to: record.to, data }, community.actor, record);
    if (this.problems.length > 0) return this.attend('#problems');
    this.busy = true;
    await draft.settled();
    const change = await this.acts?.act('rewrite', { kind: 'feedback', id: record.id, rev: record.rev }, { data, key: draft.key, draft: draft.name });
    this.busy = false;
    if (!change) return;
    draft.renew();
    this.#leave();
  }
}
