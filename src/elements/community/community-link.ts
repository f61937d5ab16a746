import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Community } from './community.js';
import { communityContext } from './context.js';

let sharedCommunity: Community | undefined;
const loneWidgets = new Set<HTMLElement>();

/** The shared community of all widgets that are not inside a `<milieu-community>`: no person is named, and the device keeps the records. */
const withoutCommunity = (): Community =>
  (sharedCommunity ??= new Community({ community: 'here', as: 'resident', keep: 'house' }, () => [...loneWidgets][0]));

/**
 * Finds the community around a widget or view, and redraws the host element when it changes. It searches again on each connect and
 * unsubscribes on disconnect, because a widget that was moved out of a community must not write to it.
 */
export class CommunityLink implements ReactiveController {
  #community: Community | undefined;
  #stop = (): void => undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly changed: () => void = () => undefined,
  ) {
    host.addController(this);
  }

  /** Undefined until the host element is connected. */
  get community(): Community | undefined {
    return this.#community;
  }

  hostConnected(): void {
    this.#ask();
    if (this.#community) return;
    this.#take(withoutCommunity());
    loneWidgets.add(this.host);
    if (customElements.get('milieu-community')) return;
    void customElements.whenDefined('milieu-community').then(() => {
      if (this.host.isConnected) this.#ask();
    });
  }

  hostDisconnected(): void {
    loneWidgets.delete(this.host);
    this.#stop();
    this.#stop = (): void => undefined;
    this.#community = undefined;
  }

  #ask(): void {
    this.host.dispatchEvent(new ContextEvent(communityContext, this.host, (community) => this.#take(community)));
  }

  #take(community: Community): void {
    if (community === this.#community) return;
    loneWidgets.delete(this.host);
    this.#stop();
    this.#community = community;
    this.#stop = community.subscribe(() => this.#redraw());
    this.#redraw();
  }

  #redraw(): void {
    this.changed();
    this.host.requestUpdate();
  }
}
