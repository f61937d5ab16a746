import { addScript, markupOf } from './markup.js';
import type { Host, View } from './view.js';

/** Attributes that differ in the new markup are set on the elements that are there, as a page without a framework does. */
function changeAttributes(root: HTMLElement, view: View): void {
  const next = document.createElement('template');
  next.innerHTML = markupOf(view); // eslint-disable-line no-restricted-syntax -- as a server's markup is parsed; it is no text of a person
  const wanted = [...next.content.querySelectorAll('*')];
  for (const [index, element] of [...root.querySelectorAll('*')].entries()) {
    const attributes = wanted[index]?.attributes ?? [];
    for (const name of element.getAttributeNames()) if (!wanted[index]?.hasAttribute(name)) element.removeAttribute(name);
    for (const { name, value } of attributes) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

/** A page without a framework: its markup is parsed, and changed by `setAttribute`. */
export const host: Host = {
  mount(root, view) {
    root.innerHTML = markupOf(view); // eslint-disable-line no-restricted-syntax -- as above
    const remove = addScript(root, view);
    return {
      update: (next) => changeAttributes(root, next),
      unmount() {
        remove();
        root.replaceChildren();
      },
    };
  },
};
