import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { isKept } from '../../model/kinds/round/states.js';
import { type RoundEntry, roundFields } from '../../model/kinds/round/table.js';
import type { Kept } from '../../records/base/types.js';
import { FocusAfterAct } from '../controllers/focus-after-act.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { icon } from '../parts/icons.js';
import { viewStyles } from '../styles/style-sets.js';
import { meetingStrings } from './all-strings.js';
import type { KeptMeeting } from './meeting-lists.js';

/**
 * What the person kept for themselves of the round of a meeting. Nobody else reads it, and it can be removed.
 *
 * @tag milieu-meeting-kept
 * @internal
 */
export class MilieuMeetingKept extends View<typeof meetingStrings> {
  static override styles = viewStyles;
  protected readonly english = meetingStrings;

  @property({ attribute: false }) meeting?: KeptMeeting;
  readonly #focus = new FocusAfterAct(this);
  readonly #entries = new QueryController<RoundEntry>(this, () =>
    this.meeting ? { kind: 'round-entry', about: this.meeting.record.id } : undefined,
  );

  get #kept(): readonly Kept<RoundEntry>[] {
    return this.#entries.kept.filter(({ record }) => isKept(record) && record.by === this.community?.actor.person);
  }

  /** An empty row of the page would leave a gap. */
  protected override updated(): void {
    this.hidden = this.#kept.length === 0;
  }

  protected override render(): TemplateResult | typeof nothing {
    const kept = this.#kept;
    if (kept.length === 0) return nothing;
    return html`<details class="on-screen">
      <summary id="own">${icon('chev', 'chev')}${this.t('meeting.round.own')}</summary>
      <ul class="rows">
        ${kept.map(
          ({ record }) =>
            html`<li class="stack close">
              <div>
                ${roundFields.map((field) =>
                  record.data[field]
                    ? html`<p><span class="quiet">${this.t(`meeting.round.${field}`)}:</span> <bdi>${record.data[field]}</bdi></p>`
                    : nothing,
                )}
              </div>
              ${
                this.acts
                  ? html`<div class="row">
                      <button class="btn word plain" type="button" @click=${(): void => void this.#remove(record)}>
                        ${this.t('meeting.round.remove')}
                      </button>
                    </div>`
                  : nothing
              }
            </li>`,
        )}
      </ul>
    </details>`;
  }

  async #remove({ kind, id, rev }: { readonly kind: string; readonly id: string; readonly rev: number }): Promise<void> {
    if (await this.acts?.act('remove', { kind, id, rev })) this.#focus.to('own');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-kept': MilieuMeetingKept;
  }
}
