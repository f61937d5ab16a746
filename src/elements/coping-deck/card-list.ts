import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Card } from '../../content/card.js';
import type { Moment } from '../../content/hard-moments.js';
import type { Practice } from '../../model/kinds/practice/table.js';
import { copingStyles } from '../coping/coping.styles.js';
import { minutesOf } from '../coping/card-duration.js';
import { viewStyles } from '../styles/style-sets.js';
import { formatList } from '../language/format.js';
import { languageOf } from '../language/locale.js';
import { QueryController } from '../controllers/query.js';
import { View } from '../controllers/base-view.js';
import { deckStrings } from './strings.js';
import { takeFocus } from '../controllers/take-focus.js';

/** The order of `moments` in the content, repeated here so that the content need not be loaded. The type requires every moment. */
const order: Readonly<Record<Moment, true>> = {
  'wound-up': true,
  flat: true,
  craving: true,
  racing: true,
  unreal: true,
  flashback: true,
  'after-a-fight': true,
  ashamed: true,
  lonely: true,
  sleepless: true,
};
const moments = Object.keys(order) as Moment[];

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
  @state() private shown: readonly Card[] = [];
  /** The moments for which there is a card. Only these are offered. */
  @state() private known: readonly Moment[] = [];

  readonly #mine = new QueryController<Practice>(this, () => {
    const me = this.community?.actor.person;
    return me === undefined ? undefined : { kind: 'practice', by: me, status: 'kept' };
  });

  protected override willUpdate(): void {
    this.known = moments.filter((moment) => this.cards.some((card) => card.moments.includes(moment)));
    const moment = this.known.find((one) => one === this.moment);
    this.shown = moment === undefined ? this.cards : this.cards.filter((card) => card.moments.includes(moment));
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
    const list = formatList(names, languageOf(this));
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
