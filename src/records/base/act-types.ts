import type { MilieuRecord } from '../../model/record.js';
import type { Input } from '../../model/transition.js';

/** The record to act on: a new record (`rev` 0), or an existing one at the revision that the screen showed. */
export interface Target {
  readonly kind: string;
  readonly id: string;
  /** 0 or missing: the act creates the record. */
  readonly rev?: number;
}

/** What `can` is asked about. */
export interface Asked {
  readonly kind: string;
  /** Missing: the act creates the record. */
  readonly root?: MilieuRecord | undefined;
  readonly input?: Input;
  /** Other records that the rules of the kind lean on, such as the meeting of an agenda item. */
  readonly others?: readonly MilieuRecord[];
}

export interface ActInput extends Input {
  /** Idempotency key, created when the form opened. Default: a new UUIDv7. */
  readonly key?: string;
  /** When the person acted, ISO 8601 in UTC, if the change has been sent already. Default: now. */
  readonly at?: string;
  /** Name of the draft to delete in the same transaction. It is deleted only if it still has the same `key`. */
  readonly draft?: string;
  /** The caller sends the change itself, at once. The store does not send it for 40 s, or until `sent()` reports the outcome. */
  readonly carried?: boolean;
}
