import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Card } from '../../content/card.js';
import type { Practice } from '../../model/kinds/practice/table.js';
import { viewStyles } from '../styles/style-sets.js';
import { FormController } from '../controllers/form.js';
import { isStandIn } from '../controllers/focus-keeper.js';
import { isDelivered } from '../controllers/save-progress.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { draftLine } from '../parts/draft-line.js';
import { savedHeading, saveLine } from '../parts/save-sentence.js';
import { copingStyles } from './coping.styles.js';
import type { MilieuCopingFront } from './card-front.js';
import { peopleFirst } from './offer-people-first.js';
import type { MilieuCopingRun } from './practice-player.js';
import { newPractice, practiceOf, type UnsavedPractice } from './practice-fields.js';
import { copingStrings } from './strings.js';
import { takeFocus } from '../controllers/take-focus.js';

type Stage = 'before' | 'running' | 'after' | 'kept';
/** Enough for one day of practices. The list is not shown, so no more are needed. */
const latest = { page: 50 };
const aDay = 24 * 60 * 60 * 1000;

/**
 * One card, from its steps to the saved practice. The person needs only *Start* and *Save this*; all other answers are optional.
 * It needs no store until the person saves.
 *
 * @tag milieu-coping-practice
 * @internal
 */
export class MilieuCopingPractice extends View<typeof copingStrings> {
  static override styles = [viewStyles, copingStyles];
  protected readonly english = copingStrings;

  /** The card. It never changes during the life of the element. */
  @property({ attribute: false }) card!: Card;

  @state() private stage: Stage = 'before';
  @state() private eyes = false;

