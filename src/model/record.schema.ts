import * as z from 'zod/mini';
import { kinds } from './kinds/tables.js';
import { statusesOf } from './statuses.js';
import { versionOf } from './versions.js';
import { dataSchemas } from './kinds/all.schema.js';
import type { Change } from './change.js';
import { envelopeLimits, everyAs, everyVisibility, type MilieuRecord } from './record.js';
import { instant, list, opaqueId, people, type ProblemCode, recordId, type Shape, tableWord, whole } from './field-types.schema.js';

/** One validation problem. `path` consists of field names of this project and list positions, never of the input. */
export interface Problem {
  readonly path: string;
  readonly code: ProblemCode;
}

/** The record, or undefined if any part of it is not valid. The result is a copy that shares no object with the input. Never throws. */
export const parseRecord = (input: unknown): MilieuRecord | undefined => fitted(readRecord(input));

/** The change, or undefined if any part of it is not valid. It does not check whether the act is allowed: `admit` does. Never throws. */
export const parseChange = (input: unknown): Change | undefined => fitted(readChange(input));

/** The validation problems of a record, or of a change (which has `records`): at most 20, empty if it is valid. Contains no text of the input. */
export function problemsOf(input: unknown): readonly Problem[] {
  const read = guarded<MilieuRecord | Change>(() => (isObject(input) && 'records' in input ? readChange(input) : readRecord(input)));
  return 'problems' in read ? read.problems.slice(0, 20) : [];
}

/** What an invalid record says about itself: its id, if that is a valid id, and whether its kind is unknown to this version. */
export function claimOf(input: unknown): { readonly id?: string; readonly unknownKind: boolean } {
  try {
    const { id, kind } = isObject(input) ? input : {};
    const unknownKind = typeof kind === 'string' && !Object.hasOwn(kinds, kind);
    return recordId.safeParse(id).success ? { id: id as string, unknownKind } : { unknownKind };
  } catch {
    return { unknownKind: false };
  }
}

type Read<T> = { readonly value: T } | { readonly problems: readonly Problem[] };

const fitted = <T>(read: Read<T>): T | undefined => ('value' in read ? read.value : undefined);

const isObject = (input: unknown): input is Record<string, unknown> => typeof input === 'object' && input !== null;

const changeSchema = z.strictObject({
  key: recordId,
  action: tableWord,
  by: opaqueId,
  as: z.enum(everyAs),
  at: instant,
  community: opaqueId,
  records: list(z.unknown(), envelopeLimits.records),
});

const recordSchemas = new Map<string, Shape<MilieuRecord>>();

/** The schema of all records of one kind; undefined for a kind that this version does not know. */
export function recordSchema(name: string): Shape<MilieuRecord> | undefined {
  const kind = kinds[name];
  const data = dataSchemas.get(name);
  if (!kind || !data) return undefined;
  const known = recordSchemas.get(name);
  if (known) return known;
  const schema: Shape<MilieuRecord> = z
    .strictObject({
      id: recordId,
      kind: z.enum([name]),
      v: whole(1, kind.v),
      community: opaqueId,
      by: opaqueId,
      to: people,
      about: z.optional(recordId),
      from: z.optional(recordId),
      visibility: z.enum(everyVisibility),
      at: instant,
      status: z.enum(statusesOf(name)),
      rev: whole(1, Number.MAX_SAFE_INTEGER),
      data,
    })
    .check(z.refine(({ v, data: fields }) => v >= versionOf(kind, fields), { error: 'unknown-field', path: ['v'] }));
  recordSchemas.set(name, schema);
  return schema;
}

function readRecord(input: unknown): Read<MilieuRecord> {
  return guarded(() => {
    if (!isObject(input)) return problem('', 'type');
    const schema = typeof input['kind'] === 'string' ? recordSchema(input['kind']) : undefined;
    return schema ? readBy(schema, input) : problem('kind', 'unknown-kind');
  });
}

function readChange(input: unknown): Read<Change> {
  return guarded(() => {
    const outside = readBy(changeSchema, input);
    if ('problems' in outside) return outside;
    const { records, ...gesture } = outside.value;
    if (!records.length) return problem('records', 'length');
    const read = records.map(readRecord);
    const problems = read.flatMap((one, at) =>
      'problems' in one ? one.problems.map(({ path, code }) => ({ path: joined('records', at, path), code })) : [],
    );
    if (problems.length) return { problems };
    const inside = read.flatMap((one) => ('value' in one ? [one.value] : []));
    const strangers = inside.flatMap(({ id, community }, at) => {
      const again = inside.findIndex((other) => other.id === id) !== at;
      return again || community !== gesture.community ? [{ path: joined('records', at, again ? 'id' : 'community'), code: 'mismatch' as const }] : [];
    });
    return strangers.length ? { problems: strangers } : { value: { ...gesture, records: inside } };
  });
}

function readBy<T>(schema: Shape<T>, input: unknown): Read<T> {
  const result = schema.safeParse(input);
  return result.success
    ? { value: result.data }
    : { problems: result.error.issues.map((issue) => ({ path: issue.path.join('.'), code: codeOf(issue) })) };
}

const codes: Readonly<Record<string, ProblemCode>> = { invalid_type: 'type', invalid_value: 'value', unrecognized_keys: 'unknown-field' };
const codeOf = (issue: z.core.$ZodIssue): ProblemCode => (issue.code === 'custom' ? (issue.message as ProblemCode) : (codes[issue.code] ?? 'value'));

// A page may pass in objects whose getters throw. The error may contain private text, so only the fact is reported.
function guarded<T>(read: () => Read<T>): Read<T> {
  try {
    return read();
  } catch {
    return problem('', 'unreadable');
  }
}

const problem = (path: string, code: ProblemCode): { problems: readonly Problem[] } => ({ problems: [{ path, code }] });

const joined = (...parts: readonly (string | number)[]): string => parts.filter((part) => part !== '').join('.');
