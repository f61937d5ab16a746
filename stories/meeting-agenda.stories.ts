import type { Meta } from '@storybook/web-components-vite';
import type { Actor } from '../src/model/record.js';
import { allByRole, findByRole, findInText, until } from '../src/testing/by-role.js';
import { viewChoice } from './choices.js';
import { ana, faces, jo, priya, FakeHistory, visit } from './fixtures.js';
import { agenda, type Args, draw, story, type Story } from './meeting-agenda/draw.js';
import { answered, calledOff, crowded, decided, forStaff, held, joined, over, planned, running, wordy } from './meeting-agenda/meetings.js';
import { more, on, run, take } from './meeting-agenda/running.js';
import type { Hands } from './peer-feedback/hands.js';
import { broken, failing, kept, locked, offline, opening, readOnly, saving, unreadable } from './states.js';

const meta: Meta<Args> = {
  title: 'Widgets/Meeting agenda',
  component: 'milieu-meeting-agenda',
  argTypes: { view: viewChoice('milieu-meeting-agenda') },
  render: draw,
};
export default meta;

/** The first of several buttons with the same name. */
const pressFirst = async (page: HTMLElement, name: string): Promise<void> => (await until(() => allByRole(page, 'button', name)[0])).click();

const withPlan = (history: FakeHistory): void => void [held(history), planned(history)];
const plan = { view: 'plan', write: withPlan } as const;
const guest: Actor = { person: 'g-01', as: 'guest' };

/** After six weeks of records, as the person in the toolbar sees it, with a meeting tomorrow. */
export const InUse: Story = {
  render: ({ view }, { globals }) => {
    const history = FakeHistory.afterSixWeeks();
    planned(history);
    return visit({ actor: faces[String(globals['person'])] ?? ana, history }, agenda(view));
  },
};

