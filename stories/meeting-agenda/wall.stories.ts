import type { Meta } from '@storybook/web-components-vite';
import { FakeHistory, priya } from '../fixtures.js';
import { type Args, draw, story } from './draw.js';
import { over, planned, running, runningPrivate } from './meetings.js';

const meta: Meta<Args> = { title: 'Widgets/Meeting agenda/On the wall', component: 'milieu-meeting-agenda', render: draw };
export default meta;

const wall = (write: (history: FakeHistory) => unknown): Args => ({ view: 'room', actor: priya, write: (history) => void write(history) });
/** On the wall: what is on now, what comes next, and the time as a ring. */
export const OnTheWall = story(wall((history) => running(history)));
/** What somebody wrote about a person is not put on the wall. */
export const OnTheWallPrivate = story(wall(runningPrivate));
/** Time is up: nothing hurries. */
export const OnTheWallTimeIsUp = story(wall((history) => running(history, { left: 0 })));
/** A break. */
export const OnTheWallPaused = story(wall((history) => running(history, { still: true })));
/** Before a meeting. */
export const OnTheWallBefore = story(wall(planned));
/** After it. */
export const OnTheWallAfter = story(wall(over));
/** Nothing is planned. */
export const OnTheWallEmpty = story({ view: 'room', actor: priya });
