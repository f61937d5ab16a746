import type { Work } from '../../records/base/types.js';

type Kind = Work['kind'];

/** The English strings of long tasks. They are loaded with their line, when the first task starts. */
export const taskStrings = {
  'work.pull': 'Checking for updates',
  'work.unlock': 'Unlocking',
  'work.seal': 'Locking what is saved here',
  'work.export': 'Making a copy',
  'work.import': 'Opening a copy',
  'work.removal': 'Removing what is saved in this browser',
  'work.of': '{what}: {done} of {of}',
  'work.so-far': '{what}: {done} so far',
  'work.stop': 'Stop',
  'work.close': 'Close',
  'work.pull.done': 'Up to date.',
  'work.unlock.done': 'Unlocked.',
  'work.seal.done': 'What is saved here is locked now.',
  'work.export.done': 'The copy is ready.',
  'work.import.done': 'The copy is open.',
  'work.removal.done': 'What was saved in this browser is removed.',
  'work.pull.stopped': 'Stopped. What you see may be out of date.',
  'work.unlock.stopped': 'Stopped. It is still locked.',
  'work.seal.stopped': 'Stopped. Nothing was changed.',
  'work.export.stopped': 'Stopped. No copy was made.',
  'work.import.stopped': 'Stopped. What we opened so far is saved.',
  'work.removal.stopped': 'Stopped. Nothing was removed.',
  'work.pull.failed': 'We couldn’t check. What you see may be out of date.',
  'work.unlock.failed': 'It is still locked.',
  'work.seal.failed': 'Nothing was changed.',
  'work.export.failed': 'No copy was made.',
  'work.import.failed': 'The copy was not opened.',
  'work.removal.failed': 'Not removed.',
} as const satisfies Record<`work.${Kind}` | `work.${Kind}.${NonNullable<Work['ended']>}`, string> & Record<string, string>;
