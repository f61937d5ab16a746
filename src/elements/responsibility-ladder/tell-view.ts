import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Duty, dutyLimits, type DutyNote } from '../../model/ladder.js';
import type { MilieuRecord } from '../../model/record.js';
import { viewStyles } from '../shared/base.js';
import { Draft } from '../shared/draft.js';
import { icon } from '../shared/icons.js';
import { languageOf } from '../shared/language.js';
import { scale } from '../shared/scale.js';
import { Watched } from '../shared/screen.js';
import { View } from '../shared/view.js';
import { ladderStyles, rowStyles } from './ladder.styles.js';
import { ladderStrings } from './strings.js';

interface Told {
  readonly comfort?: number | undefined;
  readonly note: string;
}
const nothingYet: Told = { note: '' };

/**
 * How a duty was, after it is done: a number, words, or neither. It stays folded until its person opens it.
 *
 * @tag milieu-ladder-tell
 * @internal
 */
export class MilieuLadderTell extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles, rowStyles];
  protected readonly english = ladderStrings;

  @property({ attribute: false }) duty!: MilieuRecord<Duty>;
  @state() private told: Told = nothingYet;
  @state() private missing = false;
  @state() private saving = false;
  /** Id of what was told. */
  @state() private said = '';
  #draft: Draft<Told> | undefined;
  readonly #notes = new Watched<DutyNote>(this, () => (this.said ? { kind: 'duty-note', about: this.duty.id } : undefined));

  protected override willUpdate(_changed: PropertyValues): void {
    this.#draft ??= new Draft<Told>(
      this,
      `duty-told:${this.duty.id}`,
      () => (this.#isEmpty ? undefined : this.told),
      (told) => {
        this.told = told;
      },
    );
  }

  protected override render(): TemplateResult {
    if (this.said) {
      const sent = this.#notes.kept.some((kept) => kept.record.id === this.said && kept.sent === 'sent');
      return html`<p class="quiet" tabindex="-1">${this.t(sent ? 'duty.told' : 'duty.told-waiting')}</p>`;
    }
    return html`<details ?open=${this.#draft?.restored ?? false}>
      <summary>${icon('chev', 'chev')}${this.t('duty.tell')}</summary>
      <form class="tear-off" @submit=${this.#tell}>
        <p class="reads">${icon('eye')}<span>${this.t('duty.reads')}</span></p>
        ${scale({
          name: 'comfort',
          legend: this.t('duty.comfort'),
          value: this.told.comfort,
          low: this.t('duty.comfort-low'),
          high: this.t('duty.comfort-high'),
          digit: (value) => new Intl.NumberFormat(languageOf(this)).format(value),
          picked: (comfort) => this.#put({ comfort }),
        })}
        <div class="q ${this.missing ? 'bad' : ''}">
          <label for="note">${this.t('duty.tell-note')}</label>
          ${this.missing ? html`<p class="err" id="missing">${icon('nobody')}${this.t('duty.tell-missing')}</p>` : nothing}
          <textarea
            id="note"
            rows="2"
            maxlength=${dutyLimits.note}
            autocomplete="off"
            aria-invalid=${this.missing ? 'true' : nothing}
            aria-describedby=${this.missing ? 'missing' : nothing}
            .value=${this.told.note}
            @input=${(event: Event): void => this.#put({ note: (event.target as HTMLTextAreaElement).value })}
          ></textarea>
        </div>
        <div class="row acts"><button class="btn go" type="submit" ?disabled=${this.saving}>${this.t('duty.tell-do')}</button></div>
      </form>
    </details>`;
  }

  get #isEmpty(): boolean {
    return this.told.comfort === undefined && this.told.note.trim() === '';
  }

  #put(part: Partial<Told>): void {
    this.told = { ...this.told, ...part };
    this.missing = false;
    this.#draft?.touch();
  }

  readonly #tell = async (event: Event): Promise<void> => {
    event.preventDefault();
    const draft = this.#draft;
    this.missing = this.#isEmpty;
    if (this.missing) {
      await this.updateComplete;
      this.renderRoot.querySelector('textarea')?.focus();
    }
    if (!draft || this.saving || this.missing) return;
    this.saving = true;
    await draft.settled();
    const { id, rev } = this.duty;
    const { comfort, note } = this.told;
    const data = { note: note.trim(), ...(comfort === undefined ? {} : { comfort }) };
    const answers = [{ id: draft.id, kind: 'duty-note', data }];
    const change = await this.acts?.act('tell', { kind: 'duty', id, rev }, { answers, key: draft.key, draft: draft.name });
    this.saving = false;
    if (!change) return;
    this.said = draft.id;
    draft.renew();
    this.told = nothingYet;
    await this.updateComplete;
    this.renderRoot.querySelector('p')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-tell': MilieuLadderTell;
  }
}
