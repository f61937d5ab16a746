import { inputOf, same } from '../../model/decide.js';
import type { Change } from '../../model/change.js';
import type { MilieuRecord } from '../../model/record.js';
import type { Input } from '../../model/transition.js';

/**
 * The input for repeating a change on `root`, a newer version than `before`, on which it was made. Fields in `moves` that the act
 * left as they were in `before` take their value from `root`.
 */
export function rebaseInput(change: Change, root: MilieuRecord | undefined, before: MilieuRecord | undefined): Input {
  const input = inputOf(change);
  if (!root || !before) return input;
  const kept = (field: string, value: unknown): unknown => (same(value, before.data[field]) ? root.data[field] : value);
  return { ...input, moves: Object.fromEntries(Object.entries(input.moves ?? {}).map(([field, value]) => [field, kept(field, value)])) };
}
