/** Initial distance between two neighbours. */
const step = 1024;
/** If a gap is smaller than this, the list is renumbered. It is far above the smallest difference that a number can hold. */
const narrowest = 1e-6;

/** `order` is a number from -1e9 to 1e9. */
export const orderLimits = { most: 1e9 } as const;

/**
 * An order between those of two neighbours, so that moving an item changes one record only. Omit `before` for the top of the list, and
 * `after` for the end. Returns undefined if the gap is too small or the two are not in order: then `renumber` the list first.
 */
export function orderBetween(before?: number, after?: number): number | undefined {
  const order =
    before === undefined ? (after ?? step) - (after === undefined ? 0 : step) : after === undefined ? before + step : (before + after) / 2;
  const room = before === undefined || after === undefined || after - before > narrowest;
  return room && Math.abs(order) <= orderLimits.most ? order : undefined;
}

/** New orders for a list of `length` items, first to last. Each item whose order changes takes one act. */
export const renumber = (length: number): readonly number[] => Array.from({ length }, (_, at) => (at + 1) * step);

interface Placed {
  readonly id: string;
  readonly data: { readonly order?: unknown };
}
const orderOf = (item: Placed): number => (typeof item.data.order === 'number' ? item.data.order : Infinity);

/** Compares by order. Two devices can make equal orders: those sort by id, so that every screen shows the same list. No order: last. */
export const byOrder = (a: Placed, b: Placed): number => {
  const [left, right] = [orderOf(a), orderOf(b)];
  return left === right ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : left - right;
};
