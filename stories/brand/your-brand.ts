import { html, LitElement, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { vars } from '../../src/elements/shared/vars.js';
import { page } from '../foundations/sheet.js';
import { type Brand, ours, type Scheme, variables } from './brand.js';
import type { BrandEvent } from './form.js';
import './form.js';
import { yourBrandStyles } from './your-brand.styles.js';

/** The form beside whatever lies in it, which wears the brand. */
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
      <div class="stage ${this.scheme}" ${vars(variables(this.brand))}><slot></slot></div>`;
  }
}
page('story-your-brand', YourBrand);
