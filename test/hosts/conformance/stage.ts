import type { Host, Mounted, View } from './view.js';

/** A row that did not hold, in words. */
class Broken extends Error {}
export function hold(holds: unknown, otherwise: string): asserts holds {
  if (!holds) throw new Broken(otherwise);
}

export async function until<T>(check: () => T | Promise<T>, otherwise: () => string): Promise<NonNullable<T>> {
  for (const end = performance.now() + 10_000; ; await new Promise((later) => setTimeout(later, 20))) {
    const found = await check();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > end) throw new Broken(otherwise());
  }
}

/** All that is drawn in an element, shadow roots included. */
export function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLElement && (node.hidden || node.localName === 'style')) return '';
  const inner = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
  const children = node instanceof HTMLSlotElement ? node.assignedNodes() : inner.childNodes;
  return [...children].map(textOf).join(' ');
}

type CommunityElement = HTMLElementTagNameMap['milieu-community'];

/** One view in the page, as a row uses it. */
export class Stage {
  readonly root = document.body.appendChild(document.createElement('main'));
  readonly events: Event[] = [];
  #mounted: Mounted | undefined;

  constructor(
    readonly host: Host,
    readonly tag: string,
  ) {}

  view({ community = {}, widget = {} }: Partial<Pick<View, 'community' | 'widget'>> = {}): View {
    const listen = (event: Event): void => {
      this.events.push(event);
      if ('waitUntil' in event) (event as HTMLElementEventMap['milieu-deliver']).waitUntil(Promise.resolve(true));
    };
    return {
      community: { community: `c-${crypto.randomUUID()}`, person: 'p-1', as: 'resident', keep: 'page', ...community },
      listeners: { 'milieu-deliver': listen, 'milieu-error': listen, 'milieu-open': listen, 'milieu-person': listen },
      tag: this.tag,
      widget,
      fallback: 'This needs a newer browser',
    };
  }
  async mount(view: View): Promise<void> {
    this.#mounted = await this.host.mount(this.root, view);
  }
  async update(view: View): Promise<void> {
    await this.#mounted?.update(view);
  }
  async unmount(): Promise<void> {
    await this.#mounted?.unmount();
    this.#mounted = undefined;
  }
  async end(): Promise<void> {
    await this.unmount();
    this.root.remove();
  }

  get community(): CommunityElement {
    const element = this.root.querySelector('milieu-community');
    hold(element, 'there is no <milieu-community>');
    return element;
  }
  get widget(): HTMLElement {
    const element = this.root.querySelector<HTMLElement>(this.tag);
    hold(element, `there is no <${this.tag}>`);
    return element;
  }
  draws(text: string): Promise<boolean> {
    return until(
      () => textOf(this.widget).includes(text),
      () => `“${text}” is not drawn, but: ${textOf(this.widget).replace(/\s+/g, ' ').slice(0, 200)}`,
    );
  }
  async opens(): Promise<NonNullable<CommunityElement['records']>> {
    return until(
      () => this.community.records,
      () => `the store did not open: ${JSON.stringify(this.community.status)}`,
    );
  }
}
