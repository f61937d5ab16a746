import { html, nothing, type TemplateResult } from 'lit';
import type { QueryController } from '../controllers/query.js';
import { AskedFeedbackView } from './base-asked-view.js';
import { type FeedbackRow, rowList } from './feedback-row-list.js';

/** The number of rows that a list shows at first, and that each press on *Show more* adds. */
export const rowsAtOnce = { page: 20 };

/**
 * A list of closed rows, of which one can be open. When it is closed, the focus returns to its row.
 *
 * @fires {Event} write-asked - The person wants to write.
 */
export abstract class FeedbackList extends AskedFeedbackView {
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
