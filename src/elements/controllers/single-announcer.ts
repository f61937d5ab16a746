import type { ReactiveController } from 'lit';
import type { Community } from '../community/community.js';
import type { View } from './base-view.js';

/** The lines of each community, by kind, in the order in which they were added. */
const lines = new WeakMap<Community, Map<string, View[]>>();

/**
 * Chooses the one widget of a community that announces what concerns all of them. Otherwise a screen reader would announce it once for each
 * widget. The first visible line speaks; when it is removed, the next one does. Lines with the same tag are of one kind.
 */
export class SingleAnnouncer implements ReactiveController {
  #community: Community | undefined;

  constructor(private readonly host: View) {
    host.addController(this);
  }

  /** Whether this line makes the announcements. */
  get speaks(): boolean {
    const all = this.#all;
    const first = all.find((line) => line === this.host || line.checkVisibility());
    return first === this.host;
  }

  hostUpdate(): void {
    const { community } = this.host;
    if (community === this.#community) return;
    this.#leave();
    this.#community = community;
    if (community) this.#all.push(this.host);
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #leave(): void {
    const all = this.#all;
    const place = all.indexOf(this.host);
    this.#community = undefined;
    if (place < 0) return;
    all.splice(place, 1);
    all[0]?.requestUpdate();
  }

  get #all(): View[] {
    if (!this.#community) return [];
    const kinds = lines.get(this.#community) ?? new Map<string, View[]>();
    lines.set(this.#community, kinds);
    const kind = this.host.localName;
    const all = kinds.get(kind) ?? [];
    kinds.set(kind, all);
    return all;
  }
}
