import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { wordsOf } from '../../model/decide.js';
import type { MilieuRecord } from '../../model/record.js';
import { View } from '../controllers/base-view.js';
import { viewStyles } from '../styles/style-sets.js';
import { staffConcernStrings } from './staff.strings.js';

/**
 * What a person asks staff to look at again: the reason that a colleague gave, and the record that it is about.
 *
 * @tag milieu-concern-subject
 * @internal
 */
export class MilieuConcernSubject extends View<typeof staffConcernStrings> {
  static override styles = viewStyles;
  protected readonly english = staffConcernStrings;

  /** Id of the reason. */
  @property({ attribute: false }) of = '';
  /** The reason and its record, those of them that this person may read; undefined until they are looked up. */
  @state() private found: readonly MilieuRecord[] | undefined;
  #asked = '';

  protected override willUpdate(): void {
    if (!this.community?.records || this.#asked === this.of) return;
    this.#asked = this.of;
    this.#find(this.of).catch((error: unknown) => this.community?.report(error));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { found } = this;
    if (!found) return nothing;
    const quotes = found.filter((record) => wordsOf(record).length > 0);
    if (quotes.length === 0) return html`<p class="quiet">${this.t('concerns.subject-gone')}</p>`;
    return html`<p class="quiet">${this.t('concerns.subject')}</p>
      ${quotes.map((record) => html`<blockquote class="quote" dir="auto">${wordsOf(record).join(' · ')}<cite>${this.#whose(record)}</cite></blockquote>`)}`;
  }

  async #find(id: string): Promise<void> {
    const reason = await this.#get(id);
    const root = await this.#get(reason?.about);
    if (id === this.of) this.found = [reason, root].filter((record) => record !== undefined);
  }

  async #get(id: string | undefined): Promise<MilieuRecord | undefined> {
    return id === undefined ? undefined : (await this.community?.records?.get(id))?.record;
  }

  #whose({ by, at }: MilieuRecord): string {
    return this.t('concerns.by', { name: this.name(by), when: this.date(at) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-concern-subject': MilieuConcernSubject;
  }
}
