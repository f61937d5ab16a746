import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { dutyLimits } from '../../model/kinds/ladder/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { hasWords, trimmed } from '../../model/text.js';
import { formatNumber } from '../language/format.js';
import { FormController } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { languageOf } from '../language/locale.js';
import { draftLine } from '../parts/draft-line.js';
import { question } from '../parts/fields.js';
import { icon } from '../parts/icons.js';
import { readsLine } from '../parts/reads-line.js';
import { isSent, saveLine } from '../parts/save-sentence.js';
import { scale } from '../parts/scale.js';
import { viewStyles } from '../styles/style-sets.js';
import { ladderStyles, rowStyles } from './ladder.styles.js';
import { ladderStrings } from './strings.js';

interface Told {
  readonly comfort?: number | undefined;
  readonly note: string;
}
const nothingYet: Told = { note: '' };

/**
 * Asks how a finished duty was: a number, a text, or both. It is optional, and folded until the person opens it.
 *
 * @tag milieu-ladder-tell
 * @internal
 */
export class MilieuLadderTell extends View<typeof ladderStrings> {
  static override styles = [viewStyles, ladderStyles, rowStyles];
  protected readonly english = ladderStrings;

  /** The duty, or the answer about a job, that is done. */
  @property({ attribute: false }) duty!: MilieuRecord;

  readonly #form = new FormController<Told>(this, {
    name: () => `duty-told:${this.duty.id}`,
    empty: () => nothingYet,
    isEmpty,
    restored: () => this.#form.reveal('note'),
    problems: (told) => ({ note: isEmpty(told) ? this.t('duty.tell-missing') : undefined }),
    toAct: ({ comfort, note }, gesture) => {
      const { kind, id, rev } = this.duty;
      const data = { note: trimmed(note), ...(comfort === undefined ? {} : { comfort }) };
      return { action: 'tell', kind, id, rev, answers: [{ id: gesture.id, kind: 'duty-note', data }] };
    },
  });

  protected override render(): TemplateResult {
    const form = this.#form;
    const { done, value } = form;
    if (done) {
      const truth = this.truthOf(done.id);
      return html`<p class="quiet" id="done" tabindex="-1">${this.t(isSent(truth) ? 'duty.told' : 'duty.told-waiting')}</p>
        ${saveLine(truth, this.saveWords)}`;
    }
    const note = html`<textarea rows="2" maxlength=${dutyLimits.note} ${form.field('note')}></textarea>`;
    return html`<details ${form.group('note')}>
      <summary>${icon('chev', 'chev')}${this.t('duty.tell')}</summary>
      <form class="tear-off" novalidate autocomplete="off" @submit=${form.submitted}>
        ${readsLine(this.t('duty.reads'))} ${draftLine(form, this, { kept: false })}
        ${scale({
          name: 'comfort',
          legend: this.t('duty.comfort'),
          value: value.comfort,
          low: this.t('duty.comfort-low'),
          high: this.t('duty.comfort-high'),
          digit: (digit) => formatNumber(digit, languageOf(this)),
          picked: (comfort) => form.put({ comfort }, 'note'),
        })}
        ${question('note', this.t('duty.tell-note'), note, { problem: form.problems['note'] })}
        <div class="row acts"><button class="btn go" type="submit" ?disabled=${form.busy}>${this.t('duty.tell-do')}</button></div>
      </form>
    </details>`;
  }
}

const isEmpty = ({ comfort, note }: Told): boolean => comfort === undefined && !hasWords(note);

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-tell': MilieuLadderTell;
  }
}
