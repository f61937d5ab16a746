import { addons } from 'storybook/manager-api';
import { asSaid, firstNames } from './names.js';
import { dark, light } from './theme.js';

addons.setConfig({
  theme: matchMedia('(prefers-color-scheme: dark)').matches ? dark : light,
  sidebar: { showRoots: true, renderLabel: ({ name, type }) => (type === 'story' ? asSaid(name, firstNames) : name) },
  panelPosition: 'bottom',
});
