import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../../src/define/peer-feedback.js';
import type { Records } from '../../src/records/index.js';
import { peopleOnHardDays } from '../../examples/synthetic/hard-days.js';
import { priya, FakeHistory, visit } from '../fixtures.js';
import { checked, failing, kept, readOnly, storeOf } from '../states.js';
import { type Hands, handsOn } from './hands.js';
import { longest, pileOn, readingAsked, reminder, talkForStaff, tell, threeForStaff } from './slips.js';

interface Args {
  readonly write?: (history: FakeHistory) => void;
  readonly store?: (records: Records) => Records;
  /** Every page, and not the queue alone. */
  readonly whole?: boolean;
}

const draw = ({ write, store = kept, whole }: Args): TemplateResult => {
  const history = new FakeHistory();
  write?.(history);
  const records = storeOf(priya, history).then(store);
  return visit(
    { actor: priya, records },
    whole ? html`<milieu-peer-feedback></milieu-peer-feedback>` : html`<milieu-peer-feedback view="queue"></milieu-peer-feedback>`,
  );
};

const meta: Meta<Args> = { title: 'Widgets/Peer feedback/For staff', component: 'milieu-peer-feedback', render: draw };
export default meta;
type Story = StoryObj<Args>;

const story = (args: Args, play?: (hands: Hands) => Promise<unknown>): Story => ({
  args,
  ...(play ? { play: async ({ canvasElement }) => void (await play(handsOn(canvasElement))) } : {}),
});

/** Every page, as a member of staff sees it after six weeks. */
export const InUse: Story = {
  render: () => visit({ actor: priya, history: FakeHistory.afterSixWeeks() }, html`<milieu-peer-feedback></milieu-peer-feedback>`),
};
/** What does not feel OK comes first, then the longest waiting. */
export const Queue = story({ write: threeForStaff });
/** One slip next to the list: passing it on is one press. */
export const Review = story({ write: threeForStaff }, ({ press }) => press(/^Jo Marsh to Ana/));
/** Feedback that is not passed on needs a reason for its author. */
export const ReasonMissing = story({ write: threeForStaff }, async ({ press }) => {
  await press(/^Jo Marsh to Ana/);
  await press('Do not pass it on');
});
/** Somebody does not feel OK with it: their words are under the slip. */
export const ReviewOfAReport = story({ write: threeForStaff }, ({ press }) => press(/^Kit Okafor to Hope Tanaka.*Affirmation/));
/** It is done, and says who can read it once it is sent. */
export const PassedOn = story({ write: threeForStaff }, async ({ press }) => {
  await press(/^Jo Marsh to Ana/);
  await press('Pass it on to Ana Lindqvist');
});
/** The longest text, in the narrow place next to the list. */
export const LongReview = story(
  { write: (history) => void tell(history, 'p-11', 'p-16', { ...longest, mode: 'remind', next: reminder.next ?? '' }, 600) },
  ({ press }) => press(/^Ivo/),
);
/** The receiver of a reminder asks to talk it through, with staff there. */
export const TalkAskedFor = story({ write: talkForStaff }, async ({ press }) => {
  await press(/^Ana Lindqvist would like to talk with Jo Marsh/);
});
/** Somebody would like to read a reminder with staff there. Its author is not told. */
export const ReadWithStaff = story({ write: readingAsked }, ({ press }) => press(/^Ana Lindqvist would like to read/));
/** Several came to one person at once: staff are told before they decide, and decide. */
export const CloserLook = story({ write: pileOn, store: (records) => checked(kept(records)) }, async ({ press, see }) => {
  await press(/^Jo Marsh to Sam.*Take a closer look/);
  await see('Reminder');
});
/** Names without counts, in the order of the alphabet. */
export const WhoMayNeedAKindWord = story({ write: pileOn, store: (records) => checked(kept(records)) }, async ({ press, see }) => {
  await press('Who may need a kind word');
  await see('No affirmation for a while');
});
/** A pile-on, an answer in kind, and a reminder to somebody who has moved out. */
export const HardDays: Story = {
  render: () =>
    visit(
      { actor: priya, people: peopleOnHardDays(priya.person), records: storeOf(priya, FakeHistory.onHardDays()).then(kept).then(checked) },
      html`<milieu-peer-feedback view="queue"></milieu-peer-feedback>`,
    ),
  play: async ({ canvasElement }) => {
    const { press, see } = handsOn(canvasElement);
    await press(/^Jo Marsh to Sam.*Take a closer look/);
    await see('Reminder');
  },
};
/** Nothing waits. */
export const NothingWaits = story({});
/** Not saved: the note stays where it was typed. */
export const DeviceFull = story({ write: threeForStaff, store: (records) => failing(kept(records)) }, async ({ press, type }) => {
  await press(/^Jo Marsh to Ana/);
  await type(/^A note/, 'Which night was it?');
  await press('Ask Jo Marsh to reword it');
});
/** A newer version of the page was used here: staff can read, and write again after a reload. */
export const ReadOnly = story({ write: threeForStaff, store: readOnly }, ({ press }) => press(/^Jo Marsh to Ana/));
