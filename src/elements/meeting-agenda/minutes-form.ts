import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { chairOf, roleTaker } from '../../model/kinds/meeting/roles.js';
import { minutesLimits } from '../../model/kinds/minutes/table.js';
import { hasWords, trimmed } from '../../model/text.js';
import { type FormAct, FormController, type Gesture } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { draftLine } from '../parts/draft-line.js';
import { question } from '../parts/fields.js';
import { readsLine } from '../parts/reads-line.js';
import { viewStyles } from '../styles/style-sets.js';
import type { KeptMeeting, KeptMinutes } from './meeting-lists.js';
import { meetingStrings } from './all-strings.js';

/**
 * The form for minutes. New minutes start with the decisions of the meeting.
 *
 * @tag milieu-meeting-draft
 * @internal
 * @fires {Event} closed - The person saved the text, or closed the form without saving.
 */
export class MilieuMeetingDraft extends View<typeof meetingStrings> {
  static override styles = viewStyles;
  protected readonly english = meetingStrings;

  @property({ attribute: false }) meeting?: KeptMeeting;
  /** The minutes to change. Default: new minutes. */
  @property({ attribute: false }) minutes?: KeptMinutes;
  /** The initial text of new minutes. */
  @property() start = '';

  readonly #form = new FormController<{ readonly text: string }>(this, {
    name: () => {
      const about = this.minutes ?? this.meeting;
      return about && `meeting-minutes-${about.record.id}`;
    },
    empty: () => ({ text: this.#begin }),
    problems: ({ text }) => ({ text: hasWords(text) ? undefined : this.sentence('words-missing') }),
    toAct: ({ text }, gesture) => this.#toAct(trimmed(text), gesture),
    saved: () => void this.dispatchEvent(new Event('closed')),
  });

  get #begin(): string {
    return this.minutes?.record.data.text ?? this.start;
  }

  protected override willUpdate(): void {
    this.#form.start({ text: this.#begin });
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.meeting) return nothing;
    const form = this.#form;
    const field = html`<textarea rows="10" maxlength=${minutesLimits.text} ${form.field('text')}></textarea>`;
    return html`<form novalidate autocomplete="off" aria-label=${this.t('meeting.minutes.write')} @submit=${form.submitted}>
      ${draftLine(form, this)} ${readsLine(this.#reads())}
      ${question('text', this.t('meeting.minutes.write'), field, { hint: this.t('meeting.minutes.hint'), problem: form.problems['text'] })}
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
    const chair = this.meeting ? chairOf(this.meeting.record.data) : '';
    return chair === this.community?.actor.person
      ? this.t('meeting.minutes.reads-staff')
      : this.t('meeting.minutes.reads', { name: this.name(chair) });
  }

  #toAct(text: string, { id }: Gesture): FormAct | undefined {
    const [meeting, old] = [this.meeting?.record, this.minutes?.record];
    if (!meeting) return undefined;
    if (old) return { action: 'rewrite', kind: 'minutes', id: old.id, rev: old.rev, data: { text } };
    const to = [...new Set([chairOf(meeting.data), roleTaker(meeting.data, 'notes')].filter((one) => one !== undefined))];
    return { action: 'draft', kind: 'minutes', id, to, about: meeting.id, data: { text } };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-draft': MilieuMeetingDraft;
  }
}
