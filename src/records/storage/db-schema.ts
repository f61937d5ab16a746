/** The rows of the database. All text of a person is encrypted in a box; `test/security/clear-fields.json` lists the fields that are not. */

export type Bytes = Uint8Array<ArrayBuffer>;

/** AES-256-GCM: 12 random bytes, and the ciphertext with its authentication tag. */
export interface SealedBox {
  readonly iv: Bytes;
  readonly box: Bytes;
}

/** A record at one revision. `rev` and `v` are authenticated by the box. */
export interface SealedVersion extends SealedBox {
  readonly rev: number;
  readonly v: number;
}

export interface RecordRow extends SealedVersion {
  readonly id: string;
  /** The last revision that the backend confirmed; 0 if none. */
  readonly base: number;
  /**
   * When this device learned that the backend has what is here, ms since 1970 by its own clock. Missing while a change is unsent, and in rows of
   * version 0.1.
   */
  readonly since?: number;
  /** Blind tags, each followed by the inverted id. This is the only index. */
  readonly keys: readonly Bytes[];
  /** The record at revision `base`, kept while a change of it is unsent. */
  readonly was?: SealedVersion;
  /** The newest version from the backend that was not applied yet, kept while a change of the record is unsent. */
  readonly next?: SealedVersion;
}

/** `[person tag, 0, due]`: ready, or waiting for a retry. `[person tag, 1, until]`: leased by a tab. Times in ms since 1970. */
export type ReadyAt = readonly [who: string, state: 0 | 1, time: number];

export interface Lease {
  readonly tab: string;
  readonly token: string;
  /** ms since 1970. */
  readonly until: number;
}

export interface OutboxRow extends SealedBox {
  /** Assigned by the store; the order of sending. */
  readonly seq: number;
  /** The idempotency key. */
  readonly key: string;
  /** Blind tag of the person whose change it is. Only a tab of this person sends it, or one that sends for all (`sends`). */
  readonly who: string;
  /** Ids of the records in the change. */
  readonly ids: readonly string[];
  /** When it was made, ms since 1970. */
  readonly at: number;
  /** Missing while an earlier row shares a record with this one. */
  readonly turn?: ReadyAt;
  readonly lease?: Lease;
  readonly attempts: number;
  /** A call for help. It is due at -1, before all other rows. */
  readonly urgent?: true;
  /** When a call for help may be sent again, ms since 1970. */
  readonly notBefore?: number;
}

export interface DraftRow extends SealedBox {
  /** Blind tag of the person and the draft's name. */
  readonly id: string;
}

export interface ConflictRow extends SealedBox {
  readonly id: string;
  readonly who: string;
}

/**
 * An entry of the log of acts. Without a box: the oldest place, whose entry was cut. Its hash stays, because the entry behind it builds on it.
 */
export interface AuditRow extends Partial<SealedBox> {
  /** From 1, without a gap. */
  readonly seq: number;
  /** See `nextHash`. It says nothing about the entry, because that has a random salt. */
  readonly hash: string;
}

/** The end of the log: the next entry builds on it. */
export interface AuditHeadRow {
  readonly name: 'audit';
  readonly seq: number;
  readonly hash: string;
}

/** A record, or a change that no backend has, of a kind or version that the code that kept it does not know. It is in no list and never sent. */
export interface AsideRow extends SealedBox {
  /** Id of the record; of a change `change:` and its key. */
  readonly id: string;
  /** Of the record, or of the root of the change. */
  readonly rev: number;
}

/** The root key as stored on this device: raw (not locked), or wrapped by a key of the host or the person's passphrase. */
export interface RootKeyRow {
  readonly name: 'root';
  /** Random, and new with each root key. A tab whose `gen` differs has an outdated key and must stop writing. */
  readonly gen: string;
  readonly mode: 'device' | 'host' | 'passphrase';
  readonly raw?: Bytes;
  readonly wrapped?: SealedBox;
  readonly salt?: Bytes;
  readonly rounds?: number;
  /** The same root key, wrapped by the recovery code. Only beside a passphrase, and missing until a code was made. */
  readonly recovery?: SealedBox;
  /** The `gen` of the first root key of these records, which stays when the key is changed. Missing in rows of version 0.1, see `originOf`. */
  readonly origin?: string;
  /** The database that this one is a copy of. While the store is still there, this one does not count. */
  readonly of?: string;
  /** SHA-256 of the other fields, which tells a damaged row from a wrong key. Missing in rows of version 0.1. */
  readonly sum?: string;
}

/** The store has moved into another database: this one is to be deleted, and nobody writes here any more. */
export interface MovedRow {
  readonly name: 'moved';
  readonly to: string;
  /** What lies here could not be opened, and the person wanted to keep it. */
  readonly kept?: true;
}

export interface CursorRow extends SealedBox {
  /** Blind tag of the person, because each person pulls different records. */
  readonly name: string;
}

/** Left in place of a key that was changed: whoever still holds the old one finds that this name is taken. */
export interface EndedKeyRow {
  readonly name: `ended:${string}`;
}

/** How many commits this database has seen, see `commit-count.ts`. */
export interface CommitCountRow {
  readonly name: 'commits';
  readonly count: number;
}

export interface DbSchema {
  rows: RecordRow;
  outbox: OutboxRow;
  drafts: DraftRow;
  troubles: ConflictRow;
  aside: AsideRow;
  audit: AuditRow;
  meta: RootKeyRow | CursorRow | EndedKeyRow | MovedRow | AuditHeadRow | CommitCountRow;
}
export type StoreName = keyof DbSchema;

interface StoreLayout {
  readonly keyPath: string;
  readonly auto?: true;
  readonly indexes: Readonly<Record<string, { readonly unique?: true; readonly multi?: true }>>;
}

/** Keys and indexes of all stores, used by the migrations and by the memory adapter. */
export const stores: Readonly<Record<StoreName, StoreLayout>> = {
  rows: { keyPath: 'id', indexes: { keys: { multi: true } } },
  outbox: { keyPath: 'seq', auto: true, indexes: { key: { unique: true }, ids: { multi: true }, turn: {}, who: {} } },
  drafts: { keyPath: 'id', indexes: {} },
  troubles: { keyPath: 'id', indexes: { who: {} } },
  aside: { keyPath: 'id', indexes: {} },
  audit: { keyPath: 'seq', indexes: {} },
  meta: { keyPath: 'name', indexes: {} },
};
