import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { uuidv7 } from 'uuidv7';
import { starterDuties } from '../src/content/ladder.js';
import '../src/define/responsibility-ladder.js';
import type { Circle } from '../src/elements/responsibility-ladder/index.js';
import type { Actor } from '../src/model/record.js';
import { ana, priya, Scribe, visit } from './house.js';

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

const day = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10);

function place(scribe: Scribe, circle: string): string {
  const id = uuidv7();
  const data = { circle, since: inDays(-18), reason: 'You like mornings. We start with breakfast crew, with Kit beside you.', reviewOn: inDays(10) };
  scribe.act('s-01', 'place', 'placement', id, { to: ['p-02'], data });
  return id;
}

function give(scribe: Scribe, title: string, to = 'p-02', due?: string): string {
  const id = uuidv7();
  const starter = starterDuties.find((duty) => duty.title === title);
  scribe.act('s-01', 'offer', 'duty', id, { to: [to], data: { ...starter, title, steps: starter?.steps ?? [], ...(due ? { due } : {}) } });
  return id;
}
const say = (scribe: Scribe, person: string, action: string, id: string, note: string): void => {
  scribe.act(person, action, 'duty', id, { answers: [{ id: uuidv7(), kind: 'duty-note', data: { note } }] });
};
const praise = (scribe: Scribe, from: string, saw: string, strength: string): void => {
  scribe.act(from, 'send', 'feedback', uuidv7(), { to: ['p-02'], data: { mode: 'affirm', saw, strength } }, Date.now() - 9 * day);
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

const draw = ({ view, about, circles, actor, write }: Args): TemplateResult => {
  const scribe = new Scribe();
  write?.(scribe);
  return visit(
    { actor, scribe },
    html`<milieu-responsibility-ladder view=${ifDefined(view)} about=${ifDefined(about)} .circles=${circles}></milieu-responsibility-ladder>`,
  );
};

const meta: Meta<Args> = {
  title: 'Widgets/Responsibility ladder',
  component: 'milieu-responsibility-ladder',
  render: draw,
};
export default meta;
type Story = StoryObj<Args>;

/** Strengths first, then the circles; the same for everyone always stands under them. */
export const MyPart: Story = {
  args: {
    view: 'part',
    actor: ana,
    write: (scribe) => {
      praise(scribe, 'p-03', 'You walked Kit through the house.', 'You look out for new people.');
      praise(scribe, 's-01', 'You said on Monday that Thursday is too much.', 'Tells us early when a job is too much.');
      place(scribe, 'contributing');
    },
  },
};

/** The first day. */
export const FirstDay: Story = { args: { view: 'part', actor: ana } };

/** Resting keeps the place. */
export const Resting: Story = {
  args: { view: 'part', actor: ana, write: (scribe) => void scribe.act('p-02', 'rest', 'placement', place(scribe, 'supporting')) },
};

/** A host's own circles, with long names. */
export const OwnCircles: Story = { args: { view: 'part', actor: ana, circles: four, write: (scribe) => void place(scribe, 'own-2') } };

/** Every word about a duty is one tap; done is one tap, with Undo. */
export const WhatICarry: Story = {
  args: {
    view: 'carry',
    actor: ana,
    write: (scribe) => {
      scribe.act('p-02', 'finish', 'duty', give(scribe, 'Lay the tables', 'p-02', inDays(0)));
      scribe.act('p-02', 'accept', 'duty', give(scribe, 'Water the plants', 'p-02', inDays(1)));
      say(scribe, 'p-02', 'ask-help', give(scribe, 'Wash up', 'p-02', inDays(2)), 'The big pots are too heavy for me.');
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
      say(scribe, 'p-02', 'ask-help', give(scribe, 'Wash up'), 'The big pots are too heavy for me.');
      say(scribe, 'p-04', 'swap', give(scribe, 'Take out the rubbish', 'p-04'), 'I could do the plants.');
      scribe.act('p-03', 'decline', 'duty', give(scribe, 'Tidy the living room', 'p-03'));
    },
  },
};

/** Staff: what was agreed on, in words that the person reads too. */
export const AgreeOnAPart: Story = {
  args: { view: 'place', actor: priya, about: 'p-02', write: (scribe) => void place(scribe, 'caring') },
};

/** Staff look at one person. */
export const AboutOnePerson: Story = { args: { ...MyPart.args, view: undefined, actor: priya, about: 'p-02' } };
