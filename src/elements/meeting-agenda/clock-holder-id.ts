import type { Community } from '../community/community.js';

const names = new WeakMap<Community, string>();

const fresh = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The holder id with which this tab runs a meeting's clock. It is only in memory: after a reload the tab has a new id and takes over the
 * clock like any other device.
 */
export function clockHolderOf(community: Community): string {
  const known = names.get(community);
  if (known) return known;
  const name = fresh();
  names.set(community, name);
  return name;
}
