import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { isSeen } from '../../model/kinds/help/states.js';
import { type Help, helpLimits } from '../../model/kinds/help/table.js';
import { hasWords, trimmed } from '../../model/text.js';
import type { Kept } from '../../records/base/types.js';
import { View } from '../controllers/base-view.js';
import { FormController } from '../controllers/form.js';
import { draftLine } from '../parts/draft-line.js';
import { question } from '../parts/fields.js';
import { icon } from '../parts/icons.js';
import { viewStyles } from '../styles/style-sets.js';
import { helpStrings } from './strings.js';

type Way = 'seen' | 'coming' | 'close';
const actionOf = { seen: 'see', coming: 'see', close: 'close' } as const;

/**
 * The answers of staff to one call: each is one press, with a few words of their own if they like. The caller reads the answer on their own
 * screen.
 *
 * @tag milieu-call-answer
 * @internal
 * @fires {Event} answered - The answer is saved.
 */
export class MilieuCallAnswer extends View<typeof helpStrings> {
  static override styles = viewStyles;
  protected readonly english = helpStrings;

  @property({ attribute: false }) kept!: Kept<Help>;
  @property({ type: Boolean }) writable = true;
  /** Whether this call is next, so that its first button is filled. */
  @property({ type: Boolean }) next = false;

  readonly #form = new FormController<{ readonly note: string }, Way>(this, {
    name: () => `help-answer-${this.kept.record.id}`,
    empty: () => ({ note: '' }),
    isEmpty: ({ note }) => !hasWords(note),
    toAct: ({ note }, gesture, way) => {
      const { id, rev } = this.kept.record;
      const data = { note: trimmed(note), ...(way === 'coming' ? { coming: true } : {}) };
      return { action: actionOf[way], kind: 'help', id, rev, answers: [{ id: gesture.id, kind: 'help-reply', data }] };
    },
    saved: () => {
      this.dispatchEvent(new Event('answered'));
    },
  });

  protected override render(): TemplateResult | typeof nothing {
    const [answers, closes] = [this.#can('see'), this.#can('close')];
    if (!answers && !closes) return nothing;
    return html`
      ${draftLine(this.#form, this, { kept: false })}
      <div class="row acts">
        ${answers ? this.#button('coming', 'help.coming-act', this.next ? 'go' : '') : nothing}
        ${answers && !this.#isSeen ? this.#button('seen', 'help.see') : nothing}
        ${closes && this.#isSeen ? this.#button('close', 'help.done') : nothing}
      </div>
      <details ${this.#form.group('note')}>
        <summary>${icon('chev', 'chev')}${this.t('help.words')}</summary>
        ${question('note', this.t('help.words-label', { name: this.name(this.kept.record.by) }), this.#note())}
      </details>
    `;
  }

  #note(): TemplateResult {
    return html`<input maxlength=${helpLimits.note} dir="auto" autocomplete="off" ${this.#form.field('note')} />`;
  }

  get #isSeen(): boolean {
    return isSeen(this.kept.record);
  }

  #can(action: 'see' | 'close'): boolean {
    return this.writable && (this.community?.can(action, this.kept.record) ?? false);
  }

  #button(way: Way, words: 'help.coming-act' | 'help.see' | 'help.done', look = ''): TemplateResult {
    return html`<button class="btn ${look}" type="button" @click=${(): void => this.#form.send(way)}>${this.t(words)}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-call-answer': MilieuCallAnswer;
  }
}
