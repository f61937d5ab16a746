import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../../src/define/responsibility-ladder.js';
import type { Records } from '../../src/records/index.js';
import { fill, findByRole } from '../../src/testing/by-role.js';
import { viewChoice } from '../choices.js';
import { press } from '../coping-card/practices.js';
import { priya, FakeHistory, visit } from '../fixtures.js';
import { type Hands, handsOn } from '../peer-feedback/hands.js';
import { failing, kept, readOnly, storeOf } from '../states.js';
import { give, longDuty, myPart, myWeek, place, say, threeWait } from './given.js';

interface Args {
  /** Pins one page; unset, staff move between them. */
  readonly view?: 'give' | 'place' | 'part' | 'carry';
  /** Whose part and duties staff look at. */
  readonly about?: string;
  readonly write?: (history: FakeHistory) => void;
  readonly store?: (records: Records) => Records;
}

const draw = ({ view, about, write, store = kept }: Args): TemplateResult => {
  const history = new FakeHistory();
  write?.(history);
  return visit(
    { actor: priya, records: storeOf(priya, history).then(store) },
    html`<milieu-responsibility-ladder view=${ifDefined(view)} about=${ifDefined(about)}></milieu-responsibility-ladder>`,
  );
};

const meta: Meta<Args> = {
  title: 'Widgets/Responsibility ladder/For staff',
  component: 'milieu-responsibility-ladder',
  argTypes: { view: viewChoice('milieu-responsibility-ladder') },
  render: draw,
};
export default meta;
type Story = StoryObj<Args>;

const story = (args: Args, play?: (hands: Hands, page: HTMLElement) => Promise<unknown>): Story => ({
  args,
  ...(play ? { play: async ({ canvasElement }) => void (await play(handsOn(canvasElement), canvasElement)) } : {}),
});

async function offer({ choose, press: tap }: Hands, page: HTMLElement): Promise<void> {
  await tap('Wash the dishes');
  fill(await findByRole(page, 'searchbox', 'Find a name'), 'hope');
  await choose('Hope Tanaka');
}
async function agree({ choose, type }: Hands): Promise<void> {
  await choose(/^Contributing/);
  await type('What did you decide together, and why?', 'You like mornings. We start with breakfast crew, with Kit beside you.');
}
const oneOfTwo = (history: FakeHistory): void => void place(history, 'caring');

/** Every page about one person, as a member of staff meets them after six weeks. */
export const InUse: Story = {
  args: { about: 'p-02' },
  render: ({ view, about }) =>
    visit(
      { actor: priya, history: FakeHistory.afterSixWeeks() },
      html`<milieu-responsibility-ladder view=${ifDefined(view)} about=${ifDefined(about)}></milieu-responsibility-ladder>`,
    ),
};

/** Those who wait for an answer come first, and among them those who ask for help; then a new offer. */
export const GiveOut = story({ view: 'give', write: threeWait });
/** Nobody waits: the page says so, and the form is ready. */
export const NobodyWaits = story({ view: 'give' });
/** The same work asked about twice on one day: when it was given out tells them apart. */
export const AlikeOnOneDay = story({
  view: 'give',
  write: (history) => {
    for (const ago of [420, 60]) say(history, 'p-02', 'ask-help', give(history, 'Set the tables', { due: 0, ago }));
  },
});
/** A starter fills in the rest: a person and a title are enough. */
export const Filled = story({ view: 'give' }, offer);
/** Everything that may be said about a duty, as long as the fields allow. */
export const AllFields = story({ view: 'give' }, async (hands, page) => {
  await offer(hands, page);
  await press(page, 'Say more');
  await hands.type('What is it?', longDuty.title);
  await hands.type('Where?', longDuty.area ?? '');
  await hands.type('How is it done? One step per line.', longDuty.steps.join('\n'));
  await hands.type('Anything to be careful about?', longDuty.safety ?? '');
});
/** All that is missing at once, each a way to its field. */
export const ThingsToAdd = story({ view: 'give' }, ({ press: tap }) => tap('Offer it'));
/** Minutes have a limit: a duty is for living together, not for labour. */
export const TooManyMinutes = story({ view: 'give' }, async (hands, page) => {
  await offer(hands, page);
  await press(page, 'Say more');
  fill(await findByRole(page, 'spinbutton', 'About how many minutes?'), '300');
  await hands.press('Offer it');
});
/** The page says for whom it is and that it is offered once it is sent; one press starts the next one. */
export const Offered = story({ view: 'give' }, async (hands, page) => {
  await offer(hands, page);
  await hands.press('Offer it');
});
/** The words stay in the form while the device is full. */
export const DeviceFull = story({ view: 'give', store: (records) => failing(kept(records)) }, async (hands, page) => {
  await offer(hands, page);
  await hands.press('Offer it');
});

/** What stands now, and what was agreed on, in words that the person reads too. */
export const AgreeOnAPart = story({ view: 'place', about: 'p-02', write: oneOfTwo }, agree);
/** Nobody is chosen yet. */
export const NobodyChosen = story({ view: 'place' });
/** A person and a circle are all it takes; the page says which is missing. */
export const PartThingsToAdd = story({ view: 'place' }, ({ press: tap }) => tap('Save'));
/** Ending a part needs a reason that its person reads. */
export const AReasonForThem = story({ view: 'place', about: 'p-02', write: oneOfTwo }, async ({ press: tap }) => {
  await tap('Pause it');
  await tap('Yes, pause it for now');
});
/** It is written down, and the person can read it once it is sent. */
export const WrittenDown = story({ view: 'place', about: 'p-02' }, async (hands) => {
  await agree(hands);
  await hands.press('Save');
});

/** Staff look at one person's part: what people say they bring comes first here too. */
export const AboutOnePerson = story({ about: 'p-02', write: myPart });
/** The duties of one person, without that person's controls. */
export const WhatOnePersonCarries = story({ view: 'carry', about: 'p-02', write: myWeek });
/** Nothing is agreed on with this person yet. */
export const NothingAgreedYet = story({ view: 'part', about: 'p-02' });
/** A newer version of the page was used here: those who wait can be read, and nothing can be pressed. */
export const ReadOnly = story({ view: 'give', write: threeWait, store: readOnly });
