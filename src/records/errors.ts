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
export const codeOf = (error: unknown): ErrorCode => (error instanceof MilieuError ? error.code : 'unknown');

export const isUnreadable = (error: unknown): boolean => codeOf(error) === 'unreadable';
