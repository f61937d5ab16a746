import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { helpLimits } from '../../model/help.js';
import { viewStyles } from '../shared/base.js';
import { icon } from '../shared/icons.js';
import { codeOf, type ErrorCode } from '../../records/errors.js';
import { Watched } from '../shared/screen.js';
import { View } from '../shared/view.js';
import { HelpCall, type Untold } from './help-call.js';
import { helpStyles } from './help.styles.js';
import { helpStrings } from './strings.js';

/** Milliseconds after which an old call is not shown again: staff have a list of their own. */
const stillOpen = 12 * 60 * 60_000;

/**
 * Asking staff to come, and the truth about whether they know.
 *
 * @tag milieu-help-call
 * @internal
 * @slot more - The host's own words about help.
 */
export class MilieuHelpCall extends View<typeof helpStrings> {
  static override styles = [viewStyles, helpStyles];
  protected readonly english = helpStrings;

  /** Level of its heading: 2 where it is a sheet of its own, 3 inside a widget. */
  @property({ type: Number }) level: 2 | 3 = 3;
  /** Its first button is outlined: the one next step is elsewhere. */
  @property({ type: Boolean }) quiet = false;
  /** It stands in a box that has asked the question already: no air and no heading of its own. */
  @property({ type: Boolean }) inside = false;
  @state() private aside: 'none' | 'people' | 'worried' = 'none';
  @state() private failed?: ErrorCode;
  #call: HelpCall | undefined;
  #untaken = false;
  readonly #asked = this.#own('asked');
  readonly #seen = this.#own('seen');

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#call?.leave();
  }

  protected override communityChanged(): void {
    this.#call?.look();
  }

  /** A call from before a reload is still a call. */
  protected override willUpdate(): void {
    const latest = this.#seen.kept[0] ?? this.#asked.kept[0];
    if (this.#call || !this.community || !latest) return;
    if (Date.now() - Date.parse(latest.record.at) > stillOpen) return;
    this.#call = new HelpCall(this.community, () => this.requestUpdate());
    this.#call.adopt(latest);
  }

  /** Nobody took the last call, it was taken back, and no way out of this page has come since. */
  get #unreached(): boolean {
    return this.#untaken && this.#call?.state.is === 'cancelled' && !this.#carries;
  }

  protected override render(): TemplateResult {
    return html`
      <section class="help" aria-label=${this.t('help.title')}>
        <div role="status" class="vh">${this.#spoken()}</div>
        ${this.#body()} ${this.failed ? html`<p class="status care" role="alert">${this.sentence(this.failed)}</p>` : nothing}
        ${this.aside === 'people' ? this.#people() : nothing} ${this.aside === 'worried' ? this.#worried() : nothing}
        <slot name="more"></slot>
      </section>
    `;
  }

  /** The person's own calls of a status, the newest. */
  #own(status: 'asked' | 'seen'): Watched {
    return new Watched(this, () => {
      const person = this.community?.actor.person;
      return person ? { kind: 'help', by: person, status, limit: 1 } : undefined;
    });
  }

  #body(): TemplateResult {
    const call = this.#call?.state ?? { is: 'ready' };
    switch (call.is) {
      case 'ready':
        return this.#ready();
      case 'asking':
        return this.#line('saving', this.t('help.asking'), this.t('help.asking-more'), this.#meanwhile());
      case 'told':
        return this.#line('sent', this.t('help.told'), this.t('help.told-more', { time: this.time(call.at) }), this.#meanwhile());
      case 'seen':
        return this.#line(
          'sent',
          this.t('help.seen', { name: this.name(call.by) }),
          this.t('help.seen-more', { time: this.time(call.at) }),
          this.#peopleButton(),
        );
      case 'cancelled':
        if (this.#unreached) return this.#notSetUp();
        return this.#line('buoy', this.t('help.cancelled'), call.known ? this.t('help.purpose') : this.t('help.cancelled-untold'), this.#ways());
      case 'untold':
        return this.#loud(call.why);
    }
  }

  #ready(): TemplateResult {
    const more = this.t(this.#isSetUp ? 'help.purpose' : 'help.purpose-unsure');
    if (!this.inside) return this.#line('buoy', this.t('help.title'), more, this.#ways());
    return html`<div class="help-line">
      <div><p>${more}</p></div>
      <div class="row acts">${this.#ways()}</div>
    </div>`;
  }

  /** Whether the host has said anything about help at all; whether somebody listens is known only once a call was made. */
  get #isSetUp(): boolean {
    return this.community?.help !== undefined || this.#carries;
  }

  /** The host has a way of its own to its backend. */
  get #carries(): boolean {
    return typeof this.community?.transport?.send === 'function';
  }

  /** Nobody took the call that was just made: no second promise, only where help is. */
  #notSetUp(): TemplateResult {
    const { where, people = [] } = this.community?.help ?? {};
    const more = where ? html`${this.t('help.not-set-up')} ${where}` : this.t('help.not-set-up');
    return this.#line('buoy', this.t('help.title'), more, people.length > 0 ? this.#peopleButton() : nothing);
  }

  /** Where the call stands, for those who listen; the loud sheet speaks by itself. */
  #spoken(): string {
    const call = this.#call?.state;
    switch (call?.is) {
      case 'asking':
        return this.t('help.asking');
      case 'told':
        return this.t('help.told');
      case 'seen':
        return this.t('help.seen', { name: this.name(call.by) });
      case 'cancelled':
        return this.t('help.cancelled');
      default:
        return '';
    }
  }

  #line(ring: 'buoy' | 'saving' | 'sent', title: string, more: string | TemplateResult, ways: TemplateResult | typeof nothing): TemplateResult {
    return html`<div class="help-line">
      <div>
        ${icon(ring)}
        <h3 aria-level=${this.level} tabindex="-1">${title}</h3>
        <p class="quiet">${more}</p>
      </div>
      ${ways === nothing ? nothing : html`<div class="row acts">${ways}</div>`}
    </div>`;
  }

  #loud(why: Untold): TemplateResult {
    const where = this.community?.help?.where;
    return html`<div class="loud" role="alert">
      ${icon(why === 'offline' ? 'offline' : 'nobody')}
      <h3 aria-level=${this.level} tabindex="-1">${this.t(`help.${why}`)}</h3>
      <p>${this.t(`help.${why}-more`)}${where ? html` ${where}` : nothing}</p>
      <div class="row acts">
        <button class="btn go" type="button" @click=${(): void => this.#call?.again()}>${this.t('help.again')}</button>
        ${this.#peopleButton()} ${this.#cancel()}
      </div>
    </div>`;
  }

  #ways(): TemplateResult {
    return html`<button class="btn ${this.quiet ? '' : 'go'}" type="button" @click=${(): void => this.#ask({ need: 'come' })}>
        ${this.t('help.come')}
      </button>
      ${this.#peopleButton()}
      <button class="btn word plain" type="button" aria-expanded=${this.aside === 'worried'} @click=${(): void => this.#turn('worried')}>
        ${this.t('help.worried')}
      </button>`;
  }

  #peopleButton(): TemplateResult {
    return html`<button class="btn" type="button" aria-expanded=${this.aside === 'people'} @click=${(): void => this.#turn('people')}>
      ${icon('chev', 'chev')}${this.t('help.people')}
    </button>`;
  }

  #cancel(): TemplateResult {
    return html`<button class="btn word" type="button" @click=${(): void => this.#takeBack()}>${this.t('help.cancel')}</button>`;
  }

  /** Somebody who waits can still call, or think better of it. */
  #meanwhile(): TemplateResult {
    return html`${this.#peopleButton()} ${this.#cancel()}`;
  }

  #people(): TemplateResult {
    const people = this.community?.help?.people ?? [];
    if (people.length === 0) return html`<p>${this.t('help.no-contacts')}</p>`;
    return html`<ul class="calls">
      ${people.map(
        ({ name, phone, note }) =>
          html`<li>
            <b>${name}</b> ${phone ? html`<a href=${`tel:${phone.replace(/[^+\d]/g, '')}`}>${icon('phone')}${phone}</a>` : nothing}
            ${note ? html`<span class="quiet">${note}</span>` : nothing}
          </li>`,
      )}
    </ul>`;
  }

  #worried(): TemplateResult {
    return html`<form class="q" @submit=${this.#tell}>
      <p class="reads">${icon('eye')}<span>${this.t('help.worried-reads')}</span></p>
      <label for="text">${this.t('help.worried-label')}</label>
      <textarea id="text" name="text" maxlength=${helpLimits.text} autocomplete="off"></textarea>
      <div class="row acts"><button class="btn go" type="submit">${this.t('help.worried-send')}</button></div>
    </form>`;
  }

  readonly #tell = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = (event.target as HTMLFormElement).querySelector('textarea')?.value.trim();
    this.#ask({ need: 'worried', ...(text ? { text } : {}) });
  };

  #ask(data: { need: 'come' | 'worried'; text?: string }): void {
    if (!this.community) return;
    this.#call?.leave();
    this.#call = new HelpCall(this.community, () => this.requestUpdate());
    this.aside = 'none';
    this.failed = undefined;
    try {
      this.#call.ask(data);
      this.#attend();
    } catch (error) {
      this.#call = undefined;
      this.failed = codeOf(error);
    }
  }

  #takeBack(): void {
    const { state } = this.#call ?? {};
    this.#untaken = state?.is === 'untold' && state.why === 'unclaimed';
    this.#call?.cancel().catch((error: unknown) => (this.failed = codeOf(error)));
    this.#attend();
  }

  /** The button that was pressed is gone: the focus goes to what is said in its place. */
  #attend(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('h3')?.focus());
  }

  #turn(to: 'people' | 'worried'): void {
    this.aside = this.aside === to ? 'none' : to;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-help-call': MilieuHelpCall;
  }
}
