/** Who somebody says they are. It shows and hides; only the host's server authorises. */
export type As = 'resident' | 'senior-peer' | 'staff' | 'family' | 'guest';
export const everyAs: readonly As[] = ['resident', 'senior-peer', 'staff', 'family', 'guest'];
/** Those who live or work in the community. */
export const isInside = (as: As): boolean => as === 'resident' || as === 'senior-peer' || as === 'staff';

/**
 * Who may read a record, beside its author.
 * `self` nobody · `staff` staff who are not in `to`, for it may be about them · `named` the people in `to` · `named-and-staff` both · `community` residents, senior peers and staff.
 */
export type Visibility = 'self' | 'staff' | 'named' | 'named-and-staff' | 'community';
export const everyVisibility: readonly Visibility[] = ['self', 'staff', 'named', 'named-and-staff', 'community'];

/** The author written on records made where nobody is named: a lone widget on an empty page. */
export const someone = 'someone';

/** One thing somebody wrote or did. Its text has one author; others answer with records of their own (`about`). */
export interface MilieuRecord<D = Data> {
  /** uuidv7, minted when the form opens. */
  readonly id: string;
  readonly kind: string;
  /** Version of the kind's data. */
  readonly v: number;
  readonly community: string;
  /** Person id of the author. */
  readonly by: string;
  /** Person ids this is meant for; at most 10. */
  readonly to: readonly string[];
  /** Id of the record that this one answers or belongs to. */
  readonly about?: string;
  /** Id of the record that this one was made from. */
  readonly from?: string;
  readonly visibility: Visibility;
  /** When it was made, ISO 8601 in UTC, by the author's clock. */
  readonly at: string;
  /** Moves only by an act of the kind's transition table. */
  readonly status: string;
  /** 1 when new, one more with every act. */
  readonly rev: number;
  readonly data: D;
}

export type Data = Readonly<Record<string, unknown>>;

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

/** Who acts. */
export interface Actor {
  readonly person: string;
  readonly as: As;
}

/** What a community has settled for itself. All fields have defaults. */
export interface Policy {
  /** `held`: staff read a reminder before its receiver does. `direct`: it goes at once. */
  readonly reminders: 'held' | 'direct';
  /** Days until a reminder that was read leaves the inbox. */
  readonly remindersFade: number;
  /** Seconds between pulls while the page is visible. */
  readonly pullEvery: number;
}
export const defaultPolicy: Policy = { reminders: 'held', remindersFade: 30, pullEvery: 30 };

/** Limits of the envelope; each kind has its own beside its table. */
export const envelopeLimits = { to: 10, records: 12, id: 64, status: 32 } as const;
