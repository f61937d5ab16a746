import type { Change } from '../../model/change.js';
import { type Actor, defaultPolicy, type MilieuRecord, type Policy, someone } from '../../model/record.js';
import { type ErrorCode, MilieuError, codeOf } from '../../records/base/errors.js';
import { loadFile } from '../../records/base/load-file.js';
import type { Key, Records, RecordsOptions, Status, Target, Transport } from '../../records/base/types.js';
import { MilieuBeforeSaveEvent } from './before-save.js';
import { MilieuPersonEvent, MilieuSavedEvent, MilieuStatusEvent } from './events.js';
import { watchNetwork } from './network.js';
import { type Identity, livePolicy } from './host-input.js';
import type { Person, ShownHelp } from './host-people.js';
import { type EndOfStore, storeOf } from './sign-out.js';
import { HostDelivery } from './host-delivery.js';
import { House } from './house.js';
import { type ActInputInTime, PendingActs } from './pending-acts.js';
import { Listeners } from './listeners.js';
import { Reports } from './reports.js';
import { StoreKey } from './store-key.js';
import { watchStore, withStatus } from './watch-store.js';
import { WaysIn } from './ways-in.js';

const opening: Status = { store: 'opening', key: 'none', waiting: 0, refused: 0, paused: false, secure: true };

/**
 * What all widgets of one community share: the store, the people and the strings. It opens the store when the first widget needs it, so
 * that a widget is drawn before the code of the store has loaded.
 */
export class Community {
  help: ShownHelp | undefined;
  policy: Policy = defaultPolicy;
  strings: Readonly<Record<string, string>> = {};
  transport: Transport | undefined;
  status: Status = opening;
  records: Records | undefined;

  /** Who is at this screen, where the host names nobody. */
  readonly house: House;
  readonly delivery: HostDelivery;
  readonly waysIn: WaysIn = new WaysIn(() => this.target());

  #given: Records | undefined;
  readonly #key = new StoreKey();
  /** The names of a house are not read yet. Until then it is not known whose page this is, so nothing of the store is shown. */
  #isHeld = false;
  #opening: Promise<Records> | undefined;
  #stopWatching = (): void => undefined;
  /** The store that this object has opened and closes again; never a store of the host. */
  #own: Records | undefined;
  /** Increases whenever the store is released. A store that was still opening for the previous person is closed. */
  #generation = 0;
  #ending: Promise<unknown> = Promise.resolve();
  readonly #acts = new PendingActs();
  #stopNetwork = (): void => undefined;
  readonly #watchers = new Listeners();
  /** What the host is told of errors. */
  readonly reports = new Reports(
    () => this.target(),
    () => this.status.code,
  );
  readonly #leaving = new Listeners();