/** The chair puts suggestions on the agenda, and in order. */
export const Plan = story(plan);
/** A resident reads the plan, and can bring something. */
export const PlanOfAResident = story({ ...plan, actor: ana });
/** It was called off: everyone here reads why. */
export const CalledOff = story({ view: 'plan', write: calledOff, actor: ana });
/** Whoever planned it can change it, and say that it does not take place. */
export const PlanOfStaff = story({ ...plan, actor: priya });
/** On a phone each row is a button that opens its actions. */
export const RowsOfAPhone = story(plan, ({ press }) => press('News and the week ahead'), { globals: { width: 'phone' } });
/** Somebody is asked to have a role: they say yes or no. A free role can be taken. */
export const AskedForARole = story({ ...plan, actor: jo });
/** A role that was handed back is free again. */
export const HandedBack = story({ ...plan, actor: jo }, ({ press }) => press('No, thanks'));
/** An arrow keeps the focus while its row moves, so that it can be pressed again. */
export const MovedByKeys = story(
  plan,
  async ({ press }, page) => {
    await press('Promises from last time');
    const down = await findByRole(page, 'button', 'Move down: Promises from last time');
    down.focus();
    down.click();
    await findInText(page, /Promises from last time is now number 2 of/);
  },
  { globals: { width: 'phone' } },
);
/** Minutes of a part are set where it stands. */
export const ChangeAPart = story(plan, async (_hands, page) => {
  const first = (): HTMLElement | undefined => ['Change', 'Promises from last time'].flatMap((name) => allByRole(page, 'button', name))[0];
  (await until(first)).click();
});
/** Half the community brought something. */
export const ManyParts = story({ view: 'plan', write: crowded });
/** Every field at its maximum length. */
export const LongWords = story({ view: 'plan', write: wordy });
/** One line is enough to bring something. */
export const BringSomething = story({ ...plan, actor: ana }, ({ press }) => press('Suggest something'));
/** What was brought is said back, and who looks at it next. */
export const Brought = story({ ...plan, actor: ana }, async ({ press, type }) => {
  await press('Suggest something');
  await type('What would you like to raise?', 'A bench by the gate');
  await press('Suggest it');
});
/** Too short to be understood: said at the field, and nothing is lost. */
export const TooShort = story({ ...plan, actor: ana }, async ({ press, type }) => {
  await press('Suggest something');
  await type('What would you like to raise?', 'a');
  await press('Suggest it');
});
/** It names somebody: its author is asked before everybody can read it. */
export const NamesSomebody = story({ ...plan, actor: ana }, async ({ press, type }) => {
  await press('Suggest something');
  await type('What would you like to raise?', 'Jo stole my food');
});
/** Nothing is sent before the author has chosen. */
export const NamesSomebodyNotChosen = story({ ...plan, actor: ana }, async ({ press, type }) => {
  await press('Suggest something');
  await type('What would you like to raise?', 'Jo stole my food');
  await press('Suggest it');
  await press('Give it as feedback');
});
/** Only staff read it; the line and the button say so. */
export const TellOnlyStaff = story({ ...plan, actor: ana }, async ({ press, type }) => {
  await press('Suggest something');
  await type('What would you like to raise?', 'Jo stole my food');
  await press('Tell only staff');
});
/** What was sent to staff, as its author sees it. */
export const SentToStaff = story({ ...plan, actor: ana, write: forStaff });
/** Staff see from whom it is, and can raise it. */
export const ForStaffToRaise = story({ ...plan, actor: priya, write: forStaff });
/** Some ideas are better answered outside of the meeting, in text that only one person reads. */
export const AnswerAnotherWay = story(plan, (_hands, page) => pressFirst(page, 'Answer outside the meeting'));
/** An idea that was answered outside of the meeting. */
export const AnsweredIdea = story({ view: 'plan', actor: ana, write: answered });
/** Two ideas that are one are joined. */
export const JoinTwo = story(plan, (_hands, page) => pressFirst(page, 'Join with…'));
/** Its author reads with what it was joined. */
export const Joined = story({ view: 'plan', actor: jo, write: joined });
/** A meeting is cancelled with a reason, which everybody can read. */
export const CallItOff = story({ ...plan, actor: priya }, ({ press }) => press('Call it off'));
/** A reason is needed; the field says so. */
export const CallItOffWithoutAReason = story({ ...plan, actor: priya }, async ({ press }) => {
  await press('Call it off');
  await press('Call the meeting off');
});
/** Nothing is planned yet: start from a known meeting. */
export const NoPlanYet = story({ view: 'plan', actor: priya });
/** Guests do not plan, and are told so in one line. */
export const NoPlanForAGuest = story({ view: 'plan', actor: guest });
/** The plan of a meeting, filled in, before it is saved again. */
export const PlanFilledIn = story({ ...plan, actor: priya }, ({ press }) => press('Change the plan'));
/** Two things are missing: each is one press away. */
export const PlanWithProblems = story({ ...plan, actor: priya }, async ({ press, type }) => {
  await press('Change the plan');
  await type('Name', '');
  await type('What it is for, in one sentence', '');
  await press('Save the plan');
});

