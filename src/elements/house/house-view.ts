import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { codeOf } from '../../records/base/errors.js';
import { viewStyles } from '../styles/style-sets.js';
import { View } from '../controllers/base-view.js';
import { takeFocus } from '../controllers/take-focus.js';
import { compareNames } from '../language/format.js';
import { languageOf } from '../language/locale.js';
import { fewNames } from '../parts/few-names.js';
import { findPeople } from '../parts/find-person.js';
import { houseStyles } from './house.styles.js';
import { pinField } from './pin-field.js';
import { houseStrings } from './strings.js';

/** More names are not drawn at once: nobody looks through them, and an old tablet would take a second for it. */
const most = 120;

/** What the views of a house share: their strings, their fields, the search for a name, and the problem at one of the fields. */
export abstract class HouseView extends View<typeof houseStrings> {
  static override styles = [viewStyles, houseStyles];
  protected readonly english = houseStrings;

  @state() protected problem: { readonly field: string; readonly words: string } | undefined;
  @state() protected isShown = false;
  @state() protected working = false;
  /** What was typed to find a name. */
  @state() protected typed = '';
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

  /** The field to find one of so many names. */
  protected finder(count: number): TemplateResult | typeof nothing {
    if (count <= fewNames && this.typed === '') return nothing;
    return html`<div class="q find">
      <label for="find">${this.t('people.find')}</label>
      <input
        id="find"
        class="narrow"
        type="search"
        dir="auto"
        autocomplete="off"
        .value=${this.typed}
        @input=${(event: Event): void => void (this.typed = (event.target as HTMLInputElement).value)}
      />
    </div>`;
  }

  /** Those whose name was typed, by name. `hasMore`: there are more than can be shown. */
  protected found<P>(all: readonly P[], nameOf: (one: P) => string): { readonly shown: readonly P[]; readonly hasMore: boolean } {
    const named = all.map((one) => ({ one, name: nameOf(one) }));
    const lang = languageOf(this);
    const found = [...findPeople(named, this.typed)].sort((a, b) => compareNames(a.name, b.name, lang));
    return { shown: found.slice(0, most).map(({ one }) => one), hasMore: found.length > most };
  }

  protected pin(id: string, label: string, hint?: string): TemplateResult {
    return pinField({
      ...{ id, label, ...(hint ? { hint } : {}), problem: this.problemOf(id), isShown: this.isShown, show: this.t('pin.show') },
      toggle: () => void (this.isShown = !this.isShown),
    });
  }
}
