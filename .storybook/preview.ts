import './clock.js';
import './conditions.js';
import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import { setStorybookHelpersConfig } from '@wc-toolkit/storybook-helpers';
import manifest from '../custom-elements.json';
import '../src/define/index.js';
import { type Hands, wind } from './clock.js';
import { longerWords } from './longer.js';
import { dress, furnish, globalTypes, initialGlobals } from './toolbar.js';

setStorybookHelpersConfig({ hideArgRef: true, typeRef: 'type' });
setCustomElementsManifest(manifest);

let globals: Readonly<Record<string, unknown>> = initialGlobals;

/** Communities come when their stores are open, which is after the story has been drawn. */
new MutationObserver(() => furnish(document, globals, longerWords)).observe(document.documentElement, { childList: true, subtree: true });

/** Another theme or direction for the story as it stands, without drawing it anew: the tests of stories ask for each. */
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
    options: {
      storySort: {
        order: [
          'Welcome',
          'Guides',
          'Foundations',
          'Widgets',
          ['Help', 'Peer feedback', 'Responsibility ladder', 'Coping card', 'Coping deck', 'Meeting agenda'],
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
      ({ globals } = context);
      dress(globals);
      furnish(document, globals, longerWords);
      return story();
    },
  ],
};
export default preview;
