import { MilieuOpenEvent } from './events.js';

/** A page of a widget that a person wants to see. */
export interface WayIn {
  /** Tag of the widget that has the page, such as `milieu-peer-feedback`. */
  readonly tag: string;
  /** Name of the page, as in the attribute `view`. */
  readonly view: string;
  /** Id of the record that it is about, if it is about one. */
  readonly about?: string | undefined;
}

/** A widget of the community that can show pages. */
export interface Openable {
  readonly element: HTMLElement;
  /** Shows the page; false if this widget does not have it, or may not leave the page that the host has chosen. */
  open(way: WayIn): boolean;
}

const isShown = ({ element }: Openable): boolean => element.checkVisibility();

/** The widgets of one community, in the order in which they were added. */
export class WaysIn {
  readonly #widgets: Openable[] = [];

  /** @param target returns the element that dispatches the events of the community */
  constructor(private readonly target: () => HTMLElement | undefined) {}

  /** Returns a function that takes the widget out again. */
  add(widget: Openable): () => void {
    this.#widgets.push(widget);
    return () => {
      const place = this.#widgets.indexOf(widget);
      if (place >= 0) this.#widgets.splice(place, 1);
    };
  }

  /** Whether a widget with this tag is where the person can see it. */
  has(tag: string): boolean {
    return this.#widgets.some((one) => one.element.localName === tag && isShown(one));
  }

  /** Opens the page. The host is told if no widget that the person can see has it. Returns whether the person can see it. */
  open(way: WayIn): boolean {
    const isSeen = this.show(way);
    if (!isSeen) this.target()?.dispatchEvent(new MilieuOpenEvent(way.tag, way.view, way.about));
    return isSeen;
  }

  /** Opens the page in the first widget that has it. Returns whether the person can see it there. */
  show(way: WayIn): boolean {
    const takers = this.#widgets.filter(({ element }) => element.localName === way.tag);
    const [shown, hidden] = [takers.filter(isShown), takers.filter((one) => !isShown(one))];
    if (shown.some((one) => one.open(way))) return true;
    hidden.some((one) => one.open(way)); // the host may show it when it hears of the event
    return false;
  }
}
