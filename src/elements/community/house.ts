import type { Change } from '../../model/change.js';
import { toJson } from '../../model/json.js';
import type { ActInput, Records, Target } from '../../records/base/types.js';
import { type Chosen, Entrance, type Named } from './entrance.js';
import type { Identity } from './host-input.js';
import type { Person } from './host-people.js';

/**
 * How it went. `pin`: this name has a PIN, and none was typed. `wrong`, `wait`: ms until the next try. `gone`: this name is not here any more. `no-pin`: it
 * is a name of staff without a PIN, which another member of staff has to set.
 */
export type EntryResult =
  | { readonly is: 'in'; readonly as: Chosen['as'] }
  | { readonly is: 'wrong' | 'wait'; readonly wait: number }
  | { readonly is: 'pin' | 'gone' | 'no-pin' };

/** Who sets the house up. */
export interface FirstStaff {
  readonly name: string;
  readonly digits: string;
}

/** What knows how a house keeps its names. */
export interface HouseNames {
  /** Calls `named` with all names, now and whenever one changes. Returns a function that stops it. */
  follow(records: Records, run: { readonly named: (names: readonly Named[]) => void; readonly failed: (error: unknown) => void }): () => void;
  /** Whether this person may come in. */
  check(records: Records, person: string, typed: string | undefined): Promise<EntryResult>;
  /** The act that adds the first name, and the id of its person. */
  firstAct(first: FirstStaff): Promise<{ readonly person: string; readonly target: Target; readonly input: ActInput }>;
}

/** Loads it, with the first store of a house. Set where the tags are registered, because the community knows no kind of record by name. */
export const houseNames: { load?: () => Promise<HouseNames> } = {};

/** What the house needs of its community. */
export interface HouseParts {
  ready(): Promise<Records>;
  act(action: string, target: Target, input: ActInput): Promise<Change>;
  /** The names could not be read, so nothing is shown. */
  failed(error: unknown): void;
  /** Closes the store and opens it for another person, under the same key. */
  reopen(): void;
  /** Something that widgets show has changed: who is here, or what the store says, which was held back until the names were read. */
  changed(): void;
  /** Somebody came in or left. */
  tell(chosen: Chosen | undefined): void;
}

/**
 * The people of one house at one screen, where the host names nobody (`keep="house"` without `person`). Its code for names and PINs is loaded together
 * with the store.
 */
export class House {
  readonly entrance: Entrance;
  #names: HouseNames | undefined;
  #stop = (): void => undefined;
  #ways: WaysOut | undefined;

  constructor(
    host: Identity,
    private readonly parts: HouseParts,
  ) {
    this.entrance = new Entrance(host);
  }

  /** Minutes without a touch after which whoever is inside has left, for the words on the screen; undefined if never. */
  leavesAfter: number | undefined;
  /** The host's own list of people; empty if it gives none. */
  given: readonly Person[] = [];

  /** As `Entrance.set`. */
  set(host: Identity, hasStore: boolean, asks: boolean): boolean {
    if (!this.entrance.set(host, hasStore, asks)) return false;
    this.#endWays();
    return true;
  }

  /** Whom the person here may address: as the host says, or everybody who is in this house. */
  get people(): readonly Person[] {
    return this.given.length > 0 ? this.given : this.entrance.people;
  }

  find(person: string): Person | undefined {
    return this.given.find(({ id }) => id === person) ?? this.entrance.find(person);
  }

  /** The host signs nobody in, so the page sends what waits of all people of the house, whoever is there. */
  get isShared(): boolean {
    return this.entrance.is !== 'host';
  }

  /** Loads what reads the names. @throws if it cannot be loaded */
  async load(): Promise<void> {
    if (this.isShared) this.#names ??= await houseNames.load?.();
  }

  /** Reads the names of a store that was opened, and goes on reading them. */
  follow(records: Records): void {
    this.stop();
    if (!this.isShared) return;
    if (!this.#names) return this.#named([]); // nothing on this page knows names
    this.#stop = this.#names.follow(records, {
      named: (names) => this.#named(names),
      failed: (error) => this.entrance.is === 'reading' && this.parts.failed(error),
    });
  }

  stop(): void {
    this.#stop();
    this.#stop = (): void => undefined;
  }

  /** Lets somebody in who has chosen this name, and has typed this PIN. @throws MilieuError why the names could not be read */
  async choose(person: string, typed?: string): Promise<EntryResult> {
    const records = await this.parts.ready();
    if (!this.#names || this.entrance.is !== 'asking') return { is: 'gone' };
    const entered = await this.#names.check(records, person, typed);
    if (entered.is !== 'in' || this.entrance.is !== 'asking') return entered;
    this.#enter({ person, as: entered.as });
    return entered;
  }

  /**
   * Gives an empty house its first name: a member of staff, who comes in with it. Whoever sets the house up can do that, because nobody is there to be
   * asked; from then on only staff add names. @throws MilieuError as `Records.act`
   */
  async begin(first: FirstStaff): Promise<boolean> {
    await this.parts.ready();
    if (!this.#names || (this.entrance.is !== 'empty' && this.entrance.is !== 'open')) return false;
    const { person, target, input } = await this.#names.firstAct(first);
    this.#enter({ person, as: 'staff' });
    try {
      await this.parts.act('add', target, input);
      return true;
    } catch (error) {
      this.leave();
      throw error;
    }
  }

  /** The person is done: what they see is hidden at once, in all tabs of this house. Drafts are sealed and come back to them alone. */
  leave(): void {
    this.#ways?.tell();
    this.#left();
  }

  /** The store is locked, or the element is gone: nobody is inside, and no name stays in memory. */
  forget(): void {
    const { chosen } = this.entrance;
    this.#endWays();
    this.entrance.forget();
    if (chosen) this.parts.tell(undefined);
  }

  #named(names: readonly Named[]): void {
    const before = toJson(this.entrance.identity);
    const stays = this.entrance.named(names);
    if (!stays) return this.leave();
    if (before !== toJson(this.entrance.identity)) return this.parts.reopen();
    this.parts.changed();
  }

  #enter(chosen: Chosen): void {
    this.entrance.enter(chosen);
    this.#ways = new WaysOut(this.entrance.identity.community, chosen.person, () => this.#left());
    this.parts.reopen();
    this.parts.tell(chosen);
  }

  #endWays(): void {
    this.#ways?.close();
    this.#ways = undefined;
  }

  #left(): void {
    if (!this.entrance.chosen) return;
    this.#endWays();
    this.entrance.leave();
    this.parts.reopen();
    this.parts.tell(undefined);
  }
}

/**
 * What else ends the time of a person on a page: they are done in another tab, somebody else comes in there, or the browser keeps the page for "back". Only
 * one person sits at a computer.
 */
class WaysOut {
  readonly #channel: BroadcastChannel | undefined;

  constructor(
    community: string,
    person: string,
    private readonly left: () => void,
  ) {
    this.#channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`milieu-house ${community}`);
    this.#channel?.addEventListener('message', ({ data }) => void (data !== person && left()));
    this.#channel?.postMessage(person);
    globalThis.addEventListener('pagehide', left);
  }

  /** Whoever is inside is done. */
  tell(): void {
    this.#channel?.postMessage(null);
  }

  close(): void {
    this.#channel?.close();
    globalThis.removeEventListener('pagehide', this.left);
  }
}
