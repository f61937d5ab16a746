import { createElement, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Host, View } from './view.js';

function Page({ community, listeners, tag, widget, fallback }: View): ReactNode {
  const handlers = Object.fromEntries(Object.entries(listeners).map(([name, handler]) => [`on${name}`, handler]));
  return createElement('milieu-community', { ...community, ...handlers }, createElement(tag, widget, fallback));
}

export const host: Host = {
  mount(root, view) {
    const page = createRoot(root);
    const draw = (next: View): void => flushSync(() => page.render(createElement(Page, next)));
    draw(view);
    return { update: draw, unmount: () => page.unmount() };
  },
};
