import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { View } from '../controllers/base-view.js';
import { icon } from '../parts/icons.js';
import { viewStyles } from '../styles/style-sets.js';
import { meetingStrings } from './all-strings.js';

/**
 * The running meeting, and a way out of it for a while, for who cannot sit that long. Whether somebody is out is known to this view alone: nothing
 * is stored or sent, and help stays in reach.
 *
 * @tag milieu-meeting-away
 * @internal
 * @fires {Event} help-asked - The person wants staff to come.
 * @slot - The running meeting. It goes on while it is not shown.
 */
export class MilieuMeetingAway extends View<typeof meetingStrings> {
  static override styles = viewStyles;
  protected readonly english = meetingStrings;

  @state() private away = false;
  readonly #focus = new FocusAfterAct(this);

  protected override render(): TemplateResult {
    if (this.away) return this.#out();
    return html`<slot></slot>
      <div class="row">
        <button class="btn word plain" type="button" id="step-out" @click=${(): void => this.#step(true)}>${this.t('meeting.away.out')}</button>
      </div>`;
  }

  #out(): TemplateResult {
    return html`<div class="empty">
        <h3 id="away" tabindex="-1">${this.t('meeting.away.title')}</h3>
        <p>${this.t('meeting.away.more')}</p>
      </div>
      <div class="row acts">
        <button class="btn go" type="button" @click=${(): void => this.#step(false)}>${this.t('meeting.away.back')}</button>
        <button class="btn staff" type="button" @click=${(): boolean => this.dispatchEvent(new Event('help-asked'))}>
          ${icon('buoy')}${this.t('meeting.run.help')}
        </button>
      </div>`;
  }

  #step(away: boolean): void {
    this.away = away;
    this.#focus.to(away ? 'away' : 'step-out');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-away': MilieuMeetingAway;
  }
}
