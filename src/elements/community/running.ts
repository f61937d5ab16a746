import type { Community } from './community.js';

const all = new WeakMap<Community, Set<object>>();

/** What runs in the widgets of a community and needs no touch: a practice, a meeting. */
export function runningIn(community: Community): Set<object> {
  const running = all.get(community) ?? new Set();
  all.set(community, running);
  return running;
}
