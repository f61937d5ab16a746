import type { Community } from '../community/community.js';

const names = new WeakMap<Community, string>();

const fresh = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The name under which this tab holds a meeting's clock. It lives in memory alone: after a reload the tab is another one,
 * and takes the clock over like any other device.
 */
export function holderOf(community: Community): string {
  const known = names.get(community);
  if (known) return known;
  const name = fresh();
  names.set(community, name);
  return name;
}
