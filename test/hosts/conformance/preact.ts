import { createElement, render, type VNode } from 'preact';
import type { Host, View } from './view.js';

function page({ community, listeners, tag, widget, fallback }: View): VNode {
  const handlers = Object.fromEntries(Object.entries(listeners).map(([name, handler]) => [`on${name}`, handler]));
  return createElement('milieu-community', { ...community, ...handlers }, createElement(tag, widget, fallback));
}

export const host: Host = {
  mount(root, view) {
    render(page(view), root);
    return { update: (next) => render(page(next), root), unmount: () => render(null, root) };
  },
};
