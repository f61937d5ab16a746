import { html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

/** What to write into a page, and a button that copies it. */
class DocsCode extends LitElement {
  @property({ attribute: false }) code = '';
  /** The name of the story. */
  @property({ attribute: false }) of = '';
  @state() private said = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<div class="docs-code">
      <pre tabindex="0" role="region" aria-label="Code of ${this.of}"><code>${this.code || 'The code comes with the story.'}</code></pre>
      <p>
        <button type="button" ?disabled=${!this.code} @click=${(): void => void this.#copy()}>
          Copy<span class="docs-vh"> the code of ${this.of}</span>
        </button>
        <span role="status">${this.said}</span>
      </p>
    </div>`;
  }

  /** Storybooks that are opened over `http:` have no clipboard: there the code is selected, to be copied by hand. */
  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.code);
      this.said = 'Copied';
    } catch {
      const code = this.querySelector('code');
      if (code) getSelection()?.selectAllChildren(code);
      this.said = 'Selected: copy it with your keyboard';
    }
  }
}
customElements.define('docs-code', DocsCode);
