import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { uuidv7 } from 'uuidv7';
import { isReadingAsked } from '../../model/kinds/feedback/states.js';
import type { Feedback, FeedbackNote } from '../../model/kinds/feedback/table.js';
import type { MilieuRecord } from '../../model/record.js';
import type { ActInput, Kept } from '../../records/base/types.js';
import { View } from '../controllers/base-view.js';
import { QueryController } from '../controllers/query.js';
import { unsentLine } from '../parts/save-sentence.js';
import { viewStyles } from '../styles/style-sets.js';
import { readingStrings } from './reading.strings.js';

/**
 * Below a closed reminder: its receiver can leave it for later, or ask to read it with staff there. None of it opens the reminder.
 *
 * @tag milieu-feedback-reading-choice
 * @internal
 * @fires {Event} chosen - The choice is saved.
 */
export class MilieuFeedbackReadingChoice extends View<typeof readingStrings> {
  static override styles = [
    viewStyles,
    css`
      :host {
        gap: 0;
      }
    `,
  ];
  protected readonly english = readingStrings;

  @property({ attribute: false }) record!: MilieuRecord<Feedback>;

  readonly #readings = new QueryController<FeedbackNote>(this, () => ({ kind: 'feedback-reading', about: this.record.id }));

  protected override render(): TemplateResult {
    const asked = this.#readings.kept.find(({ record }) => isReadingAsked(record));
    return asked ? this.#asked(asked) : this.#choice();
  }

  #choice(): TemplateResult {
    const { record } = this;
    const answers = (): ActInput => ({ answers: [{ id: uuidv7(), kind: 'feedback-reading', data: { note: '' } }] });
    return html`<div class="row" role="group" aria-label=${this.t('feedback.reading.when')}>
        ${this.community?.can('put-by', record) ? this.#button('feedback.reading.later', () => this.#act('put-by', record)) : nothing}
        ${this.#button('feedback.reading.with-staff', () => this.#act('with-staff', record, answers()))}
      </div>
      <p class="quiet small">${this.t('feedback.reading.told', { name: this.name(record.by) })}</p>`;
  }

  #asked(kept: Kept<FeedbackNote>): TemplateResult {
    return html`<p class="quiet">${this.t('feedback.reading.asked')}</p>
      ${unsentLine(this.truthOfKept(kept), this.saveWords)}
      <div class="row">${this.#button('feedback.reading.alone', () => this.#act('read-alone', kept.record))}</div>`;
  }

  #button(key: 'feedback.reading.later' | 'feedback.reading.with-staff' | 'feedback.reading.alone', run: () => Promise<void>): TemplateResult {
    return html`<button class="btn word" type="button" @click=${(): void => void run()}>${this.t(key)}</button>`;
  }

  async #act(action: string, { kind, id, rev }: Pick<MilieuRecord, 'kind' | 'id' | 'rev'>, input: ActInput = {}): Promise<void> {
    if (await this.acts?.act(action, { kind, id, rev }, input)) this.dispatchEvent(new Event('chosen'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-feedback-reading-choice': MilieuFeedbackReadingChoice;
  }
}
