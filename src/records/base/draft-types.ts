/** A draft as it is kept. */
export interface StoredDraft {
  readonly value: unknown;
  /** Another one after every write, by any tab. */
  readonly version: string;
}

/** Versions of a draft; undefined stands for "none is kept". */
export type DraftVersions = readonly (string | undefined)[];

/** A draft that is sealed already, or that is to be removed. */
export interface PreparedDraft {
  /** Its version once it is written; undefined where it is removed. */
  readonly version: string | undefined;
  /**
   * Writes it, with relaxed durability. Given `over`, only where one of these versions is kept now.
   * @returns false where another version is kept: nothing was written
   * @throws MilieuError `locked`, `quota`, `connection`
   */
  write(over?: DraftVersions): Promise<boolean>;
  /**
   * Requests the write and returns at once, for a page that is about to go. It never goes over a key that was changed since.
   * @returns false where the database is not open: nothing was requested
   */
  writeNow(): boolean;
}

/** Drafts: what a person has typed and not saved, encrypted, for that person only. */
export interface Drafts {
  read(name: string): Promise<unknown>;
  /** As `read`, with its version. */
  find(name: string): Promise<StoredDraft | undefined>;
  /** Encrypts and stores a draft. It may be lost if the device loses power at once. The caller limits how often it writes. */
  write(name: string, value: unknown): Promise<void>;
  /** Seals a draft without writing it; `undefined` for one that is to be removed. */
  prepare(name: string, value: unknown): Promise<PreparedDraft>;
  remove(name: string): Promise<void>;
}