/** Before anything else: what was promised last time. */
export const BeforeItOpens = story(run(planned));
/** People who do not lead read who opens the meeting. */
export const BeforeItOpensForOthers = story(run(planned, ana));
/** A meeting is opened well before its time only after a question. */
export const OpenEarly = story(run(planned), ({ press }) => press('Open the meeting'));
/** The meeting is open: why people meet, what stays in the room, and the promises from last time. */
export const PromisesFirst = story(run(planned), async ({ press }, page) => {
  await press('Open the meeting');
  await press('Open it now');
  await findByRole(page, 'button', 'Next part');
});
/** New people are greeted by the name they choose. It is stored nowhere. */
export const Greeted = story(run(planned), async ({ press, type }) => {
  await press('Open the meeting');
  await press('Open it now');
  await type('Is anyone new? Ask what they like to be called.', 'Robin');
  await press('Say hello');
});
/** A running part, with its clock on this screen. */
export const Run = story(on, take);
/** Everything else is behind one word. */
export const RunMore = story(on, more);
/** The same, as others see it. */
export const RunForOthers = story({ ...on, actor: jo });
/** Another screen runs the clock; this one can take it over. */
export const HeldElsewhere = story(on);
/** The clock is paused, and one press goes on. */
export const Paused = story(
  run((history) => running(history, { still: true })),
  async ({ press }, page) => {
    await press('Run the clock here');
    await findByRole(page, 'button', 'Continue');
  },
);
/** Forty seconds left, and nothing hurries. */
export const LastMinute = story(
  run((history) => running(history, { left: 40 })),
  take,
);
/** Time is up. Nothing flashes, and the part goes on until somebody ends it. */
export const TimeIsUp = story(
  run((history) => running(history, { left: 0 })),
  take,
);
/** The clock stresses some people: anyone can hide it for themselves. */
export const ClockHidden = story(on, (hands, page) => more(hands, page, 'Hide the clock'));
/** Staff are asked first; the clock pauses by itself. */
export const PauseAndGetStaff = story(on, async (hands, page) => {
  await take(hands, page);
  await hands.press('Pause and get staff');
  await findByRole(page, 'button', 'Continue');
  await findInText(page, 'Sent at');
});
/** What was decided is written down while people are still there. */
export const Deciding = story(on, async (hands, page) => {
  await take(hands, page);
  await hands.press('Write what we decided');
  await hands.type('What did we decide?', 'New cups come from the house money, ten of them.');
  await hands.press('Add a promise');
});
/** A promise needs a person, and words that say what it is. */
export const DecidingWithProblems = story(on, async (hands, page) => {
  await take(hands, page);
  await hands.press('Write what we decided');
  await hands.press('Add a promise');
  await hands.type('What', 'Choose the cups');
  await hands.press('Save the decision');
});
/** After the decision its words, and who does what, stay under the clock. */
export const Decided = story(run(decided), take);
/** After the last part, closing is the next step. */
export const LastPart = story(
  run((history) => running(history, { at: 8, left: 100 })),
  take,
);
/** Closing asks for confirmation, and says what happens to the parts that are left. */
export const CloseIt = story(on, (hands, page) => more(hands, page, 'Close the meeting'));
/** Who does what is read out before the meeting is closed. */
export const CloseAndReadOut = story(run(decided), (hands, page) => more(hands, page, 'Close the meeting'));
/** Thanks, what came of it, and the way to the minutes. */
export const Closed = story({ ...run(decided), view: undefined }, async (hands, page) => {
  await more(hands, page, 'Close the meeting', 'Close it now');
  await findByRole(page, 'button', 'Write the minutes');
});
/** The same, as others see it. */
export const ClosedForOthers = story({ ...run((history) => over(history)), actor: ana });
/** No meeting is planned: the view says where one will be shown. */
export const NothingToHold = story({ view: 'run' });

const bring = async ({ press, type }: Hands): Promise<void> => {
  await press('Suggest something');
  await type('What would you like to raise?', 'A bench by the gate');
  await press('Suggest it');
};
const own = { ...plan, actor: ana } as const;

/** “Saving” changes to “saved” only when the record is on the disk. */
export const Saving = story({ ...own, store: (records) => saving(kept(records)) }, bring);
/** The words stay in the form while the device is full. */
export const DeviceFull = story({ ...own, store: (records) => failing(kept(records)) }, bring);
/** The tick is only shown after the backend confirmed it. */
export const SentAtOnce = story({ ...own, backend: 'takes' }, bring);
/** The meeting goes on offline. */
export const Offline = story(
  { ...on, backend: 'is-silent' },
  async ({ press }, page) => {
    await press('Run the clock here');
    await findByRole(page, 'button', 'Next part');
    await findInText(page, 'You are offline.');
  },
  { beforeEach: () => offline() },
);
/** The store is still opening. */
export const Opening = story({ view: 'plan', store: opening });
/** A key is needed; what was written is safe. */
export const Locked = story({ store: locked });
/** Another tab still has an older version open. */
export const CouldNotOpen = story({ view: 'plan', store: broken });
/** One record cannot be read: the list says so. */
export const ListRefused = story({ view: 'plan', store: (records) => unreadable(kept(records)) });
/** A newer version of the page was used here: everything can be read, nothing written. */
export const ReadOnly = story({ ...own, store: readOnly });
/** Gone when the page closes, and the line says so before anything is written. */
export const ThisPageOnly = story({ ...own, store: (records) => records });
