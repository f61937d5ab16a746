import { refusals } from '../../model/refusals.js';

/**
 * English for what every widget says. A key is the contract: hosts and languages replace it by name. `{name}` is filled in.
 * Keys that end in `.one` and `.other` are chosen by `count`; a language adds `.zero`, `.two`, `.few` and `.many` where it has them.
 */
export const sharedStrings = {
  'word.meeting': 'community meeting',
  'word.resident': 'resident',
  'word.step': 'step',
  'screen.opening': 'Opening',
  'screen.locked': 'This is locked. What you wrote is safe.',
  'screen.failed': 'This could not be opened.',
  'screen.read-only': 'A newer version of this page has been used here. You can read, and write again after a reload.',
  'keep.locked': 'Kept on this computer, locked',
  'keep.unlocked': 'Kept on this computer. Anyone who uses this computer could read it',
  'keep.page': 'Kept only until this page closes',
  'keep.nobody-else': 'Not sent to anyone yet',
  'keep.insecure': 'The connection of this page is not secure.',
  'keep.shared': 'Others who use this computer can see your pages.',
  'status.opening': 'Opening',
  'status.locked': 'Locked',
  'status.read-only': 'Nothing was lost. Reload this page to write.',
  'status.saving': 'Saving',
  'status.saved': 'Saved on this computer',
  'status.saved-page': 'Kept until this page closes',
  'status.waiting': 'Not sent to anyone yet.',
  'status.waiting-more': 'It will go when it can.',
  'status.offline': 'You are offline.',
  'status.offline-more': 'You can go on. We keep it here.',
  'status.paused': 'Sign in again to send what is waiting.',
  'status.sent': 'Sent at {time}',
  'status.refused': 'Not taken.',
  'status.held': 'Two versions.',
  'status.trouble-more': 'Look at what could not be sent',
  'status.failed': 'Nothing was lost, but nothing can be kept here now.',
  'status.unsaved': 'Not saved.',
  'status.again': 'Try again',
  'status.lost': 'What was kept in this browser is gone.',
  'draft.kept': 'We kept what you wrote.',
  'draft.cleared': 'Start with an empty page',
  'people.you': 'you',
  'people.unknown': 'someone here',
  'people.staff': 'staff',
  'troubles.title': 'What could not be sent',
  'troubles.refused': 'The system did not take this. It has not gone to anyone.',
  'troubles.held': 'This was changed in two places. Nothing is thrown away.',
  'troubles.from': 'From {when}',
  'troubles.no-words': 'Something you chose, without words of your own.',
  'troubles.mine': 'Yours',
  'troubles.theirs': 'The other version',
  'troubles.version': '{whose}, {when}',
  'troubles.rest': 'The other words are the same in both.',
  'troubles.keep-mine': 'Use mine',
  'troubles.keep-theirs': 'Use the other one',
  'troubles.again': 'Try again',
  'troubles.export': 'Save a copy',
  'troubles.remove': 'Remove',
  'troubles.none': 'Everything has been sent.',
  'troubles.close': 'Close',
  'list.more': 'Show more',
  'views.label': 'Pages',
  'views.failed': 'This part of the page did not load.',
  'page.unknown': 'There is no page of that name here.',
  'page.misfit': 'This page was given something that does not fit: {names}.',
  'help.ask': 'Ask for help',
  ...(Object.fromEntries(Object.entries(refusals).map(([code, sentence]) => [`error.${code}`, sentence])) as Record<
    `error.${keyof typeof refusals}`,
    string
  >),
} as const;

export type SharedKey = keyof typeof sharedStrings;
export type Values = Readonly<Record<string, string | number>>;

/** Letters that run from right to left: Hebrew, Arabic and their neighbours, with their presentation forms. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const isolated = (words: string): string => `\u2068${words}\u2069`;

/**
 * Fills `{name}` with its value; a name without a value stays as it is, so that a mistake is seen. Where letters run from right to left,
 * each value is isolated, else a Latin name takes the number after it along to the wrong side.
 */
export function filled(text: string, values: Values): string {
  const mixed = [text, ...Object.values(values)].some((words) => typeof words === 'string' && rightToLeft.test(words));
  return text.replace(/\{([\w-]+)\}/g, (whole, name: string) => {
    const value: unknown = Object.hasOwn(values, name) ? values[name] : undefined;
    if (typeof value !== 'string' && typeof value !== 'number') return whole;
    return mixed ? isolated(String(value)) : String(value);
  });
}
