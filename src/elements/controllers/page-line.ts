import type { ReactiveController } from 'lit';
import type { Community } from '../community/community.js';
import type { View } from './base-view.js';

/** The lines that speak for the whole page, by community. */
const lines = new WeakMap<Community, Set<View>>();

/** Whether a line that the person can see says for the whole page what the state of the store is. */
export const hasPageLine = (community: Community | undefined): boolean =>
  community !== undefined && [...(lines.get(community) ?? [])].some((line) => line.checkVisibility());

/** Makes the status line of one widget the line of the page: the others then show only what differs. */
export class PageLine implements ReactiveController {
  #community: Community | undefined;

  constructor(
    private readonly host: View,
    private readonly isOne: () => boolean,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const community = this.isOne() ? this.host.community : undefined;
    if (community === this.#community) return;
    this.#leave();
    this.#community = community;
    if (!community) return;
    lines.set(community, (lines.get(community) ?? new Set()).add(this.host));
    queueMicrotask(() => community.changed());
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #leave(): void {
    const community = this.#community;
    this.#community = undefined;
    if (community && lines.get(community)?.delete(this.host)) queueMicrotask(() => community.changed());
  }
}
