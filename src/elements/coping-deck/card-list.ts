import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Card } from '../../content/card.js';
import type { Moment } from '../../content/hard-moments.js';
import { copingStyles } from '../coping/coping.styles.js';
import { minutesOf } from '../coping/card-duration.js';
import { viewStyles } from '../styles/style-sets.js';
import { formatList } from '../language/format.js';
import { languageOf } from '../language/locale.js';
import { View } from '../controllers/base-view.js';
import { momentMotif, moments } from './moment-motifs.js';
import { deckStrings } from './strings.js';
import { takeFocus } from '../controllers/take-focus.js';

/** The person chose a card, or the help of people. */
export class ChosenEvent extends Event {
  constructor(readonly chosen: Card | 'people') {
    super('chosen');
  }
}

/**
 * The cards to choose from. People to go to are always first.
 *
 * @tag milieu-coping-list
 * @internal
 * @fires {ChosenEvent} chosen - A card or the people were opened.
 */
export class MilieuCopingList extends View<typeof deckStrings> {
  static override styles = [viewStyles, copingStyles];
  protected readonly english = deckStrings;

  @property({ attribute: false }) cards: readonly Card[] = [];
  /** The chosen moment. The deck keeps it while a card is open. */
  @property({ attribute: false }) moment?: Moment | undefined;
  /** What was open before; the focus returns to it. */
  @property({ attribute: false }) returnTo = '';
  /** The cards that helped this person before, by id, and when. They come first, in the order of the deck. */
  @property({ attribute: false }) helped: ReadonlyMap<string, string> = new Map();
  @state() private first: ReadonlySet<string> = new Set();
  @state() private shown: readonly Card[] = [];
  /** Whether a card that helped before is shown first. */
  @state() private leads = false;
  /** The moments for which there is a card. Only these are offered. */
  @state() private known: readonly Moment[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.known = moments.filter((moment) => this.cards.some((card) => card.moments.includes(moment)));
    const moment = this.known.find((one) => one === this.moment);
    if (this.#mayMove(changed)) this.first = new Set(this.helped.keys());
    const fit = this.cards.filter((card) => moment === undefined || card.moments.includes(moment));
    const before = fit.filter(({ id }) => this.first.has(id));
    this.shown = [...before, ...fit.filter((card) => !before.includes(card))];
    this.leads = before.length > 0;
  }

  /** Whether the order of the cards may change: no card moves while somebody is about to press it. */
  #mayMove(changed: PropertyValues<this>): boolean {
    if (this.helped.size === 0 || changed.has('moment')) return true;
    return this.first.size === 0 && !this.matches(':focus-within, :active');
  }

  protected override firstUpdated(): void {
    if (this.returnTo) takeFocus(this.renderRoot.querySelector<HTMLElement>(`[data-card="${CSS.escape(this.returnTo)}"]`));
  }

  protected override render(): TemplateResult {
    return html`
      ${
        this.known.length > 0
          ? html`<div class="chips" role="group" aria-label=${this.t('deck.now')}>${this.known.map((moment) => this.#chip(moment))}</div>`
          : nothing
      }
      <ul class="deck" aria-label=${this.t('deck.list')}>
        ${this.#people()} ${this.leads ? html`<li class="plain quiet">${this.t('deck.helped-first')}</li>` : nothing}
        ${repeat(
          this.shown,
          ({ id }) => id,
          (card) => this.#card(card),
        )}
      </ul>
      ${
        this.shown.length > 0
          ? nothing
          : html`<div class="empty">
              <h3>${this.t('deck.none')}</h3>
              <p class="quiet">${this.t('deck.none-more')}</p>
            </div>`
      }
    `;
  }

  #chip(moment: Moment): TemplateResult {
    const on = moment === this.moment;
    return html`<button class="chip" type="button" aria-pressed=${on} @click=${(): void => this.#pick(on ? undefined : moment)}>
      ${momentMotif(moment)}${this.t(`deck.${moment}`)}
    </button>`;
  }

  #people(): TemplateResult {
    const names = (this.community?.help?.people ?? []).map(({ name }) => name);
    const list = formatList(names, languageOf(this));
    return html`<li class="people">
      ${this.#open('people', 'people', this.t('deck.people'))}
      <p>${names.length > 0 ? this.t('deck.people-named', { names: list }) : this.t('deck.people-unnamed')}</p>
    </li>`;
  }

  #card(card: Card): TemplateResult {
    const helped = this.helped.get(card.id);
    return html`<li>
      ${this.#open(card, card.id, card.title)}
      <p>${card.why}</p>
      <p class="meta">
        <span class="facts">
          ${card.category ? html`<span>${card.category}</span>` : nothing}
          <span>${minutesOf(card, (key, values) => this.t(key, values))}</span>
        </span>
        ${helped ? html`<span>${this.t('deck.helped-on', { date: this.date(helped) })}</span>` : nothing}
      </p>
    </li>`;
  }

  #open(chosen: Card | 'people', id: string, title: string): TemplateResult {
    return html`<button class="open" type="button" data-card=${id} @click=${(): boolean => this.dispatchEvent(new ChosenEvent(chosen))}>
      ${title}
    </button>`;
  }

  #pick(moment: Moment | undefined): void {
    this.moment = moment;
    this.dispatchEvent(new Event('picked'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-coping-list': MilieuCopingList;
  }
}
