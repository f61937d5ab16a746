import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Card } from '../../content/card.js';
import { MilieuError } from '../../records/base/errors.js';
import { jsonAttribute } from '../community/host-json.js';
import { textAttribute } from '../language/string-attribute-converter.js';
import { sheetStyles } from '../styles/style-sets.js';
import { type WidgetPage, Widget } from '../parts/widget.js';
import { copingStyles } from '../coping/coping.styles.js';
import { type Found, own, starter } from './load-card.js';
import { copingStrings } from '../coping/strings.js';

/**
 * One coping card: a breathing pacer or a timer with steps, and afterwards what the person wants to keep.
 * Nothing moves before *Start*, and there is no sound. Only the person can read the numbers and notes.
 *
 * @summary A coping card with a pacer or a timer, kept privately.
 * @tag milieu-coping-card
 * @fires {MilieuSavedEvent} milieu-saved - A practice was saved or removed (`kind` is `practice`).
 * @fires {MilieuErrorEvent} milieu-error - `bad-property`: `content` is not a valid card, or there is no starter card with the id `card`.
 * @csspart heading - The heading of the widget.
 * @csspart tabs - The row of buttons that open its pages.
 * @csspart tab - One of these buttons; the open one has `aria-current`.
 * @csspart primary-button - A button for the next step, such as *Send*. Keep its text readable on its background.
 * @csspart card - A practice in the list of one’s own.
 * @csspart foot - The line at the bottom: what is saved and sent, and the ways to help and to a copy.
 */
export class MilieuCopingCard extends Widget<typeof copingStrings> {
  static override styles = [sheetStyles, copingStyles];
  protected readonly english = copingStrings;
  protected readonly pageNames = ['card', 'mine'];
  protected override readonly forOthers = false;

  /** Id of a starter card, such as `c03`. Default: the first card of the deck. */
  @property({ reflect: true, converter: textAttribute }) card?: string;
  /** A card of the host, in place of `card`. Also as JSON in the attribute. */
  @property({ converter: jsonAttribute('content') }) content?: Card;

  @state() private found?: Found;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && !changed.has('card') && !changed.has('content')) return;
    const { card, content } = this;
    const looked = content === undefined ? starter(card) : own(content);
    looked.then(
      (found) => this.#setFound(found, card, content),
      (error: unknown) => this.community?.report(error),
    );
  }

  protected override headline(): string {
    return this.found?.is === 'card' ? this.found.card.title : this.t('coping.title');
  }

  protected override purpose(): string | undefined {
    return this.found?.is === 'card' ? this.found.card.why : undefined;
  }

  protected override pages(): readonly WidgetPage[] {
    return [
      { name: 'card', label: this.t('coping.page.card'), render: () => this.#draw() },
      { name: 'mine', label: this.t('coping.page.mine'), render: () => this.#mine() },
    ];
  }

  #setFound(found: Found, card: string | undefined, content: Card | undefined): void {
    if (card !== this.card || content !== this.content) return;
    this.found = found;
    if (found.is !== 'card') this.community?.report(new MilieuError('bad-property'), undefined, content === undefined ? 'card' : 'content');
  }

  #draw(): TemplateResult {
    const { found } = this;
    switch (found?.is) {
      case undefined:
        return html`<p class="quiet">${this.t('coping.opening')}</p>`;
      case 'unknown':
        return this.#problem(this.t('coping.no-card', { card: this.card ?? '' }));
      case 'invalid':
        return this.#problem(this.t('coping.bad-card', { parts: found.parts.join(', ') }));
      case 'card':
        return html`${keyed(found.card.id, html`<milieu-coping-practice .card=${found.card} .acts=${this.acts}></milieu-coping-practice>`)}`;
    }
  }

  /** Tells staff what is wrong with the card, and everybody else what to do. */
  #problem(exact: string): TemplateResult {
    if (this.community?.actor.as === 'staff') return html`<p class="status care" role="alert">${exact}</p>`;
    return html`<p class="quiet" role="alert">${this.t('coping.not-now-card')}</p>`;
  }

  #mine(): TemplateResult {
    const card = this.found?.is === 'card' ? this.found.card : undefined;
    return html`<milieu-coping-history .card=${card?.id} .named=${card?.title} .acts=${this.acts}></milieu-coping-history>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-coping-card': MilieuCopingCard;
  }
}
