import type { Change } from '../../src/model/change.js';
import type { Input } from '../../src/model/transition.js';
import { community, people, FakeHistory } from '../fixtures.js';

/** Fixed ids, so that an example is the same every day. */
export const ids = {
  key: '019aa8c4-6f10-7c21-9b3e-4d5f60718293',
  root: '019aa8c4-6f10-7a54-8d6c-2b3a49586776',
  answer: '019aa8c4-6f10-7b88-a1f0-9c8d7e6f5a4b',
} as const;

/** The change that is sent for one act; the model decides the records. */
export function gesture(history: FakeHistory, person: string, action: string, kind: string, input: Input, id: string = ids.root): Change {
  const root = history.act(person, action, kind, id, input);
  const as = people.find((one) => one.id === person)?.as ?? 'resident';
  const answers = history.records.filter((record) => input.answers?.some((answer) => answer.id === record.id));
  return { key: ids.key, action, by: person, as, at: root.at, community, records: [root, ...answers] };
}
