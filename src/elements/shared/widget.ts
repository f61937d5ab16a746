import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { Acts } from './acts.js';
import { textAttribute } from './attribute.js';
import { sheetStyles } from './base.js';
import { icon } from './icons.js';
import { misfitLine } from './misfit-line.js';
import { View } from './view.js';

/** Characters of a host's own heading; a longer one is no heading. */
const headingRoom = 80;

/** One page of a widget, chosen by a word at its head. */
export interface Page {
  readonly name: string;
  readonly label: string;
  draw(): TemplateResult;
}

/**
 * One sheet: head, page, foot. Public tags say their heading and their pages; the base draws the frame, keeps which page is
 * open, and holds the two things that every widget has at the same place: where the writing lives, and a way to help.
 *
 * Where a widget stands without a community, it takes the place of one: the events below are then dispatched on it.
 *
 * @fires {MilieuSavedEvent} milieu-saved - The person saved something in this tab.
 * @fires {MilieuDeliverEvent} milieu-deliver - A change wants to go to the host's backend.
 * @fires {MilieuStatusEvent} milieu-status - The state of the store changed.
 * @fires {MilieuErrorEvent} milieu-error - Something went wrong, by code.
 */
export abstract class Widget<S extends Readonly<Record<string, string>>> extends View<S> {
  static override styles = sheetStyles;

  /** Pins one page by its name; unset, the person moves between them. */
  @property({ reflect: true, converter: textAttribute }) view?: string;
  /** A heading of the host's own, up to 80 characters. */
  @property() heading?: string;

  @state() protected open = '';
  @state() private aside: 'none' | 'help' | 'troubles' = 'none';
  override acts: Acts = new Acts(this);

  /** The widget's own heading. */
  protected abstract headline(): string;
  /** One quiet line under the heading. */
  protected purpose(): string | undefined {
    return undefined;
  }
  /** The pages that this person has, in order; the first opens by itself. */
  protected abstract pages(): readonly Page[];
  /** Whether what is written here is meant for somebody else. */
  protected readonly forOthers: boolean = true;

  /** Opens a page of this widget. */
  protected turnTo(name: string): void {
    this.open = name;
    this.aside = 'none';
    this.acts.clear();
    void this.updateComplete.then(() => this.#attend());
  }

  /** Where a word inside the old page was pressed, that word is gone: the focus goes to the name of the page. */
  #attend(): void {
    if (!this.shadowRoot?.activeElement) this.renderRoot.querySelector<HTMLElement>('.views [aria-current]')?.focus();
  }

  /** Opens the way to help, as the word in the foot does. */
  protected askForHelp(): void {
    this.aside = 'help';
  }

  protected override communityChanged(): void {
    this.acts.follow();
  }

  protected override render(): TemplateResult {
    const pages = this.pages();
    const pinned = this.view ? pages.find(({ name }) => name === this.view) : undefined;
    if (this.view && !pinned) return this.#frame(html`<p role="alert" class="status care">${this.t('page.unknown')}</p>`);
    const page = pinned ?? pages.find(({ name }) => name === this.open) ?? pages[0];
    const turner = pinned || pages.length < 2 ? nothing : this.#turner(pages, page?.name);
    return this.#frame(this.aside === 'troubles' ? this.#troubles() : (page?.draw() ?? nothing), turner);
  }

  /** Another person gets views of their own: nothing that one typed stands in a form before the next. */
  get #whose(): string {
    const { community, person } = this.community?.identity ?? {};
    return JSON.stringify([community, person]);
  }

  get #heading(): string {
    const { heading } = this;
    return typeof heading === 'string' && heading && heading.length <= headingRoom ? heading : this.headline();
  }

  #frame(body: unknown, turner: unknown = nothing): TemplateResult {
    const purpose = this.purpose();
    return html`
      <div class="head">
        <h2>${this.#heading}</h2>
        ${purpose ? html`<p>${purpose}</p>` : nothing}
      </div>
      ${turner}
      <div class="body">${keyed(this.#whose, body)}</div>
      ${this.aside === 'help' ? html`<milieu-help-call><slot name="help" slot="more"></slot></milieu-help-call>` : nothing}
      ${misfitLine(this.community, (key, values) => this.t(key, values))} ${this.#foot()}
    `;
  }

  #turner(pages: readonly Page[], open: string | undefined): TemplateResult {
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
      <button
        class="btn word plain"
        type="button"
        aria-expanded=${this.aside === 'help'}
        @click=${(): string => (this.aside = this.aside === 'help' ? 'none' : 'help')}
      >
        ${icon('buoy')}${this.t('help.ask')}
      </button>
    </div>`;
  }

  #troubles(): TemplateResult {
    return html`<milieu-troubles .acts=${this.acts} @closed=${(): void => this.#leave()}></milieu-troubles>`;
  }

  #leave(): void {
    this.aside = 'none';
  }
}
