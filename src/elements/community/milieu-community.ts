import { ContextProvider } from '@lit/context';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type As, defaultPolicy } from '../../model/record.js';
import { MilieuError } from '../../records/base/errors.js';
import { readKey } from '../../records/base/key.js';
import type { Keep, Key, Records, Status, Transport } from '../../records/base/types.js';
import { textAttribute } from '../language/string-attribute-converter.js';
import { communityStyles } from './community.styles.js';
import { Community } from './community.js';
import { communityContext } from './context.js';
import { jsonAttribute, readJson, warnOfText } from './host-json.js';
import { blanker, IdleLockSwitch } from './idle-lock-switch.js';
import {
  type AfterSignOut,
  isSignedOut,
  isUnset,
  type PolicyInput,
  readAfterSignOut,
  readIdentity,
  readMinutes,
  readPolicy,
  readRecords,
  readStrings,
  readTransport,
  safely,
} from './host-input.js';
import { ownRoot } from './own-root.js';
import { reroute } from './send-through.js';
import { removingAfterSignOut } from './sign-out.js';
import { whenParsed } from './when-parsed.js';
import { type HelpContacts, type Person, readHelp, readPeople, type Usable } from './host-people.js';

/**
 * Says who acts and in which community, and holds the store that the widgets inside share. It shows nothing itself.
 *
 * @summary The community that the widgets inside belong to: identity, people, strings and records.
 * @tag milieu-community
 * @slot - The widgets and any markup around them.
 * @slot people - `<script type="application/json">` with the value of `people`, in place of the property.
 * @slot help - `<script type="application/json">` with the value of `help`, in place of the property.
 * @fires {MilieuBeforeSaveEvent} milieu-before-save
 * @fires {MilieuSavedEvent} milieu-saved
 * @fires {MilieuDeliverEvent} milieu-deliver
 * @fires {MilieuStatusEvent} milieu-status
 * @fires {MilieuSignedOutEvent} milieu-signed-out
 * @fires {MilieuPersonEvent} milieu-person
 * @fires {MilieuErrorEvent} milieu-error
 * @fires {MilieuOpenEvent} milieu-open
 * @cssstate blank - What is inside is hidden, because the device has just woken up and it is not known yet whether `lock-after` has passed.
 */
export class MilieuCommunity extends LitElement {
  static override styles = communityStyles;

  /** Id of the community, 1 to 64 characters. Default `here`. */
  @property({ reflect: true, converter: textAttribute }) community = 'here';
  /** Opaque id of the person who acts, up to 64 characters, never a name. Omit it on a computer that people share without signing in. */
  @property({ reflect: true, converter: textAttribute }) person?: string;
  /** Role of the person: `resident` (default), `senior-peer`, `staff`, `family` or `guest`. It decides what is shown; the server authorises. */
  @property({ reflect: true, converter: textAttribute }) as: As = 'resident';
  /**
   * Where this device stores records: `page` in memory only, `person` one database per person (default if `person` is set), `house` one for
   * the community (default otherwise).
   */
  @property({ reflect: true, converter: textAttribute }) keep?: Keep;
  /**
   * Minutes without a touch after which the store is locked as by `lock()`, in all tabs: 1 to 480. Default never. It waits for a running
   * practice and a running meeting, at most three hours; drafts are written first. When the device wakes up or a page comes back, nothing is shown
   * before it is known whether to lock.
   */
  @property({ attribute: 'lock-after', reflect: true, type: Number }) lockAfter?: number;
  /**
   * Ask people on a shared computer who they are, with `keep="house"` and no `person`: by a name that staff have added, and its PIN. A page asks as soon as
   * its house has names; with `ask-who` also before, and then it offers to add the first member of staff. `person` of the host always wins.
   */
  @property({ attribute: 'ask-who', reflect: true, type: Boolean }) askWho = false;
  /**
   * Minutes without a touch after which the person who was chosen on this page has left, as by `leave()`: 1 to 480. Default never. For tablets on a wall:
   * it waits for a running practice and a running meeting, at most three hours.
   */
  @property({ attribute: 'leave-after', reflect: true, type: Number }) leaveAfter?: number;
  /**
   * What happens to the records of a person on this device when `person` becomes another one or is taken away: `keep` (default) or `remove`.
   * With `remove`, what the backend has is removed, and the store is locked in every tab; what waits to be sent, what the person has to settle, and
   * texts that were not saved stay for the same person. `milieu-signed-out` has the counts. It concerns only a store that this element opened for one person (`keep`
   * is `person`). A page that is left instead calls `removeDelivered` first.
   */
  @property({ attribute: 'after-sign-out', reflect: true, converter: textAttribute }) afterSignOut?: AfterSignOut;
  /** Size of controls in all widgets inside: `compact` (a desk with a mouse), `comfortable` (default), or `large` (shaky hands, wall tablets). */
  @property({ reflect: true, converter: textAttribute }) density?: 'compact' | 'comfortable' | 'large';
  /**
   * People whom this person may address, already filtered by the host: `id` up to 64 characters, `name` up to 80, `as`, and a `note` up to 80
   * for two of the same name. A row that is not valid is left out; `milieu-error` `bad-property` has the index (`row`) and the id of the first.
   * Do not list people whom this person must not contact. Also as JSON in the attribute.
   */
  @property({ converter: jsonAttribute('people') }) people: readonly Person[] = [];
  /**
   * Where staff are and whom to call, as the host says: `{ where?, people: [{ name, phone?, note? }] }`, `where` up to 200 characters, `name` up to
   * 80, `phone` up to 40, `note` up to 120. `where` is shown where a call has not got through, or nobody has seen it for a while; what ends
   * as a sentence stands alone. What does not fit is left out and reported by `milieu-error` `bad-property`.
   * Also as JSON in the attribute.
   */
  @property({ converter: jsonAttribute('help') }) help?: HelpContacts;
  /**
   * The community's own rules: `reminders`, `remindersFade` (1 to 3,650 days), `pullEvery` (5 to 86,400 s), `jobMinutes` (5 to 480, enough for one person on one day), `fairness`,
   * the numbers by which staff are told to take a closer look at reminders, and `help`, the seconds after which a call that nobody has seen climbs: `go` (5 to 600),
   * `everywhere` (10 to 1,800), `loudest` (30 to 3,600).
   * `quiet: { from, to }`, times such as `22:00`, are hours of the device in which nothing says that feedback has come.
   * Also as JSON in the attribute.
   */
  @property({ converter: jsonAttribute('policy') }) policy: PolicyInput = {};
  /** Replacements for strings on the screen, by string key. Also as JSON in the attribute. */
  @property({ converter: jsonAttribute('strings') }) strings: Readonly<Record<string, string>> = {};
  /** The host's connection to its backend. Its `send` replaces the `milieu-deliver` event. */
  @property({ attribute: false }) transport?: Transport;
  /** The store; undefined until it is open. A host may set its own store before the element is connected. */
  @property({ attribute: false, noAccessor: true })
  get records(): Records | undefined {
    return this.#core.records;
  }
  set records(records: Records | undefined) {
    this.#given = records;
    if (this.hasUpdated) this.#become();
  }

