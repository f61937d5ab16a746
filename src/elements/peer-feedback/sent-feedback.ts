import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isClosed } from '../../model/kinds/feedback/states.js';
import type { Feedback, FeedbackNote } from '../../model/kinds/feedback/table.js';
import type { Kept } from '../../records/base/types.js';
import { QueryController } from '../controllers/query.js';
import { FeedbackView } from './base-feedback-view.js';
import { note, slip } from './feedback-slip.js';
import { OutcomeLook } from './outcome-look.js';

/**
 * One slip that the person wrote: its outcome, the answers of staff and the receiver, and buttons to change it or take it back while
 * staff hold it.
 *
 * @tag milieu-feedback-own
 * @internal
 * @fires {Event} closed - The person goes back to the list.
 */
export class MilieuFeedbackOwn extends FeedbackView {
  @property({ attribute: false }) kept!: Kept<Feedback>;
  @property({ type: Boolean }) writable = true;
  /** The lines that say where the feedback is and what its outcome is. */
  @property({ attribute: false }) ways: readonly unknown[] = [];

  @state() private anew = false;
  #acted = false;

  readonly #reviews = new QueryController<FeedbackNote>(this, () => ({ kind: 'feedback-review', about: this.kept.record.id }));
  readonly #look = new OutcomeLook(this);
  readonly #replies = new QueryController<FeedbackNote>(this, () => ({ kind: 'feedback-reply', about: this.kept.record.id }));

  protected override firstUpdated(_changed: PropertyValues): void {
    void this.attend('#slip');
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.#acted || !changed.has('kept')) return;
    this.#acted = false;
    void this.attend('#slip');
  }

  protected override render(): TemplateResult {
    const { record } = this.kept;
    if (this.anew && this.#can('rewrite')) return this.#rewrite();
    return html`
      ${slip({
        data: record.data,
        when: this.begun(this.day(record.at)),
        line: this.say('feedback.slip.from-to', { from: this.name(record.by), to: this.receivers(record) }),
        say: this.say,
        tear: this.#belowTear(),
      })}
      <div class="row">
        <button class="btn word plain" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>
          ${this.say('feedback.back')}
        </button>
      </div>
    `;
  }

  #belowTear(): TemplateResult {
    return html`
      <div>${this.ways}</div>
      ${[...this.#reviews.kept, ...this.#replies.kept].map(({ record: { by, data } }) =>
        data.note ? note(this.say('feedback.slip.note', { name: this.name(by) }), data.note) : nothing,
      )}
      ${this.#look.render(this.kept.record, this.#reviews.kept)}
      ${isClosed(this.kept.record) ? html`<p class="quiet small">${this.say('feedback.sent.closed')}</p>` : nothing}
      ${
        this.#can('withdraw')
          ? html`<div class="row acts">
              <button class="btn" type="button" @click=${(): boolean => (this.anew = true)}>${this.say('feedback.sent.rewrite')}</button>
              <button class="btn word plain" type="button" @click=${this.#withdraw}>${this.say('feedback.sent.withdraw')}</button>
            </div>`
          : nothing
      }
    `;
  }

  #rewrite(): TemplateResult {
    const reviews = this.#reviews.kept.map(({ record: { by, data } }) =>
      data.note ? note(this.say('feedback.slip.note', { name: this.name(by) }), data.note) : nothing,
    );
    return html`<milieu-feedback-rewrite .acts=${this.acts} .kept=${this.kept} @closed=${this.#written}>${reviews}</milieu-feedback-rewrite>`;
  }

  readonly #written = (): void => {
    this.anew = false;
    void this.attend('#slip');
  };

  readonly #withdraw = async (): Promise<void> => {
    const { id, rev } = this.kept.record;
    this.#acted = true;
    const change = await this.acts?.act('withdraw', { kind: 'feedback', id, rev });
    if (!change) this.#acted = false;
  };

  #can(action: 'withdraw' | 'rewrite'): boolean {
    return this.writable && (this.community?.can(action, this.kept.record) ?? false);
  }
}
