import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Community } from '../community/community.js';
import type { WayIn as Way } from '../community/ways-in.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly community: Community | undefined;
}

/** Lets the other widgets of the community open pages of its host. */
export class WayIn implements ReactiveController {
  #community: Community | undefined;
  #stop = (): void => undefined;

  /** @param open shows the page; returns false if the host has no such page */
  constructor(
    private readonly host: Host,
    private readonly open: (way: Way) => boolean,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const { community } = this.host;
    if (community === this.#community) return;
    this.#leave();
    this.#community = community;
    if (community) this.#stop = community.waysIn.add({ element: this.host, open: this.open });
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #leave(): void {
    this.#stop();
    this.#stop = (): void => undefined;
    this.#community = undefined;
  }
}
