import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../controllers/base-view.js';
import { LazyViews } from '../controllers/lazy-views.js';
import { takeFocus } from '../controllers/take-focus.js';
import type { AtEntrance } from './at-entrance.js';
import { icon } from './icons.js';
import { loadCopy } from './lazy-copy.js';
import { loadPrint } from './lazy-print.js';
import { loadTroubles } from './lazy-troubles.js';

type Way = 'help' | 'copy' | 'print' | 'house';

/** What the foot of a widget opens below its page: the call for help, a copy, printing. And the list of what could not be sent, in place of it. */
export class Asides {
  #open: Way | 'troubles' | undefined;
  readonly #copy: LazyViews;
  readonly #print: LazyViews;
  readonly #troubles: LazyViews;

  /** @param entrance who is at a shared computer */
  constructor(
    private readonly host: View,
    private readonly entrance: AtEntrance,
  ) {
    this.#copy = new LazyViews(host, loadCopy);
    this.#print = new LazyViews(host, loadPrint);
    this.#troubles = new LazyViews(host, loadTroubles);
  }

  open(aside: Way | 'troubles'): void {
    this.#set(aside);
  }

  /** Opens the call for help, and asks staff to come. */
  async getStaff(): Promise<void> {
    this.open('help');
    await this.host.updateComplete;
    this.host.renderRoot.querySelector('milieu-help-call')?.getStaff();
  }

  close(): void {
    this.#set(undefined);
  }

  /** The list of what could not be sent, if it is open. */
  troubles(): TemplateResult | undefined {
    if (this.#open !== 'troubles') return undefined;
    return this.#troubles.render(() => html`<milieu-troubles .acts=${this.host.acts} @closed=${(): void => this.close()}></milieu-troubles>`);
  }

  /** What stands between the page and the foot. */
  below(): TemplateResult | typeof nothing {
    switch (this.#open) {
      case 'help':
        return html`<milieu-help-call .acts=${this.host.acts}><slot name="help" slot="more"></slot></milieu-help-call>`;
      case 'copy':
        return html`<div class="body">${this.#copy.render(() => this.#copyPage())}</div>`;
      case 'print':
        return html`<div class="body">
          ${this.#print.render(() => html`<milieu-print .of=${this.host} @closed=${(): void => this.#leave('print')}></milieu-print>`)}
        </div>`;
      case 'house':
        return html`<div class="body">${this.entrance.part(() => this.#housePage())}</div>`;
      default:
        return nothing;
    }
  }

  /**
   * The buttons in the foot.
   * @param has whether the host offers it
   * @param quiet a class for those that a folded widget does not show
   */
  ways(has: (way: 'help' | 'keep-a-copy' | 'print') => boolean, quiet = ''): TemplateResult | typeof nothing {
    const help = has('help') ? this.#opener('help', html`${icon('buoy')}${this.host.sharedWords('help.ask')}`) : nothing;
    const others = this.entrance.isShut
      ? []
      : [
          has('print') ? this.#opener('print', this.host.sharedWords('print.open'), quiet) : nothing,
          has('keep-a-copy') ? this.#opener('copy', this.host.sharedWords('copy.keep'), quiet) : nothing,
          has('help') ? this.#ofHouse() : nothing,
          this.entrance.leaveButton(),
        ];
    const all = [help, ...others];
    return all.some((way) => way !== nothing) ? html`<div class="ways">${all}</div>` : nothing; // an empty foot is not shown
  }

  #opener(way: Way, label: unknown, look = ''): TemplateResult {
    const isOpen = this.#open === way;
    return html`<button
      class="btn word plain ${look}"
      type="button"
      id="open-${way}"
      aria-expanded=${isOpen}
      @click=${(): void => this.#set(isOpen ? undefined : way)}
    >
      ${label}
    </button>`;
  }

  /** For staff the names of the house, for everybody else their own PIN. */
  #ofHouse(): TemplateResult | typeof nothing {
    const { isInside } = this.entrance;
    const { identity, house } = this.host.community ?? {};
    const isInHouse = isInside || house?.entrance.is === 'open' || (house?.entrance.is === 'host' && identity?.keep === 'house');
    if (isInHouse && this.#isStaff) return this.#opener('house', this.host.sharedWords('house.people'));
    return isInside ? this.#opener('house', this.host.sharedWords('house.pin')) : nothing;
  }

  #housePage(): TemplateResult {
    const closed = (): void => this.#leave('house');
    return this.#isStaff
      ? html`<milieu-members closable .acts=${this.host.acts} @closed=${closed}></milieu-members>`
      : html`<milieu-own-pin .acts=${this.host.acts} @closed=${closed}></milieu-own-pin>`;
  }

  get #isStaff(): boolean {
    return this.host.community?.actor.as === 'staff';
  }

  #copyPage(): TemplateResult {
    return html`<milieu-copy @closed=${(): void => this.#leave('copy')} @troubles-asked=${(): void => this.open('troubles')}></milieu-copy>`;
  }

  /** The focused button is gone with the page, so the focus goes back to the button that opened it. */
  #leave(way: Way): void {
    this.close();
    void this.host.updateComplete.then(() => takeFocus(this.host.renderRoot.querySelector<HTMLElement>(`#open-${way}`)));
  }

  #set(aside: Way | 'troubles' | undefined): void {
    this.#open = aside;
    this.host.requestUpdate();
  }
}
