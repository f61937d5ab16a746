import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Promised } from '../../model/kinds/agenda-item/table.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { viewStyles } from '../styles/style-sets.js';
import { meetingStrings } from './all-strings.js';
import type { KeptItem, KeptMeeting } from './meeting-lists.js';
import { fromBefore } from './running-lists.js';
import { allPromises } from './open-meeting.js';
import { promisedSection } from './outcome-line.js';

/**
 * The promises that a meeting begins with, for its printed agenda: who chairs from paper has no other page at hand.
 *
 * @tag milieu-meeting-promised
 * @internal
 */
export class MilieuMeetingPromised extends View<typeof meetingStrings> {
  static override styles = viewStyles;
  protected readonly english = meetingStrings;

  @property({ attribute: false }) meeting?: KeptMeeting;
  @property({ attribute: false }) items: readonly KeptItem[] = [];
  readonly #promises = new QueryController<Promised>(this, () => allPromises);

  protected override render(): TemplateResult | typeof nothing {
    const promises = this.meeting ? fromBefore(this.meeting.record, this.items, this.#promises.kept) : [];
    if (promises.length === 0) return nothing;
    return promisedSection(false, html`<milieu-meeting-promises .promises=${promises}></milieu-meeting-promises>`, (key) => this.t(key));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-promised': MilieuMeetingPromised;
  }
}