  readonly #form = new FormController<UnsavedPractice>(this, {
    name: () => `practice:${this.card.id}`,
    empty: () => newPractice,
    isEmpty: (session) => this.stage === 'before' || (this.stage === 'kept' && session === newPractice),
    restored: () => (this.stage = 'after'),
    toAct: (session, { id }) => ({ action: 'keep', kind: 'practice', id, data: practiceOf(this.card, session) }),
    saved: ({ id, value }) => {
      this.#id = id;
      this.#last = value;
      this.stage = 'kept';
    },
  });
  /** The practice that was saved last. */
  #last: UnsavedPractice = newPractice;
  /** Id of the practice that was saved last. The list may contain it a moment later. */
  #id = '';
  readonly #mine = new QueryController<Practice>(
    this,
    () => {
      const me = this.community?.actor.person;
      return me === undefined ? undefined : { kind: 'practice', by: me, status: 'kept' };
    },
    latest,
  );

  override disconnectedCallback(): void {
    // If the element is removed during a practice, the practice is kept as a draft that was stopped early.
    if (this.stage === 'running') this.#end();
    super.disconnectedCallback();
  }

  protected override updated(changed: PropertyValues): void {
    const before = changed.get('stage') as Stage | undefined;
    // A restored draft does not take the focus, because the person may be elsewhere on the page.
    const restored = before === 'before' && this.stage === 'after';
    if (before === undefined || before === this.stage || this.stage === 'running' || restored) return;
    if (before === 'running' && !this.matches(':focus-within') && document.activeElement !== document.body && !isStandIn()) return;
    this.#focusNext().catch((error: unknown) => this.community?.report(error));
  }

  protected override render(): TemplateResult {
    switch (this.stage) {
      case 'before':
        return this.#before();
      case 'running':
        return this.#running();
      case 'after':
        return this.#after();
      case 'kept':
        return this.#kept();
    }
  }

  #before(): TemplateResult {
    return html`<milieu-coping-front
      .card=${this.card}
      .eyesOpen=${this.eyes}
      .eyeSteps=${this.#eyeSteps}
      .reads=${this.#reads}
      .rating=${this.#form.value.before}
      @begun=${(): string => (this.stage = 'running')}
      @eyes-asked=${(): boolean => (this.eyes = !this.eyes)}
      @rated=${(event: Event): void => this.#rate((event.target as MilieuCopingFront).rating)}
    ></milieu-coping-front>`;
  }

  #running(): TemplateResult {
    return html`<milieu-coping-run
      .card=${this.card}
      .eyesOpen=${this.eyes}
      .eyeSteps=${this.#eyeSteps}
      @done=${(): void => this.#end()}
      @eyes-asked=${(): boolean => (this.eyes = true)}
    ></milieu-coping-run>`;
  }

  #after(): TemplateResult {
    return html`${draftLine(this.#form, this, { kept: false })}
      <milieu-coping-after
        .session=${this.#form.value}
        .reads=${this.#reads}
        .people=${this.#peopleFirst()}
        .saving=${this.#form.busy}
        @answered=${(event: Event): void => this.#form.put((event.target as Element & { session: UnsavedPractice }).session)}
        @kept=${(): void => this.#form.send()}
        @let-go=${(): void => this.#letGo()}
      ></milieu-coping-after>`;
  }

  #kept(): TemplateResult {
    const truth = this.truthOf(this.#id);
    return html`
      <div class="lead">
        <h3 tabindex="-1">${savedHeading(truth, this.saveWords, this.t('coping.kept'))}</h3>
        ${saveLine(truth, this.saveWords, { saved: this.t('coping.kept-more') })}
      </div>
      ${this.#peopleFirst() ? html`<milieu-coping-people></milieu-coping-people>` : this.#again()}
    `;
  }

  #again(): TemplateResult {
    return html`<div class="row acts">
      <button class="btn" type="button" @click=${(): void => this.#anew()}>${this.t('coping.again')}</button>
    </div>`;
  }

  get #eyeSteps(): readonly string[] {
    return this.card.eyesOpen ?? [this.t('coping.eyes.1'), this.t('coping.eyes.2'), this.t('coping.eyes.3'), this.t('coping.eyes.4')];
  }

  async #focusNext(): Promise<void> {
    const next = this.renderRoot.querySelector<HTMLElement>('h3, milieu-coping-front, milieu-coping-after');
    if (next instanceof View) await next.updateComplete;
    takeFocus(next);
  }

  /** Says who can read what is saved, before the person enters anything. Whether a host listens to the event is not known yet. */
  get #reads(): string {
    const named = this.community?.identity.person !== undefined || this.community?.identity.keep === 'page';
    const copy = this.#isSent ? this.t('coping.reads-sent') : named ? this.t('coping.reads-may-be-sent') : '';
    return [this.t(named ? 'coping.reads' : 'coping.reads-shared'), copy].filter(Boolean).join(' ');
  }

  /** Whether practices are sent: the host has set a transport, or its backend already has a practice. */
  get #isSent(): boolean {
    return typeof this.community?.transport?.send === 'function' || this.#mine.kept.some(isDelivered);
  }

  #peopleFirst(): boolean {
    const since = Date.now() - aDay;
    const today = this.#mine.kept.map(({ record }) => record).filter(({ at }) => Date.parse(at) > since);
    const listed = this.stage === 'kept' && today.some(({ id }) => id === this.#id);
    const last = this.stage === 'kept' ? this.#last : this.#form.value;
    return peopleFirst([...today.map(({ data }) => data), ...(listed ? [] : [last])]);
  }

  /** Sets the rating without an edit, because a rating alone is not a practice yet. */
  #rate(before: number | undefined): void {
    this.#form.start({ ...this.#form.value, before });
  }

  #end(): void {
    const run: MilieuCopingRun | null = this.renderRoot.querySelector('milieu-coping-run');
    this.stage = 'after';
    this.#form.put({ seconds: run?.seconds ?? 0, early: run?.early ?? true });
  }

  #letGo(): void {
    this.stage = 'before';
    this.eyes = false;
    this.#form.discard();
  }

  /** Starts again, or shows an unsaved practice of another form if there is one. */
  #anew(): void {
    this.eyes = false;
    this.stage = this.#form.isEmpty ? 'before' : 'after';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-coping-practice': MilieuCopingPractice;
  }
}
