import { type As, defaultPolicy, everyAs, helpSteps, type HelpSteps, type Policy, spanOf } from '../../model/record.js';
import { isQuietHours } from '../../model/quiet-hours.js';
import type { Keep, Records, Transport } from '../../records/base/types.js';

const everyKeep: readonly Keep[] = ['page', 'person', 'house'];
const maxIdLength = 64;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
/** Whether a value of the host was left out, or taken away. */
export const isUnset = (value: unknown): value is undefined | null => value === undefined || value === null;
const isId = (value: unknown): value is string => typeof value === 'string' && value.length > 0 && value.length <= maxIdLength;

/**
 * The result of `read` for a value of the host, or undefined if it is not valid. Reading a value of the host may throw.
 */
export function safely<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Names of the host's properties that are not valid. */
export class InvalidNames extends Set<string> {
  /** @returns whether it has just become invalid */
  mark(name: string, fit: boolean): boolean {
    const before = this.has(name);
    if (fit) this.delete(name);
    else this.add(name);
    return !fit && !before;
  }
}

/** Who acts, where, and what this device may keep. */
export interface Identity {
  readonly community: string;
  readonly person?: string | undefined;
  readonly as: As;
  readonly keep: Keep;
  /** True if the host's community or person is not valid. Then no store is opened. */
  readonly invalid?: boolean;
}

/** The host's properties that say who acts. */
export interface IdentityInput {
  readonly community?: unknown;
  readonly person?: unknown;
  readonly as?: unknown;
  readonly keep?: unknown;
}

/**
 * Returns the identity, and the names of the properties that are not valid. The store of a wrong person must never be opened: an invalid
 * community or person makes the identity `invalid`, an invalid `as` becomes `guest` (the fewest rights), an invalid `keep` becomes `page`.
 */
export function readIdentity({ community, person, as, keep }: IdentityInput): { readonly identity: Identity; readonly invalid: readonly string[] } {
  const somebody = !isUnset(person) && person !== '';
  const known = { as: everyAs.find((one) => one === as), keep: everyKeep.find((one) => one === keep) };
  const fits = {
    community: isUnset(community) || isId(community),
    person: !somebody || isId(person),
    as: isUnset(as) || known.as !== undefined,
    keep: isUnset(keep) || known.keep !== undefined,
  };
  const identity: Identity = {
    community: isId(community) ? community : 'here',
    person: isId(person) ? person : undefined,
    as: isUnset(as) ? 'resident' : (known.as ?? 'guest'),
    keep: isUnset(keep) ? (somebody ? 'person' : 'house') : (known.keep ?? 'page'),
    ...(fits.community && fits.person ? {} : { invalid: true }),
  };
  return { identity, invalid: Object.entries(fits).flatMap(([name, fit]) => (fit ? [] : [name])) };
}

/** What happens to the records of a person who signs out. */
export type AfterSignOut = 'keep' | 'remove';

export const readAfterSignOut = (value: unknown): AfterSignOut | undefined => (value === 'keep' || value === 'remove' ? value : undefined);

/** Whether the person of `before` has signed out and has a database of their own. A wrong value of the host is no sign-out. */
export const isSignedOut = (before: Identity, now: Identity): boolean =>
  before.person !== undefined && before.person !== now.person && before.keep === 'person' && !now.invalid;

/** The policy as a host gives it: what it leaves out has its default. */
export type PolicyInput = Partial<Omit<Policy, 'help'>> & { readonly help?: Partial<HelpSteps> };

/**
 * The complete policy, or undefined if a field has the wrong type. A number outside its limits becomes the nearest limit. Unknown fields are
 * ignored.
 */
export function readPolicy(value: unknown): Policy | undefined {
  if (!isObject(value)) return undefined;
  const { reminders, remindersFade, pullEvery, jobMinutes, help, fairness, quiet } = { ...defaultPolicy, ...value } as Record<keyof Policy, unknown>;
  if (reminders !== 'held' && reminders !== 'direct') return undefined;
  if (![remindersFade, pullEvery, jobMinutes].every(isSpan)) return undefined;
  if (!isObject(help) || ![help['go'], help['everywhere'], help['loudest']].every((step) => step === undefined || isSpan(step))) return undefined;
  if (fairness !== undefined && !isObject(fairness)) return undefined;
  if (quiet !== undefined && !isQuietHours(quiet)) return undefined;
  return {
    ...(fairness ? { fairness } : {}),
    ...(quiet ? { quiet: { from: quiet.from, to: quiet.to } } : {}),
    reminders,
    remindersFade: spanOf('remindersFade', remindersFade),
    pullEvery: spanOf('pullEvery', pullEvery),
    jobMinutes: spanOf('jobMinutes', jobMinutes),
    help: helpSteps(help),
  };
}
const isSpan = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value > 0;

/** Minutes of `lock-after` that count: a minute to a shift. */
const minuteLimits = { least: 1, most: 480 } as const;

/** The minutes of `lock-after`; a number outside its limits becomes the nearest limit. Undefined if it is no number. */
export const readMinutes = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(Math.max(value, minuteLimits.least), minuteLimits.most) : undefined;

/** The host's strings, or undefined if one of them is not a string. */
export function readStrings(value: unknown): Readonly<Record<string, string>> | undefined {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string') ? Object.fromEntries(entries) : undefined;
}

/** The host's transport, or undefined if it has neither `send` nor `pull`. */
export function readTransport(value: unknown): Transport | undefined {
  if (!isObject(value)) return undefined;
  const { send, pull } = value;
  if ((send === undefined && pull === undefined) || !isMaybeFunction(send) || !isMaybeFunction(pull)) return undefined;
  return value;
}
const isMaybeFunction = (value: unknown): boolean => value === undefined || typeof value === 'function';

/** A policy that reads each field from `of()` when it is used, because a host may set it after the store has opened. */
export const livePolicy = (of: () => Policy): Policy => ({
  get reminders() {
    return of().reminders;
  },
  get remindersFade() {
    return of().remindersFade;
  },
  get pullEvery() {
    return of().pullEvery;
  },
  get jobMinutes() {
    return of().jobMinutes;
  },
  get help() {
    return of().help;
  },
});

const storeMethods = [
  'get',
  'list',
  'can',
  'act',
  'apply',
  'watch',
  'watchStatus',
  'troubles',
  'settle',
  'sent',
  'wake',
  'resume',
  'stop',
  'lock',
  'unlock',
] as const;

/** Methods that a store of the host may lack: earlier versions do not have them, and a page without a backend does not need them. */
const optionalMethods = ['pull', 'checked', 'startAnew', 'watchFailures'] as const;

/** The store that the host gave, or undefined if it is not one. */
export const readRecords = (value: unknown): Records | undefined =>
  isObject(value) &&
  storeMethods.every((method) => typeof value[method] === 'function') &&
  optionalMethods.every((method) => isMaybeFunction(value[method]))
    ? (value as unknown as Records)
    : undefined;
