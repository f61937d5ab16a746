import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { chairOf } from '../../model/kinds/meeting/roles.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { View } from '../controllers/base-view.js';
import { viewStyles } from '../styles/style-sets.js';
import { isEarly, type KeptMeeting } from './meeting-lists.js';
import { meetingStrings } from './all-strings.js';

/**
 * A meeting that is not open yet. Its chair or staff open it. Well before its time they are asked first.
 *
 * @tag milieu-meeting-before
 * @internal
 * @fires {Event} open-asked - The meeting is to be opened.
 * @slot - What the meeting starts with.
 */
export class MilieuMeetingBefore extends View<typeof meetingStrings> {
  static override styles = viewStyles;
  protected readonly english = meetingStrings;

  @property({ attribute: false }) meeting?: KeptMeeting;
  /** Whether a form on the page has the button of the next step. */
  @property({ type: Boolean }) beside = false;
  /** Id of the meeting for which the question is shown. */
  @state() private asking = '';
  readonly #focus = new FocusAfterAct(this);

  protected override render(): TemplateResult | typeof nothing {
    const record = this.meeting?.record;
    if (!record) return nothing;
    const leads = Boolean(this.acts && this.community?.can('open', record));
    return html`
      <div class="empty">
        <h3>${this.t('meeting.run.before')}</h3>
        <p>${this.t(leads ? 'meeting.run.before-lead' : 'meeting.run.before-others', { name: this.name(chairOf(record.data)) })}</p>
      </div>
      <slot></slot>
      ${leads ? this.#ways(record) : nothing}
    `;
  }

  #ways({ id, data }: KeptMeeting['record']): TemplateResult {
    const look = this.beside ? '' : 'go';
    if (this.asking !== id)
      return html`<div class="row acts">
        <button class="btn ${look}" type="button" id="open" @click=${(): void => this.#press()}>${this.t('meeting.run.open')}</button>
      </div>`;
    const when = this.date(data.startsAt, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' });
    return html`<div class="stack close">
      <p id="early" tabindex="-1">${this.t('meeting.run.early', { when })}</p>
      <div class="row acts">
        <button class="btn ${look}" type="button" @click=${(): void => this.#open()}>${this.t('meeting.run.early-yes')}</button>
        <button class="btn word plain" type="button" @click=${(): void => this.#ask('')}>${this.t('meeting.run.early-no')}</button>
      </div>
    </div>`;
  }

  #press(): void {
    const { meeting } = this;
    if (meeting && isEarly(meeting, Date.now())) this.#ask(meeting.record.id);
    else this.#open();
  }

  #ask(id: string): void {
    this.asking = id;
    this.#focus.to(id ? 'early' : 'open');
  }

  #open(): void {
    this.dispatchEvent(new Event('open-asked'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-before': MilieuMeetingBefore;
  }
}
