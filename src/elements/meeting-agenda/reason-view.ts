import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { viewStyles } from '../shared/base.js';
import { Draft } from '../shared/draft.js';
import { describedBy, question } from '../shared/fields.js';
import { View } from '../shared/view.js';
import { Focus } from './focus.js';
import { meetingStrings } from './strings.js';

/** A reason as it was written, with what makes saving it twice one act. */
export interface Reason {
  /** For the record that holds it. */
  readonly id: string;
  readonly key: string;
  /** Name of the draft that goes away with the act. */
  readonly draft: string;
  readonly note: string;
}

/**
 * Asks why: a meeting is called off, an idea answered another way, a promise let go, minutes sent back. Who reads it stands in the hint.
 *
 * @tag milieu-meeting-reason
 * @internal
 * @fires {Event} closed - The person would rather not.
 */
export class MilieuMeetingReason extends View<typeof meetingStrings> {
  static override styles = viewStyles;
  protected readonly english = meetingStrings;

  /** What it is the reason for, to keep its draft under: an act and a record. */
  @property() what = '';
  @property() label = '';
  @property() hint = '';
  /** Words on the button. */
  @property() send = '';
  /** Characters. */
  @property({ type: Number }) most = 300;
  /** Saves it. Gives undefined where it was not saved: then it stays as it was typed. */
  @property({ attribute: false }) save?: (reason: Reason) => Promise<unknown>;
  @state() private note = '';
  @state() private missing = false;
  readonly #focus = new Focus(this);
  #draft?: Draft<string>;

  override connectedCallback(): void {
    this.#draft ??= new Draft<string>(
      this,
      `meeting-reason-${this.what}`,
      () => this.note || undefined,
      (note) => (this.note = note),
    );
    super.connectedCallback();
  }

  /** Puts the focus into the field. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('textarea')?.focus());
  }

  protected override render(): TemplateResult {
    const { hint } = this;
    const problem = this.missing ? this.sentence('reason-missing') : undefined;
    return html`<form novalidate autocomplete="off" @submit=${(event: SubmitEvent): void => void this.#send(event)}>
      ${this.#draft?.restored ? html`<p class="quiet">${this.t('draft.kept')}</p>` : nothing}
      ${question(
        'note',
        this.label,
        html`<textarea
          id="note"
          class="prose"
          maxlength=${this.most}
          .value=${this.note}
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${describedBy('note', { hint, problem })}
          @input=${this.#type}
        ></textarea>`,
        { hint, problem },
      )}
      <div class="row acts">
        <button class="btn go" type="submit">${this.send}</button>
        <button class="btn word plain" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>
          ${this.t('meeting.form.not-now')}
        </button>
      </div>
    </form>`;
  }

  readonly #type = (event: InputEvent): void => {
    this.note = (event.target as HTMLTextAreaElement).value;
    this.#draft?.touch();
  };

  async #send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const [draft, note] = [this.#draft, this.note.trim()];
    this.missing = note === '';
    if (this.missing) return this.#focus.to('note');
    if (!draft) return;
    await draft.settled();
    const { id, key, name } = draft;
    if (await this.save?.({ id, key, draft: name, note })) draft.renew();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-reason': MilieuMeetingReason;
  }
}
