import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { FeedbackView } from './feedback-view.js';
import { type Row, rowList } from './rows.js';

/** How many rows a list begins with, and how many more come with each press; a store gives no more than the last. */
const few = 20;
const most = 200;

/**
 * A list of closed rows of which one can be opened. The focus goes back to the row that was left.
 *
 * @fires {Event} write-asked - The person would rather write.
 */
export abstract class FeedbackList extends FeedbackView {
  @state() protected open = '';
  @state() protected asked = few;

  protected rows(rows: readonly Row[], label: string): TemplateResult {
    return rowList(rows, label, this.say, (id) => this.#turn(id));
  }

  /** The way to older ones, where the store gave as many as were asked for. */
  protected more(given: readonly unknown[]): unknown {
    if (given.length < this.asked || this.asked >= most) return nothing;
    return html`<div class="row acts">
      <button class="btn" type="button" @click=${(): number => (this.asked = Math.min(this.asked + few, most))}>${this.t('list.more')}</button>
    </div>`;
  }

  /** What will be here, then the one thing that can be done. */
  protected nothingYet(title: string, more: string): TemplateResult {
    return html`<div class="empty">
        <h3>${title}</h3>
        <p class="quiet">${more}</p>
      </div>
      ${this.pinned ? nothing : this.#writeFirst()}`;
  }

  #writeFirst(): TemplateResult {
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

  #turn(id: string): void {
    this.open = id;
    this.acts?.clear();
  }
}
