import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { promiseLimits } from '../../model/kinds/agenda-item/table.js';
import { hasWords, trimmed } from '../../model/text.js';
import { type FormAct, FormController } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { draftLine } from '../parts/draft-line.js';
import { question } from '../parts/fields.js';
import { viewStyles } from '../styles/style-sets.js';
import { meetingStrings } from './all-strings.js';
import type { KeptPromise } from './meeting-lists.js';

export type Told = 'report' | 'finish';

/**
 * Says how a promise is going: a few words while it is open, or, with or without words, that it is done.
 *
 * @tag milieu-meeting-report
 * @internal
 * @fires {Event} saved - It was saved; see `told`.
 * @fires {Event} closed - The person closed the form without saving.
 */
export class MilieuMeetingReport extends View<typeof meetingStrings> {
  static override styles = viewStyles;
  protected readonly english = meetingStrings;

  @property({ attribute: false }) promise?: KeptPromise;
  /** Returns the act on the promise, without its words. */
  @property({ attribute: false }) act?: (action: Told) => FormAct;
  /** What was saved last. */
  told: Told = 'report';

  readonly #form = new FormController<{ readonly note: string }, Told>(this, {
    name: () => this.promise && `meeting-report-${this.promise.record.id}`,
    empty: () => ({ note: '' }),
    isEmpty: ({ note }) => !hasWords(note),
    problems: ({ note }, way) => ({ note: way === 'finish' || hasWords(note) ? undefined : this.sentence('words-missing') }),
    toAct: ({ note }, { id }, way) => {
      const kind = way === 'finish' ? 'promise-note' : 'promise-report';
      return this.act && { ...this.act(way), answers: [{ id, kind, data: { note: trimmed(note) } }] };
    },
    saved: ({ way }) => {
      this.told = way;
      this.dispatchEvent(new Event('saved'));
    },
  });

  /** Focuses the field. */
  override focus(): void {
    this.#form.focus('note');
  }

  protected override render(): TemplateResult {
    const form = this.#form;
    const field = html`<textarea class="prose" rows="2" maxlength=${promiseLimits.note} ${form.field('note')}></textarea>`;
    return html`<form novalidate autocomplete="off" @submit=${this.#submitted}>
      ${draftLine(form, this)}
      ${question('note', this.t('meeting.report.label'), field, { hint: this.t('meeting.promise.why-hint'), problem: form.problems['note'] })}
      <div class="row acts">
        <button class="btn go" type="submit">${this.t('meeting.report.save')}</button>
        <button class="btn" type="button" @click=${(): void => form.send('finish')}>${this.t('meeting.report.finish')}</button>
        <button class="btn word plain" type="button" @click=${(): boolean => this.dispatchEvent(new Event('closed'))}>
          ${this.t('meeting.form.not-now')}
        </button>
      </div>
    </form>`;
  }

  readonly #submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#form.send('report');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-meeting-report': MilieuMeetingReport;
  }
}
