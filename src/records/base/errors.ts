import { type RefusalCode, refusals } from '../../model/refusals.js';

/** Fixed texts. A message of the browser or a schema is never passed on, because it may contain a path or private text. The comments are for hosts. */
const texts = {
  /** The record is not at the revision that the screen showed. Read it again, then act again. */
  moved: 'This has changed since you opened it.',
  /** A change with this key is stored already, with other words. */
  used: 'This was saved before, with other words.',
  /** A value that was passed in, or an answer to `pull`, has the wrong type. Nothing of it was stored. */
  invalid: 'Something here isn’t right. Nothing was saved.',
  /** There is no record, or no entry of `troubles()`, with this id. */
  'not-found': 'We couldn’t find that here.',
  /** The store is locked, or was locked meanwhile. Call `unlock()`. */
  locked: 'This is locked. What you wrote is safe.',
  /** The key or passphrase belongs to something else, or none was given. */
  'wrong-key': 'That key doesn’t open it.',
  /** The stored key is damaged or missing while records are there. See `startAnew`. */
  'damaged-key': 'What is saved in this browser can’t be opened anymore. Nothing was removed.',
  /** A passphrase of fewer than 8 characters, or bytes that are not 32. */
  'weak-key': 'The key is too short.',
  /** The disk of the device, or what the browser gives this page of it, is full. */
  quota: 'Not saved. This device is full.',
  /** The browser closed the database or did not answer in time. The next act tries again. */
  connection: 'Not saved. This browser couldn’t reach its storage for a moment.',
  /** A tab with an older version keeps the database open. It goes on by itself when that tab is closed. */
  blocked: 'This page is still open in another tab, in an older version. Close that tab to go on.',
  /** Another tab has upgraded the database. Reload this page. */
  newer: 'There is a newer version of this page. Reload to go on.',
  /** The database is from a newer version of these widgets. It can be read, but nothing is written, sent or pulled. Update the widgets. */
  'newer-schema': 'What is saved here is from a newer version of this page, so this one can’t save. Reload the page, or tell staff.',
  /** There is no IndexedDB, or the browser refuses to open it. */
  'storage-off': 'This browser is set not to save.',
  /** The code of an entry of `troubles()`: the browser cleared the storage before this change was sent. */
  'storage-lost': 'What was saved in this browser is gone.',
  /** A stored record or change could not be decrypted; `id` is of the change. The others are shown. */
  unreadable: 'We couldn’t open one record.',
  /** The store was closed, because its element has left the page or has another identity. */
  closed: 'This page has closed its records. Reload it to go on.',
  /** `pull()` was called, but there is no `transport.pull`. */
  'no-transport': 'This page has nowhere to check for updates.',
  /** `fetch` was called with `no-cors`, so nobody can see whether the change is stored. Sending is paused. */
  'opaque-answer': 'This page can’t read the answer it got.',
  /** Your backend’s answer says neither yes nor no; `id` is of the root. See the README, "What your answer means". */
  'unclear-answer': 'The answer doesn’t say whether this was stored. It is kept, and will be sent again.',
  /** For ten seconds nobody took a change for somebody else: no `waitUntil`, no `transport.send`. It is kept. See docs/nobody-listens.md. */
  'no-listener': 'This isn’t set up right. Tell staff.',
  /** The request failed before it was sent, and the change is large. Do not set `keepalive`, which allows 64 KiB. */
  'delivery-body': 'This is too big to send while the page closes.',
  /** `transport.pull` threw, rejected or took more than 30 seconds. Once until a pull succeeds. */
  'pull-failed': 'We couldn’t check for updates.',
  /** A record from your backend is not valid; `id` names it, if that is valid. The others were stored. */
  'invalid-record': 'A record that came from the backend isn’t valid. It was left out.',
  /** Records of a kind or version that these widgets do not know were kept; `count` and `kinds` say what. Update the widgets. */
  'kept-aside': 'Some records are of a newer version of this page. They are kept, and show after an update.',
  /** There was no room to keep some of them. They are asked for again after the next load of the page. */
  'aside-full': 'Too many records are of a newer version of this page. Some were left out until it is updated.',
  /** Your backend rejected a change for good, or a person has to choose between two versions; `id` is of the root. */
  refused: 'The backend didn’t accept a change. You can find it under what could not be sent.',
  /** `unlock()` was called on a `<milieu-community>` that is not in the page. */
  'not-in-page': 'Put the element into the page first.',
  /** A value of yours does not fit; `property` names it, `row` and `id` the row of `people`, if it is one. What fits is used. */
  'bad-property': 'This isn’t set up right. Tell staff.',
  /**
   * A file of the widgets could not be loaded, or did not come within 20 seconds: that of the store, or on plain `http:` the one with the ciphers,
   * which belongs beside the file of the widgets. Reload the page when it is there.
   */
  'missing-file': 'This isn’t set up right. Tell staff.',
  /** A listener of `milieu-before-save` did not allow an act. Nothing was stored, and what was typed is still in its field. */
  vetoed: 'Not saved. This page doesn’t allow it.',
  /** The person, or `signal`, stopped a long task. */
  cancelled: 'Stopped.',
  /** There are changes that no backend has. See the options of `purge`. */
  unsent: 'Something has not been sent yet. Nothing was removed.',
  /** People share this database (`keep="house"`). See the option `everyone`. */
  shared: 'Other people’s things are saved here too. Nothing was removed.',
  /** The records were removed, here or in another tab. Sign the person out, or reload the page. */
  removed: 'What was saved in this browser was removed. Reload the page to go on.',
  /** The file to import was not written by `exportRecords`. */
  'not-a-copy': 'This file isn’t a copy that was saved here. Nothing was added.',
  /** The copy is of a newer version of these widgets. Update them. */
  'newer-copy': 'This copy is from a newer version of this page. Nothing was added.',
  /** The copy is of another person or community. */
  'other-copy': 'This is someone else’s copy. Nothing was added.',
  /** The copy needs a passphrase, and none was given. */
  'sealed-copy': 'This copy is locked. Enter its passphrase to open it.',
  /** The copy was cut or changed. It is refused whole. */
  'damaged-copy': 'A part of this copy is missing or damaged. Nothing was added.',
  /** The file is larger than any copy. */
  'too-big': 'This file is too big. Nothing was added.',
  /** Anything else. What it was is not passed on, because it may contain private text. */
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
