import '@angular/compiler';
import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal, type Type } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import type { Host, View } from './view.js';

let made = 0;

/** Angular knows attributes and properties only from a template, so each view has one of its own. */
function componentOf({ community, listeners, tag, widget }: View, view: () => View): Type<unknown> {
  const properties = (names: object, of: string): string =>
    Object.keys(names)
      .map((name) => (name.includes('-') ? `[attr.${name}]="view().${of}['${name}']"` : `[${name}]="view().${of}['${name}']"`))
      .join(' ');
  const handlers = Object.keys(listeners)
    .map((name) => `(${name})="view().listeners['${name}']($event)"`)
    .join(' ');
  const template = `<milieu-community ${properties(community, 'community')} ${handlers}><${tag} ${properties(widget, 'widget')}>{{ view().fallback }}</${tag}></milieu-community>`;
  class Page {
    readonly view = view;
  }
  return Component({ selector: `host-page-${++made}`, template, schemas: [CUSTOM_ELEMENTS_SCHEMA] })(Page);
}

export const host: Host = {
  async mount(root, view) {
    const now = signal(view);
    const app = await createApplication({ providers: [provideZonelessChangeDetection()] });
    const place = root.appendChild(document.createElement('div'));
    app.bootstrap(componentOf(view, now), place);
    await app.whenStable();
    return {
      async update(next) {
        now.set(next);
        await app.whenStable();
      },
      unmount() {
        app.destroy();
        root.replaceChildren();
      },
    };
  },
};
