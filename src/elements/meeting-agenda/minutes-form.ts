import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { chairOf, roleTaker } from '../../model/kinds/meeting/roles.js';
import { minutesLimits } from '../../model/kinds/minutes/table.js';
import { hasWords, trimmed } from '../../model/text.js';
import { type FormAct, FormController, type Gesture } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { draftLine } from '../parts/draft-line.js';
import type { Person } from '../community/host-people.js';
import { isolated } from '../language/isolate.js';
import { problemLine, question } from '../parts/fields.js';
import { readsLine } from '../parts/reads-line.js';
import { viewStyles } from '../styles/style-sets.js';
import { namesInMinutes } from './minutes-names.js';
import type { KeptMeeting, KeptMinutes } from './meeting-lists.js';
import { meetingStrings } from './all-strings.js';

interface Fields {
  readonly text: string;
  /** Ids of the people whom the minutes may name, as their author said. */
  readonly named: string;
}

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

  readonly #form = new FormController<Fields>(this, {
    name: () => {
      const about = this.minutes ?? this.meeting;
      return about && `meeting-minutes-${about.record.id}`;
    },
    empty: () => ({ text: this.#begin, named: '' }),
    problems: (fields) => ({
      text: hasWords(fields.text) ? undefined : this.sentence('words-missing'),
      named: this.#namedIn(fields).length > 0 ? this.t('meeting.named.first') : undefined,
    }),
    toAct: ({ text }, gesture) => this.#toAct(trimmed(text), gesture),
    saved: () => void this.dispatchEvent(new Event('closed')),
  });

  get #begin(): string {
    return this.minutes?.record.data.text ?? this.start;
  }

  protected override willUpdate(): void {
    this.#form.start({ text: this.#begin, named: '' });
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.meeting) return nothing;
    const form = this.#form;
    const field = html`<textarea rows="10" maxlength=${minutesLimits.text} ${form.field('text')}></textarea>`;
    return html`<form novalidate autocomplete="off" aria-label=${this.t('meeting.minutes.write')} @submit=${form.submitted}>
      ${draftLine(form, this)} ${readsLine(this.#reads())}
      ${question('text', this.t('meeting.minutes.write'), field, { hint: this.t('meeting.minutes.hint'), problem: form.problems['text'] })}
      ${this.#names()}
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

  /** Asks about the people whom the text names, before others read it. */
  #names(): TemplateResult | typeof nothing {
    const people = this.#namedIn(this.#form.value);
    if (people.length === 0) return nothing;
    const names = people.map((person) => isolated(this.nameOf(person))).join(', ');
    const leave = (): void => {
      this.#form.put({ named: [this.#form.value.named, ...people.map(({ id }) => id)].join(' ') });
      this.#form.focus('text');
    };
    return html`<div class="nudge" role="group" aria-labelledby="named">
      <b id="named" tabindex="-1" role="status">${this.t('meeting.named.title', { names })}</b>
      ${problemLine('named', this.#form.problems['named'])}
      <p>${this.t('meeting.minutes.named')}</p>
      <div class="row"><button class="btn" type="button" @click=${leave}>${this.t('meeting.named.leave')}</button></div>
    </div>`;
  }

  #namedIn({ text, named }: Fields): readonly Person[] {
    const { community } = this;
    const asked = new Set(named.split(' '));
    const others = (community?.people ?? []).filter(({ id }) => id !== community?.actor.person && !asked.has(id));
    return namesInMinutes(text, others, { thanks: this.t('meeting.named.thanks-words'), common: this.t('meeting.named.common-words') });
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
