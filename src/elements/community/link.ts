import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Community } from './community.js';
import { communityContext } from './context.js';

let lone: Community | undefined;
const loneWidgets = new Set<HTMLElement>();

/** The community of widgets that stand on a page without one: a house on this device, with nobody named. */
const alone = (): Community => (lone ??= new Community({ community: 'here', as: 'resident', keep: 'house' }, () => [...loneWidgets][0]));

/**
 * Finds the community around a widget or view and redraws its host when something in it changes. It asks anew on every
 * connect and lets go on disconnect: a widget moved out of a house must not write into it.
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

  /** Undefined until connected. */
  get community(): Community | undefined {
    return this.#community;
  }

  hostConnected(): void {
    this.#ask();
    if (this.#community) return;
    this.#take(alone());
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
