import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../src/define/coping-card.js';
import type { Card } from '../src/elements/coping-card/index.js';
import type { Records } from '../src/records/index.js';
import { fill, findByRole } from '../src/testing/by-role.js';
import { holdTheClock } from './coping-card/moment.js';
import { atHome, keep, type Kept, longCard, manyTimes, pond, press, someTimes } from './coping-card/practices.js';
import { cardChoice, viewChoice } from './choices.js';
import { ana, faces, FakeHistory, visit } from './fixtures.js';
import { type Backend, broken, failing, kept as onDisk, locked, opening, readOnly, saving } from './states.js';

interface Args {
  /** Id of a starter card; default the first of the deck. */
  readonly card?: string;
  /** A card of the host's own. */
  readonly content?: Card;
  /** Pins one page; unset, the person moves between them. */
  readonly view?: 'card' | 'mine';
  readonly kept?: Kept;
  readonly store?: (records: Records) => Records;
  readonly backend?: Backend;
}

const meta: Meta<Args> = {
  title: 'Widgets/Coping card',
  component: 'milieu-coping-card',
  argTypes: { card: cardChoice(), view: viewChoice('milieu-coping-card') },
  render: ({ card, content, view, ...home }) =>
    atHome(html`<milieu-coping-card card=${ifDefined(card)} view=${ifDefined(view)} .content=${content}></milieu-coping-card>`, home),
};
export default meta;
type Story = StoryObj<Args>;

const story = (args: Args, play?: (page: HTMLElement) => Promise<unknown>, more: Partial<Story> = {}): Story => ({
  args,
  ...(play ? { play: async ({ canvasElement }) => void (await play(canvasElement)) } : {}),
  ...more,
});

const breathing = { card: 'c01' } as const;
const moving = { globals: { motion: 'system' } };
const still = { globals: { motion: 'still' } };

/** Starts, and stops at the same moment of the practice in every picture. */
const startedFor =
  (seconds: number, start = 'Start breathing', ...then: readonly string[]) =>
  async (page: HTMLElement): Promise<void> => {
    const pass = holdTheClock();
    await press(page, start);
    await findByRole(page, 'button', 'Stop');
    await pass(seconds);
    await press(page, ...then);
  };
/** A number before, Stop, and a number after; either number may be left out. */
const rated =
  (before?: number, after?: number) =>
  async (page: HTMLElement): Promise<void> => {
    if (before !== undefined) await press(page, 'Put a number on it first, if you like', String(before));
    await press(page, 'Start breathing', 'Stop');
    if (after !== undefined) await press(page, String(after));
  };
const keptAfter = async (page: HTMLElement): Promise<void> => {
  await rated(8, 5)(page);
  await press(page, 'Save this');
};

/** After six weeks of records, as the person in the toolbar sees it. */
export const InUse: Story = {
  args: { card: 'c01' },
  render: ({ card, view }, { globals }) => {
    const actor = faces[String(globals['person'])] ?? ana;
    return visit(
      { actor, history: keep(FakeHistory.afterSixWeeks(), actor, someTimes) },
      html`<milieu-coping-card card=${ifDefined(card)} view=${ifDefined(view)}></milieu-coping-card>`,
    );
  },
};

/** Nothing moves before Start, and no number is asked before it. */
export const Breathing = story(breathing);
/** Steps with time, and the same moment with open eyes one tap away. */
export const Steps = story({ card: 'c08' });
/** A number can be given for the moment; it comes after Start. */
export const NumberFirst = story(breathing, (page) => press(page, 'Put a number on it first, if you like', '8'));
/** How well the card is tested, in plain words, and whether it is only general knowledge. */
export const WhatResearchSays = story({ card: 'c08' }, (page) => press(page, 'What research says'));
/** Not everybody likes to watch their breath: here the eyes are open and attention is outside. */
export const EyesInstead = story(breathing, (page) => press(page, 'Look around the room instead'));

