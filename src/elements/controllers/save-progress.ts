import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Change } from '../../model/change.js';
import type { MilieuRecord } from '../../model/record.js';
import { type ErrorCode, codeOf, MilieuError } from '../../records/base/errors.js';
import type { Kept, Records, Sent, Status, Target } from '../../records/base/types.js';
import { Veto } from '../community/before-save.js';
import type { Community } from '../community/community.js';
import type { ActInputInTime } from '../community/pending-acts.js';
import { wasLost } from './lost-change.js';
import { toJson } from '../../model/json.js';

/**
 * The progress of one act of a widget. `saved` is set after the transaction, `sent` only after the backend has confirmed it.
 * `removed`: the person removed it from the list of what could not be sent. `lost`: the browser's storage was cleared.
 */
export type SaveState =
  | { readonly is: 'idle' }
  | { readonly is: 'saving' }
  | Unsaved
  | {
      readonly is: 'saved';
      readonly sent: Sent | 'removed' | 'lost';
      /** When it was saved. Once it is sent: when this page learned that. ISO 8601. */
      readonly at: string;
      /** Whether only its author may read it, so that "not sent yet" does not matter. */
      readonly personal: boolean;
    };
/** `reason`: the words of a host that did not allow it. */
interface Unsaved {
  readonly is: 'unsaved';
  readonly code: ErrorCode;
  readonly reason?: string;
}
type Saved = Extract<SaveState, { is: 'saved' }>;

/** Where a text is now. The foot and the body of every widget use this one answer for their sentences. */
export type SaveTruth =
  | { readonly is: 'opening' | 'locked' | 'failed' | 'damaged' | 'read-only' | 'outdated' | 'deleted' | 'lost' | 'partly-lost' }
  | { readonly is: 'kept' | 'saving' | 'saved' | 'waiting' | 'offline' | 'paused' | 'refused' | 'held' | 'removed' }
  | Unsaved
  | { readonly is: 'sent'; readonly at: string };

const idle: SaveState = { is: 'idle' };

/** Where the text of an act is now. If `state` is idle: the state of the store. `online` comes from the browser. */
export function truthOf(state: SaveState, status: Status, online: boolean): SaveTruth {
  if (status.code === 'removed') return { is: 'deleted' }; // the records were deleted here, so the progress no longer matters
  if (state.is === 'saving' || state.is === 'unsaved') return state;
  const closed = closedTruth(status);
  if (closed) return { is: closed };
  if (state.is === 'saved') return savedTruth(state, status, online);
  return { is: status.store !== 'lost' ? 'kept' : isPartlyLost(status) ? 'partly-lost' : 'lost' };
}

/** Whether this page was loaded after the newest records had gone, so that what the page itself has saved is not among them. */
const isPartlyLost = ({ loss }: Status): boolean => loss === 'some';

function closedTruth({ store, code }: Status): 'opening' | 'locked' | 'failed' | 'damaged' | 'read-only' | 'outdated' | undefined {
  if (store === 'opening' || store === 'locked') return store;
  if (store !== 'failed') return undefined;
  if (code === 'newer') return 'read-only';
  return code === 'newer-schema' ? 'outdated' : code === 'damaged-key' ? 'damaged' : 'failed';
}

function savedTruth({ sent, personal, at }: Saved, status: Status, online: boolean): SaveTruth {
  if (sent === 'sent') return personal ? { is: 'saved' } : { is: 'sent', at };
  if (sent !== 'waiting') return { is: sent };
  return personal ? { is: 'saved' } : { is: unsentTruth(status, online) };
}

/** Why a text for others has not been sent yet. */
export const unsentTruth = ({ paused }: Status, online: boolean): 'paused' | 'offline' | 'waiting' =>
  paused ? 'paused' : online ? 'waiting' : 'offline';

/** The state of a record in a list, like that of a saved act. */
export const stateOf = ({ record, sent }: Kept): SaveState => ({ is: 'saved', sent, at: record.at, personal: isPersonal(record) });

/** Where a record of a list is. That is known also if the store can only be read, because a newer version has made it. */
export const truthOfRecord = (kept: Kept, status: Status, online: boolean): SaveTruth =>
  truthOf(stateOf(kept), status.store === 'failed' && status.code === 'newer-schema' ? { ...status, store: 'open' } : status, online);

