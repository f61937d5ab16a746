import type { Change } from '../../model/change.js';
import { type Actor, defaultPolicy, type MilieuRecord, type Policy, someone } from '../../model/record.js';
import { can } from '../../model/decide.js';
import { type ErrorCode, MilieuError, codeOf } from '../../records/base/errors.js';
import { loadFile } from '../../records/base/load-file.js';
import { readKey } from '../../records/base/key.js';
import type { ActInput, Failure, Key, Records, Status, Target, Transport } from '../../records/base/types.js';
import { MilieuErrorEvent, MilieuSavedEvent, MilieuStatusEvent } from './events.js';
import { watchNetwork } from './network.js';
import { type Identity, InvalidNames, livePolicy } from './host-input.js';
import type { Person, ShownHelp } from './host-people.js';
import { type EndOfStore, storeOf } from './sign-out.js';
import { HostDelivery } from './host-delivery.js';
import { WaysIn } from './ways-in.js';
import { toJson } from '../../model/json.js';

type Told = { [F in keyof Failure]?: Failure[F] | undefined } & Pick<Failure, 'code'> & {
    readonly property?: string | undefined;
    readonly row?: number | undefined;
  };
const opening: Status = { store: 'opening', key: 'none', waiting: 0, refused: 0, paused: false, secure: true };

/**
 * What all widgets of one community share: the store, the people and the strings. It opens the store when the first widget needs it, so
 * that a widget is drawn before the code of the store has loaded.
 */
export class Community {
  people: readonly Person[] = [];
  help: ShownHelp | undefined;
  policy: Policy = defaultPolicy;
  strings: Readonly<Record<string, string>> = {};
  transport: Transport | undefined;
  status: Status = opening;
  records: Records | undefined;
  readonly waysIn: WaysIn = new WaysIn(() => this.target());
  readonly delivery: HostDelivery;

  #identity: Identity;
  #given: Records | undefined;
  #key: Key | undefined;
  #locked = false;
  #opening: Promise<Records> | undefined;
  #stopWatching = (): void => undefined;
  /** The store that this object has opened and closes again; never a store of the host. */
  #own: Records | undefined;
  /** Increases whenever the store is released. A store that was still opening for the previous person is closed. */
  #generation = 0;
  #ending: Promise<unknown> = Promise.resolve();
  #stopNetwork = (): void => undefined;
  readonly #watchers = new Set<() => void>();
  readonly #invalidNames = new InvalidNames();
  readonly #leaving = new Set<() => void>();

