import { css, type CSSResultGroup, html, LitElement, type TemplateResult } from 'lit';
import { sheetStyles } from '../../src/elements/styles/style-sets.js';

const pageStyles = css`
  :host {
    max-inline-size: 60rem;
    margin-inline: auto;
  }
  section {
    display: grid;
    gap: var(--_s4);
    grid-template-columns: minmax(0, 1fr);
  }
  section + section {
    margin-block-start: var(--_s3);
  }
  h3 + .prose {
    margin-block-start: calc(var(--_s3) * -1);
  }
  summary .chev {
    inline-size: 1em;
    block-size: 1em;
  }
  .cards summary {
    font-size: var(--_small);
    font-weight: var(--_regular);
  }
  .cards {
    display: grid;
    gap: var(--_s5) var(--_s4);
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
    align-items: start;
  }
  .cards > li {
    display: grid;
    gap: var(--_s1);
    justify-items: start;
  }
  .scroll {
    overflow-x: auto;
  }
  code {
    font-family: 'Stories Mono', ui-monospace, monospace;
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }
`;

/** A page of the style guide, rendered as a sheet with the styles of the widgets. */
export abstract class Sheet extends LitElement {
  static override styles: CSSResultGroup = [sheetStyles, pageStyles];
  protected abstract readonly headline: string;
  protected abstract readonly purpose: string;
  protected abstract draw(): unknown;

  protected override render(): TemplateResult {
    return html`<div class="head">
        <h2>${this.headline}</h2>
        <p>${this.purpose}</p>
      </div>
      <div class="body">${this.draw()}</div>`;
  }
}

/** Registers a page once, because the module is loaded again during development. */
export function page(tag: string, sheet: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, sheet);
}
