import { html, nothing, type TemplateResult } from 'lit';
import { kinds } from '../../src/model/kinds/tables.js';
import type { Kept } from './facts.js';
import { PagePart } from './page-part.js';

/** What is stored, with the limits of the model, and one change as it is sent. */
class DocsData extends PagePart {
  protected override render(): TemplateResult {
    const { facts } = this;
    if (!facts) return html``;
    const change = facts.example();
    return html`
      <p>Every text has one author. Others answer with a record of their own. What is written here is sealed before it is kept.</p>
      ${facts.kept.map((kept) => this.#kind(kept))}
      <h3>One gesture, as it travels</h3>
      <p>
        Saved first, then sent: the event <code>milieu-deliver</code> carries this change as <code>event.change</code>, and ready to send as
        <code>event.request</code>. The same gesture always carries the same <code>key</code>. When it is on the disk, <code>milieu-saved</code> says
        <code>action: '${change.action}'</code> and <code>kind: '${change.records[0]?.kind}'</code>.
      </p>
      <pre tabindex="0" role="region" aria-label="A change as JSON"><code>${JSON.stringify(change, undefined, 2)}</code></pre>
    `;
  }

  #kind({ kind, what, fields }: Kept): TemplateResult {
    const acts = Object.keys(kinds[kind]?.transitions ?? {});
    return html`<h3><code>${kind}</code></h3>
      <p>${what} ${acts.length ? html`What can be done with it: ${acts.join(', ')}.` : nothing}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">What it holds</th>
            <th scope="col">Limit</th>
          </tr>
        </thead>
        <tbody>
          ${Object.entries(fields).map(
            ([name, field]) =>
              html`<tr>
                <th scope="row"><code>${name}</code></th>
                <td>${field.what}</td>
                <td>${[field.optional ? 'may be left out' : '', field.limit].filter(Boolean).join('; ')}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
  }
}
customElements.define('docs-data', DocsData);
