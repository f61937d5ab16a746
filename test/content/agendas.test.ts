import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { defaultAgendas, defaultAgreements, minutesOf } from '../../src/content/agendas.js';
import { parseChange } from '../../src/model/record.schema.js';
import { decide } from '../../src/model/decide.js';
import { Refused } from '../../src/model/refusals.js';

const actor = { person: 'p-ana', as: 'resident' as const };
const now = '2026-11-21T10:00:00.000Z';

for (const agenda of defaultAgendas) {
  test(`${agenda.title} can be planned without changes, and all its items are valid`, () => {
    const answers = agenda.parts.map((part, at) => ({ id: uuidv7(), kind: 'item', data: { ...part, order: at } }));
    const data = {
      title: agenda.title,
      startsAt: now,
      minutes: minutesOf(agenda),
      purpose: agenda.purpose,
      chair: 'p-ana',
      agreements: defaultAgreements,
    };
    const decided = decide('plan', { kind: 'meeting', id: uuidv7(), community: 'here', actor, now, input: { data, answers } });
    assert.ok(!(decided instanceof Refused), decided instanceof Refused ? decided.code : '');
    const change = { key: uuidv7(), action: 'plan', by: actor.person, as: actor.as, at: now, community: 'here', records: decided.records };
    assert.equal(parseChange(change)?.records.length, agenda.parts.length + 1);
  });
}

test('each starter agenda takes as long as its name says', () => {
  assert.deepEqual(
    defaultAgendas.map((agenda) => [agenda.id, minutesOf(agenda)]),
    [
      ['community', 45],
      ['short-stay', 25],
      ['morning', 20],
      ['evening', 15],
      ['mutual-help', 30],
      ['quick', 15],
    ],
  );
});

test('the promises come first in each agenda that has them as an item', () => {
  const places = defaultAgendas.map(({ parts }) => parts.findIndex(({ kind }) => kind === 'follow-up'));
  assert.deepEqual(
    places.filter((place) => place > 0),
    [],
  );
});
