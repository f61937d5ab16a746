import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { passphraseLeast } from '../../records/base/key.js';
import { codeOf } from '../../records/base/errors.js';
import { describedBy, question } from '../parts/fields.js';
import { HouseView } from './house-view.js';

/**
 * The passphrase of a house: opens what is locked, once a shift, or locks it for the first time. It is never stored, and leaves the field as soon as it was
 * used. It is no password field, because a browser would offer to save it, for whoever comes next.
 *
 * @tag milieu-passphrase
 * @internal
 */
export class MilieuPassphrase extends HouseView {
  /** `open` what is locked, or `set` a first passphrase. */
  @property() way: 'open' | 'set' = 'open';
  @state() private opening = false;

  protected override render(): TemplateResult {
    const isNew = this.way === 'set';
    const problem = this.problemOf('words');
    const hint = isNew ? this.t('shift.hint') : undefined;
    const notes = { ...(hint ? { hint } : {}), problem };
    return html`<form class="stack" novalidate autocomplete="off" aria-labelledby="shift" @submit=${this.#submitted}>
      <h3 id="shift" tabindex="-1">${this.t(isNew ? 'shift.title' : 'shift.open-title')}</h3>
      <p>${this.t(isNew ? 'shift.what' : 'shift.open-what')}</p>
      ${question(
        'words',
        this.t('shift.passphrase'),
        html`<input
          id="words"
          class="narrow ${this.isShown ? '' : 'hidden'}"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          dir="auto"
          aria-describedby=${describedBy('words', notes)}
          aria-invalid=${problem ? 'true' : nothing}
        />`,
        notes,
      )}
      <label class="tick">
        <input type="checkbox" .checked=${this.isShown} @change=${(): void => void (this.isShown = !this.isShown)} />
        <span>${this.t('shift.show')}</span>
      </label>
      <p role="status">${this.said}</p>
      <div class="row acts">
        <button class="btn ${isNew ? '' : 'go'}" type="submit" aria-disabled=${this.opening ? 'true' : nothing}>
          ${this.t(isNew ? 'shift.set' : 'shift.open')}
        </button>
      </div>
    </form>`;
  }

  readonly #submitted = (event: Event): void => {
    event.preventDefault();
    if (this.opening) return;
    this.problem = undefined;
    const words = this.read('words');
    if ([...words].length < passphraseLeast) return this.complain('words', this.t(this.way === 'set' ? 'shift.short' : 'shift.wrong'));
    this.opening = true;
    this.said = this.t('who.checking');
    void this.#unlock(words).finally(() => (this.opening = false));
  };

  async #unlock(words: string): Promise<void> {
    try {
      await this.community?.unlock(words);
      this.said = '';
    } catch (error) {
      const code = codeOf(error);
      this.said = code === 'wrong-key' ? '' : this.sentence(code);
      if (code === 'wrong-key') this.complain('words', this.t('shift.wrong'));
    }
    this.empty('words');
  }
}
