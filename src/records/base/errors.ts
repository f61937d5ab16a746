import { type RefusalCode, refusals } from '../../model/refusals.js';

/** Fixed texts. A message of the browser or a schema is never passed on, because it may contain a path or private text. */
const texts = {
  moved: 'This has changed since you opened it.',
  used: 'This was saved before, with other words.',
  invalid: 'Something here isn’t right. Nothing was saved.',
  'not-found': 'We couldn’t find that here.',
  locked: 'This is locked. What you wrote is safe.',
  'wrong-key': 'That key doesn’t open it.',
  'damaged-key': 'What is saved in this browser can’t be opened any more. Nothing was removed.',
  'weak-key': 'The key is too short.',
  quota: 'Not saved. This device is full.',
  connection: 'Not saved. This browser couldn’t reach its storage for a moment.',
  blocked: 'This page is still open in another tab, in an older version. Close that tab to go on.',
  newer: 'There is a newer version of this page. Reload to go on.',
  'newer-schema': 'What is saved here is from a newer version of this page, so this one can’t save. Reload the page, or tell staff.',
  'storage-off': 'This browser is set not to save.',
  'storage-lost': 'What was saved in this browser is gone.',
  unreadable: 'We couldn’t open one record.',
  closed: 'This page has closed its records. Reload it to go on.',
  'no-transport': 'This page has nowhere to check for updates.',
  'opaque-answer': 'This page can’t read the answer it got.',
  'unclear-answer': 'The answer doesn’t say whether this was stored. It is kept, and will be sent again.',
  'delivery-body': 'This is too big to send while the page closes.',
  'pull-failed': 'We couldn’t check for updates.',
  'invalid-record': 'A record that came from the backend isn’t valid. It was left out.',
  'kept-aside': 'Some records are of a newer version of this page. They are kept, and show after an update.',
  'aside-full': 'Too many records are of a newer version of this page. Some were left out until it is updated.',
  refused: 'The backend didn’t accept a change. You can find it under what could not be sent.',
  'not-in-page': 'Put the element into the page first.',
  'bad-property': 'This isn’t set up right. Tell staff.',
  'missing-file': 'This isn’t set up right. Tell staff.',
  cancelled: 'Stopped.',
  unsent: 'Something has not been sent yet. Nothing was removed.',
  shared: 'Other people’s things are saved here too. Nothing was removed.',
  removed: 'What was saved in this browser was removed. Reload the page to go on.',
  'not-a-copy': 'This file isn’t a copy that was saved here. Nothing was added.',
  'newer-copy': 'This copy is from a newer version of this page. Nothing was added.',
  'other-copy': 'This is someone else’s copy. Nothing was added.',
  'sealed-copy': 'This copy is locked. Enter its passphrase to open it.',
  'damaged-copy': 'A part of this copy is missing or damaged. Nothing was added.',
  'too-big': 'This file is too big. Nothing was added.',
  unknown: 'Something went wrong. Nothing was lost. Try again.',
} as const;

/** The type of `MilieuError.code`, and of `code` in the `milieu-error` event and in `Status`. */
export type ErrorCode = keyof typeof texts | RefusalCode;

/** The only error class that this project throws to a host (besides `TypeError` and `DOMException`, where documented): a code and a fixed text. */
export class MilieuError extends Error {
  override readonly name = 'MilieuError';
  constructor(readonly code: ErrorCode) {
    super(code in texts ? texts[code as keyof typeof texts] : refusals[code as RefusalCode]);
  }
}

/** The code of anything that was thrown; `unknown` if it is not a `MilieuError`. */
export const codeOf = (error: unknown): ErrorCode => (isOurs(error) ? error.code : 'unknown');

/** True also for an error of another copy of this project on the page, because a host may pass in its own store. */
const isOurs = (error: unknown): error is MilieuError =>
  error instanceof MilieuError ||
  (error instanceof Error &&
    error.name === 'MilieuError' &&
    'code' in error &&
    (Object.hasOwn(texts, String(error.code)) || Object.hasOwn(refusals, String(error.code))));

export const isUnreadable = (error: unknown): boolean => codeOf(error) === 'unreadable';
