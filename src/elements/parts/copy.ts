import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { codeOf, type ErrorCode, MilieuError } from '../../records/base/errors.js';
import { passphraseLeast } from '../../records/base/key.js';
import type { Imported } from '../../records/backup/import.js';
import type { Records } from '../../records/base/types.js';
import { viewStyles } from '../styles/style-sets.js';
import { View } from '../controllers/base-view.js';
import { copyStrings } from './copy.strings.js';
import { describedBy, problemLine, question } from './fields.js';
import { saveFile } from './save-file.js';
import { takeFocus } from '../controllers/take-focus.js';

/** The label is drawn as the file field, so it has the focus ring of the field inside. */
const copyStyles = css`
  section {
    max-inline-size: var(--_measure);
  }
  label.btn:has(:focus-visible) {
    outline: var(--_ring);
    outline-offset: var(--_away);
  }
  #file,
  #file::file-selector-button {
    font: inherit;
  }
`;

/** What stands below one of the two forms. */
interface Outcome {
  readonly tone: 'quiet' | 'care';
  readonly words: string;
}
type Field = 'new-words' | 'file' | 'old-words';

/**
 * Saves a copy that a passphrase locks, and opens one. A passphrase is never stored, and leaves the field as soon as it was used. The foot shows
 * the progress, with the button that stops it.
 *
 * @tag milieu-copy
 * @fires {Event} closed - The person closes it.
 * @fires {Event} troubles-asked - The person wants to choose between two versions of a text.
 * @internal
 */
export class MilieuCopy extends View<typeof copyStrings> {
  static override styles = [viewStyles, copyStyles];
  protected readonly english = copyStrings;

  @state() private file: File | undefined;
  @state() private readable = false;
  /** Whether the chosen file needs a passphrase. */
  @state() private locked = false;
  @state() private problem: { readonly field: Field; readonly words: string } | undefined;
  @state() private saved: Outcome | undefined;
  @state() private opened: Outcome | undefined;
  @state() private conflicts = 0;

  protected override firstUpdated(_changed: PropertyValues): void {
    takeFocus(this.renderRoot.querySelector('h3'));
  }

