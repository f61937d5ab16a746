import { html, isServer, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { SaveProgress } from '../controllers/save-progress.js';
import { textAttribute } from '../language/string-attribute-converter.js';
import { sheetStyles } from '../styles/style-sets.js';
import { icon } from './icons.js';
import { invalidPropertiesLine } from './invalid-properties-line.js';
import { View } from '../controllers/base-view.js';
import { HostWords } from '../controllers/host-words.js';
import { LazyViews } from '../controllers/lazy-views.js';
import { loadCopy } from './lazy-copy.js';
import { serverFrame } from './server-frame.js';
import { AtEntrance, type AskRank } from './at-entrance.js';
import { staffParts } from './staff-parts.js';
import { takeFocus } from '../controllers/take-focus.js';
import { toJson } from '../../model/json.js';

/** Most characters of a host's own heading. A longer one is ignored. */
const headingRoom = 80;

/** One page of a widget, opened by a button below the heading. */
export interface WidgetPage {
  readonly name: string;
  readonly label: string;
  /** True if something on it waits for the person. Then a host cannot leave it out. */
  readonly waits?: boolean;
  render(): TemplateResult;
}

/**
 * The base class of public tags: head, page, foot. A subclass provides the heading and the pages. This class renders the frame, remembers the
 * open page, and renders what every widget has at the same place: the status line and the button for help.
 *
 * @slot help - The host's own text about help, shown with the call for staff.
 */
export abstract class Widget<S extends Readonly<Record<string, string>>> extends View<S> {
  static override styles = sheetStyles;

  /** Name of the only page to show. Default: the person can open all pages. */
  @property({ reflect: true, converter: textAttribute }) view?: string;
  /** The host's own heading, up to 80 characters. */
  @property() heading?: string;
  /**
   * Names of the pages that there are, separated by spaces, such as `write sent`. Default: all. A page on which something waits for the person,
   * such as a letter, is there in any case.
   */
  @property({ reflect: true, converter: textAttribute }) views?: string;
  /**
   * What the widget offers beside its pages, separated by spaces: `keep-a-copy` (at the foot) and `sound` (for calls, to staff). Default: all; empty:
   * nothing. Help is always there.
   */
  @property({ reflect: true, converter: textAttribute }) features?: string;

  readonly #views = new HostWords(this, 'views', () => this.pageNames);
  readonly #features = new HostWords(this, 'features', () => ['keep-a-copy', 'sound'], true);
  #hasStaffParts = false;

  @state() protected open = '';
  @state() private aside: 'none' | 'help' | 'troubles' | 'copy' | 'house' = 'none';
  /** For whom the page was shown last. */
  #shownFor: string | undefined;
  readonly #copy = new LazyViews(this, loadCopy, () => ({
    opening: this.t('screen.opening'),
    failed: this.t('views.failed'),
    again: this.t('status.again'),
  }));
  readonly #entrance = new AtEntrance(this, this.askRank);
  /** @internal */
  override acts: SaveProgress = new SaveProgress(this);

  /** The widget's own heading. */
  protected abstract headline(): string;
  /** A line of text below the heading. */
  protected purpose(): string | undefined {
    return undefined;
  }
  /** The names of all pages, for any person. */
  protected abstract readonly pageNames: readonly string[];
  /** The pages for this person, in order. The first one is open at the start. */
  protected abstract pages(): readonly WidgetPage[];
  /** Whether this widget asks people who they are before others on the page do, on a shared computer. */
  protected get askRank(): AskRank {
    return 'usual';
  }
  /** Whether the text written here is for other people. */
  protected readonly forOthers: boolean = true;

  /** Whether the host leaves out this page, if nothing on it waits. */
  protected leavesOut(name: string): boolean {
    return !this.#views.has(name);
  }

  /** Opens a page of this widget. */
  protected turnTo(name: string): void {
    this.open = name;
    this.aside = 'none';
    this.acts.clear();
    void this.updateComplete.then(() => this.#attend());
  }

  /** If the pressed button was on the old page, it is gone, so the focus moves to the name of the new page. */
  #attend(): void {
    if (!this.shadowRoot?.activeElement) takeFocus(this.renderRoot.querySelector<HTMLElement>('.views [aria-current]'));
  }

  /** Opens the call for help, like the button in the foot. */
  protected askForHelp(): void {
    this.aside = 'help';
  }

  protected override communityChanged(): void {
    this.acts.follow();
    this.#turnFor(this.#whose);
    if (this.#isStaff) this.#loadStaffParts();
  }

  /** The next person begins at the first page. Where the focus was in what is gone now, it goes to the heading. */
  #turnFor(whose: string): void {
    const isOther = this.#shownFor !== undefined && this.#shownFor !== whose;
    this.#shownFor = whose;
    if (!isOther) return;
    this.open = '';
    this.aside = 'none';
    if (this.shadowRoot?.activeElement) void this.updateComplete.then(() => takeFocus(this.renderRoot.querySelector<HTMLElement>('h2')));
  }

  get #isStaff(): boolean {
    return this.community?.actor.as === 'staff';
  }

  /** If loading fails, it is tried again when the community changes. */
  #loadStaffParts(): void {
    if (this.#hasStaffParts) return;
    this.#hasStaffParts = true;
    staffParts.load?.().catch((error: unknown) => {
      this.#hasStaffParts = false;
      this.community?.report(error);
    });
  }

  protected override render(): TemplateResult {
    if (isServer) return serverFrame(this.#heading, this.purpose());
    if (this.#entrance.isShut) return this.#frame(this.#entrance.render());
    const pages = this.pages().filter(({ name, waits }) => waits || !this.leavesOut(name));
    const pinned = this.view ? pages.find(({ name }) => name === this.view) : undefined;
    if (pages.length === 0 || (this.view && !pinned)) return this.#frame(html`<p role="alert" class="status care">${this.t('page.unknown')}</p>`);
    const page = pinned ?? pages.find(({ name }) => name === this.open) ?? pages[0];
    const turner = pinned || pages.length < 2 ? nothing : this.#turner(pages, page?.name);
    return this.#frame(this.aside === 'troubles' ? this.#troubles() : (page?.render() ?? nothing), turner);
  }

  /** A key for the current person. Each person gets new views, so that the next person does not see what was typed before. */
  get #whose(): string {
    const { community, person } = this.community?.identity ?? {};
    return toJson([community, person]);
  }

  get #heading(): string {
    const { heading } = this;
    return typeof heading === 'string' && heading && heading.length <= headingRoom ? heading : this.headline();
  }

  #frame(body: unknown, turner: unknown = nothing): TemplateResult {
    const purpose = this.purpose();
    return html`
      ${this.#isStaff ? html`<milieu-call-strip .acts=${this.acts} .sound=${this.#features.has('sound')}></milieu-call-strip>` : nothing}
      <div class="head">
        <h2 tabindex=${this.community?.house.entrance.is === 'host' ? nothing : -1}>${this.#heading}</h2>
        ${purpose ? html`<p>${purpose}</p>` : nothing}
      </div>
      ${turner}
      <div class="body">${keyed(this.#whose, body)}</div>
      ${this.aside === 'help' ? html`<milieu-help-call><slot name="help" slot="more"></slot></milieu-help-call>` : nothing}
      ${this.aside === 'house' ? html`<div class="body">${this.#entrance.part(() => this.#housePage())}</div>` : nothing}
      ${this.aside === 'copy' ? html`<div class="body">${this.#copy.render(() => this.#copyPage())}</div>` : nothing}
      ${invalidPropertiesLine(this.community, (key, values) => this.t(key, values))} ${this.#foot()}
    `;
  }

  #turner(pages: readonly WidgetPage[], open: string | undefined): TemplateResult {
    return html`<nav class="views" aria-label="${this.t('views.label')}: ${this.#heading}">
      ${pages.map(
        ({ name, label }) =>
          html`<button type="button" aria-current=${name === open ? 'page' : nothing} @click=${(): void => this.turnTo(name)}>${label}</button>`,
      )}
    </nav>`;
  }

  #foot(): TemplateResult {
    return html`<div class="foot">
      <milieu-status-line
        .progress=${this.acts.progress}
        .forOthers=${this.forOthers}
        @troubles-asked=${(): string => (this.aside = 'troubles')}
      ></milieu-status-line>
      <div class="ways">${this.#opener('help', html`${icon('buoy')}${this.t('help.ask')}`)}${this.#entrance.isShut ? nothing : this.#ownWays()}</div>
    </div>`;
  }

  #ownWays(): TemplateResult {
    const { isInside } = this.#entrance;
    const isInHouse = isInside || this.community?.house.entrance.is === 'open';
    return html`${this.#features.has('keep-a-copy') ? this.#opener('copy', this.t('copy.keep')) : nothing}
    ${isInHouse && this.#isStaff ? this.#opener('house', this.t('house.people')) : isInside ? this.#opener('house', this.t('house.pin')) : nothing}
    ${this.#entrance.leaveButton()}`;
  }

  #opener(aside: 'copy' | 'help' | 'house', label: unknown): TemplateResult {
    const open = this.aside === aside;
    return html`<button
      class="btn word plain"
      type="button"
      id="open-${aside}"
      aria-expanded=${open}
      @click=${(): string => (this.aside = open ? 'none' : aside)}
    >
      ${label}
    </button>`;
  }

  #copyPage(): TemplateResult {
    return html`<milieu-copy @closed=${(): void => this.#backTo('copy')} @troubles-asked=${(): string => (this.aside = 'troubles')}></milieu-copy>`;
  }

  #housePage(): TemplateResult {
    const closed = (): void => this.#backTo('house');
    return this.#isStaff
      ? html`<milieu-members closable .acts=${this.acts} @closed=${closed}></milieu-members>`
      : html`<milieu-own-pin .acts=${this.acts} @closed=${closed}></milieu-own-pin>`;
  }

  #troubles(): TemplateResult {
    return html`<milieu-troubles .acts=${this.acts} @closed=${(): void => this.#leave()}></milieu-troubles>`;
  }

  #leave(): void {
    this.aside = 'none';
  }

  /** The focused button is gone with the page, so the focus goes back to the button that opened it. */
  #backTo(aside: 'copy' | 'house'): void {
    this.#leave();
    void this.updateComplete.then(() => takeFocus(this.renderRoot.querySelector<HTMLElement>(`#open-${aside}`)));
  }
}
