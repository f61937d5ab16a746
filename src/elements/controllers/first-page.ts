import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether something on a page waits for this person; `unknown` until its list has been read. */
export type Waits = boolean | 'unknown';

interface Page {
  readonly name: string;
  readonly isNew?: Waits;
}

/**
 * Chooses the page that a widget opens on: the first one on which something waits, once the lists have been read. It chooses once for each
 * person, and not at all if the person has begun to use the widget, so that no page changes under their hands.
 */
export class FirstPage implements ReactiveController {
  #isOpen = true;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of begins) this.host.addEventListener(type, this.#begin);
  }
  hostDisconnected(): void {
    for (const type of begins) this.host.removeEventListener(type, this.#begin);
  }

  /** Another person looks at the widget. */
  again(): void {
    this.#isOpen = true;
  }

  /**
   * The name of the page to open now; undefined if the open one stays.
   * @param checked whether the backend has been asked, if there is one
   */
  of(pages: readonly Page[], checked: boolean): string | undefined {
    const first = pages.find(({ isNew }) => isNew);
    if (!this.#isOpen || first?.isNew === 'unknown') return undefined;
    this.#isOpen = !first && !checked;
    return first?.name;
  }

  readonly #begin = (): void => {
    this.#isOpen = false;
  };
}

const begins = ['pointerdown', 'keydown', 'input', 'focusin'] as const;
