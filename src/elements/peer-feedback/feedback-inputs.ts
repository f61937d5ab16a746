import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../parts/icons.js';
import type { Say } from './base-feedback-view.js';
import type { Problems } from '../controllers/form.js';
import type { LazyViews } from '../controllers/lazy-views.js';
import { problemLine } from '../parts/fields.js';
import type { FeedbackProblem } from './feedback-problems.js';
import { type Field, type Mode, questions, maxLength, type FeedbackWords } from './feedback-questions.js';

/** The state of a feedback form that its fields show. */
export interface WordForm {
  readonly mode: Mode;
  readonly words: FeedbackWords;
  /** The receiver's name, once one is chosen. */
  readonly name?: string | undefined;
  readonly problems: Problems;
  readonly say: Say;
  /** Binds the control of a field to the form. */
  control(field: Field): unknown;
  /** Binds *Say more*. */
  readonly group: unknown;
  /** What points out words in a reminder. */
  readonly tone: LazyViews;
}

/** The fields of the mode; the optional ones are in *Say more*. */
export const wordFields = (form: WordForm): TemplateResult => {
  const { first, more } = questions[form.mode];
  return html`
    ${first.map((field) => html`${question(form, field)} ${field === 'saw' ? toneOf(form) : nothing}`)}
    <details ${form.group}>
      <summary>${icon('chev', 'chev')}${form.say('feedback.more')}</summary>
      <div class="stack">${more.map((field) => question(form, field))}</div>
    </details>
  `;
};

/** What points out words stands below the first field of a reminder. */
const toneOf = ({ mode, tone, words }: WordForm): unknown =>
  mode === 'remind' ? tone.render(() => html`<milieu-feedback-tone .words=${words}></milieu-feedback-tone>`) : nothing;

/** The sentence for a missing field. */
const problemSentence = (problem: FeedbackProblem, say: Say, name: string | undefined): string =>
  problem === 'strength' && !name ? say('feedback.problem.strength-open') : say(`feedback.problem.${problem}`, name ? { name } : {});

function question(form: WordForm, field: Field): TemplateResult {
  const { say, words } = form;
  const text = words[field] ?? '';
  const problem = form.problems[field];
  const room = roomLeft(say, field, text);
  return html`
    <div class="q ${problem ? 'bad' : ''}">
      <label class=${field === 'saw' ? 'ask' : ''} for=${field}>${label(form, field)}</label>
      ${field === 'saw' ? html`<span class="hint" id="saw-hint">${say('feedback.saw-hint')}</span>` : nothing} ${problemLine(field, problem)}
      <textarea rows=${field === 'saw' ? 3 : 1} maxlength=${maxLength(field)} dir="auto" ${form.control(field)}></textarea>
      ${room ? html`<span class="hint small" id="${field}-room">${room}</span>` : nothing}
    </div>
  `;
}

const label = ({ say, name }: WordForm, field: Field): string =>
  field === 'strength' ? (name ? say('feedback.strength', { name }) : say('feedback.strength-open')) : say(`feedback.${field}`);

/** The characters left, shown only near the limit, so that a person notices when a pasted text was cut. */
function roomLeft(say: Say, field: Field, text: string): string | undefined {
  const left = maxLength(field) - text.length;
  if (left > 40) return undefined;
  return left === 0 ? say('feedback.room-none') : say('feedback.room', { count: left });
}

/** The sentences for what is missing, by field. */
export const problemSentences = (problems: readonly FeedbackProblem[], say: Say, name: string | undefined): Problems =>
  Object.fromEntries(problems.map((problem) => [problem, problemSentence(problem, say, name)]));
