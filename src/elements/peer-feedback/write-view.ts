import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Feedback } from '../../model/feedback.js';
import type { Person } from '../community/people.js';
import { Draft } from '../shared/draft.js';
import { icon } from '../shared/icons.js';
import { Watched } from '../shared/screen.js';
import { FeedbackView } from './feedback-view.js';
import { modeChoice } from './mode-choice.js';
import type { MilieuFeedbackPerson } from './person-view.js';
import { preview } from './preview.js';
import { type Problem, problemsOf } from './problems.js';
import { whoReads } from './who-reads.js';
import { problemList, problemSentence, wordFields } from './word-fields.js';
import { feedbackOf, type Field, isEmpty, type Mode, questions, type Words } from './words.js';
import { written, type Written } from './written.js';

interface Kept {
  readonly mode: Mode;
  readonly person: string;
  readonly words: Words;
}

/**
 * The form: for whom, who will read it, what was seen. What is in it stays until the store has it.
 *
 * @tag milieu-feedback-write
 * @internal
 * @fires {Event} talk-asked - The person wants to talk it through with staff.
 * @fires {Event} sent-asked - The person wants to see what they sent.
 */
export class MilieuFeedbackWrite extends FeedbackView {
  @state() private mode: Mode = 'affirm';
  @state() private person = '';
  @state() private words: Words = {};
  @state() private problems: readonly Problem[] = [];
  @state() private more = false;
  @state() private busy = false;
  @state() private written: Written | undefined;
  @state() private previewed = false;