  #given: Records | undefined;
  /** After how many minutes without a touch the store is locked; undefined if never. */
  #minutes: number | undefined;
  /** How often `lock()` was called: it wins over an `unlock()` before it. */
  #locks = 0;
  /** The last valid one: an id that is not valid for a moment hides no sign-out. */
  #last = readIdentity(this).identity;
  readonly #core = new Community(this.#last, () => this);

  constructor() {
    super();
    new ContextProvider(this, { context: communityContext, initialValue: this.#core });
    const blank = blanker(this.attachInternals());
    new IdleLockSwitch(this, { core: this.#core, end: 'lock', minutes: () => this.#minutes, blank });
    new IdleLockSwitch(this, { core: this.#core, end: 'leave', minutes: () => this.#core.house.leavesAfter, blank });
  }

  /** The current state of the store. The `milieu-status` event tells when it changes. */
  get status(): Status {
    return this.#core.status;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Set the identity before a widget inside asks for the store, so that the store of another identity is never opened.
    // The first update also takes over what was set before the tag was registered.
    if (this.hasUpdated) return this.#become();
    this.#findLost();
    this.performUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page disconnects and reconnects in one task. Close only if the element stays disconnected.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#core.house.forget();
      this.#core.close().catch((error: unknown) => this.#core.report(error));
    });
  }

  /**
   * Unlocks the store with 32 bytes, a passphrase of at least 8 characters or an AES-GCM `CryptoKey`. If the store was not locked yet,
   * locks it with this key by encrypting everything again. Put the element into the page first.
   * @throws MilieuError `weak-key` (a passphrase that is too short, or bytes that are not 32), `wrong-key` (another key, or no key at all),
   * `cancelled`, `locked` (`lock()` was called meanwhile), `not-in-page` (the element is not connected at the end of the task of the call)
   */
  async unlock(key: Key): Promise<void> {
    const [own, locks] = [readKey(key), this.#locks];
    await Promise.resolve(); // it may be put into the page in this task
    if (!this.isConnected) throw new MilieuError('not-in-page'); // Lit would wait for the first draw, perhaps for ever
    await this.updateComplete;
    if (locks !== this.#locks) throw new MilieuError('locked');
    return this.#core.unlock(own);
  }

  /**
   * Writes the drafts, then removes the key and all decrypted data from memory, in every tab of this browser profile that has this store
   * open. Each tab stays locked until it is unlocked, also where the store was not open yet. The data on the disk stays: with a key of the
   * device, the next load of a page opens the store again.
   */
  lock(): void {
    this.#locks += 1;
    this.#become(); // what was set in this task is what is locked, also before the element is connected
    this.#core.lock();
  }

  /**
   * The person who was chosen on this page is done: what they see is hidden at once, in all tabs. What they were typing is sealed and comes back to them
   * alone. Does nothing if nobody was chosen. `milieu-person` follows, without an id.
   */
  leave(): void {
    this.#core.house.leave();
  }

  /** Ends a pause of sending. Call it when the person has signed in again. */
  resume(): void {
    this.#core.resume();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return ownRoot(this, () => super.createRenderRoot());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#become();
    if (changed.has('people')) this.#core.house.given = this.#usable('people', readPeople) ?? [];
    if (changed.has('help')) this.#core.help = this.#usable('help', readHelp);
    if (changed.has('policy')) this.#core.policy = this.#read('policy', readPolicy) ?? defaultPolicy;
    if (changed.has('strings')) this.#core.strings = this.#read('strings', readStrings) ?? {};
    if (changed.has('transport')) {
      this.#core.transport = this.#read('transport', readTransport);
      reroute(this.#core);
    }
    if (changed.has('lockAfter')) this.#minutes = this.#checked('lock-after', () => readMinutes(this.lockAfter), isUnset(this.lockAfter));
    if (changed.has('leaveAfter'))
      this.#core.house.leavesAfter = this.#checked('leave-after', () => readMinutes(this.leaveAfter), isUnset(this.leaveAfter));
    this.#core.changed();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot><slot name="people" hidden @slotchange=${this.#readPeople}></slot
      ><slot name="help" hidden @slotchange=${this.#readHelp}></slot>`;
  }

  /** These two have functions and cannot be attributes. A framework that rendered the tag before it was registered has lost them. */
  #findLost(): void {
    for (const name of ['transport', 'records'] as const) {
      if (!this.hasAttribute(name)) continue;
      warnOfText(name);
      Object.assign(this, { [name]: null });
    }
  }

  #become(): void {
    const { identity, invalid } = readIdentity(this);
    for (const name of ['community', 'person', 'as', 'keep']) this.#core.reports.setValid(name, !invalid.includes(name));
    const given = this.#checked('records', () => readRecords(this.#given), this.#given === undefined);
    const after = this.#checked('after-sign-out', () => readAfterSignOut(this.afterSignOut), isUnset(this.afterSignOut));
    const left = this.#last;
    const signOut = after === 'remove' && isSignedOut(left, identity) ? removingAfterSignOut(left, this) : undefined;
    if (!identity.invalid) this.#last = identity;
    this.#core.become(
      given === undefined && this.#given !== undefined ? { ...identity, invalid: true } : identity,
      given,
      signOut,
      this.askWho === true,
    );
  }

  readonly #readPeople = (event: Event): void => this.#slotted(event, (text) => (this.people = readJson('people', text) as readonly Person[]));
  readonly #readHelp = (event: Event): void => this.#slotted(event, (text) => (this.help = readJson('help', text) as HelpContacts));

  /** Reads a slotted script, if there is one, as soon as the parser has read it whole. It is validated like the property. */
  #slotted({ target }: Event, read: (text: string) => void): void {
    const script = (target as HTMLSlotElement).assignedElements().find((one) => one instanceof HTMLScriptElement);
    if (script) whenParsed(script, () => read(script.textContent));
  }

  /** The valid part of a property. What is left out of it is reported only to the host, because the reader can do nothing about it. */
  #usable<T>(name: 'people' | 'help', read: (value: unknown) => Usable<T> | undefined): T | undefined {
    const value: unknown = this[name];
    const usable = value === undefined ? {} : safely(() => read(value));
    const fits = usable !== undefined && (!usable.left || usable.value !== undefined);
    this.#core.reports.setValid(name, fits, usable);
    if (fits && usable.left) this.#core.report(new MilieuError('bad-property'), usable.id, name, usable.row);
    return usable?.value;
  }

  /** The result of `read` for a property that the host may leave undefined. */
  #read<T>(name: 'policy' | 'strings' | 'transport', read: (value: unknown) => T | undefined): T | undefined {
    const value: unknown = this[name];
    return this.#checked(name, () => read(value), value === undefined);
  }

  /** The result of `read` for a property. An invalid property is reported to the host and to the widgets. */
  #checked<T>(name: string, read: () => T | undefined, unset = false): T | undefined {
    const value = unset ? undefined : safely(read);
    this.#core.reports.setValid(name, unset || value !== undefined);
    return value;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'milieu-community': MilieuCommunity;
  }
}
