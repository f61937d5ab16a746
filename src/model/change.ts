import type { As, MilieuRecord } from './record.js';

/** One gesture: what travels to the host's backend, whole or not at all. `records[0]` is the root that was acted on. */
export interface Change {
  /** Idempotency key, uuidv7. The same gesture always carries the same key. */
  readonly key: string;
  readonly action: string;
  readonly by: string;
  readonly as: As;
  readonly at: string;
  readonly community: string;
  readonly records: readonly MilieuRecord[];
}
