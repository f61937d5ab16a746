import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/define/index.js';
import { fill, findByRole, findInText } from '../../src/testing/by-role.js';
import '../brand/your-brand.js';
import { FakeHistory, sam, visit } from '../fixtures.js';
import './your-brand.css';

const meta: Meta = {
  title: 'Guides/Your brand',
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen' },
  render: () =>
    html`<story-your-brand
      >${visit(
        { actor: sam, history: FakeHistory.afterSixWeeks() },
        html`<div class="your-brand-house">
          <milieu-peer-feedback></milieu-peer-feedback>
          <milieu-help></milieu-help>
          <milieu-responsibility-ladder></milieu-responsibility-ladder>
          <milieu-coping-card card="c03"></milieu-coping-card>
          <milieu-meeting-agenda></milieu-meeting-agenda>
          <milieu-coping-deck></milieu-coping-deck>
        </div>`,
      )}</story-your-brand
    >`,
};
export default meta;
type Story = StoryObj;

/** Five settings, every widget next to them, and what they mean for reading. */
export const YourBrand: Story = { name: 'Your brand' };

/** A yellow that nobody could read is kept where it can be read and changed where it cannot, and the page says so. */
export const TooBright: Story = {
  play: async ({ canvasElement }) => {
    const accent = await findByRole(canvasElement, 'textbox', 'Accent');
    fill(accent, '#ffe600');
    await findInText(canvasElement, /On a light page we hold your accent/);
    await findInText(canvasElement, /Words on the button: very easy to read/);
  },
};

/** A value that is not a colour is reported at the field, and the last colour stays. */
export const NoColour: Story = {
  play: async ({ canvasElement }) => {
    const accent = await findByRole(canvasElement, 'textbox', 'Accent');
    fill(accent, 'house blue');
    await findInText(canvasElement, 'No browser knows this colour. We keep the last one.');
  },
};

/** A brand with its own shape and ink. */
export const ALikelyHouse: Story = {
  play: async ({ canvasElement }) => {
    (await findByRole(canvasElement, 'button', 'City hospital')).click();
    await findInText(canvasElement, /--milieu-radius: 0rem/);
  },
};
