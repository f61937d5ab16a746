import { html, LitElement, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { cssVariables } from '../../src/elements/styles/css-variables-directive.js';
import { page } from '../foundations/sheet.js';
import { type Brand, ours, type Scheme, variables } from './brand.js';
import type { BrandEvent } from './form.js';
import './form.js';
import { yourBrandStyles } from './your-brand.styles.js';

/** The form next to its content, which is shown in the brand. */
class YourBrand extends LitElement {
  static override styles = yourBrandStyles;
  @state() private brand: Brand = ours;
  @state() private scheme: Scheme | '' = '';

  protected override render(): TemplateResult {
    return html`<story-brand-form
        @brand=${({ brand, scheme }: BrandEvent): void => {
          this.brand = brand;
          this.scheme = scheme;
        }}
      ></story-brand-form>
      <div class="stage ${this.scheme}" ${cssVariables(variables(this.brand))}><slot></slot></div>`;
  }
}
page('story-your-brand', YourBrand);
