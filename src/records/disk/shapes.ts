/** What lies in the stores. Everything a person wrote is inside a box; the rest is what `test/security/clear-fields.json` allows. */

export type Bytes = Uint8Array<ArrayBuffer>;

/** AES-256-GCM: 12 random bytes and the sealed text with its tag. */
export interface Box {
  readonly iv: Bytes;
  readonly box: Bytes;
}

/** A record at one revision; `rev` and `v` are bound to the box. */
export interface Sealed extends Box {
  readonly rev: number;
  readonly v: number;
}

export interface RecordRow extends Sealed {
  readonly id: string;
  /** The revision that the backend confirmed last; 0: none. */
  readonly base: number;
  /** Blind tags, each followed by the inverted id; the only index. */
  readonly keys: readonly Bytes[];
  /** The version `base`, kept while something is unsent. */
  readonly was?: Sealed;
  /** The newest version of the backend that was not taken yet, kept while something is unsent. */
  readonly next?: Sealed;
}

/** [whose, 0, due] ready or waiting for a retry; [whose, 1, until] leased. */
export type Turn = readonly [who: string, state: 0 | 1, time: number];

export interface Lease {
  readonly tab: string;
  readonly token: string;
  /** ms since 1970. */
  readonly until: number;
}

export interface OutboxRow extends Box {
  /** Given by the store; the order of waiting. */
  readonly seq: number;
  /** The idempotency key. */
  readonly key: string;
  /** Blind tag of the person whose change it is; nobody else's tab sends it. */
  readonly who: string;
  /** Ids of the records in the change. */
  readonly ids: readonly string[];
  /** When it was made, ms since 1970. */
  readonly at: number;
  /** Missing: an earlier row shares a record with this one. */
  readonly turn?: Turn;
  readonly lease?: Lease;
  readonly attempts: number;
}

export interface DraftRow extends Box {
  /** Blind tag of the person and the draft's name. */
  readonly id: string;
}

export interface TroubleRow extends Box {
  readonly id: string;
  readonly who: string;
}

/** The key as this device keeps it: raw (not locked), or wrapped by a key of the host's or the person's. */
export interface RootRow {
  readonly name: 'root';
  /** Random; another one means another root, and whoever holds the old one must stop writing. */
  readonly gen: string;
  readonly mode: 'device' | 'host' | 'passphrase';
  readonly raw?: Bytes;
  readonly wrapped?: Box;
  readonly salt?: Bytes;
  readonly rounds?: number;
  /** Everything is being sealed anew: nobody else writes until then, ms since 1970. */
  readonly changing?: { readonly token: string; readonly until: number };
}

export interface CursorRow extends Box {
  /** Blind tag of the person: two people are told different things. */
  readonly name: string;
}

export interface Shapes {
  rows: RecordRow;
  outbox: OutboxRow;
  drafts: DraftRow;
  troubles: TroubleRow;
  meta: RootRow | CursorRow;
}
export type StoreName = keyof Shapes;

interface StoreShape {
  readonly keyPath: string;
  readonly auto?: true;
  readonly indexes: Readonly<Record<string, { readonly unique?: true; readonly multi?: true }>>;
}

/** Keys and indexes of every store: read by the migrations and by the twin in memory. */
export const stores: Readonly<Record<StoreName, StoreShape>> = {
  rows: { keyPath: 'id', indexes: { keys: { multi: true } } },
  outbox: { keyPath: 'seq', auto: true, indexes: { key: { unique: true }, ids: { multi: true }, turn: {}, who: {} } },
  drafts: { keyPath: 'id', indexes: {} },
  troubles: { keyPath: 'id', indexes: { who: {} } },
  meta: { keyPath: 'name', indexes: {} },
};
