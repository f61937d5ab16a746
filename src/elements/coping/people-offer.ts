import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { viewStyles } from '../styles/style-sets.js';
import { View } from '../controllers/base-view.js';
import { copingStyles } from './coping.styles.js';
import { copingStrings } from './strings.js';

/**
 * Offers a person to talk to if a card was not enough. The person can dismiss it. It shows no ratings.
 *
 * @tag milieu-coping-people
 * @internal
 */
export class MilieuCopingPeople extends View<typeof copingStrings> {
  static override styles = [viewStyles, copingStyles];
  protected readonly english = copingStrings;
  @state() private aside = false;

  protected override render(): TemplateResult | typeof nothing {
    if (this.aside) return nothing;
    return html`<div class="nudge">
      <h3>${this.t('coping.people')}</h3>
      <p>${this.t('coping.people-more')}</p>
      <milieu-help-call inside></milieu-help-call>
      <div class="row">
        <button class="btn word plain" type="button" @click=${(): boolean => (this.aside = true)}>${this.t('coping.not-now')}</button>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-coping-people': MilieuCopingPeople;
  }
}
