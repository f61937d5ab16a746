import { defaultPolicy, everyAs, type Policy } from '../../model/record.js';
import type { Keep, Records, Transport } from '../../records/types.js';
import type { Identity } from './community.js';

const everyKeep: readonly Keep[] = ['page', 'person', 'house'];
const idRoom = 64;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isUnset = (value: unknown): value is undefined | null => value === undefined || value === null;
const isId = (value: unknown): value is string => typeof value === 'string' && value.length > 0 && value.length <= idRoom;

/**
 * What `read` makes of something a host gave, or undefined where it does not fit. What a host gives may throw on being looked at.
 */
export function safely<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Who acts, as the host's properties say. */
export interface Named {
  readonly community?: unknown;
  readonly person?: unknown;
  readonly as?: unknown;
  readonly keep?: unknown;
}

/**
 * The identity, and the names of what did not fit. Nobody's store is opened on a guess: an unfit community or person makes it
 * `unfit`, an unfit `as` the least of all, an unfit `keep` one that leaves nothing behind.
 */
export function readIdentity({ community, person, as, keep }: Named): { readonly identity: Identity; readonly misfits: readonly string[] } {
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
    ...(fits.community && fits.person ? {} : { unfit: true }),
  };
  return { identity, misfits: Object.entries(fits).flatMap(([name, fit]) => (fit ? [] : [name])) };
}

/** The whole policy, or undefined where a field has the wrong shape. Fields that are not ours are left alone. */
export function readPolicy(value: unknown): Policy | undefined {
  if (!isObject(value)) return undefined;
  const { reminders, remindersFade, pullEvery } = { ...defaultPolicy, ...value } as Record<keyof Policy, unknown>;
  if (reminders !== 'held' && reminders !== 'direct') return undefined;
  if (!isSpan(remindersFade) || !isSpan(pullEvery)) return undefined;
  return { reminders, remindersFade, pullEvery };
}
const isSpan = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value > 0;

/** The host's words, or undefined where one of them is no text. */
export function readStrings(value: unknown): Readonly<Record<string, string>> | undefined {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string') ? Object.fromEntries(entries) : undefined;
}

/** The host's way to its backend, or undefined where it has neither of the two functions. */
export function readTransport(value: unknown): Transport | undefined {
  if (!isObject(value)) return undefined;
  const { send, pull } = value;
  if ((send === undefined && pull === undefined) || !isMaybeFunction(send) || !isMaybeFunction(pull)) return undefined;
  return value;
}
const isMaybeFunction = (value: unknown): boolean => value === undefined || typeof value === 'function';

/** A policy that says what `of` says at the time it is asked: a host may settle it after the store has opened. */
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
});

const doors = [
  'get',
  'list',
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

/** A store that the host gave, or undefined where it is none. */
export const readRecords = (value: unknown): Records | undefined =>
  isObject(value) && doors.every((door) => typeof value[door] === 'function') ? (value as unknown as Records) : undefined;
