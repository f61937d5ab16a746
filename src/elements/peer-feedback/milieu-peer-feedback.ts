import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { isUnread, mayHaveTalk } from '../../model/kinds/feedback/states.js';
import type { Feedback } from '../../model/kinds/feedback/table.js';
import { isInside } from '../../model/record.js';
import type { Waits } from '../controllers/first-page.js';
import { HostWords } from '../controllers/host-words.js';
import { LazyViews } from '../controllers/lazy-views.js';
import { QueryController } from '../controllers/query.js';
import { textAttribute } from '../language/string-attribute-converter.js';
import { QuietTime } from '../parts/quiet-time.js';
import { type WidgetPage, Widget } from '../parts/widget.js';
import { OpenTalks } from './open-talks.js';
import { modes } from './feedback-questions.js';
import { inboxOf } from './reminder-expiry.js';
import { queueOf } from './review-order.js';
import { loadSent } from './lazy-slips.js';
import { loadStaffViews } from './lazy-staff-views.js';
import { feedbackStrings } from './strings.js';

/**
 * Feedback between people who live and work together. An affirmation is delivered at once; staff read a reminder before its receiver does
 * (see `policy.reminders`). Pages: `write`, `inbox`, `sent`, and for staff `queue`.
 *
 * @summary Write feedback to each other, read feedback, and see its outcome.
 * @tag milieu-peer-feedback
 * @csspart heading - The heading of the widget.
 * @csspart tabs - The row of buttons that open its pages.
 * @csspart tab - One of these buttons; the open one has `aria-current`.
 * @csspart primary-button - A button for the next step, such as *Send*. Keep its text readable on its background.
 * @csspart card - A slip of feedback, and a row of a list.
 * @csspart foot - The line at the bottom: what is saved and sent, and the ways to help and to a copy.
 */
export class MilieuPeerFeedback extends Widget<typeof feedbackStrings> {
  protected readonly english = feedbackStrings;
  protected readonly pageNames = ['write', 'inbox', 'sent', 'queue'];

  /**
   * What a person can write: `affirm`, `remind`, or both (default), separated by spaces. With `affirm` alone the form does not ask. What was begun,
   * and what others send, can be read and answered in any case.
   */
  @property({ reflect: true, converter: textAttribute }) modes?: string;

  readonly #modes = new HostWords(this, 'modes', () => modes);

  /** Increases when a page link is pressed, so that pressing the current page closes an open slip. */
  @state() private turns = 0;

  readonly #inbox = new QueryController<Feedback>(this, () => {
    const person = this.community?.actor.person;
    return person === undefined ? undefined : { kind: 'feedback', to: person };
  });
  readonly #held = new QueryController<Feedback>(this, () => (this.#isStaff ? { kind: 'feedback', status: 'held' } : undefined));

  readonly #reported = new QueryController<Feedback>(this, () => (this.#isStaff ? { kind: 'feedback', status: 'reported' } : undefined));

  /** Only asked for if the page is left out: feedback that its author can still change, or that staff answer, is never out of reach. */
  readonly #own = new QueryController<Feedback>(this, () => {
    const person = this.community?.actor.person;
    return person === undefined || !this.leavesOut('sent') ? undefined : { kind: 'feedback', by: person };
  });

  readonly #talks = new OpenTalks(this);
  readonly #quiet = new QuietTime(this);

  readonly #staffViews = new LazyViews(this, loadStaffViews);
  readonly #sentPage = new LazyViews(this, loadSent);

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    this.#sentPage.ahead();
  }

  protected headline(): string {
    return this.t('feedback.title');
  }
  protected override purpose(): string {
    return this.t('feedback.purpose');
  }

  protected override turnTo(name: string): void {
    this.turns += 1;
    super.turnTo(name);
  }

  protected pages(): readonly WidgetPage[] {
    if (!this.#isMember) return [{ name: 'write', label: this.t('feedback.page.write'), render: () => html`<p>${this.t('feedback.closed')}</p>` }];
    const { community } = this;
    const came = community ? inboxOf(community, this.#inbox.kept).length > 0 : false;
    // A reminder has an answer of staff or will have one, and a talk has a time: both stand there.
    const answered = this.#own.kept.some(({ record }) => record.data.mode === 'remind' || mayHaveTalk(record) || community?.can('rewrite', record));
    const pages: WidgetPage[] = [
      { name: 'write', label: this.t('feedback.page.write'), render: () => this.#write() },
      {
        name: 'inbox',
        label: this.t(this.#hasNew ? 'feedback.page.inbox-new' : 'feedback.page.inbox'),
        waits: came,
        isNew: this.#isNew,
        render: () => this.#read(),
      },
      { name: 'sent', label: this.t('feedback.page.sent'), waits: answered, render: () => this.#sent() },
    ];
    return this.#isStaff
      ? [...pages, { name: 'queue', label: this.#queueLabel(), waits: this.#queued > 0, isNew: this.#isQueued, render: () => this.#queue() }]
      : pages;
  }

  #write(): TemplateResult {
    return html`<milieu-feedback-write
      .acts=${this.acts}
      .modes=${modes.filter((mode) => this.#modes.has(mode))}
      ?pinned=${this.onlyPage || this.leavesOut('sent')}
      @sent-asked=${(): void => this.turnTo('sent')}
    ></milieu-feedback-write>`;
  }
  #read(): TemplateResult {
    return html`${keyed(
      this.turns,
      html`<milieu-feedback-inbox
        .acts=${this.acts}
        .asked=${this.asked}
        ?pinned=${this.onlyPage || this.leavesOut('write')}
        @write-asked=${(): void => this.turnTo('write')}
      ></milieu-feedback-inbox>`,
    )}`;
  }
  #sent(): TemplateResult {
    return this.#sentPage.render(
      () =>
        html`${keyed(
          this.turns,
          html`<milieu-feedback-sent
            .acts=${this.acts}
            .asked=${this.asked}
            ?pinned=${this.onlyPage || this.leavesOut('write')}
            @write-asked=${(): void => this.turnTo('write')}
          ></milieu-feedback-sent>`,
        )}`,
    );
  }

  #queue(): TemplateResult {
    return this.#staffViews.render(
      () =>
        html`${keyed(
          this.turns,
          html`<milieu-feedback-queue .acts=${this.acts} .asked=${this.asked} ?pinned=${this.onlyPage}></milieu-feedback-queue>`,
        )}`,
    );
  }

  get #queued(): number {
    return this.community
      ? queueOf(this.community, this.#reported.kept, this.#held.kept).length + this.#talks.kept.length + this.#talks.readings.length
      : 0;
  }

  get #isQueued(): Waits {
    return [this.#reported, this.#held].some(({ state: { is } }) => is === 'opening') ? 'unknown' : this.#queued > 0;
  }

  #queueLabel(): string {
    const waiting = this.#queued;
    return waiting > 0 ? this.t('feedback.page.queue-some', { number: waiting }) : this.t('feedback.page.queue');
  }

  get #isStaff(): boolean {
    return this.community?.actor.as === 'staff';
  }

  /** Family and guests read and write none. */
  get #isMember(): boolean {
    const { community } = this;
    return !community || isInside(community.actor.as);
  }

  get #isNew(): Waits {
    return this.#inbox.state.is === 'opening' ? 'unknown' : this.#hasNew;
  }

  get #hasNew(): boolean {
    const { community } = this;
    if (this.#quiet.until) return false;
    return community ? inboxOf(community, this.#inbox.kept).some(({ record }) => isUnread(record)) : false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-peer-feedback': MilieuPeerFeedback;
  }
}
