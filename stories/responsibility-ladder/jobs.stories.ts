import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../../src/define/responsibility-ladder.js';
import type { Actor } from '../../src/model/record.js';
import type { Records } from '../../src/records/index.js';
import { fill, findByRole } from '../../src/testing/by-role.js';
import { viewChoice } from '../choices.js';
import { press } from '../coping-card/practices.js';
import { ana, FakeHistory, priya, visit } from '../fixtures.js';
import { type Hands, handsOn } from '../peer-feedback/hands.js';
import { failing, kept, offline, readOnly, storeOf } from '../states.js';
import { answer, avoid, house, longJob, myDay, plan, today, turns, waiting, wash } from './jobs.js';
import { myWeek } from './given.js';

interface Args {
  readonly view?: 'carry' | 'give' | 'rota';
  readonly actor?: Actor;
  readonly about?: string;
  readonly write?: (history: FakeHistory) => unknown;
  readonly store?: (records: Records) => Records;
}

const draw = ({ view, actor = ana, about, write, store = kept }: Args): TemplateResult => {
  const history = new FakeHistory();
  write?.(history);
  return visit(
    { actor, records: storeOf(actor, history).then(store) },
    html`<milieu-responsibility-ladder view=${ifDefined(view)} about=${ifDefined(about)}></milieu-responsibility-ladder>`,
  );
};

const meta: Meta<Args> = {
  title: 'Widgets/Responsibility ladder/Jobs that come again',
  component: 'milieu-responsibility-ladder',
  argTypes: { view: viewChoice('milieu-responsibility-ladder') },
  render: draw,
};
export default meta;
type Story = StoryObj<Args>;

const story = (args: Args, play?: (hands: Hands, page: HTMLElement) => Promise<unknown>, more: Partial<Story> = {}): Story => ({
  args,
  ...(play ? { play: async ({ canvasElement }) => void (await play(handsOn(canvasElement), canvasElement)) } : {}),
  ...more,
});
const mine = (write: Args['write'], more: Args = {}): Args => ({ view: 'carry', write, ...more });
const staff = (write?: Args['write'], more: Args = {}): Args => ({ view: 'rota', actor: priya, ...(write ? { write } : {}), ...more });
const one = (history: FakeHistory): string => plan(history, ['p-02', 'p-03'], { ...wash, ...turns(['p-03']) });
const said =
  (action: string, to: readonly string[] = []) =>
  (history: FakeHistory): void =>
    void answer(history, 'p-02', action, one(history), {}, to);
const tick = async (page: HTMLElement, name: string): Promise<void> => (await findByRole(page, 'checkbox', name)).click();
async function filled({ type }: Hands, page: HTMLElement): Promise<void> {
  await type('What is it?', 'Wash the dishes after dinner');
  for (const name of ['Sam Adeyo', 'Ana Lindqvist', '']) {
    fill(await findByRole(page, 'searchbox', 'Find a name'), name);
    if (name) await tick(page, name);
  }
  for (const day of ['Monday', 'Wednesday', 'Friday']) await tick(page, day);
}

