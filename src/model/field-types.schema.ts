import * as z from 'zod/mini';
import { envelopeLimits } from './record.js';

/** A schema whose output is `D`. */
export type Shape<D> = z.ZodMiniType<D>;

/** Why a value is not valid. `unreadable`: reading it threw an error. */
export type ProblemCode = 'type' | 'length' | 'range' | 'format' | 'value' | 'unknown-field' | 'unknown-kind' | 'mismatch' | 'unreadable';

// With the `u` flag this matches only unpaired surrogates, which UTF-8 cannot store. Common databases refuse NUL.
const unkeepable = /[\p{Cs}\0]/u;
const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;
const dayForm = /^\d{4}-\d\d-\d\d$/;
const opaque = /^[^\p{Cc}\p{Cs}]+$/u;

const checked = (code: ProblemCode, fits: (value: string) => boolean): Shape<string> => z.string().check(z.refine(fits, code));

/**
 * Text of a person, kept as it was written: `least` to `most` UTF-16 units, as `maxlength` counts them. Whether it has words is asked of
 * `text.ts` when a person acts; here it is not, for what is stored stays valid.
 */
export const text = (most: number, least = 0): Shape<string> =>
  z
    .string()
    .check(z.refine((value) => value.length <= most && value.trim().length >= least, { error: 'length', abort: true }))
    .check(z.refine((value) => !unkeepable.test(value), 'format'));

/** Id of a record or key of a change: a UUID in lower case. */
export const recordId = checked('format', (value) => uuid.test(value));

/** Opaque id of a person, a community, a step or a card. It must be NFC, so that two ids that look the same are the same. */
const isOpaqueId = (value: string): boolean => value.length <= envelopeLimits.id && opaque.test(value) && value.normalize('NFC') === value;
export const opaqueId = checked('format', isOpaqueId);
/** As `opaqueId`, or empty: nobody. */
export const opaqueIdOrEmpty = checked('format', (value) => value === '' || isOpaqueId(value));

/** Bytes as hex in lower case, `length` characters. */
export const hexText = (length: number): Shape<string> => checked('format', (value) => value.length === length && /^[\da-f]+$/.test(value));

/** Name of a status or an action in a transition table. */
export const tableWord = checked('format', (value) => value.length <= envelopeLimits.status && /^[a-z-]+$/.test(value));

/** Name of a kind. It is public: hosts are told it. */
export const kindWord = checked('format', (value) => value.length <= envelopeLimits.kind && /^[a-z][a-z\d-]*$/.test(value));

// Some engines parse 30 February as 1 March. A day that changes when it is parsed and formatted again does not exist.
const exists = (value: string): boolean => {
  const time = Date.parse(value);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(value.slice(0, 10));
};
const isInstant = (value: string): boolean => instantForm.test(value) && exists(value);
/** ISO 8601 in UTC, as `toISOString` writes it. */
export const instant = checked('format', isInstant);
/** As `instant`, or empty: a meeting clock that is stopped, or that runs between two items. */
export const instantOrEmpty = checked('format', (value) => value === '' || isInstant(value));
export const recordIdOrEmpty = checked('format', (value) => value === '' || uuid.test(value));
/** A calendar day, `2026-11-21`. */
export const day = checked('format', (value) => dayForm.test(value) && exists(value));

export const whole = (least: number, most: number): Shape<number> =>
  z.number().check(z.refine((value) => Number.isInteger(value) && value >= least && value <= most, 'range'));
export const amount = (least: number, most: number): Shape<number> => z.number().check(z.refine((value) => value >= least && value <= most, 'range'));

/** A list of at most `most` members. Its length is checked before its members. */
export const list = <D>(member: Shape<D>, most: number): Shape<D[]> =>
  z.pipe(
    z.custom<unknown[]>((value) => Array.isArray(value) && value.length <= most, 'length'),
    z.array(member),
  );

/** A list of person ids without duplicates. */
export const people = list(opaqueId, envelopeLimits.to).check(z.refine((ids) => new Set(ids).size === ids.length, 'value'));
