import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { until } from 'lit/directives/until.js';
import { uuidv7 } from 'uuidv7';
import { starterDuties } from '../src/content/ladder.js';
import '../src/define/responsibility-ladder.js';
import type { Circle } from '../src/elements/responsibility-ladder/index.js';
import type { Actor } from '../src/model/record.js';
import { people, Scribe, storeFor } from './meeting-agenda/house.js';

interface Args {
  /** Pins one page; unset, the person moves between them. `give` and `place` are for staff. */
  readonly view?: 'part' | 'carry' | 'give' | 'place';
  /** Whose part and duties staff look at. */
  readonly about?: string;
  /** The host's own circles. */
  readonly circles?: readonly Circle[];
  readonly actor: Actor;
  readonly write?: (scribe: Scribe) => void;
}

const ana: Actor = { person: 'p-ana', as: 'resident' };
const priya: Actor = { person: 's-priya', as: 'staff' };
const day = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10);

function place(scribe: Scribe, circle: string): string {
  const id = uuidv7();
  const data = { circle, since: inDays(-18), reason: 'You like mornings. We start with breakfast crew, with Kit beside you.', reviewOn: inDays(10) };
  scribe.act('s-priya', 'place', 'placement', id, { to: ['p-ana'], data });
  return id;
}

function give(scribe: Scribe, title: string, to = 'p-ana', due?: string): string {
  const id = uuidv7();
  const starter = starterDuties.find((duty) => duty.title === title);
  scribe.act('s-priya', 'offer', 'duty', id, { to: [to], data: { ...starter, title, steps: starter?.steps ?? [], ...(due ? { due } : {}) } });
  return id;
}
const say = (scribe: Scribe, person: string, action: string, id: string, note: string): void => {
  scribe.act(person, action, 'duty', id, { answers: [{ id: uuidv7(), kind: 'duty-note', data: { note } }] });
};
const praise = (scribe: Scribe, from: string, saw: string, strength: string): void => {
  scribe.act(from, 'send', 'feedback', uuidv7(), { to: ['p-ana'], data: { mode: 'affirm', saw, strength } }, Date.now() - 9 * day);
};

const four: readonly Circle[] = [
  'Welcome to North House: the first days',
  'Caring for myself and for my own room',
  'Contributing to a crew with other people',
  'Living outside with people who know me',
].map((title, at) => ({
  id: `own-${at}`,
  title: title.slice(0, 40),
  purpose: 'For a day programme.',
  looksAfter: ['What we agreed on.'],
  support: ['Someone who checks in with you.'],
  talkAbout: [],
  opens: [],
}));

const draw = async ({ view, about, circles, actor, write }: Args) => {
  const scribe = new Scribe();
  write?.(scribe);
  const records = await storeFor(actor, scribe);
  return html`<milieu-community community="north-house" person=${actor.person} as=${actor.as} keep="page" .people=${people} .records=${records}>
    <milieu-responsibility-ladder view=${ifDefined(view)} about=${ifDefined(about)} .circles=${circles}></milieu-responsibility-ladder>
  </milieu-community>`;
};

const meta: Meta<Args> = {
  title: 'Widgets/Responsibility ladder',
  component: 'milieu-responsibility-ladder',
  render: (args) => html`${until(draw(args))}`,
};
export default meta;
type Story = StoryObj<Args>;

/** Strengths first, then the circles; the same for everyone always stands under them. */
export const MyPart: Story = {
  args: {
    view: 'part',
    actor: ana,
    write: (scribe) => {
      praise(scribe, 'p-jo', 'You walked Kit through the house.', 'You look out for new people.');
      praise(scribe, 's-priya', 'You said on Monday that Thursday is too much.', 'Tells us early when a job is too much.');
      place(scribe, 'contributing');
    },
  },
};

/** The first day. */
export const FirstDay: Story = { args: { view: 'part', actor: ana } };

/** Resting keeps the place. */
export const Resting: Story = {
  args: { view: 'part', actor: ana, write: (scribe) => void scribe.act('p-ana', 'rest', 'placement', place(scribe, 'supporting')) },
};

/** A host's own circles, with long names. */
export const OwnCircles: Story = { args: { view: 'part', actor: ana, circles: four, write: (scribe) => void place(scribe, 'own-2') } };

/** Every word about a duty is one tap; done is one tap, with Undo. */
export const WhatICarry: Story = {
  args: {
    view: 'carry',
    actor: ana,
    write: (scribe) => {
      scribe.act('p-ana', 'finish', 'duty', give(scribe, 'Lay the tables', 'p-ana', inDays(0)));
      scribe.act('p-ana', 'accept', 'duty', give(scribe, 'Water the plants', 'p-ana', inDays(1)));
      say(scribe, 'p-ana', 'ask-help', give(scribe, 'Wash up', 'p-ana', inDays(2)), 'The big pots are too heavy for me.');
      give(scribe, 'Set up the meeting room');
    },
  },
};
export const NothingToCarry: Story = { args: { view: 'carry', actor: ana } };

/** Staff: who waits for an answer comes first, then something new. */
export const GiveOut: Story = {
  args: {
    view: 'give',
    actor: priya,
    write: (scribe) => {
      say(scribe, 'p-ana', 'ask-help', give(scribe, 'Wash up'), 'The big pots are too heavy for me.');
      say(scribe, 'p-kit', 'swap', give(scribe, 'Take out the rubbish', 'p-kit'), 'I could do the plants.');
      scribe.act('p-jo', 'decline', 'duty', give(scribe, 'Tidy the living room', 'p-jo'));
    },
  },
};

/** Staff: what was agreed on, in words that the person reads too. */
export const AgreeOnAPart: Story = {
  args: { view: 'place', actor: priya, about: 'p-ana', write: (scribe) => void place(scribe, 'caring') },
};

/** Staff look at one person. */
export const AboutOnePerson: Story = { args: { ...MyPart.args, view: undefined, actor: priya, about: 'p-ana' } };
