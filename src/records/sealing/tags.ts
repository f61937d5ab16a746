import type { MilieuRecord } from '../../model/record.js';
import { MilieuError } from '../errors.js';
import type { Bytes } from '../disk/shapes.js';
import type { Within } from '../disk/shelf.js';
import type { Query } from '../types.js';
import type { Vault } from './vault.js';

type Relation = 'by' | 'to' | 'about';
type Asked = Pick<Query, 'kind' | 'status' | Relation>;

/** What is asked together is one label: kind, one relation or none, one status or none. */
const label = (kind: string, relation: Relation | '', who: string, status: string): string => JSON.stringify([kind, relation, who, status]);

/** Every label under which a record can be found. */
export function labelsOf(record: MilieuRecord): string[] {
  const { kind, by, to, about, status } = record;
  const related: [Relation | '', string][] = [['', ''], ['by', by], ...to.map((person): [Relation, string] => ['to', person])];
  if (about !== undefined) related.push(['about', about]);
  const every = related.flatMap(([relation, who]) => [label(kind, relation, who, ''), label(kind, relation, who, status)]);
  return [...new Set(every)];
}

function labelOf(asked: Asked): string {
  const given = (['by', 'to', 'about'] as const).filter((relation) => asked[relation] !== undefined);
  if (given.length > 1) throw new MilieuError('invalid');
  const relation = given[0];
  return label(asked.kind, relation ?? '', relation ? asked[relation]! : '', asked.status ?? '');
}

/** Whether the content is what was asked for: tags lie outside the box, and whoever owns the disk can alter them. */
export function fits(record: MilieuRecord, asked: Asked): boolean {
  return labelsOf(record).includes(labelOf(asked));
}

/** The index keys of a record: each tag with the inverted id behind it, so that ascending means newest first. */
export async function keysOf(vault: Vault, record: MilieuRecord): Promise<Bytes[]> {
  const tail = inverted(record.id);
  return Promise.all(labelsOf(record).map(async (one) => join(await vault.tag(one), tail)));
}

/** The stretch of the index that answers a query. */
export async function stretchOf(vault: Vault, asked: Asked, before: string | undefined, limit: number): Promise<Within> {
  const tag = await vault.tag(labelOf(asked));
  const from = join(tag, before === undefined ? new Uint8Array(16) : inverted(before));
  return { index: 'keys', from, to: join(tag, new Uint8Array(16).fill(255)), after: before !== undefined, limit };
}

const uuid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

/** The 16 bytes of a uuid, each inverted. @throws MilieuError `invalid` */
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
