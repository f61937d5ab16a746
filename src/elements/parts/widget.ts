import { html, isServer, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { SaveProgress } from '../controllers/save-progress.js';
import { textAttribute } from '../language/string-attribute-converter.js';
import { sheetStyles } from '../styles/style-sets.js';
import { Asides } from './asides.js';
import { invalidPropertiesLine } from './invalid-properties-line.js';
import { View } from '../controllers/base-view.js';
import { FirstPage, type Waits } from '../controllers/first-page.js';
import { HostWords } from '../controllers/host-words.js';
import { hasPageLine } from '../controllers/page-line.js';
import { serverFrame } from './server-frame.js';
import { AtEntrance, type AskRank } from './at-entrance.js';
import { staffParts } from './staff-parts.js';
import { takeFocus } from '../controllers/take-focus.js';
import { WayIn } from '../controllers/way-in.js';
import { toJson } from '../../model/json.js';
import type { WayIn as Way } from '../community/ways-in.js';

/** Most characters of a host's own heading. A longer one is ignored. */
const headingRoom = 80;

/** One page of a widget, opened by a button below the heading. */
export interface WidgetPage {
  readonly name: string;
  readonly label: string;
  /** True if something on it waits for the person. Then a host cannot leave it out. */
  readonly waits?: boolean;
  /** Whether something on it is new for the person. The widget opens on the first such page. */
  readonly isNew?: Waits;
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

  /** Name of the only page to show. Default, and for a name that is not known: the person can open all pages. */
  @property({ reflect: true, converter: textAttribute }) view?: string;
  /** The host's own heading, up to 80 characters. */
  @property() heading?: string;
  /**
   * Names of the pages that there are, separated by spaces, such as `write sent`. Default: all. A page on which something waits for the person,
   * such as a letter, is there in any case.
   */
  @property({ reflect: true, converter: textAttribute }) views?: string;
  /**
   * What the widget offers beside its pages, separated by spaces: `keep-a-copy` and `print` (at the foot) and `sound` (for calls, to staff). Default: all; empty:
   * nothing. Help is always there.
   */
  @property({ reflect: true, converter: textAttribute }) features?: string;

  /**
   * Where the widget is folded to its heading and a line until the person opens it: `narrow` (where it is narrower than 30rem, as on a phone)
   * or `always`. Default: nowhere.
   */
  @property({ reflect: true, converter: textAttribute }) fold?: 'narrow' | 'always';

  readonly #views = new HostWords(this, 'views', () => this.pageNames);
  readonly #features = new HostWords(this, 'features', () => ['keep-a-copy', 'print', 'sound'], { empty: true });
  readonly #view = new HostWords(this, 'view', () => this.pageNames, { one: true });
  readonly #fold = new HostWords(this, 'fold', () => ['narrow', 'always'], { one: true });
  readonly #firstPage = new FirstPage(this);
  #hasStaffParts = false;

  @state() private unfolded = false;
  @state() protected open = '';
  /** Id of the record that the open page is to show first, if another widget has asked for one. */
  @state() protected asked?: string | undefined;
  /** For whom the page was shown last. */
  #shownFor: string | undefined;
  readonly #entrance = new AtEntrance(this, this.askRank);
  /** @internal */
  override acts: SaveProgress = new SaveProgress(this);
  readonly #asides = new Asides(this, this.#entrance);

  constructor() {
    super();
    new WayIn(this, (way) => this.#show(way));
  }

  /** The widget's own heading. */
  protected abstract headline(): string;
  /** A line of text below the heading. */
  protected purpose(): string | undefined {
    return undefined;
  }
  /** One short line for the folded widget, if nothing is new in it. */
  protected foldedLine(): string | undefined {
    return this.purpose();
  }
  /** The names of all pages, for any person. */
  protected abstract readonly pageNames: readonly string[];
  /** The pages for this person, in order. The first one is open at the start. */
  protected abstract pages(): readonly WidgetPage[];
  /** Whether its status line speaks for the whole page, so that the other widgets show only what differs. */
  protected readonly speaksForPage: boolean = false;
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

  /** The page in `view`, if there is a page of that name. Then no button opens another. */
  protected get onlyPage(): string | undefined {
    return this.#view.first;
  }

  /** Opens a page of this widget. */
  protected turnTo(name: string): void {
    this.open = name;
    this.asked = undefined;
    this.#asides.close();
    this.acts.clear();
    void this.updateComplete.then(() => this.#attend());
  }

  /** If the pressed button was on the old page, it is gone, so the focus moves to the name of the new page. */
  #attend(): void {
    if (!this.shadowRoot?.activeElement) takeFocus(this.renderRoot.querySelector<HTMLElement>('.views [aria-current]'));
  }

  /** Another widget asks for a page of this one. The person is taken to it. */
  #show({ view, about }: Way): boolean {
    const isThere = this.#shown().some(({ name }) => name === view);
    if (!isThere || (this.onlyPage && this.onlyPage !== view)) return false;
    this.turnTo(view);
    this.asked = about;
    this.unfolded = true;
    void this.updateComplete.then(() => takeFocus(this.renderRoot.querySelector<HTMLElement>('.views [aria-current], h2')));
    return true;
  }

  /** The pages that this person can open. */
  #shown(): readonly WidgetPage[] {
    return this.pages().filter(({ name, waits }) => waits || !this.leavesOut(name));
  }

  /** Opens the call for help, like the button in the foot. */
  protected askForHelp(): void {
    this.#asides.open('help');
  }

  /** Asks staff to come. The call is shown above the foot. */
  protected getStaff(): void {
    void this.#asides.getStaff();
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
    this.#asides.close();
    this.#firstPage.again();
    if (this.shadowRoot?.activeElement) void this.updateComplete.then(() => takeFocus(this.renderRoot.querySelector<HTMLElement>('h2')));
  }

  get #isStaff(): boolean {
    return this.community?.actor.as === 'staff';
  }

  /** Whether what others wrote is known: it has been pulled, or there is nothing to pull from. */
  get #isChecked(): boolean {
    const { status, transport } = this.community ?? {};
    return status?.checkedAt !== undefined || (status?.pulls === false && !transport?.pull);
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
    const pages = this.#shown();
    const only = this.onlyPage;
    if (!only) this.open = this.#firstPage.of(pages, this.#isChecked) ?? this.open;
    const pinned = pages.find(({ name }) => name === only);
    if (pages.length === 0 || (only && !pinned)) return this.#frame(html`<p role="alert" class="status care">${this.t('page.unknown')}</p>`);
    const page = pinned ?? pages.find(({ name }) => name === this.open) ?? pages[0];
    const turner = pinned || pages.length < 2 ? nothing : this.#turner(pages, page?.name);
    const line = pages.find(({ isNew }) => isNew === true)?.label;
    return this.#frame(this.#asides.troubles() ?? page?.render() ?? nothing, turner, line);
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

  /** @param line what the folded widget says below its heading */
  #frame(body: unknown, turner: unknown = nothing, line = this.foldedLine()): TemplateResult {
    const purpose = this.purpose();
    const folded = this.#folded;
    return html`
      ${this.#isStaff ? html`<milieu-call-strip .acts=${this.acts} .sound=${this.#features.has('sound')}></milieu-call-strip>` : nothing}
      <div class="head">
        <h2 tabindex="-1">${this.#heading}</h2>
        ${purpose ? html`<p class=${folded}>${purpose}</p>` : nothing} ${this.#fold.first ? this.#unfolder(line) : nothing}
      </div>
      <div class="page ${folded}">
        ${turner}
        <div class="body">${keyed(this.#whose, body)}</div>
      </div>
      ${this.#asides.below()} ${invalidPropertiesLine(this.community, (key, values) => this.t(key, values))} ${this.#foot()}
    `;
  }

  /** The class of what is not shown while the widget is folded. */
  get #folded(): string {
    if (this.unfolded || !this.#fold.first) return '';
    return this.#fold.first === 'always' ? 'folded folded-always' : 'folded';
  }

  #unfolder(line: string | undefined): TemplateResult {
    const act = this.t(this.unfolded ? 'fold.close' : 'fold.open');
    return html`<div class="${this.#fold.first === 'always' ? 'unfold unfold-always' : 'unfold'}">
      ${this.unfolded ? nothing : html`<p>${line}</p>`}
      <button
        class="btn"
        type="button"
        aria-expanded=${this.unfolded}
        aria-label=${this.t('fold.of', { act, what: this.#heading })}
        @click=${(): boolean => (this.unfolded = !this.unfolded)}
      >
        ${act}
      </button>
    </div>`;
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
    // On a page with a day, help and the status stand there; what became of an act of this widget stands here.
    const isThere = hasPageLine(this.community) && this.acts.progress.is === 'idle';
    return html`<div class="foot ${isThere ? this.#folded : ''}">
      <milieu-status-line
        .progress=${this.acts.progress}
        .forOthers=${this.forOthers}
        ?whole=${this.speaksForPage}
        @troubles-asked=${(): void => this.#asides.open('troubles')}
      ></milieu-status-line>
      ${this.#asides.ways((way) => way === 'help' || this.#features.has(way), this.#folded)}
    </div>`;
  }
}
