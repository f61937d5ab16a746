import { html, nothing, type TemplateResult } from 'lit';

/** What a server renders of a widget: what it is, and the host's own texts. Nothing that needs a script, because it may never come. */
export const serverFrame = (heading: string, purpose?: string): TemplateResult =>
  html`<div class="head">
      <h2 part="heading">${heading}</h2>
      ${purpose ? html`<p>${purpose}</p>` : nothing}
    </div>
    <div class="body"><slot></slot><slot name="help"></slot></div>`;
