import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { can } from '../../model/decide.js';
import type { Feedback } from '../../model/feedback.js';
import { LateViews } from '../shared/late-views.js';
import { Watched } from '../shared/screen.js';
import { type Page, Widget } from '../shared/widget.js';
import { inboxOf, isNew } from './inbox.js';
import { queueOf } from './queue.js';
import { loadStaffViews } from './staff-views.js';
import { feedbackStrings } from './strings.js';

/**
 * Feedback between people who live and work together: an affirmation goes at once, a reminder is read by staff first.
 * Pages: `write`, `inbox`, `sent`, and for staff `queue`.
 *
 * @summary Write to each other, read what came, and follow what became of it.
 * @tag milieu-peer-feedback
 * @slot help - More ways to get help, shown when help is asked for.
 * @fires {MilieuSavedEvent} milieu-saved - Something was saved in this tab, where the widget stands without a community around it.
 * @fires {MilieuErrorEvent} milieu-error - Something went wrong, by code.
 * @cssprop --milieu-accent - Colour of what can be done.
 * @cssprop --milieu-ink - Colour of the words; set together with the surface.
 * @cssprop --milieu-surface - Colour of the sheet, opaque.
 * @cssprop --milieu-radius - Roundness of a control.
 * @cssprop --milieu-space - One unit of space, 0.25rem unless set.
 */
export class MilieuPeerFeedback extends Widget<typeof feedbackStrings> {
  protected readonly english = feedbackStrings;

  /** Counts the turns of a page, so that pressing the word of a list closes the slip that stands open in it. */
  @state() private turns = 0;

  readonly #inbox = new Watched<Feedback>(this, () => {
    const person = this.community?.actor.person;
    return person === undefined ? undefined : { kind: 'feedback', to: person };
  });
  readonly #held = new Watched<Feedback>(this, () => (this.#isStaff ? { kind: 'feedback', status: 'held' } : undefined));

  readonly #reported = new Watched<Feedback>(this, () => (this.#isStaff ? { kind: 'feedback', status: 'reported' } : undefined));

  readonly #staffViews = new LateViews(this, loadStaffViews, () => ({
    opening: this.t('screen.opening'),
    failed: this.t('views.failed'),
    again: this.t('status.again'),
  }));

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

  protected pages(): readonly Page[] {
    if (!this.#isMember) return [{ name: 'write', label: this.t('feedback.page.write'), draw: () => html`<p>${this.t('feedback.closed')}</p>` }];
    const pages: Page[] = [
      { name: 'write', label: this.t('feedback.page.write'), draw: () => this.#write() },
      { name: 'inbox', label: this.t(this.#hasNew ? 'feedback.page.inbox-new' : 'feedback.page.inbox'), draw: () => this.#read() },
      { name: 'sent', label: this.t('feedback.page.sent'), draw: () => this.#sent() },
    ];
    return this.#isStaff ? [...pages, { name: 'queue', label: this.#queueLabel(), draw: () => this.#queue() }] : pages;
  }

  #write(): TemplateResult {
    return html`<milieu-feedback-write
      .acts=${this.acts}
      ?pinned=${this.view}
      @talk-asked=${(): void => this.askForHelp()}
      @sent-asked=${(): void => this.turnTo('sent')}
    ></milieu-feedback-write>`;
  }
  #read(): TemplateResult {
    return html`${keyed(
      this.turns,
      html`<milieu-feedback-inbox .acts=${this.acts} ?pinned=${this.view} @write-asked=${(): void => this.turnTo('write')}></milieu-feedback-inbox>`,
    )}`;
  }
  #sent(): TemplateResult {
    return html`${keyed(
      this.turns,
      html`<milieu-feedback-sent .acts=${this.acts} ?pinned=${this.view} @write-asked=${(): void => this.turnTo('write')}></milieu-feedback-sent>`,
    )}`;
  }

  #queue(): TemplateResult {
    return this.#staffViews.draw(() => html`<milieu-feedback-queue .acts=${this.acts} ?pinned=${this.view}></milieu-feedback-queue>`);
  }

  #queueLabel(): string {
    const waiting = this.community ? queueOf(this.community, this.#reported.kept, this.#held.kept).length : 0;
    return waiting > 0 ? this.t('feedback.page.queue-some', { number: waiting }) : this.t('feedback.page.queue');
  }

  get #isStaff(): boolean {
    return this.community?.actor.as === 'staff';
  }

  /** Whether the table lets this person write at all. */
  get #isMember(): boolean {
    const { community } = this;
    if (!community) return true;
    const { actor, identity, policy } = community;
    return can('send', { kind: 'feedback', id: '', community: identity.community, actor, policy });
  }

  get #hasNew(): boolean {
    const { community } = this;
    return community ? inboxOf(community, this.#inbox.kept).some(({ record }) => isNew(community, record)) : false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-peer-feedback': MilieuPeerFeedback;
  }
}