/** Whether the backend has the record, no matter who may read it. */
export const isDelivered = ({ sent }: Kept): boolean => sent === 'sent';

const isPersonal = (record: MilieuRecord): boolean => record.visibility === 'self';

/** The number of this person's other changes that wait or were rejected, without the act of `state`. */
export function otherUnsent(state: SaveState, { waiting, refused }: Status): { readonly waiting: number; readonly refused: number } {
  const sent = state.is === 'saved' ? state.sent : undefined;
  const own = (isOwn: boolean): number => (isOwn ? 1 : 0);
  return { waiting: Math.max(0, waiting - own(sent === 'waiting')), refused: Math.max(0, refused - own(sent === 'refused' || sent === 'held')) };
}

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly community: Community | undefined;
}

/** A record whose state is followed until the backend has it. */
interface Followed {
  readonly id: string;
  /** The revision that the act made; 0 if it is not known. */
  readonly rev: number;
  state: SaveState;
  /** Views that show it. */
  readonly shownIn: Set<ReactiveControllerHost>;
  /** Ends the watch of the record. */
  stop?: () => void;
}

const isOver = ({ state }: Followed): boolean => state.is === 'saved' && (state.sent === 'sent' || state.sent === 'removed');

/** The most records that are followed. Above that, the oldest is dropped. */
const mostFollowed = 50;

/**
 * Saves the acts of one widget and follows their records, by id, until the backend has them. Only this class checks whether something has
 * been sent.
 */
export class SaveProgress implements ReactiveController {
  #progress: SaveState | Followed = idle;
  #records: Records | undefined;
  /** Whose act was the last one. */
  #person: string | undefined;
  #store: Status['store'] | undefined;
  readonly #followed = new Map<string, Followed>();

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  /** The progress of the last act. */
  get progress(): SaveState {
    return 'shownIn' in this.#progress ? this.#progress.state : this.#progress;
  }

  /**
   * Saves one act.
   * @returns the change after it is stored; undefined if it was not stored. Then `progress` says why, and the view must keep the typed text.
   */
  async act(action: string, target: Target, input?: ActInputInTime): Promise<Change | undefined> {
    return (await this.run(async (community) => ({ change: await community.act(action, target, input) })))?.change;
  }

