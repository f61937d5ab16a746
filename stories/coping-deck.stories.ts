import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../src/define/coping-deck.js';
import type { Card } from '../src/elements/coping-card/index.js';
import { atHome, type Kept, press } from './coping-card/practices.js';

interface Args {
  /** The host's own cards; unset, the starter deck. */
  readonly cards?: readonly Card[];
  /** Pins one page; unset, the person moves between them. */
  readonly view?: 'cards' | 'mine';
  readonly kept?: Kept;
}

const meta: Meta<Args> = {
  title: 'Widgets/Coping deck',
  component: 'milieu-coping-deck',
  render: ({ cards, view, kept }) => atHome(html`<milieu-coping-deck view=${ifDefined(view)} .cards=${cards}></milieu-coping-deck>`, kept),
};
export default meta;
type Story = StoryObj<Args>;

/** A person first, then the cards. */
export const AllCards: Story = { args: { kept: [[30, { card: 'c07', title: 'Walk it down', helped: 'helped' }]] } };

/** What it is like right now narrows the cards; the person stays first. */
export const Craving: Story = { play: ({ canvasElement }) => press(canvasElement, 'Craving') };

/** People the host has named, and a way to ask staff. */
export const APersonFirst: Story = { play: ({ canvasElement }) => press(canvasElement, 'A person first') };

/** A card opens inside the deck. */
export const OneCard: Story = { play: ({ canvasElement }) => press(canvasElement, 'Five senses') };

/** All that was kept, whichever card it was. */
export const MyOwnTimes: Story = {
  args: {
    view: 'mine',
    kept: [
      [50, { card: 'c07', title: 'Walk it down', before: 7, after: 3, helped: 'helped' }],
      [5, { before: 6, after: 6, helped: 'a-bit' }],
    ],
  },
};
