import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { minutesLimits } from '../../model/minutes.js';
import { viewStyles } from '../shared/base.js';
import { Draft } from '../shared/draft.js';
import { icon } from '../shared/icons.js';
import { View } from '../shared/view.js';
import { describedBy, question } from '../shared/fields.js';
import { Focus } from './focus.js';
import type { KeptMeeting, KeptMinutes } from './meetings.js';
import { meetingStrings } from './strings.js';

/**
 * Minutes while they are written: they start from what was decided and promised.
 *
 * @tag milieu-meeting-draft
 * @internal
 * @fires {Event} closed - The text is saved, or put aside.
 */
export class MilieuMeetingDraft extends View<typeof meetingStrings> {
  static override styles = viewStyles;
  protected readonly english = meetingStrings;

  @property({ attribute: false }) meeting?: KeptMeeting;
  /** The minutes that are written anew; without them, new ones. */
  @property({ attribute: false }) minutes?: KeptMinutes;
  /** What new minutes start from. */
  @property() start = '';
  @state() private typed?: string;
  @state() private missing = false;
  readonly #focus = new Focus(this);
  #draft?: Draft<string>;

  override connectedCallback(): void {
    this.#draft ??= new Draft<string>(
      this,
      `meeting-minutes-${this.minutes?.record.id ?? this.meeting?.record.id ?? ''}`,
      () => this.typed,
      (text) => (this.typed = text),
    );
    super.connectedCallback();
  }

  get #text(): string {
    return this.typed ?? this.minutes?.record.data.text ?? this.start;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.meeting) return nothing;
    const [hint, problem] = [this.t('meeting.minutes.hint'), this.missing ? this.sentence('words-missing') : undefined];
    return html`<form novalidate autocomplete="off" aria-label=${this.t('meeting.minutes.write')} @submit=${this.#send}>
      ${this.#draft?.restored ? html`<p class="quiet">${this.t('draft.kept')}</p>` : nothing}
      <p class="reads">${icon('eye')}<span>${this.#reads()}</span></p>
      ${question(
        'text',
        this.t('meeting.minutes.write'),
        html`<textarea
          id="text"
          rows="10"
          maxlength=${minutesLimits.text}
          .value=${this.#text}
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${describedBy('text', { hint, problem })}
          @input=${this.#type}
        ></textarea>`,
        { hint, problem },
      )}
      <div class="row acts">
        <button class="btn go" type="submit">${this.t('meeting.minutes.send')}</button>
        ${
          this.minutes
            ? html`<button class="btn word plain" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>
                ${this.t('meeting.form.not-now')}
              </button>`
            : nothing
        }
      </div>
    </form>`;
  }

  #reads(): string {
    const chair = this.meeting?.record.data.chair ?? '';
    return chair === this.community?.actor.person
      ? this.t('meeting.minutes.reads-staff')
      : this.t('meeting.minutes.reads', { name: this.name(chair) });
  }

  readonly #type = (event: InputEvent): void => {
    this.typed = (event.target as HTMLTextAreaElement).value;
    this.#draft?.touch();
  };

  readonly #send = (event: SubmitEvent): void => {
    event.preventDefault();
    this.missing = this.#text.trim() === '';
    if (this.missing) this.#focus.to('text');
    else void this.#save(this.#text.trim());
  };

  async #save(text: string): Promise<void> {
    const [draft, meeting, old] = [this.#draft, this.meeting?.record, this.minutes?.record];
    if (!draft || !meeting) return;
    const { key, name } = draft;
    const to = [...new Set([meeting.data.chair, meeting.data.notes].filter((id) => id !== undefined))];
    const saved = old
      ? await this.acts?.act('rewrite', { kind: 'minutes', id: old.id, rev: old.rev }, { key, draft: name, data: { text } })
      : await this.acts?.act('draft', { kind: 'minutes', id: draft.id }, { key, draft: name, to, about: meeting.id, data: { text } });
    if (!saved) return;
    draft.renew();
    this.typed = undefined;
    this.dispatchEvent(new Event('closed'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-draft': MilieuMeetingDraft;
  }
}
