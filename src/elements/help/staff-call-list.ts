import { html, nothing, type TemplateResult } from 'lit';
import { uuidv7 } from 'uuidv7';
import type { Help } from '../../model/kinds/help/table.js';
import type { Kept } from '../../records/base/types.js';
import { viewStyles } from '../styles/style-sets.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { helpStyles } from './help.styles.js';
import { helpStrings } from './strings.js';

/**
 * The calls that wait for staff, longest waiting first. When staff press "I have seen it", the person who called reads that on their
 * own screen.
 *
 * @tag milieu-help-calls
 * @internal
 */
export class MilieuHelpCalls extends View<typeof helpStrings> {
  static override styles = [viewStyles, helpStyles];
  protected readonly english = helpStrings;

  readonly #waiting = new QueryController<Help>(this, () => ({ kind: 'help', status: 'asked' }));
  readonly #seen = new QueryController<Help>(this, () => ({ kind: 'help', status: 'seen' }));

  protected override render(): unknown {
    return html`<section class="help" aria-labelledby="title">
      <h3 id="title" tabindex="-1">${this.t('help.calls')}</h3>
      ${this.renderState(this.#waiting.state, {
        ready: (kept, writable) => html`<milieu-checked></milieu-checked>${this.#list(kept, writable)}`,
        empty: () => html`<milieu-checked .words=${this.t('help.calls-none')} .alone=${this.t('help.calls-none-here')}></milieu-checked>`,
      })}
      ${
        this.#seen.kept.length > 0
          ? html`<h4>${this.t('help.calls-seen')}</h4>
              ${this.#list(this.#seen.kept, true)}`
          : nothing
      }
    </section>`;
  }

  #list(kept: readonly Kept<Help>[], writable: boolean): TemplateResult {
    const longestFirst = [...kept].sort((one, other) => (one.record.at < other.record.at ? -1 : 1));
    return html`<ul class="rows">
      ${longestFirst.map((one, place) => html`<li>${this.#call(one, writable, place === 0 ? 'go' : '')}</li>`)}
    </ul>`;
  }

  /** The call that has waited longest has the button of the next step. */
  #call({ record }: Kept<Help>, writable: boolean, look: 'go' | ''): TemplateResult {
    const { need, text, place } = record.data;
    const can = (action: string): boolean => writable && Boolean(this.community?.can(action, record));
    return html`<div class="list-act">
      <div>
        <b>${this.t(`help.need-${need}`, { name: this.name(record.by) })}</b>
        <p class="quiet small">${this.#waitingSince(record.at)}</p>
        ${text ? html`<p class="prose">${text}</p>` : nothing} ${place ? html`<p>${place}</p>` : nothing}
      </div>
      ${can('see') ? this.#button(look, 'see', record, this.t('help.see')) : nothing}
      ${can('close') && !can('see') ? this.#button('', 'close', record, this.t('help.done')) : nothing}
    </div>`;
  }

  #waitingSince(at: string): string {
    if (this.date(at) === this.date(new Date().toISOString())) return this.t('help.since-today', { time: this.time(at) });
    return this.t('help.since', { time: this.date(at, { hour: 'numeric', minute: '2-digit', day: 'numeric', month: 'long' }) });
  }

  #button(look: 'go' | '', action: 'see' | 'close', record: Kept<Help>['record'], words: string): TemplateResult {
    return html`<button class="btn ${look}" type="button" @click=${(): void => void this.#act(action, record)}>${words}</button>`;
  }

  async #act(action: 'see' | 'close', record: Kept<Help>['record']): Promise<void> {
    const answers = action === 'see' ? [{ id: uuidv7(), kind: 'help-reply', data: { note: '' } }] : [];
    const change = await this.acts?.act(action, { kind: 'help', id: record.id, rev: record.rev }, { answers });
    if (change) this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-help-calls': MilieuHelpCalls;
  }
}