  readonly #draft = new Draft<Kept>(
    this,
    'feedback',
    () => (isEmpty(this.words) && !this.person ? undefined : { mode: this.mode, person: this.person, words: this.words }),
    (kept) => this.#restore(kept),
  );

  /** What the person wrote last: nobody can open it before it is sent. */
  readonly #own = new Watched<Feedback>(this, () => (this.written ? { kind: 'feedback', by: this.community?.actor.person ?? '' } : undefined));

  protected override render(): unknown {
    const { community } = this;
    if (!community) return nothing;
    if (community.status.store === 'locked') return html`<p class="quiet">${this.t('screen.locked')}</p>`;
    if (this.written) return this.#done(this.written);
    if (this.#others.length === 0 && isEmpty(this.words)) return this.#nobody();
    const receiver = this.previewed ? this.#receiver : undefined;
    return receiver ? this.#preview(receiver) : this.#form();
  }

  #preview({ name }: Person): TemplateResult {
    const { say } = this;
    return preview({
      data: feedbackOf(this.mode, this.words),
      name,
      from: this.name(this.community?.actor.person ?? ''),
      when: this.begun(this.day(new Date().toISOString())),
      held: this.mode === 'remind' && this.#held,
      reads: this.#reads(),
      send: this.#sendWords(name),
      say,
      save: () => void this.#save(false),
      change: () => this.#look(false),
    });
  }

  #done(done: Written): TemplateResult {
    const sent = this.pinned ? undefined : (): boolean => this.dispatchEvent(new Event('sent-asked'));
    const gone = this.#own.kept.some((kept) => kept.record.id === done.id && kept.sent === 'sent');
    return written(done, gone, this.say, { again: () => this.#again(), sent });
  }

  get #others(): readonly Person[] {
    const { actor, people } = this.community ?? {};
    return (people ?? []).filter(({ id }) => id !== actor?.person);
  }

  get #receiver(): Person | undefined {
    return this.#others.find(({ id }) => id === this.person);
  }

  #nobody(): TemplateResult {
    return html`<div class="empty">
      <h3>${this.say('feedback.who.nobody')}</h3>
      <p class="quiet">${this.say('feedback.who.nobody-more')}</p>
    </div>`;
  }

  #form(): TemplateResult {
    const { mode, words, problems, busy, say } = this;
    const name = this.#receiver?.name;
    return html`
      <form autocomplete="off" novalidate @submit=${this.#submitted}>
        ${problemList(
          problems,
          say,
          (problem) => problemSentence(problem, say, name),
          (problem) => this.#field(problem)?.focus(),
        )}
        ${this.#draft.restored && !isEmpty(words) ? this.#restored() : nothing} ${modeChoice(mode, this.#held, say, (chosen) => this.#choose(chosen))}
        <milieu-feedback-person
          .people=${this.#others}
          .chosen=${this.person}
          .missing=${problems.includes('who')}
          @chosen=${(event: Event): void => this.#address((event.target as MilieuFeedbackPerson).chosen)}
        ></milieu-feedback-person>
        <p class="reads" id="reads">${icon('eye')}<span>${this.#reads()}</span></p>
        ${mode === 'remind' ? this.#otherWays() : nothing}
        ${wordFields({ mode, words, name, problems, busy, say, open: this.more, written: (field, text) => this.#write(field, text) })}
        <div class="row acts">
          <button class="btn go" type="submit" aria-describedby="reads">${this.#sendWords(name)}</button>
          <button class="btn" type="button" id="look" @click=${(): void => this.#look(true)}>
            ${name ? say('feedback.preview', { name }) : say('feedback.preview-open')}
          </button>
        </div>
      </form>
    `;
  }

  #restored(): TemplateResult {
    return html`<div class="row">
      <p class="quiet">${this.t('draft.kept')}</p>
      <button class="btn word plain" type="button" @click=${this.#clear}>${this.t('draft.cleared')}</button>
    </div>`;
  }

  #otherWays(): TemplateResult {
    return html`<div class="q" role="group" aria-labelledby="ways">
      <p class="lab" id="ways">${this.say('feedback.first')}</p>
      <div class="row acts">
        <button class="btn" type="button" @click=${(): boolean => this.dispatchEvent(new Event('talk-asked'))}>
          ${this.say('feedback.first.talk')}
        </button>
        <button class="btn" type="button" @click=${(): Promise<void> => this.#save(true)}>${this.say('feedback.first.in-person')}</button>
      </div>
    </div>`;
  }

  #reads(): string {
    const { actor, policy } = this.community ?? {};
    return actor && policy ? whoReads(this.mode, this.#receiver, actor, policy, this.say) : '';
  }

  get #held(): boolean {
    return this.community?.policy.reminders === 'held';
  }

  #sendWords(name: string | undefined): string {
    if (this.mode === 'remind' && this.#held) return this.say('feedback.send-staff');
    return name ? this.say('feedback.send-to', { name }) : this.say('feedback.send');
  }

  #choose(mode: Mode): void {
    this.mode = mode;
    this.#touched();
  }
  #address(person: string): void {
    this.person = person;
    this.#touched('who');
  }
  #write(field: Field, text: string): void {
    this.words = { ...this.words, [field]: text };
    this.#touched(field);
  }
  #touched(mended?: Problem | Field): void {
    this.problems = mended ? this.problems.filter((problem) => problem !== mended) : [];
    this.#draft.touch();
  }

  #restore({ mode, person, words }: Kept): void {
    this.mode = mode;
    this.person = person;
    this.words = words;
    this.more = questions[mode].more.some((field) => words[field]);
  }

  readonly #clear = async (): Promise<void> => {
    await this.#draft.discard();
    this.#empty();
    await this.attend('milieu-feedback-person');
  };

  readonly #submitted = (event: Event): void => {
    event.preventDefault();
    void this.#save(false);
  };

  /** Shows what would be sent, or goes back to the form, which still has every word. */
  #look(wanted: boolean): void {
    const { community } = this;
    if (!community) return;
    this.problems = wanted ? problemsOf('send', this.#input(feedbackOf(this.mode, this.words)), community.actor) : [];
    this.previewed = wanted && this.problems.length === 0;
    this.acts?.clear();
    void this.attend(this.problems.length > 0 ? '#problems' : wanted ? '#preview' : '#look');
  }

  #input(data: Feedback): { to: string[]; data: Feedback } {
    const receiver = this.#receiver;
    return { to: receiver ? [receiver.id] : [], data };
  }

  async #save(inPerson: boolean): Promise<void> {
    const { community, mode, words } = this;
    const receiver = this.#receiver;
    if (this.busy || !community) return;
    const data: Feedback = inPerson ? { mode: 'remind', saw: '', inPerson } : feedbackOf(mode, words);
    const input = this.#input(data);
    this.problems = problemsOf('send', input, community.actor);
    if (this.problems.length > 0 || !receiver) {
      this.previewed = false;
      return this.attend('#problems');
    }
    this.busy = true;
    await this.#draft.settled();
    // What is said in person leaves the words of the form alone: they stay a draft, under an id of their own.
    const draft = inPerson ? {} : { draft: this.#draft.name };
    const { id } = this.#draft;
    const change = await this.acts?.act('send', { kind: 'feedback', id }, { ...input, ...draft, key: this.#draft.key });
    this.busy = false;
    if (!change) return;
    this.previewed = false;
    const kept = inPerson && !isEmpty(words);
    this.written = { id, name: receiver.name, way: inPerson ? 'in-person' : mode === 'remind' && this.#held ? 'held' : 'affirm', words: kept };
    this.#draft.renew();
    if (kept) this.#keep();
    else this.#empty();
    await this.attend('h3');
  }

  #keep(): void {
    this.#draft.touch();
    this.#draft.flush();
  }

  #again(): void {
    this.written = undefined;
    this.acts?.clear();
    void this.attend('milieu-feedback-person');
  }

  #empty(): void {
    this.mode = 'affirm';
    this.person = '';
    this.words = {};
    this.problems = [];
    this.more = false;
  }

  #field(problem: Problem): HTMLElement | null {
    return this.renderRoot.querySelector(problem === 'who' ? 'milieu-feedback-person' : `#${problem}`);
  }
}
