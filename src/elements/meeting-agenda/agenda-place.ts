import type { MilieuRecord } from '../../model/record.js';
import { orderBetween, renumber } from '../../model/kinds/agenda-item/order.js';
import { placeFor } from '../../model/kinds/agenda-item/places.js';
import type { Item, ItemKind } from '../../model/kinds/agenda-item/table.js';
import type { KeptItem, KeptMeeting } from './meeting-lists.js';

/** Where a new item goes: its order, and the items that must be moved first because the gap is too small. */
export interface NewPlace {
  readonly order: number;
  readonly moves: readonly (readonly [item: MilieuRecord<Item>, order: number])[];
}

/** The place of a new item of a kind on the agenda of a meeting. What the meeting has passed stays before it. */
export function newPlace(kind: ItemKind, meeting: KeptMeeting | undefined, parts: readonly KeptItem[]): NewPlace {
  const records = parts.map(({ record }) => record);
  const now = records.findIndex(({ id }) => id === meeting?.record.data.clock?.item);
  const at = placeFor(kind, records, now + 1);
  const [before, after] = [records[at - 1]?.data.order, records[at]?.data.order];
  const known = records.every(({ data }) => data.order !== undefined);
  const order = known ? orderBetween(before, after) : undefined;
  if (order !== undefined) return { order, moves: [] };
  const orders = renumber(records.length + 1);
  return { order: orders[at]!, moves: records.map((record, index) => [record, orders[index < at ? index : index + 1]!]) };
}
