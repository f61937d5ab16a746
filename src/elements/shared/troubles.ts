import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { wordsOf } from '../../model/decide.js';
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
      <section class="stack" aria-labelledby="title">
        <h3 id="title" tabindex="-1">${this.t('troubles.title')}</h3>
        ${
          this.troubles.length > 0
            ? html`<ul class="stack">
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
    const { at, records } = trouble.change;
    return html`<article class="slip">
      <div class="in">
        <p class="quiet">${this.t('troubles.from', { when: `${this.date(at)}, ${this.time(at)}` })}</p>
        <p>${this.t(held ? 'troubles.held' : 'troubles.refused')}</p>
        <dl class="said">
          ${this.#words(this.t('troubles.mine'), records)}
          ${held && trouble.theirs ? this.#words(this.t('troubles.theirs'), [trouble.theirs]) : nothing}
        </dl>
      </div>
      <div class="tear">
        <div class="row acts">
          ${
            held
              ? html`${this.#choice(trouble, 'mine', this.t('troubles.keep-mine'))}${this.#choice(trouble, 'theirs', this.t('troubles.keep-theirs'))}`
              : html`${this.#choice(trouble, 'again', this.t('troubles.again'))}${this.#choice(trouble, 'remove', this.t('troubles.remove'))}`
          }
          <button class="btn word" type="button" @click=${(): void => this.#copy(trouble)}>${this.t('troubles.export')}</button>
        </div>
      </div>
    </article>`;
  }

  #words(label: string, records: readonly MilieuRecord[]): TemplateResult {
    const words = records.flatMap(wordsOf);
    return html`<div>
      <dt>${label}</dt>
      ${(words.length > 0 ? words : [this.t('troubles.no-words')]).map((text) => html`<dd>${text}</dd>`)}
    </div>`;
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
