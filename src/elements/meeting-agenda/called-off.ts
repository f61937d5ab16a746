import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { MeetingNote } from '../../model/kinds/meeting/table.js';
import { View } from '../controllers/base-view.js';
import { QueryController } from '../controllers/query.js';
import { viewStyles } from '../styles/style-sets.js';
import { calledOffStrings } from './called-off.strings.js';
import type { KeptMeeting } from './meeting-lists.js';

/**
 * The meetings that were called off, and why.
 *
 * @tag milieu-meeting-off
 * @internal
 */
export class MilieuMeetingOff extends View<typeof calledOffStrings> {
  static override styles = viewStyles;
  protected readonly english = calledOffStrings;

  @property({ attribute: false }) meetings: readonly KeptMeeting[] = [];

  readonly #notes = new QueryController<MeetingNote>(this, () => ({ kind: 'meeting-note' }));

  protected override render(): TemplateResult {
    return html`${repeat(
      this.meetings,
      ({ record }) => record.id,
      (meeting) => this.#one(meeting),
    )}`;
  }

  #one({ record: { id, data } }: KeptMeeting): TemplateResult {
    const { title, startsAt } = data;
    const note = this.#notes.kept.map(({ record }) => record).find(({ about }) => about === id);
    return html`<div class="q">
      <h3>${this.t('meeting.off.title', { title, date: this.date(startsAt), time: this.time(startsAt) })}</h3>
      ${
        note
          ? html`<p class="quiet small">${this.t('meeting.off.by', { name: this.name(note.by) })}</p>
              <p class="quote">${note.data.note}</p>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-off': MilieuMeetingOff;
  }
}
