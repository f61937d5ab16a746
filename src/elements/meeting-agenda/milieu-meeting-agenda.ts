import { html, type TemplateResult } from 'lit';
import type { Meeting } from '../../model/kinds/meeting/table.js';
import type { Waits } from '../controllers/first-page.js';
import type { Minutes } from '../../model/kinds/minutes/table.js';
import { QueryController } from '../controllers/query.js';
import { type WidgetPage, Widget } from '../parts/widget.js';
import { comingUp, isOn } from './meeting-lists.js';
import { meetingStrings } from './strings.js';

/**
 * The community meeting: plan it, run it with a clock that another screen can take over, write its minutes, and follow the promises.
 * Who spoke, and who did not, is never shown or stored.
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
export class MilieuMeetingAgenda extends Widget<typeof meetingStrings> {
  protected readonly english = meetingStrings;
  protected readonly pageNames = ['plan', 'run', 'minutes', 'board'];

  readonly #meetings = new QueryController<Meeting>(this, () => ({ kind: 'meeting' }));
  /** Only asked for if the page is left out: minutes that were given back to their author are never out of reach. */
  readonly #minutes = new QueryController<Minutes>(this, () => {
    const person = this.community?.actor.person;
    return person === undefined || !this.leavesOut('minutes') ? undefined : { kind: 'minutes', by: person, status: 'draft' };
  });

  protected override headline(): string {
    return this.t('meeting.title');
  }

  /** It is never empty, so that the content below does not move when a meeting starts or ends. */
  protected override purpose(): string {
    const next = comingUp(this.#meetings.kept)[0]?.record.data;
    if (!next) return this.t('meeting.purpose');
    const when = this.#when(next);
    return next.place
      ? this.t('meeting.when-where', { when, place: next.place, purpose: next.purpose })
      : this.t('meeting.when', { when, purpose: next.purpose });
  }

  protected override foldedLine(): string {
    const next = comingUp(this.#meetings.kept)[0]?.record.data;
    return next ? this.#when(next) : this.t('meeting.purpose');
  }

  #when({ startsAt }: Meeting): string {
    return this.date(startsAt, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' });
  }

  protected override pages(): readonly WidgetPage[] {
    return [
      { name: 'plan', label: this.t('meeting.page.plan'), render: () => this.#plan() },
      { name: 'run', label: this.t('meeting.page.run'), waits: this.#meetings.kept.some(isOn), isNew: this.#isOn, render: () => this.#run() },
      {
        name: 'minutes',
        label: this.t('meeting.page.minutes'),
        waits: this.#minutes.kept.some(({ record }) => this.community?.can('rewrite', record)),
        render: () => html`<milieu-meeting-minutes .acts=${this.acts}></milieu-meeting-minutes>`,
      },
      { name: 'board', label: this.t('meeting.page.board'), render: () => html`<milieu-meeting-board .acts=${this.acts}></milieu-meeting-board>` },
    ];
  }

  get #isOn(): Waits {
    return this.#meetings.state.is === 'opening' ? 'unknown' : this.#meetings.kept.some(isOn);
  }

  #plan(): TemplateResult {
    return html`<milieu-meeting-plan .acts=${this.acts} @run-asked=${(): void => this.turnTo('run')}></milieu-meeting-plan>`;
  }

  #run(): TemplateResult {
    return html`<milieu-meeting-run .acts=${this.acts} @help-asked=${(): void => this.askForHelp()}></milieu-meeting-run>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-agenda': MilieuMeetingAgenda;
  }
}
