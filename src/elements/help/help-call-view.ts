import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { property, state } from 'lit/decorators.js';
import { defaultPolicy } from '../../model/record.js';
import type { HelpNeed } from '../../model/kinds/help/table.js';
import { viewStyles } from '../styles/style-sets.js';
import { icon } from '../parts/icons.js';
import { codeOf, type ErrorCode } from '../../records/base/errors.js';
import type { Values } from '../language/strings.js';
import { View } from '../controllers/base-view.js';
import { type CallMessage, type CallWords, messageOf } from './call-message.js';
import { contactList } from './contact-list.js';
import { HelpAsides } from './help-asides.js';
import type { HelpCall } from './help-call.js';
import { helpStyles } from './help.styles.js';
import { OwnCalls } from './own-calls.js';
import { helpStrings } from './strings.js';
import { takeFocus } from '../controllers/take-focus.js';

/** Whether a text of the host ends as a sentence does, in any script. */
const isSentence = (text: string): boolean => /[.!?…。！？।؟۔][\s"'”’»)\u2069]*$/u.test(text);
/** Where staff are, as a whole sentence, however the host says it. */
const placeOf = (where: string, t: CallWords['t']): string => (isSentence(where) ? where : t('help.where', { where }));

/**
 * Asks staff to come, and says truthfully whether they know of the call.
 *
 * @tag milieu-help-call
 * @internal
 * @slot more - The host's own text about help.
 */
export class MilieuHelpCall extends View<typeof helpStrings> {
  static override styles = [viewStyles, helpStyles];
  protected readonly english = helpStrings;

  /** Level of its heading: 2 if it is the whole widget, 3 inside another widget. */
  @property({ type: Number }) level: 2 | 3 = 3;
  /** True: its first button is outlined, because the next step is elsewhere on the page. */
  @property({ type: Boolean }) quiet = false;
  /** True: the box around it has a heading already, so it shows none and has no padding. */
  @property({ type: Boolean }) inside = false;
  /** Set: asks for this as soon as it is on the page, and shows only that call. */
  @property({ attribute: false }) asks?: 'talk';
  @state() private failed: ErrorCode | undefined;
  readonly #calls = new OwnCalls(this, () => this.asks === undefined);
  readonly #asides = new HelpAsides(this, (text) => this.#ask({ need: 'worried', ...(text ? { text } : {}) }));
  #wasUnclaimed = false;
  #shownFor: string | undefined;
  #hasAsked = false;

  protected override communityChanged(): void {
    this.#turnFor(this.community?.actor.person);
    this.#calls.follow();
  }

  /** What one person was writing is not there for the next. */
  #turnFor(person: string | undefined): void {
    if (person !== this.#shownFor) {
      this.#asides.open(undefined);
      this.failed = undefined;
    }
    this.#shownFor = person;
  }

  protected override willUpdate(): void {
    if (this.asks && this.community) this.#askOnce(this.asks);
  }

  /** Takes the person to what can be done here. */
  attend(): void {
    takeFocus(this.renderRoot.querySelector('button'));
  }

  /** Opens the concerns of this person, and takes them to the button above. */
  async showConcerns(): Promise<void> {
    this.#asides.open('concern');
    await this.updateComplete;
    takeFocus(this.renderRoot.querySelector<HTMLElement>('#to-concern'));
  }

  /** Asks staff to come, unless the person has asked already. */
  getStaff(): void {
    if (!this.#calls.isAsking) this.#ask({ need: 'come' });
  }

  #askOnce(need: HelpNeed): void {
    if (this.#hasAsked) return;
    this.#hasAsked = true;
    this.#ask({ need });
  }

  /** Nobody took the last call, the person took it back, and the host has set no transport since. */
  get #isUnclaimed(): boolean {
    return this.#wasUnclaimed && !this.#hasTransport && this.#calls.all.length > 0 && this.#calls.all.every(({ state }) => state.is === 'cancelled');
  }

  protected override render(): TemplateResult {
    return html`
      <section class="help" aria-label=${this.t('help.title')}>
        <div role="status" aria-atomic="false" class="vh">${this.#announcements()}</div>
        ${this.#body()} ${this.failed ? html`<p class="status care" role="alert">${this.sentence(this.failed)}</p>` : nothing}
        ${this.#asides.below(this.#words.t)}
        <slot name="more"></slot>
      </section>
    `;
  }

  #body(): unknown {
    if (this.#isUnclaimed) return this.#notSetUp();
    const shown = this.#calls.all;
    if (shown.length === 0) return this.#ready();
    return html`${repeat(
      shown,
      (call) => call,
      (call) => this.#message(call),
    )}
    ${this.asks && shown.some(({ isOver }) => !isOver) ? nothing : html`<div class="row acts">${this.#ways()}</div>`}`;
  }

  #message(call: HelpCall): TemplateResult | typeof nothing {
    const message = this.#messageOf(call);
    if (!message) return nothing;
    const about = this.#about(call);
    return message.loud ? this.#alert(call, message, about) : this.#line(message, about, this.#cancel(call));
  }

  #messageOf(call: HelpCall): CallMessage | undefined {
    return messageOf(call, this.#words, (this.community?.policy ?? defaultPolicy).help);
  }

  /** What the call is about, where that is not clear: there are several, or it is not for the person to be met. */
  #about({ asked }: HelpCall): string {
    const need = asked?.data.need ?? 'come';
    return this.#calls.all.length > 1 || need !== 'come' ? this.t(`help.about-${need}`) : '';
  }

  readonly #words = {
    t: (key: keyof typeof helpStrings, values?: Values): string => this.t(key, values),
    time: (iso: string): string => this.time(iso),
    name: (person: string): string => this.#staffName(person),
  };

  /** The name of a member of staff, and what they are here, if the host says so: "Priya, nurse". */
  #staffName(person: string): string {
    const [name, known] = [this.name(person), this.community?.find(person)];
    return known?.note && known.name === name ? this.t('help.staff-name', { name, note: known.note }) : name;
  }

  #ready(): TemplateResult {
    const more = this.t(this.#isSetUp ? 'help.purpose' : 'help.purpose-unsure');
    if (!this.inside) return this.#line({ icon: 'buoy', title: this.t('help.title'), more }, '', this.#ways());
    return html`<div class="help-line">
      <div><p>${more}</p></div>
      <div class="row acts">${this.#ways()}</div>
    </div>`;
  }

  /** Whether the host has set up help. Whether somebody listens to the event is known only after a call. */
  get #isSetUp(): boolean {
    return this.community?.help !== undefined || this.#hasTransport;
  }

  /** Whether the host has its own transport. */
  get #hasTransport(): boolean {
    return typeof this.community?.transport?.send === 'function';
  }

  /** Shown if nobody took the call: offers no second call, only says where help is. */
  #notSetUp(): TemplateResult {
    const { people = [] } = this.community?.help ?? {};
    const message: CallMessage = { icon: 'buoy', title: this.t('help.title'), more: this.t('help.not-set-up'), where: true };
    return this.#line(message, '', people.length > 0 ? this.#asides.people(this.#words.t) : nothing);
  }

  /** The state of each call for screen readers, which read only what has changed. An alert announces itself. */
  #announcements(): unknown {
    return repeat(
      this.#calls.all,
      (call) => call,
      (call) => {
        const message = this.#messageOf(call);
        const words = !message || message.loud ? '' : (message.where ?? message.whole) ? `${message.title} ${message.more}` : message.title;
        return html`<p>${words && this.#about(call)}${words}</p>`;
      },
    );
  }

  #line(message: CallMessage, about: string, ways: TemplateResult | typeof nothing): TemplateResult {
    return html`<div class="help-line">
      <div>${this.#text(message, about)}</div>
      ${ways === nothing ? nothing : html`<div class="row acts">${ways}</div>`}
    </div>`;
  }

  #alert(call: HelpCall, message: CallMessage, about: string): TemplateResult {
    return html`<div class="loud" role="alert">
      ${this.#text(message, about)} ${message.people ? this.#loudPeople() : nothing}
      <div class="row acts">
        ${
          call.state.is === 'untold'
            ? html`<button class="btn go" type="button" @click=${(): void => call.again()}>${this.t('help.again')}</button>`
            : nothing
        }
        ${this.#cancel(call)}
      </div>
    </div>`;
  }

  /** The people to call, where nobody answers. The button that opens the same list stays. */
  #loudPeople(): TemplateResult | typeof nothing {
    const people = this.community?.help?.people ?? [];
    return people.length > 0 ? html`<div>${contactList(people, '')}</div>` : nothing;
  }

  #text({ icon: ring, title, more, where, loud }: CallMessage, about: string): TemplateResult {
    const place = where ? this.community?.help?.where : undefined;
    const kind = about ? html`<span class=${loud ? 'about' : 'about quiet'}>${about}</span>` : nothing;
    return html`${icon(ring)}
      <h3 aria-level=${this.level} tabindex="-1">${kind}${title}</h3>
      <p class=${loud ? '' : 'quiet'}>${more}${place ? html` ${placeOf(place, this.#words.t)}` : nothing}</p>`;
  }

  /** Asking again is one tap once the last call is over. Being worried about somebody else always is. */
  #ways(): TemplateResult {
    return html`${
      this.#calls.isAsking
        ? nothing
        : html`<button class="btn ${this.quiet ? '' : 'go'}" type="button" @click=${(): void => this.getStaff()}>${this.t('help.come')}</button>`
    }
    ${this.#asides.openers(this.#words.t)}
    ${
      this.#calls.isNobodys && this.#calls.all.length > 0
        ? html`<button class="btn word plain" type="button" @click=${this.#pass}>${this.t('help.other')}</button>`
        : nothing
    }`;
  }

  readonly #pass = (): void => (this.#calls.pass(), this.#focusHeading());

  /** A call can be taken back until somebody has seen it. */
  #cancel(call: HelpCall): TemplateResult | typeof nothing {
    if (call.isOver || call.state.is === 'seen') return nothing;
    return html`<button class="btn word" type="button" @click=${(): void => this.#takeBack(call)}>
      ${this.t(call.asked?.data.need === 'worried' ? 'help.cancel-worry' : 'help.cancel')}
    </button>`;
  }

  #ask(data: { need: HelpNeed; text?: string }): void {
    const { community } = this;
    if (!community) return;
    this.#asides.asked();
    this.failed = undefined;
    try {
      this.#calls.ask(community, data);
      this.#focusHeading();
    } catch (error) {
      this.failed = codeOf(error);
    }
  }

  #takeBack(call: HelpCall): void {
    const { state } = call;
    this.#wasUnclaimed = state.is === 'untold' && state.why === 'unclaimed';
    call.cancel().catch((error: unknown) => (this.failed = codeOf(error)));
    this.#focusHeading();
  }

  /** The pressed button has disappeared, so the focus moves to the heading that replaces it. */
  #focusHeading(): void {
    void this.updateComplete.then(() => takeFocus(this.renderRoot.querySelector('h3')));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-help-call': MilieuHelpCall;
  }
}
