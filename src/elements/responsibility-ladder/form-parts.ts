import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../shared/icons.js';

/** What has to be mended in a form: the sentence by the id of its field. */
export type Faults = Readonly<Record<string, string>>;

interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly faults: Faults;
}

/** What `aria-describedby` of a field names. */
export const describes = ({ id, hint, faults }: Pick<Field, 'id' | 'hint' | 'faults'>): string | typeof nothing =>
  [hint ? `${id}-hint` : '', faults[id] ? `${id}-fault` : ''].filter(Boolean).join(' ') || nothing;

/** A label, its hint, its fault and its control. */
export const field = (of: Field, control: TemplateResult): TemplateResult => html`
  <div class="q ${of.faults[of.id] ? 'bad' : ''}">
    <label for=${of.id}>${of.label}</label>
    ${of.hint ? html`<span class="hint" id="${of.id}-hint">${of.hint}</span>` : nothing} ${faultOf(of.id, of.faults)} ${control}
  </div>
`;

/** The sentence for what has to be mended at one field. */
export const faultOf = (id: string, faults: Faults): TemplateResult | typeof nothing =>
  faults[id] ? html`<span class="err" id="${id}-fault">${icon('nobody')}<span>${faults[id]}</span></span>` : nothing;

/** All that has to be mended, each line a way to its field. It takes the focus when a form is sent too early. */
export const summary = (title: string, faults: Faults, go: (id: string) => void): TemplateResult | typeof nothing => {
  const all = Object.entries(faults);
  if (all.length === 0) return nothing;
  return html`<section class="problems" tabindex="-1" aria-labelledby="faults">
    <h3 id="faults">${icon('nobody')}${title}</h3>
    <ul>
      ${all.map(([id, words]) => html`<li><button class="link" type="button" @click=${(): void => go(id)}>${words}</button></li>`)}
    </ul>
  </section>`;
};
