import { html, type TemplateResult } from 'lit';
import type { Meeting } from '../../model/meeting.js';
import { Watched } from '../shared/screen.js';
import { type Page, Widget } from '../shared/widget.js';
import { comingUp, isOn } from './meetings.js';
import { meetingStrings } from './strings.js';

/**
 * The community meeting, from an idea to a promise kept: plan it, hold it with a clock that can go from hand to hand, write its minutes,
 * and see what was promised. Who spoke, and who did not, is never shown or stored.
 *
 * @summary Plan a community meeting, run it, write its minutes, and keep what was promised in sight.
 * @tag milieu-meeting-agenda
 * @slot help - The host's own words about help, shown where staff are asked to come.
 * @fires {MilieuSavedEvent} milieu-saved - A person saved something in this tab.
 * @fires {MilieuDeliverEvent} milieu-deliver - A change wants to go to the host's backend.
 * @fires {MilieuStatusEvent} milieu-status - The state of the store changed.
 * @fires {MilieuErrorEvent} milieu-error - Something went wrong, by code.
 * @cssprop --milieu-accent - What can be done: buttons, links, the part that is on.
 * @cssprop --milieu-ink - Text.
 * @cssprop --milieu-surface - The sheet.
 * @cssprop --milieu-radius - Corners of controls.
 * @cssprop --milieu-space - The unit of space.
 */
export class MilieuMeetingAgenda extends Widget<typeof meetingStrings> {
  protected readonly english = meetingStrings;

  readonly #meetings = new Watched<Meeting>(this, () => ({ kind: 'meeting', limit: 60 }));
  #looked = false;

  protected override headline(): string {
    return this.t('meeting.title');
  }

  /** Always a line, so that the words below it keep their place when a meeting begins or ends. */
  protected override purpose(): string {
    const next = comingUp(this.#meetings.kept)[0]?.record.data;
    if (!next) return this.t('meeting.purpose');
    const when = this.date(next.startsAt, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' });
    return next.place
      ? this.t('meeting.when-where', { when, place: next.place, purpose: next.purpose })
      : this.t('meeting.when', { when, purpose: next.purpose });
  }

  protected override pages(): readonly Page[] {
    return [
      { name: 'plan', label: this.t('meeting.page.plan'), draw: () => this.#plan() },
      { name: 'run', label: this.t('meeting.page.run'), draw: () => this.#run() },
      {
        name: 'minutes',
        label: this.t('meeting.page.minutes'),
        draw: () => html`<milieu-meeting-minutes .acts=${this.acts}></milieu-meeting-minutes>`,
      },
      { name: 'board', label: this.t('meeting.page.board'), draw: () => html`<milieu-meeting-board .acts=${this.acts}></milieu-meeting-board>` },
    ];
  }

  /** Where a meeting is on when the page opens, it opens there; later nobody is turned away from what they do. */
  protected override willUpdate(): void {
    if (this.#looked || this.#meetings.screen.is !== 'ready') return;
    this.#looked = true;
    if (!this.open && this.#meetings.kept.some(isOn)) this.open = 'run';
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
