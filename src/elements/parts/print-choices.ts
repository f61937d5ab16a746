import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { realClock } from '../../records/base/clock.js';
import { View } from '../controllers/base-view.js';
import { viewStyles } from '../styles/style-sets.js';
import { icon } from './icons.js';
import { hasForm, printAlone, type PrintOptions } from './print-alone.js';
import { printStrings } from './print.strings.js';

/**
 * Prints what a widget shows: as it is, in large print, or without what was typed.
 *
 * @tag milieu-print
 * @internal
 * @fires {Event} closed - The person wants to close it.
 */
export class MilieuPrint extends View<typeof printStrings> {
  static override styles = [
    viewStyles,
    css`
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
  protected readonly english = printStrings;

  /** The widget that is printed. */
  @property({ attribute: false }) of?: HTMLElement;
  protected override render(): TemplateResult {
    return html`
      <h3 id="title" tabindex="-1">${this.t('print.title')}</h3>
      <p class="quiet">${this.t('print.more')}</p>
      <div class="row acts">
        ${this.#button('print.plain', {})} ${this.#button('print.large', { large: true })}
        ${this.of && hasForm(this.of) ? this.#button('print.blank', { blank: true }) : nothing}
        <button class="btn word plain" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>
          ${this.t('print.close')}
        </button>
      </div>
    `;
  }

  #button(words: 'print.plain' | 'print.large' | 'print.blank', options: PrintOptions): TemplateResult {
    return html`<button class="btn" type="button" @click=${(): void => this.#print(options)}>${icon('print')}${this.t(words)}</button>`;
  }

  get #now(): string {
    const now = new Date(realClock.now()).toISOString();
    return this.date(now, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' });
  }

  #print(options: PrintOptions): void {
    if (this.of)
      printAlone(this.of, { ...options, asOf: this.t('print.as-of', { when: this.#now }) }).catch((error: unknown) => this.community?.report(error));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-print': MilieuPrint;
  }
}
