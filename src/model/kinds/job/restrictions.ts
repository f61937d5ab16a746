import type { MilieuRecord } from '../../record.js';
import { folded } from '../../text.js';
import { isInForce } from './states.js';
import type { Restriction } from './table.js';

/** The person whom a restriction is about. */
export const whoseRestriction = ({ to, by }: Pick<MilieuRecord, 'to' | 'by'>): string => to[0] ?? by;

/** Ids of those who should avoid a job with these tags, by the restrictions among `records`. */
export function whoAvoids(tags: readonly string[], records: readonly MilieuRecord[]): ReadonlySet<string> {
  const asks = new Set(tags.map(folded));
  if (asks.size === 0) return asks;
  const restrictions = records.filter((record): record is MilieuRecord<Restriction> => record.kind === 'restriction' && isInForce(record));
  return new Set(restrictions.filter(({ data }) => data.avoid.some((tag) => asks.has(folded(tag)))).map(whoseRestriction));
}

/** Whether a person can be asked to do a job with these tags, by the restrictions among `records`. */
export const mayBeAsked = (person: string, tags: readonly string[], records: readonly MilieuRecord[]): boolean =>
  !whoAvoids(tags, records).has(person);
