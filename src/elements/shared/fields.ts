import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.js';

/** What is wrong in a form: the sentence by the id of its field. */
export type Problems = Readonly<Record<string, string | undefined>>;

interface Beside {
  readonly hint?: string;
  readonly problem?: string | undefined;
}

/** Ids of the hint and the problem of a field, for its `aria-describedby`. */
export const describedBy = (id: string, { hint, problem }: Beside): string | typeof nothing =>
  [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ') || nothing;

/** One question: its label, what helps, what is wrong, and the control with the same id. */
export const question = (id: string, label: string, control: TemplateResult, { hint, problem }: Beside = {}): TemplateResult =>
  html`<div class=${problem ? 'q bad' : 'q'}>
    <label for=${id}>${label}</label>
    ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing} ${problemLine(id, problem)} ${control}
  </div>`;

/** The sentence for what is wrong at one field. */
export const problemLine = (id: string, problem: string | undefined): TemplateResult | typeof nothing =>
  problem ? html`<span class="err" id="${id}-problem">${icon('nobody')}<span>${problem}</span></span>` : nothing;

/** The problems of a form at once, each a way to its field; takes the focus on submit. Fewer than `least`: the field says it alone. */
export const problemList = (title: string, problems: Problems, go: (id: string) => void, least = 2): TemplateResult | typeof nothing => {
  const found = Object.entries(problems).filter(([, words]) => words);
  if (found.length < least) return nothing;
  return html`<section class="problems" id="problems" tabindex="-1" aria-labelledby="problems-title">
    <h3 id="problems-title">${icon('nobody')}${title}</h3>
    <ul>
      ${found.map(([id, words]) => html`<li><button class="link" type="button" @click=${(): void => go(id)}>${words}</button></li>`)}
    </ul>
  </section>`;
};

/** Where the focus goes when a form has problems: the only field that has one, or their list. */
export const firstStop = (problems: Problems): string | undefined => {
  const found = Object.entries(problems).filter(([, words]) => words);
  return found.length > 1 ? 'problems' : found[0]?.[0];
};