  /** Saves an act of several steps. Returns undefined if it was not stored, or if `work` found nothing to do. */
  async run<T extends { readonly change: Change }>(work: (community: Community) => Promise<T | undefined>): Promise<T | undefined> {
    this.show({ is: 'saving' });
    const { community } = this.host;
    const person = (this.#person = community?.actor.person);
    const isSame = (): boolean => this.host.community?.actor.person === person;
    try {
      if (!community) throw new MilieuError('closed');
      const done = await work(community);
      if (!isSame()) return done; // the next person reads nothing of it
      this.#records = community.records;
      this.show((done && this.#begin(done.change)) ?? idle);
      this.follow();
      return done;
    } catch (error) {
      if (isSame()) this.show({ is: 'unsaved', code: codeOf(error), ...(error instanceof Veto ? { reason: error.reason } : {}) });
      if (!(error instanceof MilieuError)) community?.report(error);
      return undefined;
    }
  }

  /** The state of the record with this id. `view` is rendered again whenever it changes. */
  of(id: string, view: ReactiveControllerHost): SaveState {
    const followed = this.#followed.get(id) ?? this.#add([id], { id, rev: 0, state: idle, shownIn: new Set() });
    followed.shownIn.add(view);
    if (followed.state.is === 'idle') this.#look(followed);
    return followed.state;
  }

  /**
   * Sets what the foot of the widget shows.
   * @internal
   */
  show(progress: SaveState | Followed): void {
    this.#progress = progress;
    this.host.requestUpdate();
  }

  /** Forgets the last act, for example when another page of the widget opens. */
  clear(): void {
    this.show(idle);
  }

  /** Call it when the person has removed these records from the list of what could not be sent. */
  removed(ids: readonly string[]): void {
    for (const id of ids) {
      const followed = this.#followed.get(id);
      if (followed?.state.is === 'saved') this.#set(followed, { ...followed.state, sent: 'removed' });
    }
  }

  /** Checks which of the followed records have been sent. The host calls it whenever the community has changed. */
  follow(): void {
    const { community } = this.host;
    const records = community?.records;
    const isOther = this.#person !== undefined && this.#person !== community?.actor.person;
    if (isOther || (this.#records && records !== this.#records)) this.#forget(); // another person or another store
    if (!records) return;
    if (community.status.store === 'lost' && this.#store && this.#store !== 'lost' && this.progress.is === 'saved') this.show(idle);
    this.#store = community.status.store;
    for (const followed of new Set(this.#followed.values())) this.#look(followed);
  }

  hostDisconnected(): void {
    this.#progress = idle;
    this.#forget();
  }

  #forget(): void {
    this.#records = this.#person = undefined;
    this.#store = undefined;
    for (const { stop } of this.#followed.values()) stop?.();
    this.#followed.clear();
    if (this.progress.is !== 'idle') this.show(idle);
  }

  /**
   * Follows a record that the act created, if there is one: the other records of the change may be changed again by later acts. The status does
   * not tell when it has been sent: it may say that nothing waits before and after.
   */
  #begin({ records, at }: Change): Followed | undefined {
    const told = records.find(({ rev }) => rev === 1) ?? records[0];
    if (!told) return undefined;
    const state: SaveState = { is: 'saved', sent: 'waiting', at, personal: records.every(isPersonal) };
    const ids = records.map(({ id }) => id);
    const shownIn = new Set(ids.flatMap((id) => [...(this.#followed.get(id)?.shownIn ?? [])]));
    const followed: Followed = { id: told.id, rev: told.rev, state, shownIn };
    const stop = this.#records?.watch({ kind: told.kind, id: told.id }, () => this.#look(followed));
    return this.#add(ids, stop ? Object.assign(followed, { stop }) : followed);
  }

  #add(ids: readonly string[], followed: Followed): Followed {
    for (const id of ids) {
      this.#drop(id);
      this.#followed.set(id, followed);
    }
    for (const id of this.#followed.keys()) if (this.#followed.size > mostFollowed) this.#drop(id);
    return followed;
  }

  #drop(id: string): void {
    const followed = this.#followed.get(id);
    this.#followed.delete(id);
    if (followed?.id === id) followed.stop?.();
  }

  #look(followed: Followed): void {
    const { community } = this.host;
    const records = community?.records;
    const before = followed.state;
    if (!records || isOver(followed)) return;
    this.#read(records, followed).then(
      (state) => {
        if (followed.state === before && toJson({ ...state, at: '' }) !== toJson({ ...before, at: '' })) this.#set(followed, state);
      },
      (error: unknown) => community?.report(error, followed.id),
    );
  }

  async #read(records: Records, { id, rev, state }: Followed): Promise<SaveState> {
    const kept = await records.get(id);
    // A new record that the backend rejected no longer exists. Its text is in the list of what could not be sent.
    const stands = kept && kept.record.rev >= rev;
    const sent = stands ? kept.sent : await this.#missing(records, id, state);
    if (!sent) return idle;
    const now = new Date().toISOString();
    if (state.is === 'saved') return { ...state, sent, at: now };
    return { is: 'saved', sent, at: sent === 'sent' ? now : (kept?.record.at ?? now), personal: kept ? isPersonal(kept.record) : false };
  }

  async #missing(records: Records, id: string, state: SaveState): Promise<Saved['sent'] | undefined> {
    const trouble = (await records.troubles()).find(({ change }) => change.records.some((record) => record.id === id));
    if (trouble) return trouble.reason === 'held' ? 'held' : wasLost(trouble) ? 'lost' : 'refused';
    if (state.is !== 'saved') return undefined;
    if (state.sent === 'refused' || state.sent === 'held') return 'removed';
    return records.status.store === 'lost' && !isPartlyLost(records.status) ? 'lost' : undefined;
  }

  #set(followed: Followed, state: SaveState): void {
    followed.state = state;
    if (isOver(followed)) followed.stop?.();
    if (this.#progress === followed) this.host.requestUpdate();
    for (const view of followed.shownIn) view.requestUpdate();
  }
}
