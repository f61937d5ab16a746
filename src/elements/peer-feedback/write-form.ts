import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Feedback } from '../../model/kinds/feedback/table.js';
import { isInside } from '../../model/record.js';
import type { Person } from '../community/host-people.js';
import { type FormAct, FormController, type Lens, type Problems } from '../controllers/form.js';
import { LazyViews } from '../controllers/lazy-views.js';
import { draftLine } from '../parts/draft-line.js';
import { problemSummary } from '../parts/fields.js';
import { changingText, readsLine } from '../parts/reads-line.js';
import { FeedbackView } from './base-feedback-view.js';
import { modeChoice } from './mode-choice.js';
import { preview } from './feedback-preview.js';
import { problemsOf } from './feedback-problems.js';
import { whoReads } from './who-reads-line.js';
import { problemSentences, wordFields } from './feedback-inputs.js';
import { feedbackOf, type Field, isEmpty, type Mode, modes, questions, type FeedbackWords } from './feedback-questions.js';
import { loadTone } from './lazy-tone.js';
import { savedConfirmation } from './saved-confirmation.js';

interface WriteFields {
  readonly mode: Mode;
  readonly person: string;
  readonly words: FeedbackWords;
}
type Way = 'send' | 'in-person';
const blank: WriteFields = { mode: 'affirm', person: '', words: {} };
const receiver: Lens<WriteFields> = { get: ({ person }) => person, set: (value, person) => ({ ...value, person }) };

/**
 * The form for new feedback: the receiver, who can read it, and what the person saw. It keeps the text until the text is stored.
 *
 * @tag milieu-feedback-write
 * @internal
 * @fires {Event} sent-asked - The person wants to see what they sent.
 */
export class MilieuFeedbackWrite extends FeedbackView {
  /** What a person can write here. */
  @property({ attribute: false, hasChanged: (now, before) => String(now) !== String(before) }) modes: readonly Mode[] = modes;
  @state() private previewed = false;
  /** The person asked to talk about it with staff. */
  @state() private talking = false;

  readonly #tone = new LazyViews(this, loadTone);
  readonly #form = new FormController<WriteFields, Way>(this, {
    name: () => 'feedback',
    empty: () => this.#blank,
    isEmpty: ({ person, words }) => isEmpty(words) && !person,
    problems: (value, way) => this.#problems(value, way),
    toAct: (value, { id }, way): FormAct => ({ action: 'send', kind: 'feedback', id, ...this.#input(value, way) }),
    // If the person chooses to say it in person, the text in the form stays.
    left: (value, way) => (way === 'in-person' && !isEmpty(value.words) ? value : this.#blank),
    restored: ({ mode, words }) => this.#form.reveal(...questions[mode].more.filter((field) => words[field])),
    saved: () => {
      this.previewed = false;
      return 'done';
    },
  });

  get #blank(): WriteFields {
    return { ...blank, mode: this.modes[0] ?? blank.mode };
  }

