import './clock.js';
import './conditions.js';
import './preview.css';
import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import { SNIPPET_RENDERED } from 'storybook/internal/docs-tools';
import { addons } from 'storybook/preview-api';
import manifest from '../custom-elements.json';
import '../src/define/index.js';
import { watchMarkup } from '../stories/docs/markup.js';
import { type Hands, wind } from './clock.js';
import { longerWords } from './longer.js';
import { dress, furnish, globalTypes, initialGlobals } from './toolbar.js';

setCustomElementsManifest(manifest);

let globals: Readonly<Record<string, unknown>> = initialGlobals;

const put = (given: Readonly<Record<string, unknown>>): void => {
  globals = given;
  dress(globals);
  furnish(document, globals, longerWords);
};

/** Docs pages render no story, but also have a theme and a direction. */
void addons.ready().then((channel) => {
  for (const name of ['setGlobals', 'globalsUpdated'])
    channel.on(name, ({ globals: given }: { readonly globals: Readonly<Record<string, unknown>> }) => put(given));
});

/** Communities are found when their stores are open, which is after the story is rendered. */
new MutationObserver(() => furnish(document, globals, longerWords)).observe(document.documentElement, { childList: true, subtree: true });

/** Changes theme or direction without rendering the story again: the tests of stories use this. */
addEventListener('milieu-dress', (event) => {
  dress({ ...globals, ...(event as CustomEvent<Readonly<Record<string, unknown>>>).detail });
  event.preventDefault();
});

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'padded',
    a11y: { test: 'error', options: { rules: { 'target-size': { enabled: true } } } },
    controls: { expanded: true },
    docs: {
      // Next to every story stands what a host writes, and not how the story is made.
      codePanel: true,
      source: { type: 'code' },
      renderer: async () => {
        const { Pages } = await import('./docs.js');
        return new Pages();
      },
      toc: { headingSelector: 'h2', title: 'On this page' },
    },
    options: {
      storySort: {
        order: [
          'Welcome',
          'Guides',
          ['Your brand', 'Words', 'Embed it', 'States', 'Keys', 'Accessibility promises', 'Downloads'],
          'Foundations',
          'Widgets',
          [
            'Today',
            'Help',
            'Peer feedback',
            'Responsibility ladder',
            ['For staff', 'Jobs that come again'],
            'Coping card',
            'Coping deck',
            'Meeting agenda',
            ['After a meeting', 'On the wall'],
          ],
          'Pages',
        ],
      },
    },
  },
  globalTypes,
  initialGlobals,
  beforeEach: ({ globals: { clock } }) => wind(clock as Hands),
  decorators: [
    (story, context) => {
      put(context.globals);
      watchMarkup(context.canvasElement, (source) => addons.getChannel().emit(SNIPPET_RENDERED, { id: context.id, source, args: context.args }));
      return story();
    },
  ],
};
export default preview;