  /** @param target returns the element that dispatches the events: `<milieu-community>`, or a widget without one */
  constructor(
    identity: Identity,
    private readonly target: () => HTMLElement | undefined,
  ) {
    this.#identity = identity;
    this.delivery = new HostDelivery(this, target, (code, id) => this.#dispatchError({ code, id }));
  }

  get identity(): Identity {
    return this.#identity;
  }
  get actor(): Actor {
    return { person: this.#identity.person ?? someone, as: this.#identity.as };
  }

  /** Calls `run` whenever something that widgets show may have changed. Returns a function that stops it. */
  subscribe(run: () => void): () => void {
    if (this.#watchers.size === 0) this.#stopNetwork = watchNetwork(() => this.changed());
    this.#watchers.add(run);
    this.ready().catch((error: unknown) => this.report(error));
    return () => {
      this.#watchers.delete(run);
      if (this.#watchers.size === 0) this.#stopNetwork();
    };
  }

  /** Whether the browser reports a network. The widgets are rendered again when this changes. */
  get online(): boolean {
    return navigator.onLine;
  }

  /**
   * Calls `run` before the store is locked or released, in the same task, so that it can request a write that must not be lost.
   * Returns a function that stops it.
   */
  beforeLeaving(run: () => void): () => void {
    this.#leaving.add(run);
    return () => this.#leaving.delete(run);
  }

  /** The store; the first call opens it. */
  ready(): Promise<Records> {
    return (this.#opening ??= this.#open());
  }

  /** Switches to another person, community or store: closes the old store, so that its records are not shown to the next person. */
  become(identity: Identity, given?: Records, signOut?: EndOfStore): void {
    const before = toJson(this.#identity);
    if (before === toJson(identity) && given === this.#given) return;
    const end = this.#given ? undefined : signOut;
    this.#identity = identity;
    this.#given = given;
    this.#reopen(end);
  }

  /** Names of the host's properties that are not valid, for the line that every widget shows. */
  get invalidProperties(): readonly string[] {
    return [...this.#invalidNames];
  }

  /** Records whether a property is valid. A property that becomes invalid is reported to the host. */
  setValid(name: string, fit: boolean, at: { readonly id?: string; readonly row?: number } = {}): void {
    if (this.#invalidNames.mark(name, fit)) this.report(new MilieuError('bad-property'), at.id, name, at.row);
  }

  changed(): void {
    for (const run of [...this.#watchers]) run();
  }

  /** The person with this id, if the host's list has one. */
  find(person: string): Person | undefined {
    return this.people.find(({ id }) => id === person);
  }

  /** Whether the person on this page may do `action` now, by the same table that the host's server uses. */
  can(action: string, root: MilieuRecord, others?: readonly MilieuRecord[]): boolean {
    const { community } = this.#identity;
    const leaned = new Map((others ?? []).map((record) => [record.id, record]));
    return can(action, { kind: root.kind, id: root.id, community, root, actor: this.actor, policy: this.policy, others: leaned });
  }

  /** Saves one act. The promise resolves when it is stored. @throws MilieuError as `Records.act` */
  async act(action: string, target: Target, input?: ActInput): Promise<Change> {
    const records = await this.ready();
    const change = await records.act(action, target, input);
    this.delivery.saved(change);
    this.target()?.dispatchEvent(new MilieuSavedEvent(change));
    return change;
  }

  /** Unlocks the store, or locks it with this key if it was not locked yet. @throws MilieuError as `Records.unlock` */
  async unlock(given: Key): Promise<void> {
    const key = readKey(given);
    this.#key = key;
    this.#locked = false;
    const records = await this.ready();
    if (this.#locked) throw new MilieuError('locked'); // meanwhile
    await records.unlock(key);
  }
  /** Locks the store in every tab of this profile. A store that is still opening is locked as soon as it is there. */
  lock(): void {
    this.#locking();
    (this.records ?? this.#given)?.lock();
    this.changed();
  }
  resume(): void {
    this.records?.resume();
  }

  /** Reports an error to the host by its code, unless it needs no report or has had one. `bad-property` always names its `property`. */
  report(error: unknown, id?: string, property?: string, row?: number): void {
    const code = codeOf(error);
    const isSaid = unreported.includes(code) || (code === 'missing-file' && this.status.code === code);
    if (property || !isSaid) this.#dispatchError({ code, id, property, row });
  }

  /** The host has set another transport: sends waiting changes and pulls through it. */
  rerouted(): void {
    const records: Partial<Records> | undefined = this.records;
    records?.wake?.();
    if (this.transport?.pull) records?.pull?.().catch(() => undefined); // the store reports a failed pull itself
  }

  /** @param end closes the store in another way; no store is opened before that is over */
  async close(end?: EndOfStore): Promise<void> {
    const own = this.#own;
    this.#leave();
    this.#release();
    if (!end) return own?.close();
    const ending = this.#ending.then(() => end(own));
    this.#ending = ending.catch(() => undefined); // the caller hears of it
    await ending;
  }

  #dispatchError({ code, id, count, kinds, property, row }: Told): void {
    this.target()?.dispatchEvent(new MilieuErrorEvent(code, id, count, kinds, property, row));
  }

  #reopen(end: EndOfStore | undefined): void {
    this.#key = undefined;
    this.#locked = false;
    this.close(end).catch((error: unknown) => (end ? this.#dispatchError({ code: codeOf(error) }) : this.report(error))); // no status says why an ending failed
    if (this.#watchers.size > 0) this.ready().catch((error: unknown) => this.report(error));
    this.changed();
  }

  /** The store is about to be locked, by this tab or another one. */
  #locking(): void {
    this.#key = undefined;
    this.#locked = true;
    this.#leave();
  }

  #leave(): void {
    for (const run of [...this.#leaving]) run();
  }

  #release(): void {
    this.#stopWatching();
    this.#stopWatching = (): void => undefined;
    this.#generation += 1;
    this.delivery.reset();
    this.#opening = this.#own = this.records = undefined;
    this.status = opening;
  }

  async #open(): Promise<Records> {
    const generation = this.#generation;
    const given = this.#given;
    const isLockedFirst = this.#locked;
    const records = given ?? (await this.#load(this.#identity));
    if (generation !== this.#generation) {
      if (!given) await records.close();
      throw new MilieuError('closed');
    }
    this.#own = given ? undefined : records;
    this.records = records;
    if (this.#locked && !isLockedFirst) records.lock(); // locked while it was opening
    this.#stopWatching = watchStore(records, {
      status: (status) => this.#setStatus(status),
      failure: (failure) => (failure.code === 'unclear-answer' ? this.delivery.unclear(failure.id) : this.#dispatchError(failure)),
    });
    return records;
  }

  async #load(identity: Identity): Promise<Records> {
    const generation = this.#generation;
    await this.#ending;
    if (identity.invalid) throw this.#failed('bad-property');
    const { openRecords } = await loadFile(() => import('../../records/open.js')).catch((error: unknown) => {
      throw generation === this.#generation ? this.#failed(codeOf(error)) : error;
    });
    return openRecords({
      ...storeOf(identity),
      policy: livePolicy(() => this.policy),
      locked: this.#locked,
      locking: () => void (generation === this.#generation && this.#locking()),
      unlocked: (key) => void (generation === this.#generation && (this.#key = key)),
      carry: (change, info) => this.delivery.carry(change, info),
      ...(this.#key === undefined ? {} : { key: this.#key }),
      pull: (cursor, info) => this.transport?.pull?.(cursor, info),
    });
  }

  #failed(code: ErrorCode): MilieuError {
    if (withStatus.includes(code)) this.#dispatchError({ code });
    this.#setStatus({ ...opening, store: 'failed', code });
    return new MilieuError(code);
  }

  #setStatus(status: Status): void {
    this.status = status;
    this.target()?.dispatchEvent(new MilieuStatusEvent(status));
    this.changed();
  }
}

/** Reported once, when the status says it. */
const withStatus: readonly ErrorCode[] = ['damaged-key', 'newer-schema', 'missing-file'];

const unreported: readonly ErrorCode[] = ['closed', 'locked', 'bad-property', 'damaged-key', 'newer-schema'];

function watchStore(records: Records, run: { status: (status: Status) => void; failure: (failure: Failure) => void }): () => void {
  const given: Partial<Records> = records; // a store of the host may have an earlier version without this method
  const stopFailures = given.watchFailures?.(run.failure);
  let before: ErrorCode | undefined;
  const stopStatus = records.watchStatus((status) => {
    if (status.code && withStatus.includes(status.code) && before !== status.code) run.failure({ code: status.code });
    before = status.code;
    run.status(status);
  });
  return () => {
    stopStatus();
    stopFailures?.();
  };
}
