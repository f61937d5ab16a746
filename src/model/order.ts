/** Distance between neighbours that nobody has moved yet. */
const step = 1024;
/** Below this gap a list is numbered anew; far above where halves stop being numbers. */
const narrowest = 1e-6;

/** Orders may be from -1e9 to 1e9. */
export const orderLimits = { most: 1e9 } as const;

/**
 * An order between two neighbours, so that a move writes one record. Leave out what is not there: no `before` is the top, no `after` the end.
 * Undefined where the gap is used up, or the two are not in order: then `renumber` the list first.
 */
export function orderBetween(before?: number, after?: number): number | undefined {
  const order =
    before === undefined ? (after ?? step) - (after === undefined ? 0 : step) : after === undefined ? before + step : (before + after) / 2;
  const room = before === undefined || after === undefined || after - before > narrowest;
  return room && Math.abs(order) <= orderLimits.most ? order : undefined;
}

/** Fresh orders for a list of `length`, first to last. Each that differs is one act. */
export const renumber = (length: number): readonly number[] => Array.from({ length }, (_, at) => (at + 1) * step);

interface Placed {
  readonly id: string;
  readonly data: { readonly order?: unknown };
}
const orderOf = (item: Placed): number => (typeof item.data.order === 'number' ? item.data.order : Infinity);

/** Sorts by order; equal orders, made on two devices at once, by id, so that every screen shows the same list. Without an order: last. */
export const byOrder = (a: Placed, b: Placed): number => {
  const [left, right] = [orderOf(a), orderOf(b)];
  return left === right ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : left - right;
};
