import { type Actor, type As, type Change, defaultPolicy, type MilieuRecord, type Policy, someone } from '../../model/record.js';
import { can } from '../../model/decide.js';
import { type ErrorCode, MilieuError, codeOf } from '../../records/errors.js';
import type { ActInput, CarryInfo, Keep, Key, Records, RecordsOptions, Status, Target, Transport } from '../../records/types.js';
import { MilieuDeliverEvent, MilieuErrorEvent, MilieuSavedEvent, MilieuStatusEvent } from './events.js';
import { livePolicy } from './given.js';
import type { HelpContacts, Person } from './people.js';

/** Who acts, where, and what this device may keep. */
export interface Identity {
  readonly community: string;
  readonly person?: string | undefined;
  readonly as: As;
  readonly keep: Keep;
  /** The host named a community or person that cannot be one: nothing is opened for it. */
  readonly unfit?: boolean;
}

const opening: Status = { store: 'opening', key: 'none', waiting: 0, refused: 0, paused: false, secure: true };

/**
 * What all widgets of one community share: the records, the people, the words. It opens the records when the first
 * widget asks, so that a widget paints before the store and its schemas have arrived.
 */
export class Community {
  people: readonly Person[] = [];
  help: HelpContacts | undefined;
  policy: Policy = defaultPolicy;
  strings: Readonly<Record<string, string>> = {};
  transport: Transport | undefined;
  status: Status = opening;
  records: Records | undefined;

  #identity: Identity;
  #given: Records | undefined;
  #key: Key | undefined;
  #locked = false;
  #opening: Promise<Records> | undefined;
  #stopStatus = (): void => undefined;
  /** The store that was opened here, and is closed here; never one that the host gave. */
  #own: Records | undefined;
  /** One more whenever the records are let go: what was being opened for somebody else by then is closed. */
  #turn = 0;
  readonly #watchers = new Set<() => void>();
  readonly #misfits = new Set<string>();

  /** `target` takes the events: the community's element, or a lone widget. */
  constructor(
    identity: Identity,
    private readonly target: () => HTMLElement | undefined,
  ) {
    this.#identity = identity;
  }

  get identity(): Identity {
    return this.#identity;
  }
  get actor(): Actor {
    return { person: this.#identity.person ?? someone, as: this.#identity.as };
  }

  /** Runs whenever anything that widgets show may have changed. Returns the way to stop. */
  subscribe(run: () => void): () => void {
    this.#watchers.add(run);
    this.ready().catch((error: unknown) => this.report(error));
    return () => this.#watchers.delete(run);
  }

  /** The records, opened on first need. */
  ready(): Promise<Records> {
    return (this.#opening ??= this.#open());
  }

  /** Another person, community or store: what was open is closed, nothing of the first is shown to the second. */
  become(identity: Identity, given?: Records): void {
    const before = JSON.stringify(this.#identity);
    if (before === JSON.stringify(identity) && given === this.#given) return;
    this.#identity = identity;
    this.#given = given;
    this.#reopen();
  }

  /** Names of the host's properties that do not fit, for the line that every widget shows of them. */
  get misfits(): readonly string[] {
    return [...this.#misfits];
  }

  /** Notes whether a property fits; one that stops fitting is told to the host. */
  fits(name: string, fit: boolean): void {
    const before = this.#misfits.has(name);
    if (fit) this.#misfits.delete(name);
    else this.#misfits.add(name);
    if (!fit && !before) this.report(new MilieuError('bad-property'));
  }

  changed(): void {
    for (const run of [...this.#watchers]) run();
  }

  nameOf(person: string): string | undefined {
    return this.people.find(({ id }) => id === person)?.name;
  }

  /** Whether the person on this page may do `action` now; the same table that the host's server reads. */
  can(action: string, root: MilieuRecord, others?: readonly MilieuRecord[]): boolean {
    const { community } = this.#identity;
    const leaned = new Map((others ?? []).map((record) => [record.id, record]));
    return can(action, { kind: root.kind, id: root.id, community, root, actor: this.actor, policy: this.policy, others: leaned });
  }

  /** Saves one act; the promise holds when it is on the disk. @throws MilieuError */
  async act(action: string, target: Target, input?: ActInput): Promise<Change> {
    const records = await this.ready();
    const change = await records.act(action, target, input);
    this.target()?.dispatchEvent(new MilieuSavedEvent(change));
    return change;
  }

  /** Hands a change to the host, by its transport or by the event; null where nobody takes it. */
  carry(change: Change, info: CarryInfo): readonly Promise<unknown>[] | null {
    const { transport } = this;
    if (transport?.send) return [Promise.resolve().then(() => transport.send?.(change, info))];
    const target = this.target();
    return target?.isConnected ? MilieuDeliverEvent.carry(target, change, info) : null;
  }

  /** Opens what is locked, or locks what is kept open. @throws MilieuError `wrong-key`, `weak-key` */
  async unlock(key: Key): Promise<void> {
    this.#key = key;
    this.#locked = false;
    await (await this.ready()).unlock(key);
  }
  lock(): void {
    this.#key = undefined;
    this.#locked = true;
    this.records?.lock();
    this.changed();
  }
  resume(): void {
    this.records?.resume();
  }

  /** Says a failure to the host by its code. A store that was let go, or is locked, is no failure. */
  report(error: unknown, id?: string): void {
    const code = codeOf(error);
    if (code === 'closed' || code === 'locked') return;
    this.target()?.dispatchEvent(new MilieuErrorEvent(code, id));
  }

  async close(): Promise<void> {
    const own = this.#own;
    this.#forget();
    await own?.close();
  }

  #reopen(): void {
    this.#key = undefined;
    this.#locked = false;
    this.close().catch((error: unknown) => this.report(error));
    if (this.#watchers.size > 0) this.ready().catch((error: unknown) => this.report(error));
    this.changed();
  }

  #forget(): void {
    this.#stopStatus();
    this.#stopStatus = (): void => undefined;
    this.#turn += 1;
    this.#opening = undefined;
    this.#own = undefined;
    this.records = undefined;
    this.status = opening;
  }

  async #open(): Promise<Records> {
    const turn = this.#turn;
    const given = this.#given;
    const records = given ?? (await this.#load(this.#identity));
    if (turn !== this.#turn) {
      if (!given) await records.close();
      throw new MilieuError('closed');
    }
    this.#own = given ? undefined : records;
    this.records = records;
    this.#stopStatus = records.watchStatus((status) => this.#took(status));
    return records;
  }

  async #load(identity: Identity): Promise<Records> {
    if (identity.unfit) throw this.#failed('bad-property');
    const { openRecords } = await import('../../records/open.js').catch(() => {
      throw this.#failed('connection');
    });
    const { community, person, as, keep } = identity;
    const options: RecordsOptions = {
      community,
      as,
      keep,
      policy: livePolicy(() => this.policy),
      locked: this.#locked,
      carry: (change, info) => this.carry(change, info),
      ...(person === undefined ? {} : { person }),
      ...(this.#key === undefined ? {} : { key: this.#key }),
      pull: (cursor, info) => this.transport?.pull?.(cursor, info),
    };
    return openRecords(options);
  }

  #failed(code: ErrorCode): MilieuError {
    this.#took({ ...opening, store: 'failed', code });
    return new MilieuError(code);
  }

  #took(status: Status): void {
    this.status = status;
    this.target()?.dispatchEvent(new MilieuStatusEvent(status));
    this.changed();
  }
}