/** Today first: each job with *Done*, and ways to ask for help, to swap and to say no. */
export const MyDay = story(mine(myDay));
/** The coming days are folded: there is time to swap, and nothing can be done yet. */
export const ComingDays = story(mine(myDay), (_hands, page) => press(page, 'Coming days'));
/** Nothing is theirs today. */
export const NothingToday = story(mine((history) => plan(history, ['p-02'], { title: 'Bake bread', first: '2030-01-01' })));
/** Jobs that come again, and below them jobs for one time. */
export const WithDuties = story(
  mine((history) => {
    one(history);
    myWeek(history);
  }),
);
/** One press, with Undo. */
export const Done = story(mine(one), ({ press: tap }) => tap('Done'));
/** It was done before, on this or another device. */
export const WasDone = story(mine(said('done')));
/** Staff read it, and it can be taken back. */
export const HelpAskedFor = story(mine(said('ask-help')));
/** Saying no is shown without blame. */
export const NotThisTime = story(mine(said('decline')));
/** One person was asked, and can say yes or no. */
export const SwapAskedFor = story(mine(said('swap', ['p-03'])));
/** The one who was asked cannot. No reason is given. */
export const SheCannotSwap = story(
  mine((history) => history.act('p-03', 'not-this-time', 'job-day', answer(history, 'p-02', 'swap', one(history), {}, ['p-03']), {})),
);
/** A few words to staff may be added; who reads them is said first. */
export const AskForHelp = story(mine(one), ({ press: tap }) => tap('Ask for help with this'));
/** No reason is needed, and it may be for all days. */
export const SayNo = story(mine(one), ({ press: tap }) => tap('Not this time'));
/** With one other person there is nothing to choose: both days are named. */
export const Swap = story(mine(one), ({ press: tap }) => tap('Swap'));
/** Of several people one is chosen, who then takes this turn. */
export const SwapWithWhom = story(
  mine((history) => plan(history, ['p-02', 'p-03', 'p-04'], { ...wash, ...turns(['p-03', 'p-04']) })),
  ({ press: tap }) => tap('Swap'),
);
/** Somebody asks: both answers are fine. */
export const SomeoneAsks = story(
  mine((history) => answer(history, 'p-03', 'swap', plan(history, ['p-03', 'p-02'], { ...wash, ...turns(['p-02']) }), {}, ['p-02'])),
);
/** Staff said why a job ended. */
export const JobEnded = story(
  mine((history) => {
    const answers = [{ id: '0199a8c4-0000-7000-8000-00000000e001', kind: 'duty-note', data: { note: 'The kitchen is being painted this month.' } }];
    history.act('s-01', 'end', 'job', one(history), { answers });
  }),
);
/** What the person and staff wrote down. Others see nothing of it. */
export const WhatIShouldAvoid = story(
  mine((history) => {
    one(history);
    avoid(history);
  }),
  (_hands, page) => press(page, 'What I should avoid'),
);
/** As long as every field allows, with its steps open. */
export const LongJob = story(
  mine((history) => plan(history, ['p-02', 'p-03'], { ...longJob, first: today })),
  (_hands, page) => press(page, 'How to do it'),
);
/** A job can be done offline. */
export const Offline = story(mine(one), ({ press: tap }) => tap('Done'), { beforeEach: () => offline() });
/** The device is full: nothing has changed, and the line says so. */
export const DeviceFull = story(mine(one, { store: (records) => failing(kept(records)) }), ({ press: tap }) => tap('Done'));
/** Everything can be read, and no button is without effect. */
export const ReadOnly = story(mine(myDay, { store: readOnly }));

/** Staff see whose turn it is, with swaps and who said no. What was done is not there. */
export const Turns = story(staff(house));
/** There is no job yet: what will be here, and the form. */
export const NoJobsYet = story(staff());
/** A name, people and days are enough. */
export const Filled = story(staff(), filled);
/** Everything that may be said about a job, as long as the fields allow. */
export const AllFields = story(staff(), async (hands, page) => {
  await filled(hands, page);
  await press(page, 'Say more');
  await hands.type('What is it?', longJob.title);
  await hands.type('Where?', longJob.area ?? '');
  await hands.type('How is it done? One step per line.', (longJob.steps ?? []).join('\n'));
  await hands.type('Anything to be careful about?', longJob.safety ?? '');
  await hands.type(/^What makes it easier/, longJob.access ?? '');
  await hands.type(/^What does it involve/, 'standing, hot water');
});
/** A job for one day has no turns. */
export const Once = story(staff(), async (hands, page) => {
  await filled(hands, page);
  await hands.choose('Once');
});
/** All that is missing at once, each a way to its field. */
export const ThingsToAdd = story(staff(), ({ press: tap }) => tap('Save this job'));
/** A kind word where a day would hold more than an hour of jobs. It can be saved. */
export const TooMuchOnADay = story(
  staff((history) => plan(history, ['p-02'], { ...wash, minutes: 45 })),
  async (hands, page) => {
    await filled(hands, page);
    await press(page, 'Say more');
    fill(await findByRole(page, 'spinbutton', 'About how many minutes?'), '30');
  },
);
/** Whoever should avoid what a job asks for is not in the list. */
export const NotInTheList = story(staff(avoid), async (hands, page) => {
  await press(page, 'Say more');
  await hands.type(/^What does it involve/, 'heavy lifting');
});
/** It is saved for those people; one press starts the next job. */
export const Saved = story(staff(), async (hands, page) => {
  await filled(hands, page);
  await hands.press('Save this job');
});
/** Changed in its place in the list. */
export const Change = story(staff(one), ({ press: tap }) => tap('Change'));
/** Ending a job needs a reason that its people read. */
export const AReasonForThem = story(staff(one), async ({ press: tap }) => {
  await tap('End this job');
  await tap('Yes, end this job');
});
/** What people should avoid: read by staff and that person alone. */
export const WhatPeopleShouldAvoid = story(staff(avoid), (_hands, page) => press(page, 'What people should avoid'));
/** What was said about jobs waits beside what was said about duties. */
export const SaidToStaff = story({ view: 'give', actor: priya, write: waiting });
/** One person’s jobs, without that person’s controls. */
export const OfOnePerson = story({ view: 'carry', actor: priya, about: 'p-02', write: myDay });
