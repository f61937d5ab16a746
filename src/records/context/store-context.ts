import { type Actor, type Policy, someone } from '../../model/record.js';
import { type Clock, realClock } from '../base/clock.js';
import { codeOf, MilieuError } from '../base/errors.js';
import type { Emitter } from '../base/emitter.js';
import type { StatusStore } from '../base/status.js';
import type { Failure, Keep, RecordsOptions } from '../base/types.js';
import { CommitNotes } from '../storage/commit-count.js';
import { Connection, type ConnectionEvents } from '../storage/connection.js';
import type { OutboxRow } from '../storage/db-schema.js';
import { IndexedDbAdapter } from '../storage/indexeddb-adapter.js';
import { MemoryAdapter } from '../storage/memory-adapter.js';
import type { Sender } from '../storage/outbox-rows.js';
import type { StorageAdapter } from '../storage/storage-adapter.js';
import type { SyncPlan } from '../sync-rules/sync-plan.js';
import { type AuditContent, auditContent } from '../crypto/audit-chain.js';
import { loadCipher } from '../crypto/cipher-context.js';
import { type OpenedKey, readRootKey } from '../crypto/key-storage.js';
import { RowCodec, personTag } from '../crypto/row-codec.js';
import { type Cipher, hex, utf8 } from '../crypto/webcrypto.js';
import { toJson } from '../../model/json.js';

/** What tests put in the place of the real. */
export interface StoreParts {
  readonly clock: Clock;
  /** Random id of this tab. */
  readonly tab: string;
  readonly cipher?: Cipher;
}

/** A place for records, with no key yet. */
export interface StoreLocation {
  readonly name: string;
  readonly storage: StorageAdapter;
  readonly cipher: Cipher;
  /** Storage was asked for and is off: what is written stays only until the page closes. */
  readonly off: boolean;
}

/** An opened root, and the person as the rows name them. */
export interface OpenSession extends OpenedKey {
  readonly codec: RowCodec;
  /** Blind tag of the person who acts. */
  readonly who: string;
}

/** What every part of the store stands on. */
export interface StoreContext {
  readonly storage: StorageAdapter;
  readonly clock: Clock;
  /** Random id of this tab. */
  readonly tab: string;
  readonly actor: Actor;
  readonly community: string;
  readonly policy: Partial<Policy>;
  /** Several people's records lie here: what one may not read any more, another still may. */
  readonly shared: boolean;
  /** This tab sends what waits of all of them, whoever is there. */
  readonly sendsForAll: boolean;
  /** @throws MilieuError `locked`, `closed`, or why it could not be opened */
  session(): OpenSession;
  /** Records or drafts were written: tells this tab and the others. */
  wrote(ids: readonly string[]): void;
  /** A plan of this tab was written. */
  planned(written: WrittenPlan): void;
  /** A transaction that wrote records has completed, as number `count` under the root key `gen`. */
  committed(gen: string, count: number): void;
  /** Tells the host what it may have to mend. */
  report(failure: Failure): void;
}

/** A plan that was written, and the rows that it added to the outbox. */
export interface WrittenPlan {
  readonly plan: SyncPlan;
  readonly added: readonly OutboxRow[];
}

/** What the session, the sync and the lists of one store tell each other. */
export interface StoreEvents {
  /** There is a place for records, locked or not. */
  located: StoreLocation;
  /**
   * Records can be read and written. `anew`: under a new root, so other tabs have to let go of the old one. `emptied`: what was
   * kept here before is gone.
   */
  opened: { readonly context: StoreContext; readonly anew: boolean; readonly emptied: boolean };
  /** Storage could not be reached, and can be again; nothing is gone. Also: it can only be read. */
  back: void;
  /** Nothing can be read any more. */
  closed: void;
  /** The store was locked, removed or closed: nothing that can be read may stay in memory. */
  over: void;
  /** This tab has written the records with these ids, or drafts. */
  wrote: readonly string[];
  /** A plan of this tab was written, and the store is still open. */
  planned: WrittenPlan;
  /** Another tab has written the records with these ids, or drafts. */
  changed: readonly string[];
  /** The root may be another one. */
  key: void;
  /** Another tab has removed all that is kept here. */
  removed: void;
  /** Another tab has locked the store. */
  lock: void;
  /** All that the backend had at this time (ms since 1970) is here. */
  checked: number;
}

/** @throws MilieuError `connection`, `blocked`, `newer`, `newer-schema` */
export async function openLocation(options: RecordsOptions, parts: StoreParts, happenings: ConnectionEvents): Promise<StoreLocation> {
  const cipher = parts.cipher ?? (await loadCipher());
  const keep = keepOf(options);
  const name = await nameOf(cipher, options, keep);
  if (keep === 'page') return { name, cipher, storage: new MemoryAdapter(), off: false };
  const storage = new IndexedDbAdapter(new Connection(name, realClock, happenings, parts.clock));
  try {
    await readRootKey(storage);
    return { name, cipher, storage, off: false };
  } catch (error) {
    storage.close();
    if (codeOf(error) !== 'storage-off') throw error;
    return { name, cipher, storage: new MemoryAdapter(), off: true };
  }
}

export function createContext(
  { name, storage }: StoreLocation,
  { community, person = someone, as = 'guest', policy = {}, keep, sends }: RecordsOptions,
  { clock, tab }: StoreParts,
  events: Emitter<StoreEvents>,
  board: StatusStore,
  session: StoreContext['session'],
): StoreContext {
  const notes = storage.lasting ? new CommitNotes(name) : undefined;
  return {
    storage,
    clock,
    tab,
    actor: { person, as },
    community,
    policy,
    shared: keep === 'house',
    sendsForAll: sends === 'everyone',
    session,
    wrote: (ids) => events.emit('wrote', ids),
    planned: (written) => events.emit('planned', written),
    committed: (gen, count) => notes?.add(gen, count),
    report: (failure) => board.report(failure),
  };
}

/** Whose changes this tab sends. @throws as `session()` */
export const senderOf = (context: StoreContext): Sender => ({ who: context.session().who, sendsForAll: context.sendsForAll });

const keepOf = ({ keep, person }: RecordsOptions): Keep => keep ?? (person === undefined ? 'house' : 'person');

/** A number that says nothing about the field, the community or the person. */
async function nameOf(cipher: Cipher, { community, person = someone }: RecordsOptions, keep: Keep): Promise<string> {
  const parts = keep === 'house' ? [keep, community] : [keep, community, person];
  return hex(await cipher.sha256(utf8(toJson(parts)))).slice(0, 32);
}

export async function openSession(held: OpenedKey, person: string): Promise<OpenSession> {
  return { ...held, codec: new RowCodec(held.cipher), who: await personTag(held.cipher, person) };
}

/** What the log of acts says of a change of the key. */
export const keyChange = ({ actor, clock }: StoreContext): AuditContent => auditContent(actor, clock.now(), { action: 'change-key' });

/**
 * The context for work of many steps. What began in one session does not go on in another: a cursor, or half of a copy, would claim that
 * everything before it is here. The root may be another one, and what was here may have been removed while the store was locked.
 * @throws MilieuError `locked` from `session()` once the session is another one
 */
export function pinnedToSession(context: StoreContext): StoreContext {
  const opened = context.session();
  return {
    ...context,
    session: () => {
      const session = context.session();
      if (session !== opened) throw new MilieuError('locked');
      return session;
    },
  };
}
