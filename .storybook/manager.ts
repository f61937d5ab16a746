import { addons } from 'storybook/manager-api';
import { asSaid, firstNames } from './names.js';
import { dark, light } from './theme.js';

addons.setConfig({
  theme: matchMedia('(prefers-color-scheme: dark)').matches ? dark : light,
  sidebar: { showRoots: true, renderLabel: ({ name, type }) => (type === 'story' ? asSaid(name, firstNames) : name) },
  layout: { panelPosition: 'bottom' },
  // What a host writes is next to every story; the controls are one tab further.
  selectedPanel: 'storybook/docs/panel',
});
