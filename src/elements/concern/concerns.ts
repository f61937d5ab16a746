import { html, type TemplateResult } from 'lit';
import { View } from '../controllers/base-view.js';
import { viewStyles } from '../styles/style-sets.js';
import { concernStrings } from './strings.js';

/**
 * What a person told staff that isn’t right, with the answers, and the form for more.
 *
 * @tag milieu-concerns
 * @internal
 */
export class MilieuConcerns extends View<typeof concernStrings> {
  static override styles = viewStyles;
  protected readonly english = concernStrings;

  protected override render(): TemplateResult {
    return html`<milieu-own-concerns .acts=${this.acts}></milieu-own-concerns> <milieu-concern-form .acts=${this.acts}></milieu-concern-form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-concerns': MilieuConcerns;
  }
}
