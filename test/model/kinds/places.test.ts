import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultAgendas } from '../../../src/content/agendas.js';
import { minutesOfParts, placeFor } from '../../../src/model/kinds/agenda-item/places.js';
import type { Item, ItemKind } from '../../../src/model/kinds/agenda-item/table.js';
import type { MilieuRecord } from '../../../src/model/record.js';

const part = (data: Item, about?: string): MilieuRecord<Item> =>
  ({ id: data.title, kind: 'item', status: 'accepted', data, ...(about ? { about } : {}) }) as MilieuRecord<Item>;
const agenda = (id: string): MilieuRecord<Item>[] => (defaultAgendas.find((one) => one.id === id)?.parts ?? []).map((data) => part({ ...data }, 'm'));

const put = (id: string, ...ideas: readonly (readonly [string, ItemKind, number])[]): MilieuRecord<Item>[] => {
  const parts = agenda(id);
  for (const [title, kind, minutes] of ideas) parts.splice(placeFor(kind, parts), 0, part({ title, kind, minutes }));
  return parts;
};
const before = (parts: readonly MilieuRecord<Item>[], title: string): string | undefined =>
  parts[parts.findIndex(({ data }) => data.title === title) - 1]?.data.title;

describe('places on an agenda', () => {
  it('what people suggest goes into the part that has room for it, in the order in which it is accepted', () => {
    const parts = put('community', ['Cups', 'topic', 5], ['Thank Hope', 'appreciation', 1], ['Garden', 'proposal', 5], ['Rides', 'offer', 2]);
    assert.equal(before(parts, 'Cups'), 'Ideas and requests');
    assert.equal(before(parts, 'Garden'), 'Cups');
    assert.equal(before(parts, 'Rides'), 'Who needs help, who can help');
    assert.equal(before(parts, 'Thank Hope'), 'Thanks');
  });

  it('nothing goes after the part that closes the meeting, whatever the agenda', () => {
    const kinds: readonly ItemKind[] = ['topic', 'request', 'proposal', 'offer', 'announcement', 'appreciation', 'activity', 'follow-up'];
    for (const { id, parts } of defaultAgendas)
      for (const kind of kinds) assert.equal(put(id, ['New', kind, 5]).at(-1)?.data.title, parts.at(-1)?.title, `${id} ${kind}`);
  });

  it('it goes to the end of an agenda without fixed parts, and never before what the meeting has passed', () => {
    assert.equal(placeFor('topic', []), 0);
    assert.equal(placeFor('topic', [part({ title: 'Cups', kind: 'topic' })]), 1);
    assert.equal(placeFor('topic', agenda('community'), 8), 8);
  });

  it('suggestions share the minutes of their part, so that the meeting does not become longer', () => {
    const minutes = (parts: readonly MilieuRecord<Item>[]): Record<string, number> =>
      Object.fromEntries(parts.map(({ data }, at) => [data.title, minutesOfParts(parts)[at]!]));
    const shared = minutes(put('community', ['Cups', 'topic', 5], ['Garden', 'proposal', 5]));
    assert.deepEqual([shared['Ideas and requests'], shared['Cups'], shared['Garden']], [2, 5, 5]);
    const total = Object.values(shared).reduce((sum, one) => sum + one, 0);
    assert.equal(total, 45);
    assert.equal(minutes(put('community', ['Long', 'topic', 30]))['Ideas and requests'], 1);
  });
});