  protected override render(): TemplateResult {
    const store = this.community?.status.store;
    return html`
      <section class="stack" aria-labelledby="title">
        <h3 id="title" tabindex="-1">${this.t('copy.title')}</h3>
        ${
          store === 'locked' || store === 'failed' || store === 'opening' || !store
            ? html`<p class="quiet">${this.t(store === 'locked' ? 'screen.locked' : store === 'failed' ? 'screen.failed' : 'screen.opening')}</p>`
            : html`${this.#saving()}${this.#opening()}`
        }
        <div class="row acts">
          <button class="btn" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>${this.t('copy.close')}</button>
        </div>
      </section>
    `;
  }

  #saving(): TemplateResult {
    return html`<form class="stack" @submit=${(event: SubmitEvent): void => void this.#save(event)}>
      <p>${this.t('copy.what')}</p>
      ${this.#passphrase('new-words', 'new-password', this.t('copy.passphrase-hint'))}
      <div class="row acts"><button class="btn go" type="submit">${this.t('copy.save')}</button></div>
      ${this.#outcome(this.saved)}
    </form>`;
  }

  #opening(): TemplateResult {
    const problem = this.#problemOf('file');
    // The browser's own field speaks the language of the browser, not of the page.
    const file = html`<div class=${problem ? 'q bad' : 'q'}>
      ${problemLine('file', problem)}
      <div class="row">
        <label class="btn"
          >${this.t('copy.file')}<input
            id="file"
            class="vh"
            type="file"
            aria-describedby=${this.file ? 'file-name' : describedBy('file', { problem })}
            @change=${(event: Event): void => this.#chosen(event.target as HTMLInputElement)}
        /></label>
        <span class="quiet" id="file-name" dir="auto">${this.file?.name}</span>
      </div>
    </div>`;
    return html`<form class="stack" @submit=${(event: SubmitEvent): void => void this.#open(event)}>
      <h4>${this.t('copy.open-title')}</h4>
      <p>${this.t('copy.open-what')}</p>
      ${file} ${this.locked ? this.#passphrase('old-words', 'current-password', this.t('copy.locked')) : nothing}
      <div class="row acts"><button class="btn" type="submit">${this.t('copy.open')}</button></div>
      ${this.#outcome(this.opened)}
      ${
        this.conflicts > 0
          ? html`<div class="row">
              <p>${this.t('copy.conflicts', { count: this.conflicts })}</p>
              <button class="btn" type="button" @click=${(): boolean => this.dispatchEvent(new Event('troubles-asked'))}>
                ${this.t('copy.choose')}
              </button>
            </div>`
          : nothing
      }
    </form>`;
  }

  #passphrase(id: 'new-words' | 'old-words', autocomplete: 'new-password' | 'current-password', hint: string): TemplateResult {
    const problem = this.#problemOf(id);
    const field = html`<input
      id=${id}
      type=${this.readable ? 'text' : 'password'}
      autocomplete=${autocomplete}
      autocapitalize="none"
      spellcheck="false"
      dir="auto"
      aria-describedby=${describedBy(id, { hint, problem })}
      aria-invalid=${problem ? 'true' : nothing}
    />`;
    return html`${question(id, this.t('copy.passphrase'), field, { hint, problem })}
      <label class="tick">
        <input type="checkbox" .checked=${this.readable} @change=${(): boolean => (this.readable = !this.readable)} />
        <span>${this.t('copy.show')}</span>
      </label>`;
  }

  #problemOf(field: Field): string | undefined {
    return this.problem?.field === field ? this.problem.words : undefined;
  }

  #outcome(outcome: Outcome | undefined): TemplateResult {
    const failed = outcome?.tone === 'care';
    return html`<p class="status" role="status" ?hidden=${!outcome || failed}>${failed ? nothing : outcome?.words}</p>
      <p class="status care" role="alert" ?hidden=${!failed}>${failed ? outcome.words : nothing}</p>`;
  }

  #chosen({ files }: HTMLInputElement): void {
    this.file = files?.[0];
    this.problem = this.opened = undefined;
    this.locked = false;
    this.conflicts = 0;
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const passphrase = this.#valueOf('new-words');
    this.problem = this.saved = undefined;
    if ([...passphrase].length < passphraseLeast) return this.#complain('new-words', this.t('copy.short'));
    try {
      const { exportRecords } = await import('../../records/backup/export.js');
      const copy = await exportRecords(this.#records(), { passphrase });
      saveFile(copy, `copy-${new Date().toISOString().slice(0, 10)}.milieu`);
      this.#empty('new-words');
      this.saved = { tone: 'quiet', words: this.t('copy.ready') };
    } catch (error) {
      this.saved = this.#failed(error);
    }
  }

  async #open(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { file } = this;
    this.problem = this.opened = undefined;
    this.conflicts = 0;
    if (!file) return this.#complain('file', this.t('copy.no-file'));
    try {
      const { importRecords } = await import('../../records/backup/import.js');
      const passphrase = this.locked ? this.#valueOf('old-words') : undefined;
      const imported = await importRecords(this.#records(), file, { passphrase });
      if (this.locked) this.#empty('old-words');
      this.opened = { tone: 'quiet', words: this.#countsOf(imported) };
      this.conflicts = imported.conflicts;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'sealed-copy') return this.#askForPassphrase();
      if (code === 'wrong-key') return this.#complain('old-words', this.t('copy.wrong'));
      this.opened = this.#failed(error);
    }
  }

  #countsOf({ taken, there, aside, invalid }: Imported): string {
    const counts = [this.t('copy.opened', { taken, there })];
    if (aside > 0) counts.push(this.t('copy.aside', { count: aside }));
    if (invalid > 0) counts.push(this.t('copy.invalid', { count: invalid }));
    return counts.join(' ');
  }

  /** The first try without a passphrase has shown that the file needs one. */
  #askForPassphrase(): void {
    this.locked = true;
    void this.updateComplete.then(() => takeFocus(this.renderRoot.querySelector<HTMLElement>('#old-words')));
  }

  #complain(field: Field, words: string): void {
    this.problem = { field, words };
    void this.updateComplete.then(() => takeFocus(this.renderRoot.querySelector<HTMLElement>(`#${field}`)));
  }

  /** A task that was stopped, or that has failed, says so at the foot as well; here it says what to do next. */
  #failed(error: unknown): Outcome | undefined {
    const code: ErrorCode = codeOf(error);
    if (!(error instanceof MilieuError)) this.community?.report(error);
    return code === 'cancelled' ? undefined : { tone: 'care', words: this.sentence(code) };
  }

  #records(): Records {
    const records = this.community?.records;
    if (!records) throw new MilieuError('closed');
    return records;
  }

  #field(id: Field): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`);
  }
  #valueOf(id: Field): string {
    return this.#field(id)?.value ?? '';
  }
  #empty(id: Field): void {
    const field = this.#field(id);
    if (field) field.value = '';
  }
}
