import { html, type TemplateResult } from 'lit';
import type { Meeting } from '../../model/kinds/meeting/table.js';
import type { Waits } from '../controllers/first-page.js';
import type { Minutes } from '../../model/kinds/minutes/table.js';
import { LazyViews } from '../controllers/lazy-views.js';
import { QueryController } from '../controllers/query.js';
import { type WidgetPage, Widget } from '../parts/widget.js';
import { loadPages } from './lazy-pages.js';
import { comingUp, isMissed, isOn } from './meeting-lists.js';
import { planStrings } from './strings.js';

/**
 * The community meeting: plan it, run it with a clock that another screen can take over, write its minutes, and follow the promises.
 * Who spoke, and who did not, is never shown or stored. Pages: `plan`, `run`, `minutes`, `board` and `said`; `room`, for a wall screen, is there
 * only with `view="room"`.
 *
 * @summary Plan a community meeting, run it, write its minutes, and follow the promises.
 * @tag milieu-meeting-agenda
 * @csspart heading - The heading of the widget.
 * @csspart tabs - The row of buttons that open its pages.
 * @csspart tab - One of these buttons; the open one has `aria-current`.
 * @csspart primary-button - A button for the next step, such as *Send*. Keep its text readable on its background.
 * @csspart card - A suggestion, a promise, and a row of a list.
 * @csspart foot - The line at the bottom: what is saved and sent, and the ways to help and to a copy.
 */
export class MilieuMeetingAgenda extends Widget<typeof planStrings> {
  protected readonly english = planStrings;
  protected readonly pageNames = ['plan', 'run', 'minutes', 'board', 'said', 'room'];

  readonly #meetings = new QueryController<Meeting>(this, () => ({ kind: 'meeting' }));
  /** Only asked for if the page is left out: minutes that were given back to their author are never out of reach. */
  readonly #minutes = new QueryController<Minutes>(this, () => {
    const person = this.community?.actor.person;
    return person === undefined || !this.leavesOut('minutes') ? undefined : { kind: 'minutes', by: person, status: 'draft' };
  });
  #loadsAhead = false;
  readonly #pages = new LazyViews(this, loadPages);

  protected override headline(): string {
    return this.t('meeting.title');
  }

  /** It is never empty, so that the content below does not move when a meeting starts or ends. */
  protected override purpose(): string {
    const next = this.#next;
    if (!next) return this.t('meeting.purpose');
    const when = this.#when(next);
    return next.place
      ? this.t('meeting.when-where', { when, place: next.place, purpose: next.purpose })
      : this.t('meeting.when', { when, purpose: next.purpose });
  }

  protected override foldedLine(): string {
    const next = this.#next;
    return next ? this.#when(next) : this.t('meeting.purpose');
  }

  get #next(): Meeting | undefined {
    return comingUp(this.#meetings.kept).find((one) => !isMissed(one))?.record.data;
  }

  #when({ startsAt }: Meeting): string {
    return this.date(startsAt, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' });
  }

  protected override pages(): readonly WidgetPage[] {
    const room = this.onlyPage === 'room' ? [this.#lazy('room', html`<milieu-meeting-room></milieu-meeting-room>`)] : [];
    return [
      ...room,
      { name: 'plan', label: this.t('meeting.page.plan'), render: () => this.#plan() },
      { name: 'run', label: this.t('meeting.page.run'), waits: this.#meetings.kept.some(isOn), isNew: this.#isOn, render: () => this.#run() },
      {
        ...this.#lazy('minutes', html`<milieu-meeting-minutes .acts=${this.acts}></milieu-meeting-minutes>`),
        waits: this.#minutes.kept.some(({ record }) => this.community?.can('rewrite', record)),
      },
      this.#lazy('board', html`<milieu-meeting-board .acts=${this.acts}></milieu-meeting-board>`),
      this.#lazy('said', html`<milieu-meeting-said></milieu-meeting-said>`),
    ];
  }

  get #isOn(): Waits {
    return this.#meetings.state.is === 'opening' ? 'unknown' : this.#meetings.kept.some(isOn);
  }

  #lazy(name: 'minutes' | 'board' | 'said' | 'room', page: TemplateResult): WidgetPage {
    return { name, label: this.t(`meeting.page.${name}`), render: () => this.#pages.render(() => page) };
  }

  /** Loads the other pages after the first paint, so that a meeting can be held when the network is gone. */
  protected override updated(): void {
    if (this.#loadsAhead || this.#meetings.kept.length === 0) return;
    this.#loadsAhead = true;
    loadPages().catch(() => (this.#loadsAhead = false));
  }

  #plan(): TemplateResult {
    return html`<milieu-meeting-plan .acts=${this.acts} @run-asked=${(): void => this.turnTo('run')}></milieu-meeting-plan>`;
  }

  #run(): TemplateResult {
    const leads = !this.onlyPage && !this.leavesOut('minutes');
    return this.#pages.render(
      () =>
        html`<milieu-meeting-run
          .acts=${this.acts}
          ?leads=${leads}
          @help-asked=${(): void => this.getStaff()}
          @minutes-asked=${(): void => this.turnTo('minutes')}
        ></milieu-meeting-run>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-agenda': MilieuMeetingAgenda;
  }
}
