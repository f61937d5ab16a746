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
import { isMerged, isRedirected, type KeptItem } from './meeting-lists.js';
import { standsFor } from './requests.js';

/**
 * What became of the suggestions of the person on this page outside of a meeting: answered by staff or the chair, with the answer, or joined with
 * another one.
 *
 * @tag milieu-meeting-answered
 * @internal
 */
export class MilieuMeetingAnswered extends View<typeof answeredStrings> {
  static override styles = viewStyles;
  protected readonly english = answeredStrings;

  /** All items that the person can read. */
  @property({ attribute: false }) items: readonly KeptItem[] = [];

  readonly #notes = new QueryController<ItemNote>(this, () => (this.community ? { kind: 'item-note', to: this.community.actor.person } : undefined));

  /** The answer does not wait for the button below it. */
  protected override firstUpdated(): void {
    loadFile(loadConcerns).catch((error: unknown) => this.community?.report(error));
  }

  protected override render(): TemplateResult {
    const mine = this.items.filter(({ record }) => record.by === this.community?.actor.person);
    return html`${this.#section('answered', mine.filter(isRedirected), (item) => this.#one(item))}
    ${this.#section('joined', mine.filter(isMerged), (item) => this.#joined(item))}`;
  }

  #section(key: 'answered' | 'joined', items: readonly KeptItem[], draw: (item: KeptItem) => TemplateResult): TemplateResult | typeof nothing {
    if (items.length === 0) return nothing;
    return html`<section class="q" aria-labelledby=${key}>
      <h3 id=${key}>${this.t(`meeting.waiting.${key}`)}</h3>
      <dl class="said">${items.map(draw)}</dl>
    </section>`;
  }

  #joined(item: KeptItem): TemplateResult {
    const other = standsFor(item, this.items);
    return html`<div>
      <dt>${item.record.data.title}</dt>
      <dd>${other ? this.t('meeting.waiting.with', { title: other.record.data.title }) : this.t('meeting.waiting.with-other')}</dd>
    </div>`;
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
