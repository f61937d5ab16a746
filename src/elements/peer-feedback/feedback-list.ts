import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { QueryController } from '../controllers/query.js';
import { FeedbackView } from './base-feedback-view.js';
import { type FeedbackRow, rowList } from './feedback-row-list.js';

/** The number of rows that a list shows at first, and that each press on *Show more* adds. */
export const rowsAtOnce = { page: 20 };

/**
 * A list of closed rows, of which one can be open. When it is closed, the focus returns to its row.
 *
 * @fires {Event} write-asked - The person wants to write.
 */
export abstract class FeedbackList extends FeedbackView {
  /** Id of the feedback to open, when another widget asks for it. */
  @property({ attribute: false }) asked?: string | undefined;
  @state() protected open = '';

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('asked') && this.asked) this.open = this.asked;
  }

  protected rows(rows: readonly FeedbackRow[], label: string): TemplateResult {
    return rowList(rows, label, this.say, (id) => this.#toggle(id));
  }

  /** The button that shows older rows, if there are any. */
  protected more({ hasMore, more }: Pick<QueryController, 'hasMore' | 'more'>): unknown {
    if (!hasMore) return nothing;
    return html`<div class="row acts">
      <button class="btn" type="button" @click=${more}>${this.t('list.more')}</button>
    </div>`;
  }

  /** The empty state: what this list will show, and a button to write. */
  protected nothingYet(title: string, more: string): TemplateResult {
    return html`<div class="empty">
        <h3>${title}</h3>
        <p class="quiet">${more}</p>
      </div>
      ${this.pinned ? nothing : this.#writeButton()}`;
  }

  #writeButton(): TemplateResult {
    return html`<div class="row acts">
      <button class="btn" type="button" @click=${(): boolean => this.dispatchEvent(new Event('write-asked'))}>
        ${this.say('feedback.inbox.write')}
      </button>
    </div>`;
  }

  protected readonly close = (): void => {
    const { open } = this;
    this.open = '';
    void this.attend(`#open-${CSS.escape(open)}`);
  };

  #toggle(id: string): void {
    this.open = id;
    this.acts?.clear();
  }
}
