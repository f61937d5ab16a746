import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { textOf } from '../../model/decide.js';
import type { MilieuRecord } from '../../model/record.js';
import type { Choice, Trouble } from '../../records/types.js';
import { viewStyles } from './base.js';
import { sharedStrings } from './strings.js';
import { View } from './view.js';

/**
 * What a backend did not take, and texts that stand in two versions: both are shown, and choosing is a new act.
 *
 * @tag milieu-troubles
 * @fires {Event} closed - The person goes back to the page before.
 */
export class MilieuTroubles extends View {
  static override styles = viewStyles;
  protected readonly english = sharedStrings;

  @state() private troubles: readonly Trouble[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#load();
  }

  protected override communityChanged(): void {
    this.#load();
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    this.renderRoot.querySelector('h3')?.focus();
  }

  protected override render(): TemplateResult {
    return html`
      <section aria-labelledby="title">
        <h3 id="title" tabindex="-1">${this.t('troubles.title')}</h3>
        ${
          this.troubles.length > 0
            ? html`<ul class="rows">
                ${this.troubles.map((trouble) => html`<li>${this.#one(trouble)}</li>`)}
              </ul>`
            : html`<p class="quiet">${this.t('troubles.none')}</p>`
        }
        <div class="row acts">
          <button class="btn" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>${this.t('troubles.close')}</button>
        </div>
      </section>
    `;
  }

  #one(trouble: Trouble): TemplateResult {
    const held = trouble.reason === 'held';
    return html`
      <p>${this.t(held ? 'troubles.held' : 'troubles.refused')}</p>
      ${this.#text(this.t('troubles.mine'), trouble.change.records[0])} ${held ? this.#text(this.t('troubles.theirs'), trouble.theirs) : nothing}
      <div class="row acts">
        ${
          held
            ? html`${this.#choice(trouble, 'mine', this.t('troubles.keep-mine'))}${this.#choice(trouble, 'theirs', this.t('troubles.keep-theirs'))}`
            : html`${this.#choice(trouble, 'again', this.t('troubles.again'))}${this.#choice(trouble, 'remove', this.t('troubles.remove'))}`
        }
        <button class="btn word" type="button" @click=${(): void => this.#copy(trouble)}>${this.t('troubles.export')}</button>
      </div>
    `;
  }

  #text(label: string, record: MilieuRecord | undefined): TemplateResult | typeof nothing {
    if (!record) return nothing;
    const words = Object.values(textOf(record)).filter((value): value is string => typeof value === 'string' && value !== '');
    return html`<dl class="said">
      <dt>${label}</dt>
      ${words.map((text) => html`<dd>${text}</dd>`)}
    </dl>`;
  }

  #choice(trouble: Trouble, choice: Choice, label: string): TemplateResult {
    return html`<button class="btn" type="button" @click=${(): void => this.#settle(trouble, choice)}>${label}</button>`;
  }

  #settle(trouble: Trouble, choice: Choice): void {
    this.community?.records?.settle(trouble.id, choice).then(
      () => this.#load(),
      (error: unknown) => this.community?.report(error, trouble.id),
    );
  }

  #copy(trouble: Trouble): void {
    const file = new Blob([JSON.stringify(trouble.change, undefined, 2)], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${trouble.change.key}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  #load(): void {
    this.community?.records?.troubles().then(
      (troubles) => (this.troubles = troubles),
      (error: unknown) => this.community?.report(error),
    );
  }
}