  /** Words that were begun in another mode keep it. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const { mode, words } = this.#form.value;
    if (changed.has('modes') && isEmpty(words) && !this.modes.includes(mode)) this.#form.put({ mode: this.#blank.mode });
  }

  protected override render(): unknown {
    const { community } = this;
    if (!community) return nothing;
    if (community.status.store === 'locked') return html`<p class="quiet">${this.t('screen.locked')}</p>`;
    // The call stands above what changes: an element that is made again would call again.
    return html`${this.talking ? html`<milieu-help-call inside .asks=${'talk'} .level=${3}></milieu-help-call>` : nothing}${this.#body()}`;
  }

  #body(): unknown {
    if (this.#form.done) return this.#done();
    if (this.#others.length === 0 && isEmpty(this.#form.value.words)) return this.#nobody();
    const receiver = this.previewed ? this.#receiver() : undefined;
    return receiver ? this.#preview(receiver) : this.#fields();
  }

  #preview(receiver: Person): TemplateResult {
    const { say } = this;
    const { mode, words } = this.#form.value;
    const name = this.nameOf(receiver);
    return preview({
      data: feedbackOf(mode, words),
      name,
      from: this.name(this.community?.actor.person ?? ''),
      when: this.begun(this.day(new Date().toISOString())),
      held: mode === 'remind' && this.#held,
      reads: this.#reads(),
      send: this.#sendWords(name),
      say,
      save: () => this.#send('send'),
      change: () => this.#look(false),
    });
  }

  #done(): unknown {
    const { done } = this.#form;
    if (!done) return nothing;
    const { mode, person } = done.value;
    const way = done.way === 'in-person' ? 'in-person' : mode === 'remind' && this.#held ? 'held' : 'affirm';
    const sent = this.pinned ? undefined : (): boolean => this.dispatchEvent(new Event('sent-asked'));
    const name = this.#receiverName(person) ?? this.name(person);
    return savedConfirmation(
      { name, id: done.id, way, words: done.wordsLeft },
      this.truthOf(done.id),
      { say: this.say, save: this.saveWords },
      { again: () => this.#form.again('who'), sent },
    );
  }

  /** Those who can read feedback: family and guests cannot. */
  get #others(): readonly Person[] {
    const { actor, people } = this.community ?? {};
    return (people ?? []).filter(({ id, as }) => id !== actor?.person && isInside(as));
  }

  #receiver(person = this.#form.value.person): Person | undefined {
    return this.#others.find(({ id }) => id === person);
  }

  /** The receiver's name for the sentences of the form. */
  #receiverName(person?: string): string | undefined {
    const receiver = this.#receiver(person);
    return receiver && this.nameOf(receiver);
  }

  #nobody(): TemplateResult {
    return html`<div class="empty">
      <h3>${this.say('feedback.who.nobody')}</h3>
      <p class="quiet">${this.say('feedback.who.nobody-more')}</p>
    </div>`;
  }

  #fields(): TemplateResult {
    const form = this.#form;
    const { say } = this;
    const { problems } = form;
    const { mode, words } = form.value;
    const name = this.#receiverName();
    return html`
      <form autocomplete="off" novalidate @submit=${form.submitted}>
        ${problemSummary(form, say('feedback.problems', { count: Object.keys(problems).length }), { least: 1, heading: true })}
        ${draftLine(form, this, { kept: !isEmpty(words), first: 'who' })}
        ${modeChoice(mode, this.modes, this.#held, say, (chosen) => form.put({ mode: chosen }, ...Object.keys(problems)))}
        <milieu-person-picker
          .shape=${'chips'}
          .people=${this.#others}
          .label=${say('feedback.who')}
          .problem=${problems['who']}
          .words=${{ find: say('feedback.who.find'), all: say('feedback.who.all'), none: say('feedback.who.none'), more: say('feedback.who.more') }}
          ${form.field('who', receiver)}
        ></milieu-person-picker>
        ${readsLine(this.#reads())} ${mode === 'remind' ? this.#otherWays() : nothing}
        ${wordFields({ mode, words, name, problems, say, control: (field) => this.#word(field), group: form.group(...questions[mode].more), tone: this.#tone })}
        <div class="row acts">
          <button class="btn go" type="submit" aria-describedby="reads">${changingText(this.#sendWords(name))}</button>
          <button class="btn" type="button" id="look" @click=${(): void => this.#look(true)}>
            ${changingText(name ? say('feedback.preview', { name }) : say('feedback.preview-open'))}
          </button>
        </div>
      </form>
    `;
  }

  #word(field: Field): unknown {
    return this.#form.field(field, {
      get: ({ words }) => words[field] ?? '',
      set: (value, text) => ({ ...value, words: { ...value.words, [field]: text } }),
    });
  }

  #otherWays(): TemplateResult {
    return html`<div class="q" role="group" aria-labelledby="ways">
      <p class="lab" id="ways">${this.say('feedback.first')}</p>
      <div class="row acts">
        ${
          this.talking
            ? nothing
            : html`<button class="btn" type="button" @click=${(): boolean => (this.talking = true)}>${this.say('feedback.first.talk')}</button>`
        }
        <button class="btn" type="button" @click=${(): void => this.#send('in-person')}>${this.say('feedback.first.in-person')}</button>
      </div>
    </div>`;
  }

  #reads(): string {
    const { actor, policy } = this.community ?? {};
    const receiver = this.#receiver();
    const named = receiver && { ...receiver, name: this.nameOf(receiver) };
    return actor && policy ? whoReads(this.#form.value.mode, named, actor, policy, this.say) : '';
  }

  get #held(): boolean {
    return this.community?.policy.reminders === 'held';
  }

  #sendWords(name: string | undefined): string {
    if (this.#form.value.mode === 'remind' && this.#held) return this.say('feedback.send-staff');
    return name ? this.say('feedback.send-to', { name }) : this.say('feedback.send');
  }

  #send(way: Way): void {
    this.#form.send(way);
    if (Object.keys(this.#form.problems).length > 0) this.previewed = false;
  }

  /** Shows the preview if `wanted` is true and the form has no problems. Otherwise shows the form, which keeps its text. */
  #look(wanted: boolean): void {
    this.acts?.clear();
    this.previewed = wanted && this.#form.check('send');
    if (this.previewed) this.#form.focus('preview');
    else if (!wanted) this.#form.focus('look');
  }

  #input({ mode, person, words }: WriteFields, way: Way): { to: string[]; data: Feedback } {
    const data: Feedback = way === 'in-person' ? { mode: 'remind', saw: '', inPerson: true } : feedbackOf(mode, words);
    return { to: this.#receiver(person) ? [person] : [], data };
  }

  #problems(value: WriteFields, way: Way): Problems {
    const { community } = this;
    if (!community) return {};
    const name = this.#receiverName(value.person);
    return problemSentences(problemsOf('send', this.#input(value, way), community.actor), this.say, name);
  }
}