  /** @param target returns the element that dispatches the events: `<milieu-community>`, or a widget without one */
  constructor(
    identity: Identity,
    private readonly target: () => HTMLElement | undefined,
  ) {
    this.delivery = new HostDelivery(this, target, (code, id) => this.reports.tell({ code, id }));
    this.house = new House(identity, {
      ready: () => this.ready(),
      act: (action, on, input) => this.act(action, on, input),
      failed: (error) => void this.#failed(codeOf(error)),
      reopen: () => this.#reopen(undefined, true),
      changed: () => (this.#isHeld && this.records ? this.#setStatus(this.records.status) : this.changed()),
      tell: (chosen) => void this.target()?.dispatchEvent(new MilieuPersonEvent(chosen?.person, chosen?.as)),
    });
  }

  /** Who acts here: as the host says, or who was chosen on this screen. */
  get identity(): Identity {
    return this.house.entrance.identity;
  }
  get actor(): Actor {
    const { person = someone, as } = this.identity;
    return { person, as };
  }

  /** Whom this person may address: as the host says, or who is in this house. */
  get people(): readonly Person[] {
    return this.house.people;
  }

  /** Calls `run` whenever something that widgets show may have changed. Returns a function that stops it. */
  subscribe(run: () => void): () => void {
    if (this.#watchers.isEmpty) this.#stopNetwork = watchNetwork(() => this.changed());
    const stop = this.#watchers.add(run);
    this.ready().catch((error: unknown) => this.report(error));
    return () => {
      stop();
      if (this.#watchers.isEmpty) this.#stopNetwork();
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
    return this.#leaving.add(run);
  }

  /** The store; the first call opens it. */
  ready(): Promise<Records> {
    return (this.#opening ??= this.#open());
  }

  /**
   * Switches to another person, community or store: closes the old store, so that its records are not shown to the next person.
   * @param asksWho the host wants people to say who they are, if it names nobody
   */
  become(identity: Identity, given?: Records, signOut?: EndOfStore, asksWho = false): void {
    const isOther = this.house.set(identity, given !== undefined, asksWho);
    if (!isOther && given === this.#given) return;
    const end = this.#given ? undefined : signOut;
    this.#given = given;
    this.#reopen(end);
  }

  /** Names of the host's properties that are not valid, for the line that every widget shows. */
  get invalidProperties(): readonly string[] {
    return [...this.reports.invalid];
  }

  changed(): void {
    this.#watchers.run();
  }

  /** The person with this id, if the host's list or the house has one. */
  find(person: string): Person | undefined {
    return this.house.find(person);
  }

  /** Whether the person on this page may do `action` now. False until there is a store: it has the rules. */
  can(action: string, root: MilieuRecord, others: readonly MilieuRecord[] = []): boolean {
    return this.records?.can(action, { kind: root.kind, root, others }) ?? false;
  }

  /** Saves one act. The promise resolves when it is stored. @throws MilieuError as `Records.act`, and `vetoed` if the host does not allow it */
  async act(action: string, target: Target, input: ActInputInTime = {}): Promise<Change> {
    MilieuBeforeSaveEvent.ask(this.target(), action, target, input);
    const acting = async (): Promise<Change> => {
      const records = await this.ready();
      return records.act(action, target, typeof input === 'function' ? await input() : input);
    };
    const change = await this.#acts.add(acting());
    this.delivery.saved(change);
    this.target()?.dispatchEvent(new MilieuSavedEvent(change));
    return change;
  }

  /** Unlocks the store, or locks it with this key if it was not locked yet. @throws MilieuError as `Records.unlock` */
  unlock(key: Key): Promise<void> {
    return this.#key.open(key, () => this.ready());
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
    this.reports.report(error, id, property, row);
  }

  /** @param end closes the store in another way; no store is opened before that is over */
  async close(end?: EndOfStore): Promise<void> {
    const own = this.#own;
    const acts = readable.includes(this.status.store) ? this.#acts.ends : undefined;
    this.#leaving.run();
    this.#release();
    if (!end) {
      if (acts) await acts;
      return own?.close();
    }
    const ending = Promise.all([this.#ending, acts]).then(() => end(own));
    this.#ending = ending.catch(() => undefined); // the caller hears of it
    await ending;
  }

  /** @param keepsKey only the person is another one: whoever has unlocked the house has unlocked it for all of them */
  #reopen(end: EndOfStore | undefined, keepsKey = false): void {
    if (!keepsKey) this.#key.forget();
    this.close(end).catch((error: unknown) => (end ? this.reports.tell({ code: codeOf(error) }) : this.report(error))); // no status says why an ending failed
    if (!this.#watchers.isEmpty) this.ready().catch((error: unknown) => this.report(error));
    this.changed();
  }

  /** The store is about to be locked, by this tab or another one. */
  #locking(): void {
    this.#key.lock();
    this.#leaving.run();
    this.house.forget();
  }

  #release(): void {
    this.house.stop();
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
    const isLockedFirst = this.#key.isLocked;
    const records = given ?? (await this.#load(this.identity));
    if (generation !== this.#generation) {
      if (!given) await records.close();
      throw new MilieuError('closed');
    }
    this.#own = given ? undefined : records;
    this.records = records;
    if (this.#key.isLocked && !isLockedFirst) records.lock(); // locked while it was opening
    this.#stopWatching = watchStore(records, {
      status: (status) => this.#setStatus(status),
      failure: (failure) => (failure.code === 'unclear-answer' ? this.delivery.unclear(failure.id) : this.reports.tell(failure)),
    });
    this.house.follow(records);
    return records;
  }

  async #load(identity: Identity): Promise<Records> {
    const generation = this.#generation;
    await this.#ending;
    if (identity.invalid) throw this.#failed('bad-property');
    const files = Promise.all([loadFile(() => import('../../records/open.js')), loadFile(() => this.house.load())]);
    const [{ openRecords }] = await files.catch((error: unknown) => {
      throw generation === this.#generation ? this.#failed(codeOf(error)) : error;
    });
    const now = (run: () => void): void => void (generation === this.#generation && run());
    return openRecords({
      ...storeOf(identity),
      ...optionsOf(this),
      ...this.#key.options,
      locking: () => now(() => this.#locking()),
      unlocked: (key) => now(() => this.#key.keep(key)),
    });
  }

  #failed(code: ErrorCode): MilieuError {
    if (withStatus.includes(code)) this.reports.tell({ code });
    this.#setStatus({ ...opening, store: 'failed', code });
    return new MilieuError(code);
  }

  #setStatus(status: Status): void {
    this.#isHeld = this.house.entrance.is === 'reading' && readable.includes(status.store);
    if (this.#isHeld) return;
    this.status = status;
    this.target()?.dispatchEvent(new MilieuStatusEvent(status));
    this.changed();
  }
}

const readable: readonly Status['store'][] = ['open', 'memory', 'lost'];

/** What a store asks its host for, when it needs it. */
const optionsOf = (community: Community): Pick<RecordsOptions, 'policy' | 'carry' | 'pull' | 'sends'> => ({
  sends: community.house.isShared ? 'everyone' : 'own',
  policy: livePolicy(() => community.policy),
  carry: (change, info) => community.delivery.carry(change, info),
  pull: (cursor, info) => community.transport?.pull?.(cursor, info),
});
