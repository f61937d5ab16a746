import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type Step, type StepDecision, stepLimits, type StepOutcome } from '../../model/kinds/step/table.js';
import type { MilieuRecord } from '../../model/record.js';
import { hasWords, trimmed } from '../../model/text.js';
import { FormController } from '../controllers/form.js';
import { View } from '../controllers/base-view.js';
import { localDay } from '../parts/date-field.js';
import { draftLine } from '../parts/draft-line.js';
import { problemLine, problemSummary, question } from '../parts/fields.js';
import { readsLine } from '../parts/reads-line.js';
import { viewStyles } from '../styles/style-sets.js';
import { ladderStyles } from './ladder.styles.js';
import { stepStrings } from './step.strings.js';

const outcomes: readonly StepOutcome[] = ['yes', 'with-support', 'not-yet'];

interface Fields {
  readonly outcome: string;
  readonly note: string;
  readonly support: string;
  readonly next: string;
  readonly on: string;
}

/** The last day that a *not yet* may name. */
const lastDay = (): string => {
  const day = new Date();
  day.setDate(day.getDate() + stepLimits.days);
  return localDay(day);
};

/**
 * For staff, after the talk: what was decided together, and why. *Not yet* needs one next thing and a day within two weeks.
 *
 * @tag milieu-ladder-decide
 * @internal
 */
export class MilieuLadderDecide extends View<typeof stepStrings> {
  static override styles = [viewStyles, ladderStyles];
  protected readonly english = stepStrings;

  @property({ attribute: false }) step!: MilieuRecord<Step>;

  readonly #form = new FormController<Fields>(this, {
    name: () => `step-decision:${this.step.id}`,
    empty: () => ({ outcome: '', note: '', support: '', next: '', on: '' }),
    problems: ({ outcome, note, support, next, on }) => ({
      outcome: outcome ? undefined : this.t('steps.outcome-missing'),
      note: hasWords(note) ? undefined : this.t('steps.why-missing'),
      support: outcome === 'with-support' && !hasWords(support) ? this.t('steps.support-missing') : undefined,
      next: outcome === 'not-yet' && !hasWords(next) ? this.t('steps.next-missing') : undefined,
      on: outcome === 'not-yet' && !(on >= localDay() && on <= lastDay()) ? this.t('steps.on-missing') : undefined,
    }),
    toAct: (fields, gesture) => {
      const { id, rev } = this.step;
      return { action: 'decide', kind: 'step', id, rev, answers: [{ id: gesture.id, kind: 'step-decision', data: decisionOf(fields) }] };
    },
  });

  protected override render(): TemplateResult {
    const form = this.#form;
    const { problems, value } = form;
    const text = (id: 'note' | 'support' | 'next', label: string, most: number): TemplateResult =>
      question(id, label, html`<textarea rows="2" maxlength=${most} ${form.field(id)}></textarea>`, { problem: problems[id] });
    return html`<form novalidate autocomplete="off" @submit=${form.submitted}>
      ${problemSummary(form, this.t('step.problems'))} ${readsLine(this.t('steps.decide-reads', { name: this.name(this.step.by) }))}
      ${draftLine(form, this, { first: 'outcome' })}
      <fieldset class="q ${problems['outcome'] ? 'bad' : ''}" id="outcome" role="radiogroup">
        <legend>${this.t('steps.decide')}</legend>
        ${problemLine('outcome', problems['outcome'])}
        <div class="chips">
          ${outcomes.map(
            (outcome) =>
              html`<label class="chip"
                ><input type="radio" name="outcome" value=${outcome} ${form.field('outcome')} />${this.t(`step.is.${outcome}`)}</label
              >`,
          )}
        </div>
      </fieldset>
      ${text('note', this.t('steps.why'), stepLimits.note)}
      ${value.outcome === 'with-support' ? text('support', this.t('steps.support'), stepLimits.support) : nothing}
      ${value.outcome === 'not-yet' ? text('next', this.t('steps.next'), stepLimits.next) : nothing}
      ${
        value.outcome === 'not-yet'
          ? question('on', this.t('steps.on'), html`<input class="narrow" type="date" min=${localDay()} max=${lastDay()} ${form.field('on')} />`, {
              problem: problems['on'],
            })
          : nothing
      }
      <div class="row acts"><button class="btn go" type="submit" ?disabled=${form.busy}>${this.t('steps.decide-do')}</button></div>
    </form>`;
  }
}

/** What belongs to another outcome and was typed before is left out. */
const decisionOf = ({ outcome, note, support, next, on }: Fields): StepDecision => ({
  outcome: outcome as StepOutcome,
  note: trimmed(note),
  ...(outcome === 'with-support' ? { support: trimmed(support) } : {}),
  ...(outcome === 'not-yet' ? { next: trimmed(next), on } : {}),
});

declare global {
  interface HTMLElementTagNameMap {
    'milieu-ladder-decide': MilieuLadderDecide;
  }
}
