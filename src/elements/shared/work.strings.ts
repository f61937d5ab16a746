import type { Work } from '../../records/types.js';

type Kind = Work['kind'];

/** English for long work. It comes with its line, when something first takes its time. */
export const workStrings = {
  'work.pull': 'Getting what is new',
  'work.unlock': 'Opening what is locked',
  'work.seal': 'Locking what is kept here',
  'work.export': 'Making a copy',
  'work.import': 'Reading a copy in',
  'work.removal': 'Removing what this browser keeps',
  'work.of': '{what}: {done} of {of}',
  'work.so-far': '{what}: {done} so far',
  'work.stop': 'Stop',
  'work.close': 'Close',
  'work.pull.done': 'What is new is here.',
  'work.unlock.done': 'It is open.',
  'work.seal.done': 'What is kept here is locked now.',
  'work.export.done': 'The copy is ready.',
  'work.import.done': 'The copy was read in.',
  'work.removal.done': 'What this browser kept is gone.',
  'work.pull.stopped': 'Stopped. What came so far is kept.',
  'work.unlock.stopped': 'Stopped. It is still locked.',
  'work.seal.stopped': 'Stopped. Nothing was changed.',
  'work.export.stopped': 'Stopped. No copy was made.',
  'work.import.stopped': 'Stopped. What was read so far is kept.',
  'work.removal.stopped': 'Stopped. Nothing was removed.',
  'work.pull.failed': 'We could not get all that is new. What came so far is kept.',
  'work.unlock.failed': 'It is still locked.',
  'work.seal.failed': 'Nothing was changed.',
  'work.export.failed': 'No copy was made.',
  'work.import.failed': 'The copy was not read in.',
  'work.removal.failed': 'Not removed.',
} as const satisfies Record<`work.${Kind}` | `work.${Kind}.${NonNullable<Work['ended']>}`, string> & Record<string, string>;
