import type { Meta } from '@storybook/web-components-vite';
import { fill, findByRole, findInText } from '../../src/testing/by-role.js';
import { type Args, draw, story } from './draw.js';
import { ana } from '../fixtures.js';
import { pausedFor, running, runningPrivate } from './meetings.js';
import { more, on, run, take } from './running.js';

const meta: Meta<Args> = { title: 'Widgets/Meeting agenda/During a meeting', component: 'milieu-meeting-agenda', render: draw };
export default meta;

/** If staff decided, everybody is to read why. */
export const DecidedByStaff = story(on, async (hands, page) => {
  await take(hands, page);
  await hands.press('Write what we decided');
  await hands.type('What did we decide?', 'The kitchen closes at nine.');
  await hands.press('Say more');
  fill(await findByRole(page, 'combobox', 'How did we decide?'), 'staff-decides');
  await hands.press('Save the decision');
});

const paused = run((history) => running(history, { still: true }));
/** Who runs the clock says why there is a break, if they like. */
export const SayWhyWePause = story(paused, async (hands) => {
  await hands.press('Say why');
  await hands.type('Why are we taking a break?', 'The fire alarm is being tested.');
});
const explained = run((history) => pausedFor(history, 'The fire alarm is being tested.'), ana);
/** Everybody reads why, and where a quiet place is to be had. */
export const PausedWithAReason = story(explained);
/** The wall screen says it too. */
export const BreakOnTheWall = story({ ...explained, view: 'room' });

/** Who cannot sit that long steps out: this page tells nobody, and help stays in reach. */
export const SteppedOut = story({ ...on, actor: ana }, ({ press }) => press('Step out for a while'));

/** An item about one person is answered outside of the meeting, in words for its author; then the meeting goes on. */
export const AnswerOutside = story(run(runningPrivate), async (hands, page) => {
  await more(hands, page, 'Answer outside the meeting');
});

/** In a round people say how they are, or pass. Who likes to keeps it for themselves. */
export const Round = story({ ...run((history) => running(history, { at: 3 })), actor: ana }, async (hands) => {
  await hands.type('How I am, in a word', 'Hopeful');
});
/** It is kept for nobody else. */
export const RoundKept = story({ ...run((history) => running(history, { at: 3 })), actor: ana }, async (hands, page) => {
  await hands.type('How I am, in a word', 'Hopeful');
  await hands.press('Keep for me');
  await findInText(page, 'You saved this for yourself.');
  await findInText(page, 'Saved on this device');
});
