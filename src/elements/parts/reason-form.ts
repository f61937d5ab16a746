import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hasWords, trimmed } from '../../model/text.js';
import { type FormAct, FormController } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { draftLine } from './draft-line.js';
import { question } from './fields.js';
import { viewStyles } from '../styles/style-sets.js';

/** A reason that the person has written. */
export interface Reason {
  /** Id for the record that contains the reason. */
  readonly id: string;
  readonly note: string;
}

/**
 * Asks for the reason of an act, such as to call off a meeting or to end a job. The label or the hint says who can read it.
 *
 * @tag milieu-reason
 * @internal
 * @fires {Event} saved - The act was saved with its reason.
 * @fires {Event} closed - The person cancelled.
 */
export class MilieuReason extends View {
  static override styles = viewStyles;
  protected readonly english = {};

  /** The name of the draft: the act and its record. */
  @property() what = '';
  @property() label = '';
  @property() hint = '';
  /** The label of the button. */
  @property() send = '';
  /** The label of the button that closes the form. */
  @property() back = '';
  /** Whether another form on the page has the button of the next step. */
  @property({ type: Boolean }) beside = false;
  /** Most characters of the reason. */
  @property({ type: Number }) most = 300;
  /** Returns the act to save with the reason. */
  @property({ attribute: false }) act?: (reason: Reason) => FormAct;

  readonly #form = new FormController<{ readonly note: string }>(this, {
    name: () => this.what || undefined,
    empty: () => ({ note: '' }),
    isEmpty: ({ note }) => !hasWords(note),
    problems: ({ note }) => ({ note: hasWords(note) ? undefined : this.sentence('reason-missing') }),
    toAct: ({ note }, { id }) => this.act?.({ id, note: trimmed(note) }),
    saved: () => void this.dispatchEvent(new Event('saved')),
  });

  /** Focuses the field. */
  override focus(): void {
    this.#form.focus('note');
  }

  protected override render(): TemplateResult {
    const form = this.#form;
    const field = html`<textarea class="prose" maxlength=${this.most} ${form.field('note')}></textarea>`;
    return html`<form novalidate autocomplete="off" @submit=${form.submitted}>
      ${draftLine(form, this)} ${question('note', this.label, field, { ...(this.hint ? { hint: this.hint } : {}), problem: form.problems['note'] })}
      <div class="row acts">
        <button class="btn ${this.beside ? '' : 'go'}" type="submit">${this.send}</button>
        <button class="btn word plain" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>${this.back}</button>
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-reason': MilieuReason;
  }
}
