import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ColourPage } from './colour.js';
import { page } from './sheet.js';

page('story-colour', ColourPage);

const meta: Meta = { title: 'Foundations/Colour', tags: ['!autodocs'], parameters: { docs: { codePanel: false } } };
export default meta;

/** Every colour with its use and its contrast on its backgrounds, measured live. */
export const Colour: StoryObj = { render: () => html`<story-colour></story-colour>` };
