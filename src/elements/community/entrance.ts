import type { As } from '../../model/record.js';
import { toJson } from '../../model/json.js';
import type { Identity } from './host-input.js';
import type { Person } from './host-people.js';

/** A name that a house has given. */
export interface Named extends Person {
  /** Whether this person can be chosen now. Others are away, or have left; what they wrote keeps their name. */
  readonly isHere: boolean;
}

/** Somebody who has chosen their name on this screen. */
export interface Chosen {
  readonly person: string;
  readonly as: As;
}

/**
 * Who is at this screen. `host`: the host says who acts, so nobody is asked. `reading`: it is not known yet whether this house has names. `open`: it has
 * none, and people share it without. `empty`: it has none, and the host wants them. `asking`: nobody is chosen. `inside`: somebody is.
 */
export type EntranceState = 'host' | 'reading' | 'open' | 'empty' | 'asking' | 'inside';

/** Who acts: the one home of the rule that a chosen name decides where the host names nobody. */
export class Entrance {
  #host: Identity;
  #asks = false;
  #hasStore = false;
  #names: readonly Named[] | undefined;
  #chosen: Chosen | undefined;
  #people: readonly Person[] = [];

  constructor(host: Identity) {
    this.#host = host;
  }

  /**
   * @param hasStore the host gave a store: it belongs to the person that the host has in mind
   * @param asks the host wants names asked, also while there are none
   * @returns whether anything is different
   */
  set(host: Identity, hasStore: boolean, asks: boolean): boolean {
    const before = toJson([this.#host, this.#hasStore, this.#asks]);
    [this.#host, this.#hasStore, this.#asks] = [host, hasStore, asks];
    if (toJson([host, hasStore, asks]) === before) return false;
    this.forget();
    return true;
  }

  get is(): EntranceState {
    const { keep, person, invalid } = this.#host;
    if (keep !== 'house' || person !== undefined || invalid || this.#hasStore) return 'host';
    if (this.#chosen) return 'inside';
    if (!this.#names) return 'reading';
    if (this.#names.length > 0) return 'asking';
    return this.#asks ? 'empty' : 'open';
  }

  /** Whether the pages of the widgets are hidden, because it is not known who looks at them. */
  get isShut(): boolean {
    return this.is === 'asking' || this.is === 'empty' || (this.is === 'reading' && this.#asks);
  }

  /** In a house that asks for names, nobody is chosen: what is done now is nobody's, and whoever comes next did not do it. */
  get isNobody(): boolean {
    return this.is === 'asking' || this.is === 'empty';
  }

  /**
   * In a house with names, `as` of the host opens nothing: only a name that was chosen with its PIN is staff. Until the names are read nobody is staff,
   * for the same reason.
   */
  get identity(): Identity {
    const { is } = this;
    if (is === 'host' || is === 'open') return this.#host;
    if (this.#chosen) return { ...this.#host, ...this.#chosen };
    return { ...this.#host, as: this.#asks || is === 'asking' || this.#host.as === 'staff' ? 'resident' : this.#host.as };
  }

  get chosen(): Chosen | undefined {
    return this.#chosen;
  }

  /** Who is here now. */
  get people(): readonly Person[] {
    return this.#people;
  }

  /** The name of somebody who has one here, or had one. */
  find(person: string): Person | undefined {
    return this.#names?.find(({ id }) => id === person);
  }

  /** The names were read. @returns whether the one who was chosen may stay */
  named(names: readonly Named[]): boolean {
    this.#names = names;
    this.#people = names.filter(({ isHere }) => isHere);
    const chosen = this.#chosen;
    // The first name of a house may not be in the list yet, so only what the list says against it counts.
    const own = names.find(({ id }) => id === chosen?.person);
    return !chosen || !own || (own.isHere && own.as === chosen.as);
  }

  enter(chosen: Chosen): void {
    this.#chosen = chosen;
  }

  leave(): void {
    this.#chosen = undefined;
  }

  /** Nothing that can be read may stay in memory. */
  forget(): void {
    this.#names = this.#chosen = undefined;
    this.#people = [];
  }
}
