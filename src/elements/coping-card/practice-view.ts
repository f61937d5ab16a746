import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Card } from '../../content/card.js';
import type { Practice } from '../../model/practice.js';
import { viewStyles } from '../shared/base.js';
import { Draft } from '../shared/draft.js';
import { isStandIn } from '../shared/focus-keeper.js';
import { Watched } from '../shared/screen.js';
import { View } from '../shared/view.js';
import { copingStyles } from './coping.styles.js';
import type { MilieuCopingFront } from './front-view.js';
import { peopleFirst } from './people-first.js';
import type { MilieuCopingRun } from './run-view.js';
import { fresh, practiceOf, type Session } from './session.js';
import { copingStrings } from './strings.js';

type Stage = 'before' | 'running' | 'after' | 'kept';
const aDay = 24 * 60 * 60 * 1000;

/**
 * One card from its steps to what is kept of it. *Start* and *Keep this* are enough; nothing else has to be answered.
 * It needs no store until something is kept.
 *
 * @tag milieu-coping-practice
 * @internal
 */
export class MilieuCopingPractice extends View<typeof copingStrings> {
  static override styles = [viewStyles, copingStyles];
  protected readonly english = copingStrings;

  /** One element shows one card for as long as it lives. */
  @property({ attribute: false }) card!: Card;

  @state() private stage: Stage = 'before';
  @state() private eyes = false;
  @state() private session: Session = fresh;
  @state() private keeping = false;
  #draft: Draft<Session> | undefined;
  /** Of the practice that was kept last; the list may learn of it later than this view. */
  #id = '';
  readonly #mine = new Watched<Practice>(this, () => {
    const me = this.community?.actor.person;
    return me === undefined ? undefined : { kind: 'practice', by: me, status: 'kept', limit: 20 };
  });

  override disconnectedCallback(): void {
    // A practice that is left behind is not lost: it waits as one that was stopped.
    if (this.stage === 'running') this.#end();
    super.disconnectedCallback();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.#draft ??= new Draft<Session>(
      this,
      `practice:${this.card.id}`,
      () => (this.stage === 'after' ? this.session : undefined),
      (session) => this.#restore(session),
    );
  }

  protected override updated(changed: PropertyValues): void {
    const before = changed.get('stage') as Stage | undefined;
    // A draft that comes back takes no focus: the person may be elsewhere on the page.
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
      .rating=${this.session.before}
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
    return html`<milieu-coping-after
      .session=${this.session}
      .reads=${this.#reads}
      .people=${this.#peopleFirst()}
      .saving=${this.keeping}
      @answered=${(event: Event): void => this.#answer((event.target as Element & { session: Session }).session)}
      @kept=${(): Promise<void> => this.#keep()}
      @let-go=${(): Promise<void> => this.#letGo()}
    ></milieu-coping-after>`;
  }

  #kept(): TemplateResult {
    return html`
      <div class="lead">
        <h3 tabindex="-1">${this.t('coping.kept')}</h3>
        <p class="quiet">${this.t('coping.kept-more')}</p>
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
    next?.focus();
  }

  /** Who can read what is kept, before anything is put in. Whether somebody listens to the event is not known before. */
  get #reads(): string {
    const named = this.community?.identity.person !== undefined || this.community?.identity.keep === 'page';
    const copy = this.#isSent ? this.t('coping.reads-sent') : named ? this.t('coping.reads-may-be-sent') : '';
    return `${this.t(named ? 'coping.reads' : 'coping.reads-shared')} ${copy}`.trim();
  }

  /** The host has a way to its backend, or its backend has a practice already. */
  get #isSent(): boolean {
    return typeof this.community?.transport?.send === 'function' || this.#mine.kept.some(({ sent }) => sent === 'sent');
  }

  #peopleFirst(): boolean {
    const since = Date.now() - aDay;
    const today = this.#mine.kept.map(({ record }) => record).filter(({ at }) => Date.parse(at) > since);
    const listed = this.stage === 'kept' && today.some(({ id }) => id === this.#id);
    return peopleFirst([...today.map(({ data }) => data), ...(listed ? [] : [this.session])]);
  }

  #rate(before: number | undefined): void {
    this.session = { ...this.session, before };
  }

  #answer(session: Session): void {
    this.session = session;
    this.#draft?.touch();
  }

  #restore(session: Session): void {
    if (this.stage !== 'before') return;
    this.session = session;
    this.stage = 'after';
  }

  #end(): void {
    const run: MilieuCopingRun | null = this.renderRoot.querySelector('milieu-coping-run');
    this.session = { ...this.session, seconds: run?.seconds ?? 0, early: run?.early ?? true };
    this.stage = 'after';
    this.#draft?.touch();
  }

  async #keep(): Promise<void> {
    const draft = this.#draft;
    if (!draft || this.keeping) return;
    this.keeping = true;
    await draft.settled();
    const data = practiceOf(this.card, this.session);
    const change = await this.acts?.act('keep', { kind: 'practice', id: draft.id }, { data, key: draft.key, draft: draft.name });
    this.keeping = false;
    if (!change) return;
    this.#id = draft.id;
    draft.renew();
    this.stage = 'kept';
  }

  async #letGo(): Promise<void> {
    this.#anew();
    await this.#draft?.discard();
  }

  #anew(): void {
    this.session = fresh;
    this.eyes = false;
    this.stage = 'before';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-coping-practice': MilieuCopingPractice;
  }
}
