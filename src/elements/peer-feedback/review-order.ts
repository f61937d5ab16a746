import { compareText } from '../../model/text.js';
import type { Feedback } from '../../model/kinds/feedback/table.js';
import type { Kept } from '../../records/base/types.js';
import type { Community } from '../community/community.js';

type List = readonly Kept<Feedback>[];

/**
 * The feedback that this member of staff can review. Reports come first, because a receiver does not feel OK; within each group the one
 * that has waited longest comes first.
 */
export function queueOf(community: Community, reported: List, held: List): List {
  const mine = (kept: List, action: string): List =>
    kept.filter(({ record }) => community.can(action, record)).sort((a, b) => compareText(a.record.at, b.record.at));
  return [...mine(reported, 'retract'), ...mine(held, 'release')];
}
