import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { meetingOf } from '../../model/kinds/agenda-item/table.js';
import { View } from '../controllers/base-view.js';
import { takeFocus } from '../controllers/take-focus.js';
import { question } from '../parts/fields.js';
import { viewStyles } from '../styles/style-sets.js';
import { joinStrings } from './join.strings.js';
import type { KeptItem } from './meeting-lists.js';
import { planStrings } from './strings.js';

const strings = { ...planStrings, ...joinStrings };

/**
 * Joins an item with another one that asks for the same. The other one stands for both.
 *
 * @tag milieu-meeting-join
 * @internal
 * @fires {Event} closed - They were joined, or the person closed the form.
 */
export class MilieuMeetingJoin extends View<typeof strings> {
  static override styles = viewStyles;
  protected readonly english = strings;

  @property({ attribute: false }) item?: KeptItem;
  /** What it can be joined with. */
  @property({ attribute: false }) others: readonly KeptItem[] = [];

  /** Focuses the choice, or the button if there is none. */
  override focus(): void {
    takeFocus(this.renderRoot.querySelector<HTMLElement>('select, button'));
  }

  protected override render(): TemplateResult {
    const hint = this.t('meeting.join.hint', { name: this.name(this.item?.record.by ?? '') });
    const select = html`<select class="narrow" id="other" aria-describedby="other-hint">
      ${this.others.map(({ record }) => html`<option value=${record.id}>${record.data.title}</option>`)}
    </select>`;
    return html`<form novalidate autocomplete="off" @submit=${this.#join}>
      ${this.others.length > 0 ? question('other', this.t('meeting.join.label'), select, { hint }) : html`<p>${this.t('meeting.join.none')}</p>`}
      <div class="row acts">
        ${this.others.length > 0 ? html`<button class="btn go" type="submit">${this.t('meeting.join.send')}</button>` : ''}
        <button class="btn word plain" type="button" @click=${(): void => this.#close()}>${this.t('meeting.form.not-now')}</button>
      </div>
    </form>`;
  }

  readonly #join = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const into = this.renderRoot.querySelector('select')?.value;
    const other = this.others.find(({ record }) => record.id === into);
    if (!this.item || !other) return;
    const { kind, id, rev } = this.item.record;
    const meeting = meetingOf(other.record);
    if (await this.acts?.act('merge', { kind, id, rev }, { moves: { into, ...(meeting ? { meeting } : {}) } })) this.#close();
  };

  #close(): void {
    this.dispatchEvent(new Event('closed'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-join': MilieuMeetingJoin;
  }
}
