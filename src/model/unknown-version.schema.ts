import * as z from 'zod/mini';
import { kinds } from './kinds/tables.js';
import type { Change } from './change.js';
import { envelopeLimits, everyAs, everyVisibility, maxRev, type MilieuRecord } from './record.js';
import { instant, kindWord, list, opaqueId, people, recordId, type Shape, tableWord, whole } from './field-types.schema.js';
import { toJson } from './json.js';

/**
 * Whether this version knows the kind and the version of a record. `v` is the version of the kind's data: a field that older code would
 * refuse comes with a new one.
 */
export const isKnownVersion = ({ kind, v }: Pick<MilieuRecord, 'kind' | 'v'>): boolean => v <= (kinds[kind]?.v ?? 0);

/** Whether this version knows the kind, in some version. */
export const isKnownKind = (kind: string): boolean => kinds[kind] !== undefined;

/**
 * A record of any kind and version: only the fields that all records share are validated, except for `rev`, which is at most `maxRev`.
 * Undefined if they are not valid. The result is a copy as JSON, with all fields that came. Never throws.
 */
export const parseAnyRecord = (input: unknown): MilieuRecord | undefined => parsed(anyRecord, input);

/** A change whose records are of any kind and version. Undefined if the fields that all changes and records share are not valid. Never throws. */
export function parseAnyChange(input: unknown): Change | undefined {
  const change = parsed(anyChange, input);
  const { community, records = [] } = change ?? {};
  const ids = new Set(records.map(({ id }) => id));
  return records.length > 0 && ids.size === records.length && records.every((record) => record.community === community) ? change : undefined;
}

const anyRecord: Shape<MilieuRecord> = z.looseObject({
  id: recordId,
  kind: kindWord,
  v: whole(1, Number.MAX_SAFE_INTEGER),
  community: opaqueId,
  by: opaqueId,
  to: people,
  about: z.optional(recordId),
  from: z.optional(recordId),
  visibility: z.enum(everyVisibility),
  at: instant,
  status: tableWord,
  rev: whole(1, maxRev),
  data: z.custom<MilieuRecord['data']>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
});

const anyChange: Shape<Change> = z.looseObject({
  key: recordId,
  action: tableWord,
  by: opaqueId,
  as: z.enum(everyAs),
  at: instant,
  community: opaqueId,
  records: list(anyRecord, envelopeLimits.records),
});

// The copy is validated, so that what is stored is what was looked at. Objects of a page may have getters, cycles or any depth.
function parsed<T>(schema: Shape<T>, input: unknown): T | undefined {
  try {
    const result = schema.safeParse(JSON.parse(toJson(input)));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}
