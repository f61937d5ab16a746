import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { codeOf, type ErrorCode } from '../../records/base/errors.js';
import { viewStyles } from '../styles/style-sets.js';
import { View } from '../controllers/base-view.js';
import { takeFocus } from '../controllers/take-focus.js';

/** The English strings of this question. They are loaded with it, when a store cannot be opened. */
export const startAnewStrings = {
  'anew.start': 'Start fresh',
  'anew.sure':
    'Start fresh with nothing saved? What was saved here stays on this device, but it can’t be opened. What was not sent yet won’t be sent.',
  'anew.yes': 'Yes, start fresh',
  'anew.no': 'Not now',
} as const;

/**
 * The way out where the key of what is saved is damaged: a button, and a question before anything happens.
 *
 * @tag milieu-start-anew
 * @fires {Event} closed - The store has started anew.
 * @internal
 */
export class MilieuStartAnew extends View<typeof startAnewStrings> {
  static override styles = viewStyles;
  protected readonly english = startAnewStrings;

  @state() private is: 'offered' | 'asked' | 'starting' = 'offered';
  /** Why it did not start. */
  @state() private code: ErrorCode | undefined;

  protected override updated(changed: PropertyValues): void {
    const before = changed.get('is' as never) as MilieuStartAnew['is'] | undefined;
    if (before) takeFocus(this.renderRoot.querySelector<HTMLElement>('button')); // the button that had the focus was removed
  }

  protected override render(): TemplateResult {
    return html`${this.is === 'offered' ? this.#offer() : this.#question()}
    ${this.code ? html`<p class="status care" role="alert">${this.sentence(this.code)}</p>` : nothing}`;
  }

  #offer(): TemplateResult {
    return html`<button class="btn" type="button" @click=${(): void => void (this.is = 'asked')}>${this.t('anew.start')}</button>`;
  }

  #question(): TemplateResult {
    const busy = this.is === 'starting' ? 'true' : nothing;
    return html`<p id="sure">${this.t('anew.sure')}</p>
      <div class="row acts" role="group" aria-labelledby="sure">
        <button class="btn" type="button" aria-disabled=${busy} @click=${(): void => void this.#start()}>${this.t('anew.yes')}</button>
        <button class="btn" type="button" aria-disabled=${busy} @click=${(): void => this.#leave()}>${this.t('anew.no')}</button>
      </div>`;
  }

  #leave(): void {
    if (this.is === 'asked') this.is = 'offered';
  }

  async #start(): Promise<void> {
    if (this.is === 'starting') return;
    this.is = 'starting';
    this.code = undefined;
    try {
      await this.community?.records?.startAnew();
      this.dispatchEvent(new Event('closed'));
    } catch (error) {
      this.code = codeOf(error);
    } finally {
      this.is = 'offered';
    }
  }
}
