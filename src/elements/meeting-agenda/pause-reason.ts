import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type MeetingNote, meetingLimits } from '../../model/kinds/meeting/table.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import type { FormAct } from '../controllers/form.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { icon } from '../parts/icons.js';
import type { Reason } from '../parts/reason-form.js';
import { viewStyles } from '../styles/style-sets.js';
import { meetingStrings } from './all-strings.js';
import type { KeptMeeting } from './meeting-lists.js';
import { whyPaused } from './running-lists.js';

/**
 * A meeting that is paused: why, if somebody said so, and where to go. Those who run the clock can say why, in words that everybody reads.
 *
 * @tag milieu-meeting-pause
 * @internal
 * @fires {Event} asking - The form for the reason was opened or closed; see `asks`.
 */
export class MilieuMeetingPause extends View<typeof meetingStrings> {
  static override styles = viewStyles;
  protected readonly english = meetingStrings;

  @property({ attribute: false }) meeting?: KeptMeeting;
  /** Whether the form for the reason is open. */
  @state() asks = false;
  readonly #focus = new FocusAfterAct(this);
  readonly #notes = new QueryController<MeetingNote>(this, () =>
    this.meeting ? { kind: 'meeting-note', about: this.meeting.record.id } : undefined,
  );

  protected override render(): TemplateResult | typeof nothing {
    const root = this.meeting?.record;
    if (!root) return nothing;
    const note = whyPaused(root, this.#notes.kept);
    const says = this.acts && this.community?.can('say-why', root);
    return html`<div class="nudge">
        <h3>${icon('pause')} ${this.t('meeting.run.paused')}</h3>
        <div role="status">
          ${
            note
              ? html`<p class="quiet small">${this.t('meeting.pause.by', { name: this.name(note.by) })}</p>
                  <p class="quote">${note.data.note}</p>`
              : nothing
          }
        </div>
        <p>${this.t('meeting.run.paused-more')} ${this.t('meeting.pause.quiet')}</p>
        ${
          says && !this.asks
            ? html`<div class="row">
                <button class="btn word plain" type="button" id="say" @click=${(): void => this.#ask(true)}>${this.t('meeting.pause.say')}</button>
              </div>`
            : nothing
        }
      </div>
      ${says && this.asks ? this.#form(root) : nothing}`;
  }

  #form({ kind, id, rev }: KeptMeeting['record']): TemplateResult {
    return html`<milieu-reason
      id="reason"
      what="meeting-reason-pause-${id}"
      label=${this.t('meeting.pause.label')}
      hint=${this.t('meeting.plan.cancel-hint')}
      send=${this.t('meeting.pause.send')}
      back=${this.t('meeting.form.not-now')}
      most=${meetingLimits.note}
      .acts=${this.acts}
      .act=${({ id: answer, note }: Reason): FormAct => ({
        action: 'say-why',
        kind,
        id,
        rev,
        answers: [{ id: answer, kind: 'meeting-note', data: { note } }],
      })}
      @saved=${(): void => this.#ask(false)}
      @closed=${(): void => this.#ask(false)}
    ></milieu-reason>`;
  }

  #ask(asks: boolean): void {
    this.asks = asks;
    this.#focus.to(asks ? 'reason' : 'say');
    this.dispatchEvent(new Event('asking'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-pause': MilieuMeetingPause;
  }
}
