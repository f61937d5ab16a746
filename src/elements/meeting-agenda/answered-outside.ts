import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ItemNote } from '../../model/kinds/agenda-item/table.js';
import { loadFile } from '../../records/base/load-file.js';
import { decidedBy } from '../concern/decided.js';
import { loadConcerns } from '../concern/lazy-views.js';
import { View } from '../controllers/base-view.js';
import { QueryController } from '../controllers/query.js';
import { viewStyles } from '../styles/style-sets.js';
import { answeredStrings } from './answered.strings.js';
import type { KeptItem } from './meeting-lists.js';

/**
 * The suggestions of the person on this page that staff or the chair answered outside the meeting, with the answers.
 *
 * @tag milieu-meeting-answered
 * @internal
 */
export class MilieuMeetingAnswered extends View<typeof answeredStrings> {
  static override styles = viewStyles;
  protected readonly english = answeredStrings;

  @property({ attribute: false }) items: readonly KeptItem[] = [];

  readonly #notes = new QueryController<ItemNote>(this, () => (this.community ? { kind: 'item-note', to: this.community.actor.person } : undefined));

  /** The answer does not wait for the button below it. */
  protected override firstUpdated(): void {
    loadFile(loadConcerns).catch((error: unknown) => this.community?.report(error));
  }

  protected override render(): TemplateResult {
    return html`<section class="q" aria-labelledby="answered">
      <h3 id="answered">${this.t('meeting.waiting.answered')}</h3>
      <dl class="said">${this.items.map((item) => this.#one(item))}</dl>
    </section>`;
  }

  #one({ record: { id, data } }: KeptItem): TemplateResult {
    const note = this.#notes.kept.map(({ record }) => record).find(({ about }) => about === id);
    return html`<div>
      <dt>${data.title}</dt>
      <dd>${note?.data.note} ${note ? html`<milieu-another-look .acts=${this.acts} .decided=${decidedBy(note)}></milieu-another-look>` : nothing}</dd>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-answered': MilieuMeetingAnswered;
  }
}
