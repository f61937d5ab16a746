import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type Concern, concernLimits } from '../../model/kinds/concern/table.js';
import { hasWords, trimmed } from '../../model/text.js';
import type { HelpContact, Person } from '../community/host-people.js';
import { View } from '../controllers/base-view.js';
import { FormController, type Problems } from '../controllers/form.js';
import { formatList } from '../language/format.js';
import { languageOf } from '../language/locale.js';
import { draftLine } from '../parts/draft-line.js';
import { problemSummary, question } from '../parts/fields.js';
import type { MilieuPersonPicker } from '../parts/person-picker.js';
import { readsLine } from '../parts/reads-line.js';
import { savedHeading, saveLine } from '../parts/save-sentence.js';
import { viewStyles } from '../styles/style-sets.js';
import type { Decided } from './decided.js';
import { concernStrings } from './strings.js';
import { contactRows } from '../parts/contact-rows.js';

interface ConcernFields {
  /** Ids of the staff who must not read it. */
  readonly named: readonly string[];
  readonly text: string;
}

/**
 * The form for a concern. Before its first field it says who can read it, and who cannot.
 *
 * @tag milieu-concern-form
 * @internal
 */
export class MilieuConcernForm extends View<typeof concernStrings> {
  static override styles = viewStyles;
  protected readonly english = concernStrings;

  /** Set: asks for another look at this, and at first it goes round those who decided. */
  @property({ attribute: false }) decided?: Decided;

  readonly #form = new FormController<ConcernFields>(this, {
    name: () => (this.decided ? `concern-${this.decided.id}` : 'concern'),
    empty: () => this.#blank,
    isEmpty: ({ named, text }) => !hasWords(text) && named.join() === this.#blank.named.join(),
    problems: (value) => this.#problems(value),
    toAct: ({ named, text }, { id }) => {
      const data: Concern = { text: trimmed(text) };
      return { action: 'raise', kind: 'concern', id, to: [...named], data, ...(this.decided ? { from: this.decided.id } : {}) };
    },
  });

  get #blank(): ConcernFields {
    return { named: this.decided?.by ?? [], text: '' };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('decided')) this.#form.start(this.#blank);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { community } = this;
    if (!community) return nothing;
    if (community.status.store === 'locked') return html`<p class="quiet">${this.t('screen.locked')}</p>`;
    return this.#form.done ? this.#done(this.#form.done.id) : this.#fields();
  }

  #done(id: string): TemplateResult {
    const truth = this.truthOf(id);
    const more = this.t('concern.done-more');
    return html`<div class="empty">
        <h3 tabindex="-1" id="done">${savedHeading(truth, this.saveWords, this.t('concern.done'))}</h3>
        ${saveLine(truth, this.saveWords, { waiting: more, sent: more })}
      </div>
      ${
        this.decided
          ? nothing
          : html`<div class="row">
              <button class="btn" type="button" @click=${(): void => this.#form.again('text')}>${this.t('concern.more')}</button>
            </div>`
      }`;
  }

  #fields(): TemplateResult {
    const form = this.#form;
    const label = this.t(this.decided ? 'concern.text-again' : 'concern.text');
    return html`<form autocomplete="off" novalidate @submit=${form.submitted}>
      ${problemSummary(form, this.t('concern.problems'))} ${draftLine(form, this, { first: 'text' })}
      <div role="status">${readsLine(this.#reads)}</div>
      ${this.#staff.length === 0 ? nothing : this.#picker()} ${this.#elsewhere()}
      ${question('text', label, html`<textarea rows="4" maxlength=${concernLimits.text} dir="auto" ${form.field('text')}></textarea>`, {
        hint: this.t('concern.calm'),
        problem: form.problems['text'],
      })}
      <div class="row acts"><button class="btn go" type="submit" aria-describedby="reads">${this.t('concern.send')}</button></div>
    </form>`;
  }

  #picker(): TemplateResult {
    const form = this.#form;
    return html`<milieu-person-picker
      id="named"
      .several=${true}
      .people=${this.#staff}
      .chosen=${form.value.named}
      .label=${this.t('concern.named')}
      .hint=${this.t('concern.named-hint')}
      .problem=${form.problems['named']}
      @change=${(event: Event): void => form.put({ named: (event.target as MilieuPersonPicker).chosen })}
    ></milieu-person-picker>`;
  }

  /** If nobody here could read it, the person must know where else to go before they write: not to those whom it is about. */
  #elsewhere(): TemplateResult | typeof nothing {
    if (!this.#isNobodyLeft) return nothing;
    const { named } = this.#form.value;
    const isNamed = ({ name }: HelpContact): boolean => named.some((id) => this.community?.find(id)?.name === name);
    const people = (this.community?.help?.people ?? []).filter((contact) => !isNamed(contact));
    return people.length === 0
      ? html`<p>${this.t('concern.nobody-listed')}</p>`
      : html`<div>
          <p>${this.t('concern.nobody-left-more')}</p>
          <ul class="rows">
            ${contactRows(people)}
          </ul>
        </div>`;
  }

  get #reads(): string {
    const { named } = this.#form.value;
    if (this.#isNobodyLeft) return this.t('concern.nobody-left');
    if (named.length === 0) return this.t(this.#staff.length > 0 ? 'concern.reads' : 'concern.reads-all');
    const known = named.map((id) => this.knownName(id));
    if (known.includes(undefined)) return this.t('concern.reads-not-them');
    return this.t('concern.reads-not', { names: formatList(known as string[], languageOf(this)) });
  }

  /** The staff whom it can go round. Nobody who decided is left out, even if the host does not list them any more. */
  get #staff(): readonly Person[] {
    const { actor, people = [] } = this.community ?? {};
    return people.filter(({ id, as }) => as === 'staff' && id !== actor?.person);
  }

  /** The host lists no other member of staff. If it lists none at all, who is there is not known. */
  get #isNobodyLeft(): boolean {
    const { named } = this.#form.value;
    return this.#staff.length > 0 && this.#staff.every(({ id }) => named.includes(id));
  }

  #problems({ named, text }: ConcernFields): Problems {
    const tooMany = named.length > concernLimits.named ? this.t('concern.too-many') : undefined;
    return {
      [this.#staff.length > 0 ? 'named' : 'text']: this.#isNobodyLeft ? this.t('concern.nobody-left') : tooMany,
      ...(this.decided || hasWords(text) ? {} : { text: this.t('concern.text-missing') }),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-concern-form': MilieuConcernForm;
  }
}
