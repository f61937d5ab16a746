import { html, nothing, type TemplateResult } from 'lit';
import type { FormController } from '../controllers/form.js';
import { icon } from './icons.js';

interface FieldNotes {
  readonly hint?: string;
  readonly problem?: string | undefined;
}

/** Ids of the hint and the problem of a field, for the `aria-describedby` of a control without a form controller. */
export const describedBy = (id: string, { hint, problem }: FieldNotes): string | typeof nothing =>
  [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ') || nothing;

/** A form field: its label, hint, problem, and the control with the id `id`. */
export const question = (id: string, label: string, control: TemplateResult, { hint, problem }: FieldNotes = {}): TemplateResult =>
  html`<div class=${problem ? 'q bad' : 'q'}>
    <label for=${id}>${label}</label>
    ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing} ${problemLine(id, problem)} ${control}
  </div>`;

/** The sentence for the problem of a field. */
export const problemLine = (id: string, problem: string | undefined): TemplateResult | typeof nothing =>
  problem ? html`<span class="err" id="${id}-problem">${icon('nobody')}<span>${problem}</span></span>` : nothing;

type AnyForm = Pick<FormController<never, never>, 'problems' | 'lead'>;

interface Summary {
  /** With fewer problems than this there is no summary; the problems are shown only at their fields. */
  readonly least?: number;
  /** Whether the heading takes the focus instead of the list. */
  readonly heading?: boolean;
}

/** All problems of a form, each with a button that focuses its field. It takes the focus when the form is submitted. */
export const problemSummary = (form: AnyForm, title: string, { least = 2, heading = false }: Summary = {}): TemplateResult | typeof nothing => {
  const found = Object.entries(form.problems).filter(([, words]) => words);
  if (found.length < least) return nothing;
  const links = html`<ul>
    ${found.map(([id, words]) => html`<li><button class="link" type="button" @click=${(): void => form.lead(id)}>${words}</button></li>`)}
  </ul>`;
  if (heading) {
    return html`<div class="problems" role="group" aria-labelledby="problems">
      <h3 id="problems" tabindex="-1">${icon('nobody')}<span>${title}</span></h3>
      ${links}
    </div>`;
  }
  return html`<section class="problems" id="problems" tabindex="-1" aria-labelledby="problems-title">
    <h3 id="problems-title">${icon('nobody')}${title}</h3>
    ${links}
  </section>`;
};
