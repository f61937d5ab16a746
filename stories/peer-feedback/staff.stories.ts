import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../../src/define/peer-feedback.js';
import type { Records } from '../../src/records/index.js';
import { priya, Scribe, visit } from '../house.js';
import { failing, kept, readOnly, storeOf } from '../states.js';
import { type Hands, handsOn } from './hands.js';
import { longest, reminder, tell, threeForStaff } from './slips.js';

interface Args {
  readonly write?: (scribe: Scribe) => void;
  readonly store?: (records: Records) => Records;
  /** Every page, and not the queue alone. */
  readonly whole?: boolean;
}

const draw = ({ write, store = kept, whole }: Args): TemplateResult => {
  const scribe = new Scribe();
  write?.(scribe);
  const records = storeOf(priya, scribe).then(store);
  return visit(
    { actor: priya, records },
    whole ? html`<milieu-peer-feedback></milieu-peer-feedback>` : html`<milieu-peer-feedback view="queue"></milieu-peer-feedback>`,
  );
};

const meta: Meta<Args> = { title: 'Widgets/Peer feedback, for staff', component: 'milieu-peer-feedback', render: draw };
export default meta;
type Story = StoryObj<Args>;

const story = (args: Args, play?: (hands: Hands) => Promise<unknown>): Story => ({
  args,
  ...(play ? { play: async ({ canvasElement }) => void (await play(handsOn(canvasElement))) } : {}),
});

/** Every page, as a member of staff meets them after six weeks. */
export const InUse: Story = {
  render: () => visit({ actor: priya, scribe: Scribe.afterSixWeeks() }, html`<milieu-peer-feedback></milieu-peer-feedback>`),
};
/** What does not feel OK comes first, then whoever has waited longest. */
export const Queue = story({ write: threeForStaff });
/** One slip beside the list: passing it on is one press. */
export const Review = story({ write: threeForStaff }, ({ press }) => press(/^Jo Marsh to Ana/));
/** Words that are kept from somebody need a sentence for their author. */
export const ReasonMissing = story({ write: threeForStaff }, async ({ press }) => {
  await press(/^Jo Marsh to Ana/);
  await press('Do not pass it on');
});
/** Somebody does not feel OK: their words stand under the slip. */
export const ReviewOfAReport = story({ write: threeForStaff }, ({ press }) => press(/^Kit Okafor to Hope Tanaka.*Affirmation/));
/** It is done, and says who can read it once it is sent. */
export const PassedOn = story({ write: threeForStaff }, async ({ press }) => {
  await press(/^Jo Marsh to Ana/);
  await press('Pass it on to Ana Lindqvist');
});
/** The longest words, in the narrow place beside the list. */
export const LongReview = story(
  { write: (scribe) => void tell(scribe, 'p-11', 'p-16', { ...longest, mode: 'remind', next: reminder.next ?? '' }, 600) },
  ({ press }) => press(/^Ivo/),
);
/** Nothing waits. */
export const NothingWaits = story({});
/** Not saved: the note stays where it was typed. */
export const DeviceFull = story({ write: threeForStaff, store: (records) => failing(kept(records)) }, async ({ press, type }) => {
  await press(/^Jo Marsh to Ana/);
  await type(/^A note/, 'Which night was it?');
  await press('Ask Jo Marsh for new words');
});
/** A newer version of the page was here: staff can read, and write again after a reload. */
export const ReadOnly = story({ write: threeForStaff, store: readOnly }, ({ press }) => press(/^Jo Marsh to Ana/));
