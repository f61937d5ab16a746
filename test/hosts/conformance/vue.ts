import { createApp, h, nextTick, shallowRef, type VNode } from 'vue';
import type { Host, View } from './view.js';

/** The name of a handler in Vue's virtual nodes: `milieu-saved` is `onMilieuSaved`. */
const handlerName = (event: string): string => `on${event.replace(/(^|-)(\w)/g, (_, _dash: string, letter: string) => letter.toUpperCase())}`;

function page({ community, listeners, tag, widget, fallback }: View): VNode {
  const handlers = Object.fromEntries(Object.entries(listeners).map(([name, handler]) => [handlerName(name), handler]));
  return h('milieu-community', { ...community, ...handlers }, [h(tag, widget, [fallback])]);
}

export const host: Host = {
  async mount(root, view) {
    const now = shallowRef(view);
    const app = createApp({ render: () => page(now.value) });
    app.mount(root);
    await nextTick();
    return {
      async update(next) {
        now.value = next;
        await nextTick();
      },
      unmount: () => app.unmount(),
    };
  },
};
