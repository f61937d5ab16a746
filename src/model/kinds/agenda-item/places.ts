import type { MilieuRecord } from '../../record.js';
import { isParked } from './states.js';
import type { Item, ItemKind } from './table.js';

type ItemRecord = MilieuRecord<Item>;

const ideas: readonly ItemKind[] = ['proposal', 'request', 'topic'];

/** The kinds of fixed parts that have room for a suggestion of a kind, the best first. */
const roomFor: Readonly<Record<ItemKind, readonly ItemKind[]>> = {
  proposal: ideas,
  request: ideas,
  topic: ideas,
  activity: ideas,
  offer: ['offer', ...ideas],
  announcement: ['announcement'],
  appreciation: ['appreciation'],
  'follow-up': ['follow-up', ...ideas],
};

/** Minutes of an item that has none set. */
export const usualMinutes = 5;

/** Whether it was planned together with its meeting. Everything else was suggested by a person. */
export const isFixedPart = ({ about }: Pick<MilieuRecord, 'about'>): boolean => about !== undefined;

/** Whether people decide something in it. */
export const takesDecision = (item: ItemRecord): boolean => !isFixedPart(item) || ['proposal', 'request', 'topic', 'offer'].includes(item.data.kind);

/**
 * Where a new item goes on an agenda: an index in `parts`. It is after the last fixed part that has room for its kind, and after what is there
 * already; never after the last fixed part, which closes the meeting. Without fixed parts it is the end.
 * @param parts the agenda in order
 * @param least the first index that the meeting has not passed
 */
export function placeFor(kind: ItemKind, parts: readonly ItemRecord[], least = 0): number {
  const last = parts.findLastIndex(isFixedPart);
  const closing = parts.filter(isFixedPart).length > 1 ? last : parts.length;
  const room = roomFor[kind]
    .map((wanted) => parts.findLastIndex((part) => isFixedPart(part) && part.data.kind === wanted))
    .find((index) => index >= 0 && index !== closing);
  let at = (room ?? closing - 1) + 1;
  while (at < parts.length && !isFixedPart(parts[at]!)) at += 1;
  return Math.max(at, least);
}

/**
 * The minutes of each part, in order. What people suggested shares the time of the part that has room for it, so that the meeting does not
 * become longer; the part itself keeps at least one minute.
 */
export function minutesOfParts(parts: readonly ItemRecord[]): readonly number[] {
  const own = (part: ItemRecord): number => part.data.minutes ?? usualMinutes;
  return parts.map((part, at) => {
    if (!isFixedPart(part)) return own(part);
    let shared = 0;
    for (const one of parts.slice(at + 1)) {
      if (isFixedPart(one) || !roomFor[one.data.kind].includes(part.data.kind)) break;
      if (!isParked(one)) shared += own(one);
    }
    return Math.max(1, own(part) - shared);
  });
}