/** The circle opens for four counts. */
export const PacerIn = story(breathing, startedFor(2.6), moving);
/** And closes for six. */
export const PacerOut = story(breathing, startedFor(6.4), moving);
/** The time stands still in a pause, and the next step is to go on. */
export const PacerPaused = story(breathing, startedFor(6.4, 'Start breathing', 'Pause'), moving);
/** With less motion asked for, dots fill instead and nothing grows. */
export const PacerWithLessMotion = story(breathing, startedFor(2.6), still);
/** Another pace starts at once. */
export const ChangeThePace = story(breathing, startedFor(2.6, 'Start breathing', 'Change the pace'), moving);
/** Steps with time: the circle opens with it. */
export const StepsWithTime = story({ card: 'c08' }, startedFor(4, 'Start'), moving);
/** The same with less motion: the time in words, and the steps. */
export const StepsWithLessMotion = story({ card: 'c08' }, startedFor(1, 'Start'), still);

/** Stopping early is fine, and can be saved too. */
export const After = story(breathing, rated());
/** Lower after: one sentence with both numbers. */
export const AfterLower = story(breathing, rated(8, 5));
/** The same number before and after, said without judgement. */
export const AfterTheSame = story(breathing, rated(6, 6));
/** A higher number after is drawn in the same way, without blame. */
export const AfterHigher = story(breathing, rated(6, 7));
/** From one end of the line to the other. */
export const FromEndToEnd = story(breathing, rated(10, 0));
/** Only one number was given. */
export const OneNumberOnly = story(breathing, rated(undefined, 4));
/** All fields about the practice. */
export const AfterFilled = story(breathing, async (page) => {
  await rated(8, 5)(page);
  await press(page, 'It helped a bit');
  fill(await findByRole(page, 'textbox', 'A note for yourself'), 'Better by the window, with the door shut.');
});
/** It did not ease two times today: a person is offered, and no other card. */
export const PeopleFirst = story(
  {
    ...breathing,
    kept: [
      [1, { before: 7, after: 8 }],
      [2, { before: 8, after: 8 }],
    ],
  },
  rated(8, 8),
);
/** It can be found under “My practice” now. */
export const KeptNow = story(breathing, keptAfter);
/** “Saving” changes to “saved” only when the record is on the disk. */
export const Saving = story({ ...breathing, store: (records) => saving(onDisk(records)) }, keptAfter);
/** The device is full: numbers and words stay in the form, and it can be tried again. */
export const DeviceFull = story({ ...breathing, store: (records) => failing(onDisk(records)) }, keptAfter);

/** What the person saved, in words and on a line, without totals or missing days. */
export const MyOwnTimes = story({ ...breathing, view: 'mine', kept: someTimes });
/** One alone. */
export const OneTime = story({ ...breathing, view: 'mine', kept: [[3, { before: 8, after: 5, helped: 'helped' }]] });
/** More than one page: older ones are shown on request. */
export const ManyTimes = story({ ...breathing, view: 'mine', kept: manyTimes });
/** Nothing saved yet. */
export const NothingKeptYet = story({ ...breathing, view: 'mine' });
/** Removing asks for confirmation, because it cannot be undone. */
export const RemoveOne = story({ ...breathing, view: 'mine', kept: [[3, { before: 8, after: 5, note: 'Better by the window.' }]] }, (page) =>
  press(page, 'Remove'),
);

/** A card of the host's own, as data. */
export const OwnCard = story({ content: pond });
/** As long as every field allows. */
export const LongWords = story({ content: longCard });
/** An invalid card: a resident reads what to do; the host and staff read what is wrong. */
export const OwnCardThatDoesNotFit = story({ content: { ...pond, title: '', seconds: 5 } });
/** An unknown card id. */
export const UnknownCard = story({ card: 'c99' });

/** The store is still opening: the card can already be used. */
export const Opening = story({ ...breathing, store: opening });
/** The saved practices are locked; the card works. */
export const Locked = story({ ...breathing, view: 'mine', store: locked });
/** The saved practices could not be opened. */
export const CouldNotOpen = story({ ...breathing, view: 'mine', store: broken });
/** A newer version of the page was used here: everything can be read, nothing written. */
export const ReadOnly = story({ ...breathing, view: 'mine', kept: someTimes, store: readOnly });
/** Gone when the page closes, and the line says so. */
export const ThisPageOnly = story({ ...breathing, store: (records) => records });
/** Alone on an empty page: it works, saves, and says where. */
export const Alone: Story = { render: () => html`<milieu-coping-card></milieu-coping-card>` };
