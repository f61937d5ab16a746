import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type Duty, dutyLimits } from '../../model/kinds/ladder/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { hasWords, trimmed } from '../../model/text.js';
import { FormController } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { draftLine } from '../parts/draft-line.js';
import { question } from '../parts/fields.js';
import { readsLine } from '../parts/reads-line.js';
import { viewStyles } from '../styles/style-sets.js';
import { ladderStyles, rowStyles } from './ladder.styles.js';
import { ladderStrings } from './strings.js';
import { takeFocus } from '../controllers/take-focus.js';

/** What a person may ask of staff about a duty, with or without a text. */
export type Asking = 'ask-help' | 'decline' | 'swap';

/**
 * The form for an optional text to staff about a duty.
 *
 * @tag milieu-ladder-note
 * @internal
 * @fires {Event} saying - The request is about to be saved.
 * @fires {Event} said - The request was saved.
 * @fires {Event} closed - The person went back. The typed text is kept as a draft.
 */
export class MilieuLadderNote extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles, rowStyles];
  protected readonly english = ladderStrings;

  @property({ attribute: false }) duty!: MilieuRecord<Duty>;
  @property({ attribute: false }) asking: Asking = 'ask-help';

  readonly #form = new FormController<{ readonly note: string }>(this, {
    name: () => `duty-note:${this.duty.id}`,
    empty: () => ({ note: '' }),
    isEmpty: ({ note }) => !hasWords(note),
    toAct: ({ note }, gesture) => {
      const { id, rev } = this.duty;
      const words = trimmed(note);
      const answers = words ? [{ id: gesture.id, kind: 'duty-note', data: { note: words } }] : [];
      return { action: this.asking, kind: 'duty', id, rev, answers };
    },
    saving: () => void this.dispatchEvent(new Event('saying')),
    saved: () => void this.dispatchEvent(new Event('said')),
  });

  protected override firstUpdated(): void {
    takeFocus(this.renderRoot.querySelector('textarea'));
  }

  protected override render(): TemplateResult {
    const { asking } = this;
    const form = this.#form;
    const field = html`<textarea rows="2" maxlength=${dutyLimits.note} ${form.field('note')}></textarea>`;
    return html`<form class="tear-off" novalidate autocomplete="off" @submit=${form.submitted}>
      ${readsLine(this.t('duty.reads'))} ${draftLine(form, this, { kept: false })}
      ${question('note', this.t(`duty.say.${asking}`), field, { hint: this.t('duty.say-hint') })}
      <div class="row acts">
        <button class="btn go" type="submit" ?disabled=${form.busy}>${this.t(`duty.do.${asking}`)}</button>
        <button class="btn word plain" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>${this.t('duty.back')}</button>
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-note': MilieuLadderNote;
  }
}
