import { nextFrame } from '@open-wc/testing';

/** Waits until promises and the next two frames have been rendered. */
export async function settled(): Promise<void> {
  await nextFrame();
  await new Promise((resolve) => setTimeout(resolve));
  await nextFrame();
}

/** Waits until a change of a property is rendered in all nested views. This takes promises only; it may not be painted yet. */
export const drawn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Globals that test tools add, not we. */
const tools = /^(lit|reactiveElement|webpack|__(zod|wtr|WTR|mocha)|axe$|chai)|^\d+$/i;

/** Globals that were not there before. */
export const grown = (before: readonly string[]): string[] =>
  Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name) && !tools.test(name));

/** Runs `run` and returns the listeners that it left on document and window, by name, with what it returned. */
export async function listenersWhile<T>(run: () => Promise<T>): Promise<readonly [string[], T]> {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- always called with the target it was asked of
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const held = new Map<string, Set<unknown>>();
  const keyOf = (target: unknown, type: string, options: unknown): string | undefined => {
    const capture = typeof options === 'object' && options !== null ? Boolean((options as AddEventListenerOptions).capture) : Boolean(options);
    const name = target === document ? 'document' : target === undefined || target === globalThis ? 'window' : undefined;
    return name && `${name} ${type}${capture ? ' capture' : ''}`;
  };
  EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, ...[type, listener, options]: Parameters<typeof add>) {
    const key = keyOf(this, type, options);
    if (key && listener) held.set(key, (held.get(key) ?? new Set()).add(listener));
    add.call(this ?? globalThis, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget | undefined, ...[type, listener, options]: Parameters<typeof remove>) {
    const key = keyOf(this, type, options);
    if (key) held.get(key)?.delete(listener);
    remove.call(this ?? globalThis, type, listener, options);
  };
  try {
    const value = await run();
    return [[...held].flatMap(([key, listeners]) => (listeners.size > 0 ? [`${listeners.size} of ${key}`] : [])), value];
  } finally {
    Object.assign(EventTarget.prototype, { addEventListener: add, removeEventListener: remove });
  }
}

/** Runs `run` and returns how many of its intervals still run. */
export async function intervalsWhile(run: () => Promise<void>): Promise<number> {
  const { setInterval: begin, clearInterval: end } = globalThis;
  const going = new Set<unknown>();
  Object.assign(globalThis, {
    setInterval: (...args: Parameters<typeof begin>) => {
      const id = begin(...args);
      going.add(id);
      return id;
    },
    clearInterval: (id: number) => {
      going.delete(id);
      end(id);
    },
  });
  try {
    await run();
    return going.size;
  } finally {
    Object.assign(globalThis, { setInterval: begin, clearInterval: end });
  }
}

/** Events that leave a shadow root but need no documentation: how a widget finds its community. */
const quiet = new Set(['context-request']);

/**
 * Runs `run` and returns, by tag, the names of all our events that reach the page. `run` may ask whether
 * an element has dispatched one yet.
 */
export async function eventsWhile(
  run: (told: (element: Element, type: string) => boolean) => Promise<void>,
): Promise<{ fired: Map<string, Set<string>> }> {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- always called with the target it was asked of
  const { dispatchEvent: dispatch } = EventTarget.prototype;
  const fired = new Map<string, Set<string>>();
  EventTarget.prototype.dispatchEvent = function (this: EventTarget, event: Event) {
    if (this instanceof Element && (event.composed || this.localName.split('-').length === 2) && !quiet.has(event.type)) {
      const outer = this.getRootNode() instanceof ShadowRoot ? outermost(this) : this;
      fired.set(outer.localName, (fired.get(outer.localName) ?? new Set()).add(event.type));
    }
    return dispatch.call(this, event);
  };
  try {
    await run((element, type) => fired.get(element.localName)?.has(type) ?? false);
    return { fired };
  } finally {
    EventTarget.prototype.dispatchEvent = dispatch;
  }
}

function outermost(element: Element): Element {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? outermost(root.host) : element;
}
