/* global $state -- a word of Svelte's compiler */
import { flushSync, mount, unmount } from 'svelte';
import Page from './page.svelte';

/** @type {import('./view.js').Host} */
export const host = {
  mount(root, view) {
    const props = $state({ view });
    const page = mount(Page, { target: root, props });
    flushSync();
    return {
      update(next) {
        props.view = next;
        flushSync();
      },
      unmount: () => unmount(page),
    };
  },
};
