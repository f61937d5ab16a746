import type { As } from '../../model/record.js';

/** An entry of the log of acts on this device. It never has text of a person. */
export interface AuditEntry {
  /** Its place in the log, from 1. */
  readonly number: number;
  /** When it was written, ISO 8601 in UTC, by the clock of this device. */
  readonly at: string;
  /** Id of the person whom the page named. */
  readonly actor: string;
  /** What the page claimed that this person is. Nobody has verified it. */
  readonly role: As;
  /**
   * The action of the record's own table, such as `send`; or `export`, `import`, `remove`, `change-key`, or `settle-` with the choice for an
   * entry of `troubles()`.
   */
  readonly action: string;
  /** Missing where the act was not about one record. */
  readonly recordId?: string;
  /** Missing where the act was about several kinds. */
  readonly kind?: string;
  /** Random, so that a hash cannot be guessed from what else is known. 32 hexadecimal digits. */
  readonly salt: string;
  /**
   * SHA-256 of the entry before it, 64 hexadecimal digits: of the UTF-8 bytes of the JSON list
   * `[at, actor, role, action, recordId, kind, salt, hashPrev]` without spaces, with null for what is missing. Empty for the first entry.
   */
  readonly hashPrev: string;
}

/** What `verifyAudit` found. */
export interface AuditCheck {
  /** Whether each entry is as it was written, and none is missing between the oldest and the newest. */
  readonly ok: boolean;
  /** Entries that were read. */
  readonly entries: number;
  /** The number of the first entry that was changed or is missing. */
  readonly brokenAt?: number;
}
