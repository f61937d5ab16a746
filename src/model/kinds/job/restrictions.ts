import type { MilieuRecord } from '../../record.js';
import { folded } from '../../text.js';
import { isInForce } from './states.js';
import type { Restriction } from './table.js';

/** The person whom a restriction is about. */
export const whoseRestriction = ({ to, by }: Pick<MilieuRecord, 'to' | 'by'>): string => to[0] ?? by;

/** Whether a person can be asked to do a job with these tags, by the restrictions among `records`. */
export function mayBeAsked(person: string, tags: readonly string[], records: readonly MilieuRecord[]): boolean {
  const asks = new Set(tags.map(folded));
  return !records.some(
    (record) =>
      record.kind === 'restriction' &&
      isInForce(record) &&
      whoseRestriction(record) === person &&
      (record as MilieuRecord<Restriction>).data.avoid.some((tag) => asks.has(folded(tag))),
  );
}
