import type { MilieuRecord } from '../../model/record.js';
import { MilieuError } from '../base/errors.js';
import type { Bytes } from '../storage/db-schema.js';
import type { KeyRange } from '../storage/storage-adapter.js';
import type { Query } from '../base/types.js';
import type { CipherContext } from './cipher-context.js';
import { toJson } from '../../model/json.js';

type Relation = 'by' | 'to' | 'about';
type TagQuery = Pick<Query, 'kind' | 'status' | Relation>;

/** The label of one query: kind, one relation or none, one status or none. */
const label = (kind: string, relation: Relation | '', who: string, status: string): string => toJson([kind, relation, who, status]);

/** All labels under which a record can be found. */
export function labelsOf(record: MilieuRecord): string[] {
  const { kind, by, to, about, status } = record;
  const related: [Relation | '', string][] = [['', ''], ['by', by], ...to.map((person): [Relation, string] => ['to', person])];
  if (about !== undefined) related.push(['about', about]);
  const every = related.flatMap(([relation, who]) => [label(kind, relation, who, ''), label(kind, relation, who, status)]);
  return [...new Set(every)];
}

function labelOf(asked: TagQuery): string {
  const given = (['by', 'to', 'about'] as const).filter((relation) => asked[relation] !== undefined);
  if (given.length > 1) throw new MilieuError('invalid');
  const relation = given[0];
  return label(asked.kind, relation ?? '', relation ? asked[relation]! : '', asked.status ?? '');
}

/** Whether the decrypted record matches the query. Tags are not encrypted, so anyone with access to the disk can alter them. */
export function matchesQuery(record: MilieuRecord, asked: TagQuery): boolean {
  return labelsOf(record).includes(labelOf(asked));
}

/** The index keys of a record: each tag followed by the inverted id, so that ascending order is newest first. */
export async function indexKeysOf(cipher: CipherContext, record: MilieuRecord): Promise<Bytes[]> {
  const tail = inverted(record.id);
  return Promise.all(labelsOf(record).map(async (one) => join(await cipher.tag(one), tail)));
}

/** The index range that answers a query. */
export async function rangeOf(cipher: CipherContext, asked: TagQuery, before: string | undefined, limit: number): Promise<KeyRange> {
  const tag = await cipher.tag(labelOf(asked));
  const from = join(tag, before === undefined ? new Uint8Array(16) : inverted(before));
  return { index: 'keys', from, to: join(tag, new Uint8Array(16).fill(255)), after: before !== undefined, limit };
}

const uuid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

/** The 16 bytes of a UUID, each inverted. @throws MilieuError `invalid` if it is not a UUID */
export function inverted(id: string): Bytes {
  if (!uuid.test(id)) throw new MilieuError('invalid');
  const digits = id.replaceAll('-', '');
  return Uint8Array.from({ length: 16 }, (_, i) => 255 - parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}

function join(tag: Bytes, tail: Bytes): Bytes {
  const key = new Uint8Array(tag.length + tail.length);
  key.set(tag);
  key.set(tail, tag.length);
  return key;
}
