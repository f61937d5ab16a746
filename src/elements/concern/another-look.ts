import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { isOpen } from '../../model/kinds/concern/states.js';
import type { Concern } from '../../model/kinds/concern/table.js';
import { someone } from '../../model/record.js';
import { View } from '../controllers/base-view.js';
import { QueryController } from '../controllers/query.js';
import { viewStyles } from '../styles/style-sets.js';
import type { Decided } from './decided.js';
import { concernStrings } from './strings.js';

/**
 * Beside a reason that staff gave to the person on this page: the button with which they ask somebody who did not decide to look at it. The form
 * opens below it. While a request is open, it says so in place of the button.
 *
 * @tag milieu-another-look
 * @internal
 */
export class MilieuAnotherLook extends View<typeof concernStrings> {
  static override styles = viewStyles;
  protected readonly english = concernStrings;

  /** The reason, and who gave it. */
  @property({ attribute: false }) decided?: Decided;
  @state() private open = false;

  readonly #mine = new QueryController<Concern>(this, () => {
    const person = this.community?.actor.person;
    return person === undefined || person === someone ? undefined : { kind: 'concern', by: person };
  });

  protected override render(): TemplateResult | typeof nothing {
    const { decided, community } = this;
    if (!decided || !community || community.actor.person === someone || decided.by.includes(community.actor.person)) return nothing;
    if (!this.open && this.#mine.kept.some(({ record }) => record.from === decided.id && isOpen(record)))
      return html`<p class="quiet small">${this.t('concern.looks')}</p>`;
    return html`<div class="row">
        <button class="btn word plain" type="button" aria-expanded=${this.open} @click=${(): boolean => (this.open = !this.open)}>
          ${this.t('concern.look')}
        </button>
      </div>
      ${this.open ? html`<milieu-concern-form .acts=${this.acts} .decided=${decided}></milieu-concern-form>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-another-look': MilieuAnotherLook;
  }
}
