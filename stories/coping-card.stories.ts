import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../src/define/coping-card.js';
import type { Card } from '../src/elements/coping-card/index.js';
import { atHome, type Kept, press } from './coping-card/practices.js';

interface Args {
  /** Id of a starter card; unset, the first of the deck. */
  readonly card?: string;
  /** A card of the host's own. */
  readonly content?: Card;
  /** Pins one page; unset, the person moves between them. */
  readonly view?: 'card' | 'mine';
  readonly kept?: Kept;
}

const pond: Card = {
  id: 'own-pond',
  title: 'Sit by the pond',
  why: 'Water moves on, and so will this.',
  moments: ['flat', 'racing'],
  steps: ['Walk to the pond. Tell someone where you go.', 'Sit down on the stone.', 'Watch the water until the time is up.'],
  seconds: 300,
  upTo: 900,
  cautions: ['Wear shoes. The stones are wet.'],
};

const meta: Meta<Args> = {
  title: 'Widgets/Coping card',
  component: 'milieu-coping-card',
  render: ({ card, content, view, kept }) =>
    atHome(html`<milieu-coping-card card=${ifDefined(card)} view=${ifDefined(view)} .content=${content}></milieu-coping-card>`, kept),
};
export default meta;
type Story = StoryObj<Args>;

/** Nothing moves before Start, and no number stands before it. */
export const Breathing: Story = { args: { card: 'c01' } };

/** The circle opens for four counts and closes for six. With less motion asked for, dots fill instead. */
export const Pacer: Story = { args: { card: 'c01' }, play: ({ canvasElement }) => press(canvasElement, 'Start breathing') };

/** Stopping early is fine, and can be kept too. */
export const After: Story = { args: { card: 'c01' }, play: ({ canvasElement }) => press(canvasElement, 'Start breathing', 'Stop') };

/** Steps with time, and the same moment with open eyes one tap away. */
export const Steps: Story = { args: { card: 'c08' } };
export const StepsWithTime: Story = { args: { card: 'c08' }, play: ({ canvasElement }) => press(canvasElement, 'Start') };

/** It did not ease two times today: a person is offered, and no other card. */
export const PeopleFirst: Story = {
  args: {
    card: 'c01',
    kept: [
      [1, { before: 7, after: 8 }],
      [2, { before: 8, after: 8 }],
    ],
  },
  play: ({ canvasElement }) => press(canvasElement, 'Start breathing', 'Stop'),
};

/** What the person kept, in words; no totals and no gaps. */
export const MyOwnTimes: Story = {
  args: {
    card: 'c01',
    view: 'mine',
    kept: [
      [120, { before: 5, after: 6, helped: 'not-now', note: 'Too loud in the living room.' }],
      [72, { before: 9, after: 4, helped: 'helped' }],
      [48, { seconds: 60, helped: 'a-bit' }],
      [3, { before: 8, after: 5, helped: 'a-bit', note: 'Better by the window.' }],
    ],
  },
};

export const NothingKeptYet: Story = { args: { card: 'c01', view: 'mine' } };

/** A card of the host's own, as data. */
export const OwnCard: Story = { args: { content: pond } };

/** A card that does not fit says which parts. */
export const OwnCardThatDoesNotFit: Story = { args: { content: { ...pond, title: '', seconds: 5 } } };

/** Alone on an empty page: it works, keeps, and says where. */
export const Alone: Story = { render: () => html`<milieu-coping-card></milieu-coping-card>` };
