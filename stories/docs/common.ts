import type { Key, Part } from './facts.js';

const head: Part = { name: 'Head', what: 'What this is, and one quiet line of purpose. A host may give its own heading.', at: ['.head'] };
const views: Part = { name: 'Views', what: 'The pages of the widget, as plain words. The one that is open is underlined.', at: ['.views'] };
const body: Part = { name: 'Body', what: 'The page that is open. One filled button at most: the next kind step.', at: ['.body'] };
const ring: Part = {
  name: 'Ring line',
  what: 'Where the writing is now: kept, locked, waiting, sent, not saved. Always at this place, always in words.',
  at: ['.foot milieu-status-line'],
};
const ask: Part = { name: 'Ask for help', what: 'Opens the way to staff, inside every widget.', at: ['.foot .btn.word'] };

/** The sheet, with the widget's own parts in its body. */
export const sheet = (...own: readonly Part[]): readonly Part[] => [head, views, body, ...own, ring, ask];

const tab: Key = {
  key: 'Tab, Shift + Tab',
  where: 'Anywhere',
  does: 'Goes to the next stop, or back. Stops follow the order on the screen; nothing holds the focus.',
};
const press: Key = { key: 'Enter or Space', where: 'A button, a word of the views, “Say more”', does: 'Presses it, opens it or closes it.' };
const choice: Key = {
  key: 'Arrow keys',
  where: 'A choice of which one holds (radio buttons)',
  does: 'Chooses the next or the one before. Tab leaves the choice.',
};
const space: Key = { key: 'Space', where: 'A choice in which nothing is chosen yet, a tick box', does: 'Chooses it, or takes the tick away.' };
const escape: Key = { key: 'Escape', where: 'A field', does: 'Nothing. What you wrote stays.' };
const summary: Key = {
  key: 'Enter',
  where: 'A line of “things to add first”',
  does: 'Goes to the field that it names. The list itself takes the focus when something is missing.',
};

/** Keys of every widget; then its own. */
export const keys = (...own: readonly Key[]): readonly Key[] => [tab, press, ...own];
export const formKeys = (...own: readonly Key[]): readonly Key[] => [tab, press, choice, space, summary, escape, ...own];

export const everywhere: readonly Key[] = [tab, press, choice, space, summary, escape];
