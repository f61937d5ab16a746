import { html, LitElement, type TemplateResult } from 'lit';
import { everywhere } from './common.js';
import { all, type Key } from './facts.js';
import { nameOfTag } from './manifest.js';

const table = (keys: readonly Key[]): TemplateResult =>
  html`<table>
    <thead>
      <tr>
        <th scope="col">Key</th>
        <th scope="col">Where</th>
        <th scope="col">What it does</th>
      </tr>
    </thead>
    <tbody>
      ${keys.map(
        ({ key, where, does }) =>
          html`<tr>
            <th scope="row">${key}</th>
            <td>${where}</td>
            <td>${does}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

/** Keys that work in every widget, then those of each. */
class DocsAllKeys extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
  protected override render(): TemplateResult {
    return html`<h3>Everywhere</h3>
      ${table(everywhere)}
      ${Object.entries(all).map(
        ([tag, { keys }]) =>
          html`<h3>${nameOfTag(tag)}</h3>
            ${table(keys.filter((key) => !everywhere.includes(key)))}`,
      )}`;
  }
}
customElements.define('docs-all-keys', DocsAllKeys);
export { table as tableOfKeys };
