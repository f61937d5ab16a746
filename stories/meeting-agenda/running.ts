import { findByRole, findInText } from '../../src/testing/by-role.js';
import { kit, type FakeHistory } from '../fixtures.js';
import type { Hands } from '../peer-feedback/hands.js';
import type { Args } from './draw.js';
import { held, running } from './meetings.js';

/** The page of the meeting after one that was held last week, as the chair sees it. */
export const run = (write: (history: FakeHistory) => unknown, actor = kit): Args => ({
  view: 'run',
  actor,
  backend: 'takes',
  write: (history) => {
    held(history);
    write(history);
  },
});
/** It runs, with its clock on another screen. */
export const on = run((history) => running(history));
/** Takes the clock to this screen. */
export const take = async ({ press }: Hands, page: HTMLElement): Promise<void> => {
  await press('Run the clock here');
  await findByRole(page, 'button', '2 more minutes');
  await findInText(page, 'Sent at');
};
/** Takes the clock, opens *More* and presses these buttons. */
export const more = async (hands: Hands, page: HTMLElement, ...then: string[]): Promise<void> => {
  await take(hands, page);
  for (const name of ['More', ...then]) await hands.press(name);
};
