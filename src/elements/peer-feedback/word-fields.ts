import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../shared/icons.js';
import type { Say } from './feedback-view.js';
import type { Problem } from './problems.js';
import { type Field, type Mode, questions, roomOf, type Words } from './words.js';

/** What the questions of a form need to be drawn. */
export interface WordForm {
  readonly mode: Mode;
  readonly words: Words;
  /** The receiver's name, once one is chosen. */
  readonly name?: string | undefined;
  readonly problems: readonly Problem[];
  /** Whether *Say more* stands open when it is first drawn. */
  readonly open: boolean;
  /** While it is being saved, nothing can be typed that would not be in it. */
  readonly busy: boolean;
  readonly say: Say;
  written(field: Field, text: string): void;
}

/** The questions of the mode, the longer way behind *Say more*. */
export const wordFields = (form: WordForm): TemplateResult => {
  const { first, more } = questions[form.mode];
  return html`
    ${first.map((field) => question(form, field))}
    <details ?open=${form.open}>
      <summary>${icon('chev', 'chev')}${form.say('feedback.more')}</summary>
      <div class="stack">${more.map((field) => question(form, field))}</div>
    </details>
  `;
};

/** The list of what is missing, at the head of a form; its heading takes the focus. */
export const problemList = (
  problems: readonly Problem[],
  say: Say,
  sentence: (problem: Problem) => string,
  go: (problem: Problem) => void,
): unknown =>
  problems.length === 0
    ? nothing
    : html`<div class="problems" role="group" aria-labelledby="problems">
        <h3 id="problems" tabindex="-1">${icon('nobody')}<span>${say('feedback.problems', { count: problems.length })}</span></h3>
        <ul>
          ${problems.map(
            (problem) => html`<li><button class="link" type="button" @click=${(): void => go(problem)}>${sentence(problem)}</button></li>`,
          )}
        </ul>
      </div>`;

/** What a missing field needs, in words. */
export const problemSentence = (problem: Problem, say: Say, name: string | undefined): string =>
  problem === 'strength' && !name ? say('feedback.problem.strength-open') : say(`feedback.problem.${problem}`, name ? { name } : {});

function question(form: WordForm, field: Field): TemplateResult {
  const { say, words } = form;
  const text = words[field] ?? '';
  const bad = form.problems.some((problem) => problem === field);
  const room = roomLeft(say, field, text);
  const described = [field === 'saw' && 'saw-hint', bad && `${field}-err`, room && `${field}-room`].filter(Boolean).join(' ');
  return html`
    <div class="q ${bad ? 'bad' : ''}">
      <label class=${field === 'saw' ? 'ask' : ''} for=${field}>${label(form, field)}</label>
      ${field === 'saw' ? html`<span class="hint" id="saw-hint">${say('feedback.saw-hint')}</span>` : nothing}
      ${bad ? html`<span class="err" id="${field}-err">${icon('nobody')}<span>${problemSentence(field as Problem, say, form.name)}</span></span>` : nothing}
      <textarea
        id=${field}
        rows=${field === 'saw' ? 3 : 1}
        maxlength=${roomOf(field)}
        autocomplete="off"
        ?readonly=${form.busy}
        dir="auto"
        aria-invalid=${bad ? 'true' : nothing}
        aria-describedby=${described || nothing}
        .value=${text}
        @input=${(event: Event): void => form.written(field, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      ${room ? html`<span class="hint small" id="${field}-room">${room}</span>` : nothing}
    </div>
  `;
}

const label = ({ say, name }: WordForm, field: Field): string =>
  field === 'strength' ? (name ? say('feedback.strength', { name }) : say('feedback.strength-open')) : say(`feedback.${field}`);

/** Said only near the end of the room: a field that cuts a pasted text must not do it in silence. */
function roomLeft(say: Say, field: Field, text: string): string | undefined {
  const left = roomOf(field) - text.length;
  if (left > 40) return undefined;
  return left === 0 ? say('feedback.room-none') : say('feedback.room', { count: left });
}
