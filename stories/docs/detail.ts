import { html, nothing, type TemplateResult } from 'lit';
import { declared, type Declared } from './manifest.js';
import { PagePart } from './page-part.js';

const fallen = (text: string | undefined): TemplateResult => {
  const parts = (text ?? '').split('`');
  return html`${parts.map((part, at) => (at % 2 ? html`<code>${part}</code>` : part))}`;
};

type Row = readonly [name: string, ...cells: (TemplateResult | string)[]];

const table = (heading: string, columns: readonly string[], rows: readonly Row[]): TemplateResult | typeof nothing =>
  rows.length === 0
    ? nothing
    : html`<h3>${heading}</h3>
        <table>
          <thead>
            <tr>
              ${columns.map((column) => html`<th scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ([name, ...cells]) =>
                html`<tr>
                  <th scope="row"><code>${name}</code></th>
                  ${cells.map((cell) => html`<td>${cell}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>`;

/** What the manifest says, and how to bring the tag onto a page. */
class DocsDetail extends PagePart {
  protected override render(): TemplateResult {
    const { tag } = this;
    const said = declared(tag);
    const file = tag.replace('milieu-', '');
    if (!said) return html`<p>The manifest does not know this tag: run <code>npm run manifest</code>.</p>`;
    return html`
      <p>${fallen(said.description)}</p>
      <h3>Bring it onto a page</h3>
      <pre tabindex="0" role="region" aria-label="With npm"><code>npm install milieu-elements

import 'milieu-elements/define/${file}.js';</code></pre>
      <p>Or without a bundler:</p>
      <pre tabindex="0" role="region" aria-label="Without a bundler"><code>&lt;script type="module" src="milieu-elements.min.js"&gt;&lt;/script&gt;
&lt;milieu-community community="north-house" person="p-17" as="resident"&gt;
  &lt;${tag}&gt;&lt;/${tag}&gt;
&lt;/milieu-community&gt;</code></pre>
      ${this.#tables(said)}
    `;
  }

  #tables({ members = [], events = [], slots = [], ...styling }: Declared): TemplateResult {
    const { cssParts = [], cssProperties = [], cssStates = [] } = styling;
    const type = (text: string | undefined): TemplateResult => html`<code>${text ?? ''}</code>`;
    return html`
      ${table(
        'Properties and attributes',
        ['Property', 'Attribute', 'Type', 'What'],
        members
          .filter(({ kind }) => kind === 'field')
          .map(({ name, attribute, type: { text } = { text: '' }, description }) => [
            name,
            attribute ? html`<code>${attribute}</code>` : 'none',
            type(text),
            fallen(description),
          ]),
      )}
      ${table(
        'Methods',
        ['Method', 'What'],
        members.filter(({ kind }) => kind === 'method').map(({ name, description }) => [`${name}()`, fallen(description)]),
      )}
      ${table(
        'Events',
        ['Event', 'Type', 'When'],
        events.map(({ name, type: { text } = { text: '' }, description }) => [name, type(text), fallen(description)]),
      )}
      ${table(
        'Slots',
        ['Slot', 'What'],
        slots.map(({ name, description }) => [name || 'default', fallen(description)]),
      )}
      ${table(
        'CSS properties',
        ['Property', 'Syntax', 'Default', 'What'],
        cssProperties.map(({ name, syntax, default: initial, description }) => [name, type(syntax), type(initial), fallen(description)]),
      )}
      ${table(
        'Parts',
        ['Part', 'What'],
        cssParts.map(({ name, description }) => [name, fallen(description)]),
      )}
      ${table(
        'States',
        ['State', 'What'],
        cssStates.map(({ name, description }) => [name, fallen(description)]),
      )}
    `;
  }
}
customElements.define('docs-detail', DocsDetail);
