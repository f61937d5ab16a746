import { refusals } from '../../model/refusals.js';
import { isolated } from './isolate.js';

/**
 * The English strings that every widget has. The keys are public: hosts and languages replace strings by key. `{name}` is filled in.
 * A key that ends in `.one` or `.other` is chosen by `count`. A language adds `.zero`, `.two`, `.few` and `.many` if it has these forms.
 */
export const sharedStrings = {
  'word.meeting': 'community meeting',
  'word.resident': 'resident',
  'word.step': 'step',
  'screen.opening': 'Opening',
  'screen.locked': 'This is locked. What you wrote is safe.',
  'screen.failed': 'We couldn’t open this.',
  'screen.read-only': 'There is a newer version of this page. You can still read. To write, reload the page.',
  'screen.outdated': 'This was saved by a newer version of this page. You can read it now, but you may not see all of it.',
  'keep.locked': 'Saved on this device, locked',
  'keep.unlocked': 'Saved on this device, not locked. Others who use it could read it',
  'keep.page': 'Saved only until this page closes',
  'keep.nobody-else': 'Not sent to anyone yet',
  'keep.insecure': 'Your connection is not secure.',
  'keep.shared': 'Others who use this device can see your pages.',
  'status.opening': 'Opening',
  'status.locked': 'Locked',
  'status.read-only': 'Nothing is lost. To write, reload this page.',
  'status.saving': 'Saving',
  'status.saved': 'Saved on this device',
  'status.saved-page': 'Saved until this page closes',
  'status.waiting': 'Not sent to anyone yet.',
  'status.waiting-more': 'We’ll send it as soon as we can.',
  'status.offline': 'You are offline.',
  'status.paused': 'Sign in again to send what is waiting.',
  'status.sent': 'Sent at {time}',
  'status.refused': 'Not accepted.',
  'status.also-refused.one': 'One thing could not be sent.',
  'status.also-refused.other': '{count} things could not be sent.',
  'status.also-waiting': 'Other things are not sent yet.',
  'status.removed': 'You removed this. It was not sent to anyone.',
  'status.held': 'Two versions.',
  'status.trouble-more': 'See what could not be sent',
  'status.failed': 'Nothing is lost, but we can’t save right now.',
  'status.damaged-more': 'Tell staff before you start fresh. They may be able to help.',
  'status.unsaved': 'Not saved.',
  'status.again': 'Try again',
  'status.lost': 'What was saved in this browser is gone.',
  'status.partly-lost': 'Some of what was saved in this browser is gone.',
  'date.skipped': 'The clocks go forward then, so there is no such time. Choose another one.',
  'date.twice': 'The clocks go back then, so this time happens twice. Choose another one.',
  'date.far': 'Choose a date between last year and five years from now.',
  'draft.kept': 'We kept what you wrote.',
  'draft.cleared': 'Clear and start again',
  'draft.other': 'We also kept something else you wrote here.',
  'draft.other-show': 'Show it',
  'form.unread': 'Finish this, or leave it empty.',
  'people.you': 'you',
  'people.unknown': 'someone here',
  'people.apart': '{name} ({more})',
  'people.as.resident': '{resident}',
  'people.as.senior-peer': 'senior peer',
  'people.as.staff': 'staff',
  'people.as.family': 'family',
  'people.as.guest': 'guest',
  'people.find': 'Find a name',
  'people.all': 'Show all names',
  'people.found.one': 'One name matches.',
  'people.found.other': '{count} names match.',
  'people.none': 'No name matches. Try fewer letters.',
  'people.more': 'To see more people, type part of a name.',
  'troubles.title': 'What could not be sent',
  'troubles.refused': 'The system did not accept this. It has not gone to anyone.',
  'troubles.lost': 'This was not sent before the storage of this browser was cleared. It may not have reached anyone.',
  'troubles.held': 'This was changed in two places. Nothing is lost. Choose which one to use.',
  'troubles.from': 'From {when}',
  'troubles.no-words': 'A choice you made (no text)',
  'troubles.mine': 'Yours',
  'troubles.theirs': 'The other version',
  'troubles.version': '{whose}, {when}',
  'troubles.rest': 'The rest is the same in both.',
  'troubles.keep-mine': 'Use mine',
  'troubles.keep-theirs': 'Use the other one',
  'troubles.again': 'Try again',
  'troubles.export': 'Save a copy',
  'troubles.remove': 'Remove',
  'troubles.remove-sure': 'Remove this? It has not gone to anyone, and no copy is kept.',
  'troubles.remove-yes': 'Yes, remove it',
  'troubles.remove-no': 'Keep it',
  'troubles.removing': 'Removed.',
  'troubles.undo': 'Undo',
  'troubles.none': 'Everything has been sent.',
  'troubles.none-here': 'Nothing here needs you now.',
  'troubles.close': 'Close',
  'check.at': 'Checked at {time}.',
  'check.since': 'We haven’t been able to check since {time}.',
  'check.never': 'We have not been able to check yet.',
  'check.more': 'There may be more than you see here.',
  'check.alone': 'This page only knows what is on this device.',
  'list.more': 'Show more',
  'fold.open': 'Open',
  'fold.close': 'Close',
  'fold.of': '{act}: {what}',
  'views.label': 'Pages',
  'copy.keep': 'Keep a copy',
  'print.open': 'Print',
  'views.failed': 'This part of the page did not load.',
  'page.unknown': 'There is no page with that name here.',
  'page.misfit': 'This isn’t set up right. Tell staff, and show them this: {names}.',
  'help.ask': 'Ask for help',
  'house.elsewhere': 'This opens when you have said who you are on this page.',
  'house.people': 'People here',
  'house.pin': 'My PIN',
  'house.done': 'I’m done',
  ...(Object.fromEntries(Object.entries(refusals).map(([code, sentence]) => [`error.${code}`, sentence])) as Record<
    `error.${keyof typeof refusals}`,
    string
  >),
} as const;

export type SharedKey = keyof typeof sharedStrings;
export type Values = Readonly<Record<string, string | number>>;

/** Letters written from right to left: Hebrew, Arabic and the blocks next to them, with their presentation forms. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Replaces `{name}` with its value. A name without a value stays as it is, so that a mistake is visible. Text values are always isolated: a
 * name or a title may be written in the other direction, or end in a mark that reverses the text after it. Numbers are isolated in text that
 * is written from right to left; otherwise a Latin name would pull the number after it to the wrong side.
 */
export function filled(text: string, values: Values): string {
  if (!text.includes('{')) return text;
  const mixed = [text, ...Object.values(values)].some((words) => typeof words === 'string' && rightToLeft.test(words));
  return text.replace(/\{([\w-]+)\}/g, (whole, name: string) => {
    const value: unknown = Object.hasOwn(values, name) ? values[name] : undefined;
    if (typeof value !== 'string' && typeof value !== 'number') return whole;
    return typeof value === 'string' ? (value === '' ? '' : isolated(value)) : mixed ? isolated(String(value)) : String(value);
  });
}
