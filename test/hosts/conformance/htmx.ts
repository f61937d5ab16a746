import htmx from 'htmx.org';
import { addScript, markupOf } from './markup.js';
import type { Host, View } from './view.js';

/** The server's answer is put into the page by htmx; an update is a new answer in the place of the old one. */
async function swap(root: HTMLElement, view: View): Promise<void> {
  await (htmx as unknown as { ajax(verb: string, path: string, context: object): Promise<void> }).ajax(
    'GET',
    `/fragment?${new URLSearchParams({ html: markupOf(view) })}`,
    { target: root, swap: 'innerHTML' },
  );
}

export const host: Host = {
  async mount(root, view) {
    await swap(root, view);
    let remove = addScript(root, view);
    return {
      async update(next) {
        remove();
        await swap(root, next);
        remove = addScript(root, next);
      },
      unmount() {
        remove();
        root.replaceChildren();
      },
    };
  },
};
