import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Duty, dutyLimits } from '../../model/ladder.js';
import type { MilieuRecord } from '../../model/record.js';
import { viewStyles } from '../shared/base.js';
import { Draft } from '../shared/draft.js';
import { icon } from '../shared/icons.js';
import { View } from '../shared/view.js';
import { ladderStyles, rowStyles } from './ladder.styles.js';
import { ladderStrings } from './strings.js';

/** What a person may ask about a duty, with words or without. */
export type Asking = 'ask-help' | 'decline' | 'swap';

/**
 * A few words to staff about a duty, which may stay empty.
 *
 * @tag milieu-ladder-note
 * @internal
 * @fires {Event} saying - It is about to be kept.
 * @fires {Event} said - It was kept.
 * @fires {Event} closed - The person went back; what was typed is kept as a draft.
 */
export class MilieuLadderNote extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles, rowStyles];
  protected readonly english = ladderStrings;

  @property({ attribute: false }) duty!: MilieuRecord<Duty>;
  @property({ attribute: false }) asking: Asking = 'ask-help';
  @state() private note = '';
  @state() private saving = false;
  #draft: Draft<string> | undefined;

  protected override willUpdate(_changed: PropertyValues): void {
    this.#draft ??= new Draft<string>(
      this,
      `duty-note:${this.duty.id}`,
      () => this.note.trim() || undefined,
      (note) => {
        this.note = note;
      },
    );
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('textarea')?.focus();
  }

  protected override render(): TemplateResult {
    const { asking } = this;
    return html`<form class="tear-off" @submit=${this.#say}>
      <p class="reads">${icon('eye')}<span>${this.t('duty.reads')}</span></p>
      <div class="q">
        <label for="note">${this.t(`duty.say.${asking}`)}</label>
        <span class="hint" id="hint">${this.t('duty.say-hint')}</span>
        <textarea
          id="note"
          rows="2"
          maxlength=${dutyLimits.note}
          autocomplete="off"
          aria-describedby="hint"
          .value=${this.note}
          @input=${this.#typed}
        ></textarea>
      </div>
      <div class="row acts">
        <button class="btn go" type="submit" ?disabled=${this.saving}>${this.t(`duty.do.${asking}`)}</button>
        <button class="btn word plain" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>${this.t('duty.back')}</button>
      </div>
    </form>`;
  }

  readonly #typed = (event: Event): void => {
    this.note = (event.target as HTMLTextAreaElement).value;
    this.#draft?.touch();
  };

  readonly #say = async (event: Event): Promise<void> => {
    event.preventDefault();
    const draft = this.#draft;
    if (!draft || this.saving) return;
    this.saving = true;
    await draft.settled();
    const { id, rev } = this.duty;
    const note = this.note.trim();
    this.dispatchEvent(new Event('saying'));
    const answers = note ? [{ id: draft.id, kind: 'duty-note', data: { note } }] : [];
    const change = await this.acts?.act(this.asking, { kind: 'duty', id, rev }, { answers, key: draft.key, draft: draft.name });
    this.saving = false;
    if (!change) return;
    this.note = '';
    draft.renew();
    this.dispatchEvent(new Event('said'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-note': MilieuLadderNote;
  }
}
