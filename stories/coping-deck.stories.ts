import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../src/define/coping-deck.js';
import type { Card } from '../src/elements/coping-card/index.js';
import type { Records } from '../src/records/index.js';
import { findByRole } from '../src/testing/by-role.js';
import { holdTheClock } from './coping-card/moment.js';
import { atHome, keep, type Kept, longCard, manyTimes, pond, press } from './coping-card/practices.js';
import { viewChoice } from './choices.js';
import { ana, faces, FakeHistory, visit } from './fixtures.js';
import { locked, opening, readOnly } from './states.js';

interface Args {
  /** The host's own cards; unset, the starter deck. */
  readonly cards?: readonly Card[];
  /** Pins one page; unset, the person moves between them. */
  readonly view?: 'cards' | 'mine';
  readonly kept?: Kept;
  readonly store?: (records: Records) => Records;
}

const meta: Meta<Args> = {
  title: 'Widgets/Coping deck',
  component: 'milieu-coping-deck',
  argTypes: { view: viewChoice('milieu-coping-deck') },
  render: ({ cards, view, ...home }) => atHome(html`<milieu-coping-deck view=${ifDefined(view)} .cards=${cards}></milieu-coping-deck>`, home),
};
export default meta;
type Story = StoryObj<Args>;

const story = (args: Args, ...names: readonly string[]): Story => ({
  args,
  ...(names.length > 0 ? { play: ({ canvasElement }) => press(canvasElement, ...names) } : {}),
});
const helped: Kept = [
  [74, { card: 'c09', title: 'Wait 15, then choose', seconds: 900, helped: 'helped' }],
  [30, { card: 'c07', title: 'Walk it down', before: 7, after: 3, helped: 'helped' }],
  [5, { before: 6, after: 6, helped: 'a-bit' }],
];

/** After six weeks of records, as the person in the toolbar sees it. */
export const InUse: Story = {
  render: ({ view }, { globals }) => {
    const actor = faces[String(globals['person'])] ?? ana;
    return visit(
      { actor, history: keep(FakeHistory.afterSixWeeks(), actor, helped) },
      html`<milieu-coping-deck view=${ifDefined(view)}></milieu-coping-deck>`,
    );
  },
};

/** Someone to talk to first, then the cards. */
export const AllCards = story({});
/** The chosen moment filters the cards; the person stays first, and cards that helped before say so. */
export const Craving = story({ kept: helped }, 'Craving');
/** People the host has named, and a way to ask staff. */
export const APersonFirst = story({}, 'Talk to someone first');
/** A card opens inside the deck. */
export const OneCard = story({}, 'Five senses');
/** A practice inside the deck. */
export const OneCardRunning: Story = {
  args: {},
  globals: { motion: 'system' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Longer out-breath');
    const pass = holdTheClock();
    await press(canvasElement, 'Start breathing');
    await findByRole(canvasElement, 'button', 'Stop');
    await pass(2.6);
  },
};
/** The host's own deck, with the moments of its cards. */
export const OwnCards = story({ cards: [pond, longCard] });
/** A deck without a card: a person is still first. */
export const NoCards = story({ cards: [] });
/** Invalid cards: a resident reads what to do, staff read which cards are wrong, and no card is shown in part. */
export const CardsThatDoNotFit = story({ cards: [pond, { ...pond, id: 'own-bench', steps: [] }] });

/** All saved practices, of every card. */
export const MyOwnTimes = story({ view: 'mine', kept: helped });
/** More than one page. */
export const ManyTimes = story({ view: 'mine', kept: manyTimes });
/** Nothing saved yet. */
export const NothingKeptYet = story({ view: 'mine' });

/** The store is still opening: the cards can already be used. */
export const Opening = story({ store: opening });
/** The saved practices are locked; the cards are not. */
export const Locked = story({ view: 'mine', store: locked });
/** A newer version of the page was used here: everything can be read, nothing written. */
export const ReadOnly = story({ view: 'mine', kept: helped, store: readOnly });
/** Gone when the page closes, and the line says so. */
export const ThisPageOnly = story({ store: (records) => records });
/** Alone on an empty page: people without names, and every card. */
export const Alone: Story = { render: () => html`<milieu-coping-deck></milieu-coping-deck>` };
