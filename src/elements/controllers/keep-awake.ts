import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Community } from '../community/community.js';
import { runningIn } from '../community/running.js';

interface Host extends ReactiveControllerHost {
  readonly community: Community | undefined;
}

/** Tells the community that something runs here that needs no touch, so that the idle lock waits. */
export class KeepAwake implements ReactiveController {
  #community: Community | undefined;

  constructor(
    private readonly host: Host,
    private readonly isRunning: () => boolean,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    this.#end();
    this.#community = this.host.community;
    if (this.#community && this.isRunning()) runningIn(this.#community).add(this);
  }

  hostDisconnected(): void {
    this.#end();
  }

  #end(): void {
    if (this.#community) runningIn(this.#community).delete(this);
  }
}
