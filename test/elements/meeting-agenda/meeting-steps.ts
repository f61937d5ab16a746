import { uuidv7 } from 'uuidv7';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { startClock } from '../../../src/model/kinds/meeting/clock.js';
import type { Data } from '../../../src/model/record.js';
import type { ActInput } from '../../../src/records/base/types.js';
import { until } from '../../../src/testing/by-role.js';
import type { ConnectedPages } from '../../testing/connected-pages.js';

/** Acts as the person of a page, without its view; uses the revision of that device. */
export async function act(page: MilieuCommunity, action: string, kind: string, id: string, input: ActInput = {}): Promise<void> {
  const { records } = page;
  if (!records) throw new Error('The store is not open.');
  const rev = (await records.get(id))?.record.rev ?? 0;
  await records.act(action, { kind, id, rev }, input);
}

interface Planned {
  readonly startsAt?: string;
  readonly more?: Data;
  readonly parts?: readonly (readonly [title: string, minutes: number, kind?: string])[];
}

/** Plans a meeting with the person of the page in the chair. @returns its id */
export async function plan(all: ConnectedPages, page: MilieuCommunity, { startsAt, more = {}, parts = [] }: Planned = {}): Promise<string> {
  const id = uuidv7();
  await act(page, 'plan', 'meeting', id, {
    data: {
      title: 'House meeting',
      startsAt: startsAt ?? new Date().toISOString(),
      minutes: 30,
      purpose: 'So that we live well here.',
      chair: page.person ?? '',
      agreements: [],
      ...more,
    },
    answers: parts.map(([title, minutes, kind = 'topic'], at) => ({
      id: uuidv7(),
      kind: 'item',
      data: { title, minutes, kind, order: (at + 1) * 1024 },
    })),
  });
  await until(() => all.of('meeting').some((record) => record.id === id), { what: 'the meeting at the backend' });
  return id;
}

/** A closed meeting with one decision and these promises. @returns its id */
export async function held(
  all: ConnectedPages,
  page: MilieuCommunity,
  promises: readonly { text: string; owner: string; due?: string }[],
  more: Data = {},
): Promise<string> {
  const startsAt = new Date(Date.now() - 7 * 86_400_000).toISOString();
  const id = await plan(all, page, { startsAt, more, parts: [['Can we have tea after ten?', 5]] });
  const item = all.of('item').find(({ about }) => about === id)?.id ?? '';
  const clock = startClock('another-screen', item, 300, { by: page.person ?? '', now: Date.now() });
  await act(page, 'open', 'meeting', id, { moves: { clock } });
  await act(page, 'decide', 'item', item, {
    answers: [
      { id: uuidv7(), kind: 'outcome', data: { text: 'Yes, for two weeks.', method: 'majority', votes: { for: 4, against: 1, abstain: 0 } } },
      ...promises.map(({ text, owner, due }) => ({ id: uuidv7(), kind: 'promise', to: [owner], data: { text, ...(due ? { due } : {}) } })),
    ],
  });
  await act(page, 'close', 'meeting', id);
  await until(() => all.of('meeting').find((record) => record.id === id)?.status === 'closed' && all.of('promise').length >= promises.length);
  return id;
}
