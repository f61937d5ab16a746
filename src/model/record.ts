import type { QuietHours } from './quiet-hours.js';

/** The role of a person, as the host says. It only decides what is shown; only the host's server authorises. */
export type As = 'resident' | 'senior-peer' | 'staff' | 'family' | 'guest';
export const everyAs: readonly As[] = ['resident', 'senior-peer', 'staff', 'family', 'guest'];
/** Whether the person lives or works in the community. */
export const isInside = (as: As): boolean => as === 'resident' || as === 'senior-peer' || as === 'staff';

/**
 * Who may read a record besides its author.
 * `self` nobody · `staff` staff who are not in `to`, because it may be about them · `named` the people in `to` · `named-and-staff` both ·
 * `community` residents, senior peers and staff.
 */
export type Visibility = 'self' | 'staff' | 'named' | 'named-and-staff' | 'community';
export const everyVisibility: readonly Visibility[] = ['self', 'staff', 'named', 'named-and-staff', 'community'];

/** Author id of records that are created without a person: a single widget without a `<milieu-community>`. */
export const someone = 'someone';

/** One thing that a person wrote or did. Its text has one author; other people answer with their own records (`about`). */
export interface MilieuRecord<D = Data> {
  /** UUIDv7, created when the form opens. */
  readonly id: string;
  readonly kind: string;
  /** Version of the kind's data. */
  readonly v: number;
  readonly community: string;
  /** Person id of the author. */
  readonly by: string;
  /** Person ids of the receivers; at most 10. */
  readonly to: readonly string[];
  /** Id of the record that this one answers or belongs to. */
  readonly about?: string;
  /** Id of the record that this one was created from. */
  readonly from?: string;
  readonly visibility: Visibility;
  /** When it was created, ISO 8601 in UTC, by the author's clock. */
  readonly at: string;
  /** Changes only by an act of the kind's transition table. */
  readonly status: string;
  /** Revision: 1 when new, plus 1 with each act; at most `maxRev`. */
  readonly rev: number;
  readonly data: D;
}

export type Data = Readonly<Record<string, unknown>>;

/** Who acts. */
export interface Actor {
  readonly person: string;
  readonly as: As;
}

/** Seconds after which a call for help that nobody has seen climbs. A later step never comes before an earlier one. */
export interface HelpSteps {
  /** Its caller reads where to go now: 5 to 600, default 20. */
  readonly go: number;
  /** It stands at the head of every open page of staff: 10 to 1,800, default 120. */
  readonly everywhere: number;
  /** Caller and staff read the loudest words, and whom to call: 30 to 3,600, default 300. */
  readonly loudest: number;
}

/** The numbers by which staff are told to take a closer look at reminders. Nothing is refused because of them. */
export interface Fairness {
  /** Reminders that one person may send in 24 hours before staff read `sent-many`: 1 to 50, default 3. */
  readonly sentPerDay: number;
  /** Reminders that one person may get in 24 hours before staff read `received-day`: 1 to 50, default 2. */
  readonly receivedPerDay: number;
  /** The same for 7 days and `received-week`: 1 to 100, default 5. */
  readonly receivedPerWeek: number;
  /** Hours after a reminder in which another one by the same author to the same person is `same-pair`: 1 to 336, default 48. */
  readonly pairHours: number;
  /** Hours after getting a reminder in which one to its author is `tit-for-tat`: 1 to 336, default 24. */
  readonly returnHours: number;
  /** Reminders to one person within 24 hours that are a `pile-on`: 2 to 50, default 3. */
  readonly pileOn: number;
  /** Weeks without an affirmation after which staff read a name: 1 to 26, default 3. */
  readonly affirmWeeks: number;
}

/** The settings of a community. All fields have defaults. */
export interface Policy {
  /** `held` (default): staff read a reminder before its receiver does. `direct`: it is delivered at once. */
  readonly reminders: 'held' | 'direct';
  /** Days until a reminder that was read leaves the inbox: 1 to 3,650. */
  readonly remindersFade: number;
  /** Seconds between pulls while the page is visible: 5 to 86,400, which is a day. */
  readonly pullEvery: number;
  /** Minutes of jobs that are enough for one person on one day, 5 to 480. Staff are told before they offer more; nothing is refused. */
  readonly jobMinutes: number;
  readonly help: HelpSteps;
  /** Hours in which nothing on the screen says that feedback has come. It can still be opened, and calls for help are as loud as ever. Default: none. */
  readonly quiet?: QuietHours;
  /** When staff are told to take a closer look at reminders. Nothing is refused. What is left out has its default. */
  readonly fairness?: Partial<Fairness>;
}
export const defaultPolicy: Policy = {
  reminders: 'held',
  remindersFade: 30,
  pullEvery: 30,
  jobMinutes: 60,
  help: { go: 20, everywhere: 120, loudest: 300 },
};

/** Least and most of the spans in a policy. */
export const policyLimits = {
  remindersFade: { least: 1, most: 3650 },
  pullEvery: { least: 5, most: 86_400 },
  jobMinutes: { least: 5, most: 480 },
  help: { go: { least: 5, most: 600 }, everywhere: { least: 10, most: 1800 }, loudest: { least: 30, most: 3600 } },
} as const;

interface Limits {
  readonly least: number;
  readonly most: number;
}
/** The number within its limits, or `otherwise` for what is no number. */
export const within = ({ least, most }: Limits, given: unknown, otherwise: number): number =>
  typeof given === 'number' && Number.isFinite(given) ? Math.min(most, Math.max(least, given)) : otherwise;

/** A span as it is used: what a host gave within its limits, else the nearest of the two; the default for what is no number. */
export const spanOf = (name: 'remindersFade' | 'pullEvery' | 'jobMinutes', given: unknown): number =>
  within(policyLimits[name], given, defaultPolicy[name]);

/** The steps as they are used: each within its limits, and none before the one that comes first. */
export function helpSteps(given: Partial<Record<keyof HelpSteps, unknown>> = {}): HelpSteps {
  const step = (name: keyof HelpSteps): number => within(policyLimits.help[name], given[name], defaultPolicy.help[name]);
  const go = step('go');
  const everywhere = Math.max(go, step('everywhere'));
  return { go, everywhere, loudest: Math.max(everywhere, step('loudest')) };
}

/** Limits of the fields that all records share. The limits of each kind's data are next to its table. */
export const envelopeLimits = { to: 10, records: 12, id: 64, kind: 32, status: 32 } as const;

/**
 * The highest revision that a record may have: 2,147,483,647, the largest 32-bit integer. No record reaches it by acts. A record from a
 * backend or a copy with a higher revision is not valid, because it would hide every later version. The schema accepts it, so that what
 * is stored stays readable.
 */
export const maxRev = 2 ** 31 - 1;
