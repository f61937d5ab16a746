import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Card } from '../../content/card.js';
import type { Moment } from '../../content/hard-moments.js';
import { MilieuError } from '../../records/base/errors.js';
import type { Practice } from '../../model/kinds/practice/table.js';
import { jsonAttribute } from '../community/host-json.js';
import { QueryController } from '../controllers/query.js';
import { copingStyles } from '../coping/coping.styles.js';
import { sheetStyles } from '../styles/style-sets.js';
import { type WidgetPage, Widget } from '../parts/widget.js';
import type { ChosenEvent, MilieuCopingList } from './card-list.js';
import { lastHelped } from './last-helped.js';
import { type Deck, deckOf } from './load-deck.js';
import { deckStrings } from './strings.js';
import { takeFocus } from '../controllers/take-focus.js';

/**
 * Coping cards, chosen by how the moment feels. A person to go to always comes before the cards. A card opens inside the deck.
 *
 * @summary A deck of coping cards, people first.
 * @tag milieu-coping-deck
 * @fires {MilieuSavedEvent} milieu-saved - A practice was saved or removed (`kind` is `practice`).
 * @fires {MilieuErrorEvent} milieu-error - `bad-property`: an entry of `cards` is not a valid card.
 * @csspart heading - The heading of the widget.
 * @csspart tabs - The row of buttons that open its pages.
 * @csspart tab - One of these buttons; the open one has `aria-current`.
 * @csspart primary-button - A button for the next step, such as *Send*. Keep its text readable on its background.
 * @csspart card - A card of the deck, and a practice in the list of one’s own.
 * @csspart foot - The line at the bottom: what is saved and sent, and the ways to help and to a copy.
 */
export class MilieuCopingDeck extends Widget<typeof deckStrings> {
  static override styles = [sheetStyles, copingStyles];
  protected readonly english = deckStrings;
  protected readonly pageNames = ['cards', 'mine'];
  protected override readonly forOthers = false;

  /** Cards of the host, in place of the starter deck. Also as JSON in the attribute. */
  @property({ converter: jsonAttribute('cards') }) cards?: readonly Card[];

  @state() private deck?: Deck;
  @state() private chosen?: Card | 'people' | undefined;
  @state() private moment?: Moment | undefined;
  #returnTo = '';
  /** Here and not in the list, so that a list that opens again has its order at once. */
  readonly #mine = new QueryController<Practice>(this, () => {
    const me = this.community?.identity.person;
    return me === undefined ? undefined : { kind: 'practice', by: me, status: 'kept' };
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && !changed.has('cards')) return;
    const { cards } = this;
    deckOf(cards).then(
      (deck) => {
        if (cards === this.cards) this.#setDeck(deck);
      },
      (error: unknown) => this.community?.report(error),
    );
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('chosen') && this.chosen) takeFocus(this.renderRoot.querySelector<HTMLElement>('.body h3'));
  }

  protected override headline(): string {
    return this.t('deck.title');
  }

  protected override purpose(): string {
    return this.t('deck.purpose');
  }

  protected override turnTo(name: string): void {
    this.chosen = undefined;
    this.#returnTo = '';
    super.turnTo(name);
  }

  protected override pages(): readonly WidgetPage[] {
    return [
      { name: 'cards', label: this.t('deck.page.cards'), render: () => this.#draw() },
      {
        name: 'mine',
        label: this.t('coping.page.mine'),
        render: () => html`<milieu-coping-history .acts=${this.acts}></milieu-coping-history>`,
      },
    ];
  }

  #setDeck(deck: Deck): void {
    this.deck = deck;
    if (deck.is === 'invalid') this.community?.report(new MilieuError('bad-property'), undefined, 'cards');
  }

  #draw(): TemplateResult {
    const { deck, chosen } = this;
    if (!deck) return html`<p class="quiet">${this.t('coping.opening')}</p>`;
    if (deck.is === 'invalid') return this.#problem(deck.at);
    if (chosen === undefined) return this.#list(deck.cards);
    return chosen === 'people' ? this.#people() : this.#card(chosen);
  }

  /** Tells staff which cards are not valid, and everybody else what to do. */
  #problem(at: readonly string[]): TemplateResult {
    if (this.community?.actor.as !== 'staff') return html`<p class="quiet" role="alert">${this.t('deck.not-now')}</p>`;
    return html`<p class="status care" role="alert">${this.t('deck.bad-cards', { cards: at.join(', ') })}</p>`;
  }

  #list(cards: readonly Card[]): TemplateResult {
    return html`<milieu-coping-list
      .cards=${cards}
      .helped=${lastHelped(this.#mine.kept)}
      .moment=${this.moment}
      .returnTo=${this.#returnTo}
      @picked=${(event: Event): void => {
        this.moment = (event.target as MilieuCopingList).moment;
      }}
      @chosen=${(event: ChosenEvent): void => {
        this.chosen = event.chosen;
      }}
    ></milieu-coping-list>`;
  }

  #people(): TemplateResult {
    return html`${this.#back()}
      <h3 tabindex="-1">${this.t('deck.people')}</h3>
      <milieu-help-call inside></milieu-help-call>`;
  }

  #card(card: Card): TemplateResult {
    return html`${this.#back()}
      <div class="lead">
        <h3 tabindex="-1">${card.title}</h3>
        <p class="quiet">${card.why}</p>
      </div>
      ${keyed(card.id, html`<milieu-coping-practice .card=${card} .acts=${this.acts}></milieu-coping-practice>`)}`;
  }

  #back(): TemplateResult {
    return html`<div class="row">
      <button class="btn word plain" type="button" @click=${(): void => this.#close()}>${this.t('deck.back')}</button>
    </div>`;
  }

  #close(): void {
    this.#returnTo = this.chosen === 'people' ? 'people' : (this.chosen?.id ?? '');
    this.chosen = undefined;
    this.acts.clear();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-coping-deck': MilieuCopingDeck;
  }
}
