import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { trimmed } from '../../model/text.js';
import { type FormAct, FormController } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { draftLine } from '../parts/draft-line.js';
import { question } from '../parts/fields.js';
import { viewStyles } from '../styles/style-sets.js';
import { planStrings } from './strings.js';

/** A reason that the person has written. */
export interface Reason {
  /** Id for the record that contains the reason. */
  readonly id: string;
  readonly note: string;
}

/**
 * Asks for the reason of an act: to cancel a meeting, to answer a suggestion outside the meeting, to drop a promise, or to return minutes to
 * their author. The hint says who can read it.
 *
 * @tag milieu-meeting-reason
 * @internal
 * @fires {Event} saved - The act was saved with its reason.
 * @fires {Event} closed - The person cancelled.
 */
export class MilieuMeetingReason extends View<typeof planStrings> {
  static override styles = viewStyles;
  protected readonly english = planStrings;

  /** Names the act and the record. It is part of the name of the draft. */
  @property() what = '';
  @property() label = '';
  @property() hint = '';
  /** The label of the button. */
  @property() send = '';
  /** Most characters of the reason. */
  @property({ type: Number }) most = 300;
  /** Returns the act to save with the reason. */
  @property({ attribute: false }) act?: (reason: Reason) => FormAct;

  readonly #form = new FormController<{ readonly note: string }>(this, {
    name: () => (this.what ? `meeting-reason-${this.what}` : undefined),
    empty: () => ({ note: '' }),
    isEmpty: ({ note }) => !note,
    problems: ({ note }) => ({ note: trimmed(note) ? undefined : this.sentence('reason-missing') }),
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
      ${draftLine(form, this)} ${question('note', this.label, field, { hint: this.hint, problem: form.problems['note'] })}
      <div class="row acts">
        <button class="btn go" type="submit">${this.send}</button>
        <button class="btn word plain" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>
          ${this.t('meeting.form.not-now')}
        </button>
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-reason': MilieuMeetingReason;
  }
}
