import { type Actor, isInside, type MilieuRecord } from './record.js';

/**
 * Whether `reader` may read `record`. It depends on the record alone: acts change `visibility` together with `status`,
 * so a held reminder has `staff` until staff release it. Call it on the host's server before you send a record to anyone.
 */
export function mayRead(record: Pick<MilieuRecord, 'by' | 'to' | 'visibility'>, reader: Actor): boolean {
  if (record.by === reader.person) return true;
  const named = record.to.includes(reader.person);
  const staff = reader.as === 'staff';
  switch (record.visibility) {
    case 'self':
      return false;
    case 'staff':
      return staff && !named;
    case 'named':
      return named;
    case 'named-and-staff':
      return named || staff;
    case 'community':
      return named || isInside(reader.as);
  }
}
