import { state } from 'lit/decorators.js';
import type { TemplateResult } from 'lit';
import { codeOf } from '../../records/base/errors.js';
import { viewStyles } from '../styles/style-sets.js';
import { View } from '../controllers/base-view.js';
import { takeFocus } from '../controllers/take-focus.js';
import { houseStyles } from './house.styles.js';
import { pinField } from './pin-field.js';
import { houseStrings } from './strings.js';

/** What the views of a house share: their strings, their fields, and the problem at one of them. */
export abstract class HouseView extends View<typeof houseStrings> {
  static override styles = [viewStyles, houseStyles];
  protected readonly english = houseStrings;

  @state() protected problem: { readonly field: string; readonly words: string } | undefined;
  @state() protected isShown = false;
  @state() protected working = false;
  /** What the view says of the last try. */
  @state() protected said = '';

  protected problemOf(field: string): string | undefined {
    return this.problem?.field === field ? this.problem.words : undefined;
  }

  /** Says what is wrong at its field, which takes the focus. */
  protected complain(field: string, words: string): void {
    this.problem = { field, words };
    this.attend(`#${field}`);
  }

  /** Focuses what is there after the next render. */
  protected attend(selector: string): void {
    void this.updateComplete.then(() => takeFocus(this.renderRoot.querySelector<HTMLElement>(selector)));
  }

  protected read(id: string): string {
    return this.renderRoot.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`)?.value ?? '';
  }

  /** A PIN or a passphrase leaves its field as soon as it was used. */
  protected empty(...ids: readonly string[]): void {
    for (const id of ids) {
      const field = this.renderRoot.querySelector<HTMLInputElement>(`#${id}`);
      if (field) field.value = '';
    }
  }

  /** Saves once, however often it is pressed. */
  protected async saveAndClose(work: () => Promise<unknown> | undefined): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.said = '';
    try {
      if (await work()) this.close();
    } catch (error) {
      this.said = this.sentence(codeOf(error));
    } finally {
      this.working = false;
    }
  }

  protected close(): void {
    this.empty('pin');
    this.dispatchEvent(new Event('closed'));
  }

  protected pin(id: string, label: string, hint?: string): TemplateResult {
    return pinField({
      ...{ id, label, ...(hint ? { hint } : {}), problem: this.problemOf(id), isShown: this.isShown, show: this.t('pin.show') },
      toggle: () => void (this.isShown = !this.isShown),
    });
  }
}
