import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type SaveState, type SaveTruth, truthOf } from '../../../src/elements/controllers/save-progress.js';
import { isSent, isThere, savedHeading, saveSentence, unsentLine } from '../../../src/elements/parts/save-sentence.js';
import { sharedStrings } from '../../../src/elements/language/strings.js';
import { type ErrorCode, MilieuError } from '../../../src/records/base/errors.js';
import type { Status } from '../../../src/records/base/types.js';
import { nothing } from 'lit';

const stores: readonly Pick<Status, 'store' | 'loss'>[] = [
  ...(['opening', 'open', 'memory', 'locked', 'failed'] as const).map((store) => ({ store })),
  { store: 'lost', loss: 'all' },
  { store: 'lost', loss: 'some' },
];
const statusCodes: readonly (ErrorCode | undefined)[] = [
  undefined,
  'newer',
  'newer-schema',
  'blocked',
  'quota',
  'connection',
  'removed',
  'storage-lost',
  'pull-failed',
];
const at = '2026-11-29T10:00:00.000Z';
const outcomes = ['sent', 'waiting', 'held', 'refused', 'removed', 'lost'] as const;
const states: readonly SaveState[] = [
  { is: 'idle' },
  { is: 'saving' },
  ...(['quota', 'locked', 'closed', 'moved', 'unknown'] as const).map((code): SaveState => ({ is: 'unsaved', code })),
  ...outcomes.flatMap((sent) => [true, false].map((personal): SaveState => ({ is: 'saved', sent, at, personal }))),
];

interface Combination {
  readonly status: Status;
  readonly state: SaveState;
  readonly online: boolean;
  readonly truth: SaveTruth;
  readonly words: string;
}
const words = {
  t: (key: keyof typeof sharedStrings, values: Readonly<Record<string, unknown>> = {}) =>
    sharedStrings[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])),
  time: (iso: string) => iso.slice(11, 16),
  sentence: (code: ErrorCode) => new MilieuError(code).message,
};

/** Every state of the store, of the act, of the session and of the network, together. */
const all: readonly Combination[] = stores.flatMap((store) =>
  statusCodes.flatMap((code) =>
    [true, false].flatMap((paused) =>
      [true, false].flatMap((online) =>
        states.map((state) => {
          const status: Status = { ...store, key: 'device', waiting: 0, refused: 0, paused, secure: true, ...(code ? { code } : {}) };
          const truth = truthOf(state, status, online);
          const { lead = '', more = '' } = saveSentence(truth, words) ?? {};
          return { status, state, online, truth, words: `${lead} ${more}`.trim() };
        }),
      ),
    ),
  ),
);

const shown = ({ status, state, online, truth, words: text }: Combination): string => JSON.stringify({ status, state, online, truth, text });
function every(promise: string, holds: (one: Combination) => boolean, when: (one: Combination) => boolean = () => true): void {
  test(promise, () => {
    const concerned = all.filter(when);
    assert.ok(concerned.length > 0, 'no combination is concerned');
    assert.deepEqual(
      concerned
        .filter((one) => !holds(one))
        .slice(0, 3)
        .map(shown),
      [],
    );
  });
}

const isSaved = (sent: string, personal?: boolean) => {
  return ({ state }: Combination): boolean => state.is === 'saved' && state.sent === sent && (personal === undefined || state.personal === personal);
};
const isClosed = ({ status: { store } }: Combination): boolean => store === 'opening' || store === 'locked' || store === 'failed';
const isRemoved = ({ status: { code } }: Combination): boolean => code === 'removed';
const open = (one: Combination): boolean => !isClosed(one) && !isRemoved(one);

