import { type RefusalCode, refusals } from '../model/refusals.js';

/** Fixed texts: what a browser or a schema said never reaches a page, for it may hold a path or a person's words. */
const texts = {
  moved: 'This was changed since you opened it.',
  invalid: 'Something in it does not fit. Nothing was saved.',
  'not-found': 'That record is not here.',
  locked: 'This is locked. What was written is safe.',
  'wrong-key': 'That key does not open it.',
  'weak-key': 'The key is too short.',
  quota: 'Not saved. This device is full.',
  connection: 'Not saved. This browser lost its storage for a moment.',
  blocked: 'Another tab is still using an older version. Close it to go on.',
  newer: 'A newer version of this page has been used here. Reload to go on.',
  'storage-off': 'This browser is set not to save.',
  'storage-lost': 'What was kept in this browser is gone.',
  unreadable: 'One record could not be opened.',
  closed: 'This page has let go of its records.',
  'no-transport': 'There is nowhere to ask for records.',
  'opaque-answer': 'The answer of the backend cannot be read from this page.',
  'delivery-body': 'This is too big for a request that outlives the page.',
  'pull-failed': 'The backend could not be asked for what is new.',
  'bad-property': 'A value given to this widget does not fit.',
  cancelled: 'Stopped.',
  unsent: 'Something has not been sent yet. Nothing was removed.',
  shared: 'Other people’s things are kept here too. Nothing was removed.',
  removed: 'What this browser kept was removed. Load the page again to go on.',
  'not-a-copy': 'This file is not a copy that was saved here. Nothing was taken.',
  'newer-copy': 'This copy comes from a newer version of this page. Nothing was taken.',
  'other-copy': 'This copy is somebody else’s. Nothing was taken.',
  'too-big': 'This file is too big. Nothing was taken.',
  unknown: 'Something went wrong. Nothing was lost.',
} as const;

/** `MilieuError.code`, and `code` of the `milieu-error` event and of `Status`. */
export type ErrorCode = keyof typeof texts | RefusalCode;

/** The only error that leaves this project: a code and a fixed text. */
export class MilieuError extends Error {
  override readonly name = 'MilieuError';
  constructor(readonly code: ErrorCode) {
    super(code in texts ? texts[code as keyof typeof texts] : refusals[code as RefusalCode]);
  }
}

/** What a page may say about anything that was thrown. */
export const codeOf = (error: unknown): ErrorCode => (isOurs(error) ? error.code : 'unknown');

/** Also one that another copy of this project on the page has thrown: a store may be given by the host. */
const isOurs = (error: unknown): error is MilieuError =>
  error instanceof MilieuError ||
  (error instanceof Error &&
    error.name === 'MilieuError' &&
    'code' in error &&
    (Object.hasOwn(texts, String(error.code)) || Object.hasOwn(refusals, String(error.code))));

export const isUnreadable = (error: unknown): boolean => codeOf(error) === 'unreadable';
