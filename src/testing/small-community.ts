import type { MilieuRecord } from '../model/record.js';
import { Fixtures } from './fixtures.js';
import { people } from './people.js';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Ids that look like the widgets' own, the same in each run. */
function* idsFrom(time: number): Generator<string> {
  const stamp = Math.floor(time).toString(16).padStart(12, '0');
  for (let number = 1; ; number++) yield `${stamp.slice(0, 8)}-${stamp.slice(8)}-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/**
 * Records of a small invented community, the same in each run for one `now`: a thank-you from Sam to Ana and one back, a reminder from Jo to Sam
 * that staff hold, an idea of Ana for the next meeting, and a call for help of Sam that nobody has answered. For `FakeBackend.seed`.
 * @param now the time of the newest record, in milliseconds
 */
export function smallCommunity(community: string, now = Date.now()): readonly MilieuRecord[] {
  const all = new Fixtures(community, people);
  const ids = idsFrom(now);
  const next = (): string => ids.next().value as string;
  const say = (from: string, to: string, data: Readonly<Record<string, unknown>>, before: number): void =>
    void all.act(from, 'send', 'feedback', next(), { to: [to], data }, now - before);
  say('p-sam', 'p-ana', { mode: 'affirm', saw: 'You carried the chairs back without being asked.' }, 2 * day);
  say('p-ana', 'p-sam', { mode: 'affirm', saw: 'You waited until everybody had a plate.' }, day);
  const reminder = {
    mode: 'remind',
    saw: 'The kitchen was left open last night.',
    strength: 'You always think of the garden.',
    next: 'Please look at the door when you leave.',
  };
  say('p-jo', 'p-sam', reminder, 90 * minute);
  all.act('p-ana', 'propose', 'item', next(), { data: { title: 'Music in the kitchen', kind: 'activity' } }, now - 60 * minute);
  all.act('p-sam', 'ask', 'help', next(), { data: { need: 'talk', text: 'Can somebody come to the garden?' } }, now - 2 * minute);
  return all.records;
}
