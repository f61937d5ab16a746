import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type Concern, concernLimits } from '../../model/kinds/concern/table.js';
import { hasWords, trimmed } from '../../model/text.js';
import type { Kept } from '../../records/base/types.js';
import { View } from '../controllers/base-view.js';
import { FormController } from '../controllers/form.js';
import { draftLine } from '../parts/draft-line.js';
import { question } from '../parts/fields.js';
import { readsLine } from '../parts/reads-line.js';
import { viewStyles } from '../styles/style-sets.js';
import { staffConcernStrings } from './staff.strings.js';

type Way = 'answer' | 'close';

/**
 * What a member of staff answers to a concern, in their own words, or the reason with which they close it.
 *
 * @tag milieu-concern-answer
 * @internal
 * @fires {Event} answered - The answer is saved; `way` says which.
 */
export class MilieuConcernAnswer extends View<typeof staffConcernStrings> {
  static override styles = viewStyles;
  protected readonly english = staffConcernStrings;

  @property({ attribute: false }) kept!: Kept<Concern>;

  /** How it was answered last. */
  way: Way = 'answer';

  readonly #form = new FormController<{ readonly note: string }, Way>(this, {
    name: () => `concern-answer-${this.kept.record.id}`,
    empty: () => ({ note: '' }),
    isEmpty: ({ note }) => !hasWords(note),
    problems: ({ note }) => ({ note: hasWords(note) ? undefined : this.t('concerns.answer-missing', this.#author) }),
    toAct: ({ note }, gesture, action) => {
      const { id, rev } = this.kept.record;
      return { action, kind: 'concern', id, rev, answers: [{ id: gesture.id, kind: 'concern-reply', data: { note: trimmed(note) } }] };
    },
    saved: ({ way }) => {
      this.way = way;
      this.dispatchEvent(new Event('answered'));
    },
  });

  protected override render(): TemplateResult | typeof nothing {
    const form = this.#form;
    const [answers, closes] = [this.#can('answer'), this.#can('close')];
    if (!answers && !closes) return nothing;
    return html`<form
      autocomplete="off"
      novalidate
      @submit=${(event: SubmitEvent): void => {
        event.preventDefault();
        form.send('answer');
      }}
    >
      ${draftLine(form, this, { kept: false })} ${readsLine(this.t('concerns.answer-reads', this.#author))}
      ${question(
        'note',
        this.t('concerns.answer-label', this.#author),
        html`<textarea rows="2" maxlength=${concernLimits.note} dir="auto" ${form.field('note')}></textarea>`,
        { problem: form.problems['note'] },
      )}
      <div class="row acts">
        <button class="btn go" type="submit">${this.t('concerns.answer')}</button>
        ${closes ? html`<button class="btn" type="button" @click=${(): void => form.send('close')}>${this.t('concerns.close')}</button>` : nothing}
      </div>
    </form>`;
  }

  get #author(): { readonly name: string } {
    return { name: this.name(this.kept.record.by) };
  }

  #can(action: Way): boolean {
    return this.community?.can(action, this.kept.record) ?? false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-concern-answer': MilieuConcernAnswer;
  }
}
