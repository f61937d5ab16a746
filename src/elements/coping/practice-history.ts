import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { MilieuRecord } from '../../model/record.js';
import type { Practice } from '../../model/kinds/practice/table.js';
import type { Kept } from '../../records/base/types.js';
import { viewStyles } from '../styles/style-sets.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { copingStyles } from './coping.styles.js';
import { beforeAfterMarks } from './before-after-chart.js';
import { copingStrings } from './strings.js';
import { takeFocus } from '../controllers/take-focus.js';

const page = 20;
type Row = MilieuRecord<Practice>;

/**
 * A person's own practices in words, newest first. It shows no totals, no gaps and no comparison.
 *
 * @tag milieu-coping-history
 * @internal
 */
export class MilieuCopingHistory extends View<typeof copingStrings> {
  static override styles = [viewStyles, copingStyles];
  protected readonly english = copingStrings;

  /** Id of a card, to list only its practices. Default: all. */
  @property({ attribute: false }) card?: string | undefined;
  /** The card title that is shown above this list, so that the rows do not repeat it. */
  @property({ attribute: false }) named?: string | undefined;
  /** Id of the practice that is about to be removed. */
  @state() private asked = '';

  readonly #mine = new QueryController<Practice>(
    this,
    () => {
      const me = this.community?.actor.person;
      return me === undefined ? undefined : { kind: 'practice', by: me, status: 'kept' };
    },
    { page },
  );

  protected override render(): unknown {
    return this.renderState(this.#mine.state, {
      ready: (kept, writable) => this.#list(kept, writable),
      empty: () => this.#empty(),
    });
  }

  #empty(): TemplateResult {
    return html`<div class="empty">
      <h3 tabindex="-1">${this.t('coping.mine-empty')}</h3>
      <p class="quiet">${this.t('coping.mine-empty-more')}</p>
    </div>`;
  }

  #list(kept: readonly Kept<Practice>[], writable: boolean): TemplateResult {
    const rows = kept.map(({ record }) => record).filter(({ data }) => this.card === undefined || data.card === this.card);
    const more = this.#mine.hasMore;
    if (rows.length === 0 && !more) return this.#empty();
    return html`
      <p class="quiet">${this.t('coping.mine-purpose')}</p>
      <ul class="rows">
        ${rows.map((row) => html`<li>${this.#row(row, writable)}</li>`)}
      </ul>
      ${more ? html`<div class="row"><button class="btn" type="button" @click=${this.#mine.more}>${this.t('list.more')}</button></div>` : nothing}
    `;
  }

  #row(row: Row, writable: boolean): TemplateResult {
    const { data } = row;
    const said = [this.#numbers(data), data.helped === undefined ? '' : this.t(`coping.${data.helped}`), this.#duration(data.seconds)];
    const when = `${this.date(row.at)}, ${this.time(row.at)}`;
    return html`<div class="time">
      ${
        data.title === this.named
          ? html`<p><b>${when}</b></p>`
          : html`<p><b>${data.title}</b></p>
              <p class="quiet">${when}</p>`
      }
      <p>${said.filter(Boolean).map((part) => html`<span class="whole">${part}.</span> `)}</p>
      ${this.#line(data)} ${data.note ? html`<p class="quote">${data.note}</p>` : nothing}
      ${writable && this.community?.can('remove', row) ? this.#removal(row) : nothing}
    </div>`;
  }

  #numbers({ before, after }: Practice): string {
    if (before !== undefined && after !== undefined) return this.t('coping.before-after', { before, after });
    if (before !== undefined) return this.t('coping.only-before', { before });
    return after === undefined ? '' : this.t('coping.only-after', { after });
  }

  #line({ before, after }: Practice): TemplateResult | typeof nothing {
    return before === undefined || after === undefined ? nothing : beforeAfterMarks({ before, after });
  }

  #duration(seconds: number): string {
    return seconds < 60 ? this.t('coping.took-little') : this.t('coping.took', { count: Math.round(seconds / 60) });
  }

  #removal(row: Row): TemplateResult {
    if (this.asked !== row.id) {
      const label = this.t('coping.remove-this', { title: row.data.title, date: this.date(row.at), time: this.time(row.at) });
      return html`<button
        class="btn word plain"
        type="button"
        id="ask-${row.id}"
        aria-label=${label}
        @click=${(): Promise<void> => this.#ask(row.id)}
      >
        ${this.t('coping.remove')}
      </button>`;
    }
    return html`<div role="group" aria-label=${this.t('coping.remove-sure')}>
      <p>${this.t('coping.remove-sure')}</p>
      <div class="row acts wide">
        <button class="btn" type="button" @click=${(): Promise<void> => this.#remove(row)}>${this.t('coping.remove-yes')}</button>
        <button class="btn word plain" type="button" id="leave" @click=${(): Promise<void> => this.#ask('')}>${this.t('coping.remove-no')}</button>
      </div>
    </div>`;
  }

  /** The pressed button has disappeared, so the focus moves to its replacement. */
  async #ask(id: string): Promise<void> {
    const before = this.asked;
    this.asked = id;
    await this.updateComplete;
    takeFocus(this.renderRoot.querySelector<HTMLElement>(id ? '#leave' : `#ask-${CSS.escape(before)}`));
  }

  async #remove({ id, rev }: Row): Promise<void> {
    const change = await this.acts?.act('remove', { kind: 'practice', id, rev });
    if (!change) return;
    this.asked = '';
    await this.updateComplete;
    takeFocus(this.renderRoot.querySelector<HTMLElement>('button, h3'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-coping-history': MilieuCopingHistory;
  }
}
