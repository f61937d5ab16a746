import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Card, Moment } from '../../content/card.js';
import type { Practice } from '../../model/practice.js';
import { copingStyles } from '../coping-card/coping.styles.js';
import { minutesOf } from '../coping-card/minutes.js';
import { viewStyles } from '../shared/base.js';
import { languageOf } from '../shared/language.js';
import { Watched } from '../shared/screen.js';
import { View } from '../shared/view.js';
import { deckStrings } from './strings.js';

const moments: readonly Moment[] = ['wound-up', 'flat', 'craving', 'racing', 'after-a-fight', 'sleepless'];

/** A card was chosen, or a person. */
export class ChosenEvent extends Event {
  constructor(readonly chosen: Card | 'people') {
    super('chosen');
  }
}

/**
 * The cards to choose from: people first, whatever the moment is.
 *
 * @tag milieu-coping-list
 * @internal
 * @fires {ChosenEvent} chosen - A card or the people were opened.
 */
export class MilieuCopingList extends View<typeof deckStrings> {
  static override styles = [viewStyles, copingStyles];
  protected readonly english = deckStrings;

  @property({ attribute: false }) cards: readonly Card[] = [];
  /** Chosen moment, kept by the deck while a card is open. */
  @property({ attribute: false }) moment?: Moment | undefined;
  /** What was open before: focus comes back to it. */
  @property({ attribute: false }) cameFrom = '';
  @state() private shown: readonly Card[] = [];
  /** The moments that a card is there for: no word leads to nothing. */
  @state() private known: readonly Moment[] = [];

  readonly #mine = new Watched<Practice>(this, () => {
    const me = this.community?.actor.person;
    return me === undefined ? undefined : { kind: 'practice', by: me, status: 'kept', limit: 50 };
  });

  protected override willUpdate(): void {
    this.known = moments.filter((moment) => this.cards.some((card) => card.moments.includes(moment)));
    const moment = this.known.find((one) => one === this.moment);
    this.shown = moment === undefined ? this.cards : this.cards.filter((card) => card.moments.includes(moment));
  }

  protected override firstUpdated(): void {
    if (this.cameFrom) this.renderRoot.querySelector<HTMLElement>(`[data-card="${CSS.escape(this.cameFrom)}"]`)?.focus();
  }

  protected override render(): TemplateResult {
    return html`
      ${
        this.known.length > 0
          ? html`<div class="chips" role="group" aria-label=${this.t('deck.now')}>${this.known.map((moment) => this.#chip(moment))}</div>`
          : nothing
      }
      <ul class="deck" aria-label=${this.t('deck.list')}>
        ${this.#people()}
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
      ${this.t(`deck.${moment}`)}
    </button>`;
  }

  #people(): TemplateResult {
    const names = (this.community?.help?.people ?? []).map(({ name }) => name);
    const list = new Intl.ListFormat(languageOf(this), { type: 'conjunction' }).format(names);
    return html`<li class="people">
      ${this.#open('people', 'people', this.t('deck.people'))}
      <p>${names.length > 0 ? this.t('deck.people-named', { names: list }) : this.t('deck.people-unnamed')}</p>
    </li>`;
  }

  #card(card: Card): TemplateResult {
    const helped = this.#mine.kept.find(({ record }) => record.data.card === card.id && record.data.helped === 'helped');
    return html`<li>
      ${this.#open(card, card.id, card.title)}
      <p>${card.why}</p>
      <p class="meta">
        <span>${minutesOf(card, (key, values) => this.t(key, values))}</span>
        ${helped ? html`<span>${this.t('deck.helped-on', { date: this.date(helped.record.at) })}</span>` : nothing}
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