describe(`what is said of a text, in all ${String(all.length)} combinations of store, act, session and network`, () => {
  every(
    '"sent" stands only where the backend has confirmed it, and others may read it',
    isSaved('sent', false),
    ({ truth, words: text }) => isSent(truth) || /Sent at/.test(text),
  );
  every(
    'what the backend has confirmed is said to be sent, as long as the store is open',
    ({ truth }) => truth.is === 'sent',
    (one) => open(one) && isSaved('sent', false)(one),
  );
  every(
    'a text for others that no backend has says so',
    ({ words: text }) => text.startsWith('Not sent to anyone yet.'),
    (one) => open(one) && isSaved('waiting', false)(one),
  );
  every(
    '"not sent yet" never stands beside a text that only its author reads',
    ({ words: text }) => !text.includes('Not sent'),
    (one) => open(one) && isSaved('waiting', true)(one),
  );
  every(
    'a text that waits for a sign-in asks for it, online and offline',
    ({ words: text }) => text.includes('Sign in again'),
    (one) => open(one) && isSaved('waiting', false)(one) && one.status.paused,
  );
  every(
    '"Sign in again" stands nowhere else',
    (one) => one.status.paused && isSaved('waiting', false)(one),
    ({ words: text }) => text.includes('Sign in again'),
  );
  every(
    '"You are offline" stands only where the device is offline and a text waits',
    (one) => !one.online && isSaved('waiting', false)(one),
    ({ words: text }) => text.includes('offline'),
  );
  every(
    'a text that was not accepted says so, whatever else is the case',
    ({ words: text }) => text === 'Not accepted.',
    (one) => open(one) && isSaved('refused')(one),
  );
  every(
    'two versions of a text are said to be two',
    ({ words: text }) => text === 'Two versions.',
    (one) => open(one) && isSaved('held')(one),
  );
  every(
    'what the person removed is said to be removed',
    ({ words: text }) => text.startsWith('You removed this.'),
    (one) => open(one) && isSaved('removed')(one),
  );
  every(
    'a text that was lost says that it is gone',
    ({ words: text }) => /is gone\.$/.test(text),
    (one) => open(one) && isSaved('lost')(one),
  );
  every(
    'a failed act says "Not saved." in every state of the store, until the records were removed',
    ({ words: text }) => text.startsWith('Not saved.'),
    (one) => one.state.is === 'unsaved' && !isRemoved(one),
  );
  every(
    'no heading and no sentence says "saved" of an act that failed',
    ({ truth, words: text }) => !isThere(truth) && !/^Saved/.test(text),
    ({ state }) => state.is === 'unsaved' || state.is === 'saving',
  );
  every('while the store is locked, closed or opening, nothing is said to be there', ({ truth }) => !isThere(truth), isClosed);
  every(
    'a heading is the view’s own only where the text is there',
    ({ truth }) => (savedHeading(truth, words, 'Saved for Sam') === 'Saved for Sam') === isThere(truth),
    ({ truth }) => truth.is !== 'kept',
  );
  every(
    'a store whose data is gone says so before anything is written again',
    ({ words: text }) => /is gone\.$/.test(text),
    (one) => open(one) && one.status.store === 'lost' && one.state.is === 'idle',
  );
  every(
    'a store in which some is left does not say that everything is gone',
    ({ words: text }) => text.startsWith('Some of what was saved'),
    (one) => open(one) && one.status.loss === 'some' && one.state.is === 'idle',
  );
  every('removed records are said to be removed, whatever else is the case', ({ truth }) => truth.is === 'deleted', isRemoved);
  every(
    'a database of a newer version is not called a failure',
    ({ truth }) => truth.is !== 'failed',
    ({ status }) => status.store === 'failed' && (status.code === 'newer' || status.code === 'newer-schema'),
  );
  every(
    'a line in a list is empty only for what was sent or is for its author alone',
    ({ truth }) => truth.is === 'sent' || truth.is === 'saved',
    ({ truth }) => unsentLine(truth, words) === nothing,
  );
  every(
    'everything but the quiet state of the store has a sentence',
    ({ words: text }) => text.length > 0,
    ({ truth }) => truth.is !== 'kept',
  );
});
