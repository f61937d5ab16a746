import type { Practice } from '../../model/kinds/practice/table.js';
import type { Kept } from '../../records/base/types.js';

/** The cards that a person saved as helpful, by id, and when they did so last. How often, and by how much, is never looked at. */
export function lastHelped(kept: readonly Kept<Practice>[]): ReadonlyMap<string, string> {
  const oldestFirst = kept.filter(({ record }) => record.data.helped === 'helped').map(({ record }) => [record.data.card, record.at] as const);
  return new Map(oldestFirst.reverse());
}
