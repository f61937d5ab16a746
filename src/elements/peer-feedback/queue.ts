import type { Feedback } from '../../model/feedback.js';
import type { Kept } from '../../records/types.js';
import type { Community } from '../community/community.js';

type List = readonly Kept<Feedback>[];

/**
 * What this member of staff can do something about. Reports come first, for somebody does not feel OK; then whoever has
 * waited longest.
 */
export function queueOf(community: Community, reported: List, held: List): List {
  const mine = (kept: List, action: string): List =>
    kept.filter(({ record }) => community.can(action, record)).sort((a, b) => a.record.at.localeCompare(b.record.at));
  return [...mine(reported, 'retract'), ...mine(held, 'release')];
}
