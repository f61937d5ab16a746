import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type As, defaultPolicy, type Policy } from '../../model/record.js';
import type { Keep, Key, Records, Status, Transport } from '../../records/types.js';
import { textAttribute } from '../shared/attribute.js';
import { densityStyles } from '../shared/density.styles.js';
import { Community } from './community.js';
import { communityContext } from './context.js';
import { readIdentity, readPolicy, readRecords, readStrings, readTransport, safely } from './given.js';
import { type HelpContacts, type Person, readHelp, readPeople } from './people.js';

/**
 * Says who acts and in which community, and keeps the records that the widgets inside share. It shows nothing of its own.
 *
 * @summary The community that the widgets inside belong to: identity, people, words and records.
 * @tag milieu-community
 * @slot - The widgets, and any markup around them.
 * @slot people - `<script type="application/json">` with the list of `people`.
 * @slot help - `<script type="application/json">` with the help contacts.
 * @fires {MilieuSavedEvent} milieu-saved - A person saved something in this tab.
 * @fires {MilieuDeliverEvent} milieu-deliver - A change wants to go to the host's backend.
 * @fires {MilieuStatusEvent} milieu-status - The state of the store changed.
 * @fires {MilieuErrorEvent} milieu-error - Something went wrong, by code.
 */
export class MilieuCommunity extends LitElement {
  static override styles = [
    densityStyles,
    css`
      :host {
        display: contents;
      }
      :host([hidden]) {
        display: none;
      }
    `,
  ];

  /** Id of the community, at most 64 characters. */
  @property({ reflect: true, converter: textAttribute }) community = 'here';
  /** Opaque id of the person who acts, never a name. Leave out on a computer that people share without signing in. */
  @property({ reflect: true, converter: textAttribute }) person?: string;
  /** Who they are here: `resident`, `senior-peer`, `staff`, `family` or `guest`. It shows and hides; the host's server authorises. */
  @property({ reflect: true, converter: textAttribute }) as: As = 'resident';
  /** What this device holds: `page` nothing, `person` one database a person, `house` one for the community. */
  @property({ reflect: true, converter: textAttribute }) keep?: Keep;
  /** How much room controls take, in all widgets inside: `compact` (a desk with a mouse), `comfortable`, or `large` (shaky hands, wall tablets). */
  @property({ reflect: true, converter: textAttribute }) density?: 'compact' | 'comfortable' | 'large';
  /** People whom this person may address, already filtered by the host. */
  @property({ attribute: false }) people: readonly Person[] = [];
  /** Where staff are and whom to call, in the host's words. */
  @property({ attribute: false }) help?: HelpContacts;
  /** What the community has settled for itself. */
  @property({ attribute: false }) policy: Partial<Policy> = {};
  /** The host's own words for any string, by key. */
  @property({ attribute: false }) strings: Readonly<Record<string, string>> = {};
  /** The way to the host's backend, in place of the `milieu-deliver` event. */
  @property({ attribute: false }) transport?: Transport;
  /** The store; can be given by the host before the element is connected. */
  @property({ attribute: false, noAccessor: true })
  get records(): Records | undefined {
    return this.#core.records;
  }
  set records(records: Records | undefined) {
    this.#given = records;
    if (this.hasUpdated) this.#become();
  }

  #given: Records | undefined;
  readonly #core = new Community(readIdentity(this).identity, () => this);

  constructor() {
    super();
    new ContextProvider(this, { context: communityContext, initialValue: this.#core });
  }

  /** The state of the store now; the event `milieu-status` says when it changes. */
  get status(): Status {
    return this.#core.status;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Before any widget inside asks: the records of another identity must not be opened for a moment.
    this.#become();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page disconnects and connects in one task; only a community that stays away lets go.
    queueMicrotask(() => {
      if (!this.isConnected) this.#core.close().catch((error: unknown) => this.#core.report(error));
    });
  }

  /**
   * Opens the records with 32 bytes, a passphrase or a wrapping CryptoKey; locks those that stood unlocked.
   * @throws MilieuError `wrong-key`, `weak-key`
   */
  async unlock(key: Key): Promise<void> {
    await this.updateComplete;
    return this.#core.unlock(key);
  }

  /** Drops the key and all that was readable; what is on the disk stays. */
  lock(): void {
    this.#core.lock();
  }

  /** Sends again after a pause: the person has signed in. */
  resume(): void {
    this.#core.resume();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#become();
    if (changed.has('people')) this.#core.people = this.#checked('people', () => readPeople(this.people)) ?? [];
    if (changed.has('help')) this.#core.help = this.#checked('help', () => readHelp(this.help), this.help === undefined);
    if (changed.has('policy')) this.#core.policy = this.#checked('policy', () => readPolicy(this.policy)) ?? defaultPolicy;
    if (changed.has('strings')) this.#core.strings = this.#checked('strings', () => readStrings(this.strings)) ?? {};
    if (changed.has('transport')) {
      this.#core.transport = this.#checked('transport', () => readTransport(this.transport), this.transport === undefined);
      this.#core.records?.wake();
    }
    this.#core.changed();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot><slot name="people" hidden @slotchange=${this.#readPeople}></slot
      ><slot name="help" hidden @slotchange=${this.#readHelp}></slot>`;
  }

  #become(): void {
    const { identity, misfits } = readIdentity(this);
    for (const name of ['community', 'person', 'as', 'keep']) this.#core.fits(name, !misfits.includes(name));
    const given = this.#checked('records', () => readRecords(this.#given), this.#given === undefined);
    this.#core.become(given === undefined && this.#given !== undefined ? { ...identity, unfit: true } : identity, given);
  }

  readonly #readPeople = (event: Event): void => {
    const value = this.#slotted(event);
    if (value !== undefined) this.people = value as readonly Person[];
  };
  readonly #readHelp = (event: Event): void => {
    const value = this.#slotted(event);
    if (value !== undefined) this.help = value as HelpContacts;
  };

  /** What a slotted script says: null where it is no JSON, undefined where there is no script. It is checked as the property is. */
  #slotted(event: Event): unknown {
    const script = (event.target as HTMLSlotElement).assignedElements().find((one) => one instanceof HTMLScriptElement);
    if (!script) return undefined;
    try {
      return JSON.parse(script.textContent) as unknown;
    } catch {
      return null;
    }
  }

  /** What `read` makes of a property; one that does not fit is told to the host and to the widgets. */
  #checked<T>(name: string, read: () => T | undefined, unset = false): T | undefined {
    const value = unset ? undefined : safely(read);
    this.#core.fits(name, unset || value !== undefined);
    return value;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-community': MilieuCommunity;
  }
}
