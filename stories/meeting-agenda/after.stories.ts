import type { Meta } from '@storybook/web-components-vite';
import { ana, jo, kit, priya } from '../fixtures.js';
import { type Args, draw, story } from './draw.js';
import { answeredRequests, held, keptPromises, type Minutes } from './meetings.js';

const meta: Meta<Args> = { title: 'Widgets/Meeting agenda/After a meeting', component: 'milieu-meeting-agenda', render: draw };
export default meta;

const minutes = (how: Minutes, actor = kit): Args => ({ view: 'minutes', actor, write: (history) => void held(history, how) });

/** Before the first meeting is over. */
export const NoMinutes = story({ view: 'minutes', actor: ana });
/** The one who took notes starts from what was decided. */
export const MinutesToWrite = story(minutes('none', jo));
/** The minutes name somebody: their author is asked before others read them. */
export const MinutesNameSomebody = story(minutes('none', jo), ({ type }) => type('Write the minutes', 'Kit was tired of the noise.'));
/** Others do not see the draft, and read when the minutes come. */
export const MinutesNotThereYet = story(minutes('draft', ana));
/** Your own draft: others check it. */
export const MinutesByYou = story(minutes('draft', jo));
/** Staff read a draft, and say whether it is right. */
export const MinutesToCheck = story(minutes('draft', priya));
/** What should change is asked for in a sentence. */
export const MinutesAskForAChange = story(minutes('draft', priya), ({ press }) => press('Ask for a change'));
/** Minutes that came back say above the text what should change. */
export const MinutesSentBack = story(minutes('sent-back', jo), ({ press }) => press('Change it'));
/** Checked, and still to be published. */
export const MinutesChecked = story(minutes('checked', priya));
/** Everybody reads what was published. */
export const MinutesPublished = story(minutes('published', ana));
/** Staff note who was here. Nobody else can read it, and it never says why. */
export const WhoWasHere = story(minutes('published', priya), async ({ press }) => press('Who was here'));
/** Earlier meetings can be chosen. */
export const MinutesOfMany = story({
  view: 'minutes',
  actor: ana,
  write: (history) => {
    held(history, 'published', 2);
    held(history);
  },
});

const board: Args = {
  view: 'board',
  actor: ana,
  write: (history) => {
    keptPromises(history);
    held(history);
  },
};
/** What we promised: the person's own promises first. */
export const Board = story(board);
/** Nothing has been promised yet. */
export const NothingPromised = story({ view: 'board', actor: ana });
/** Done, and it can be taken back: no praise, no count. */
export const PromiseDone = story(board, ({ press }) => press('Done'));
/** How it is going, while it is open; and it can be said with words that it is done. */
export const SayHowItGoes = story(board, async (hands) => {
  await hands.press('Say how it goes');
  await hands.type('How is it going?', 'The shop had none. I’ll try on Friday.');
});
/** A promise is dropped with a reason. */
export const LetItGo = story(board, ({ press }) => press('No longer needed'));
/** All is done or dropped. */
export const NothingOpen = story({ view: 'board', actor: ana, write: keptPromises });

const said: Args = { view: 'said', actor: ana, write: answeredRequests };
/** What people asked for, the answer, and what came of it. A day that is over is only said. */
export const YouSaidWeDid = story(said);
/** The same on a phone. */
export const YouSaidWeDidOnAPhone = story(said, undefined, { globals: { width: 'phone' } });
/** Nobody has asked for anything. */
export const NothingAsked = story({ view: 'said', actor: ana });
