import { inputOf, same } from '../../model/decide.js';
import type { Change, MilieuRecord } from '../../model/record.js';
import type { Input } from '../../model/transition.js';

/**
 * The input of a change for another go on `root`, which has moved on. What the act would move but had left as it was in
 * `before`, the version it was made on, stays as it is in `root`.
 */
export function onto(change: Change, root: MilieuRecord | undefined, before: MilieuRecord | undefined): Input {
  const input = inputOf(change);
  if (!root || !before) return input;
  const kept = (field: string, value: unknown): unknown => (same(value, before.data[field]) ? root.data[field] : value);
  return { ...input, moves: Object.fromEntries(Object.entries(input.moves ?? {}).map(([field, value]) => [field, kept(field, value)])) };
}
