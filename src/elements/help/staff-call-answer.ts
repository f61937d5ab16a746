import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { uuidv7 } from 'uuidv7';
import { isSeen } from '../../model/kinds/help/states.js';
import { type Help, helpLimits, type HelpReply } from '../../model/kinds/help/table.js';
import { trimmed } from '../../model/text.js';
import type { Kept } from '../../records/base/types.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { icon } from '../parts/icons.js';
import { viewStyles } from '../styles/style-sets.js';
import { staffHelpStrings } from './staff.strings.js';

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
export class MilieuCallAnswer extends View<typeof staffHelpStrings> {
  static override styles = [
    viewStyles,
    css`
      :host {
        gap: var(--_s1);
      }
    `,
  ];
  protected readonly english = staffHelpStrings;

  @property({ attribute: false }) kept!: Kept<Help>;
  @property({ type: Boolean }) writable = true;
  /** Whether this call is next, so that its first button is filled. */
  @property({ type: Boolean }) next = false;

  #busy = false;
  readonly #replies = new QueryController<HelpReply>(this, () => (this.#isSeen ? { kind: 'help-reply', about: this.kept.record.id } : undefined));

  /** This person has said that they are on their way. */
  get #comes(): boolean {
    return this.#replies.kept.some(({ record }) => record.by === this.community?.actor.person && record.data.coming);
  }

  protected override render(): TemplateResult | typeof nothing {
    const [answers, closes] = [this.#can('see'), this.#can('close')];
    if (!answers && !closes) return nothing;
    const label = this.t('help.words-label', { name: this.name(this.kept.record.by) });
    return html`
      <div class="row acts">
        ${answers && !this.#comes ? this.#button('coming', 'help.coming-act', this.next ? 'go' : '') : nothing}
        ${answers && !this.#isSeen ? this.#button('seen', 'help.see') : nothing}
        ${closes && this.#isSeen ? this.#button('close', 'help.done') : nothing}
      </div>
      <details>
        <summary>${icon('chev', 'chev')}${this.t('help.words')}</summary>
        <div class="q">
          <label for="note">${label}</label>
          <input id="note" maxlength=${helpLimits.note} dir="auto" autocomplete="off" />
        </div>
      </details>
    `;
  }

  get #isSeen(): boolean {
    return isSeen(this.kept.record);
  }

  #can(action: 'see' | 'close'): boolean {
    return this.writable && (this.community?.can(action, this.kept.record) ?? false);
  }

  /** The words stay in the field until the answer is saved. */
  async #send(way: Way): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    const field = this.renderRoot.querySelector('input');
    const { id, rev } = this.kept.record;
    const data = { note: trimmed(field?.value ?? ''), ...(way === 'coming' ? { coming: true } : {}) };
    const change = await this.acts?.act(actionOf[way], { kind: 'help', id, rev }, { answers: [{ id: uuidv7(), kind: 'help-reply', data }] });
    this.#busy = false;
    if (!change) return;
    if (field) field.value = '';
    this.dispatchEvent(new Event('answered'));
  }

  #button(way: Way, words: 'help.coming-act' | 'help.see' | 'help.done', look = ''): TemplateResult {
    return html`<button class="btn ${look}" type="button" @click=${(): void => void this.#send(way)}>${this.t(words)}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-call-answer': MilieuCallAnswer;
  }
}
