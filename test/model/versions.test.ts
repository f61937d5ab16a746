import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decideBy } from '../../src/model/decide-by.js';
import { kinds } from '../../src/model/kinds/tables.js';
import { Refused } from '../../src/model/refusals.js';
import type { MilieuRecord } from '../../src/model/record.js';
import type { Kind } from '../../src/model/transition.js';

const letter: Kind = {
  kind: 'letter',
  v: 2,
  added: { colour: 2 },
  transitions: {
    write: { from: [], to: ['kept'], who: ['author'], shows: 'self' },
    rewrite: { from: ['kept'], to: ['kept'], who: ['author'], edits: true },
  },
};
const table = Object.assign(Object.create(null) as Record<string, Kind>, { letter });
const asked = {
  kind: 'letter',
  id: '01890000-0000-7000-8000-000000000001',
  community: 'north',
  actor: { person: 'ana', as: 'resident' as const },
  now: '2026-03-02T09:00:00.000Z',
};
const act = (action: string, data: Record<string, unknown>, root?: MilieuRecord): MilieuRecord => {
  const decided = decideBy(table, action, { ...asked, root, input: { data } });
  assert.ok(!(decided instanceof Refused));
  return decided.records[0]!;
};

describe('the version of a record', () => {
  it('is the lowest that knows all its fields, so that older code reads on', () => {
    assert.equal(act('write', { text: 'Hello' }).v, 1);
    assert.equal(act('write', { text: 'Hello', colour: 'blue' }).v, 2);
  });

  it('rises when a rewrite adds a later field, and does not fall again', () => {
    const later = act('rewrite', { text: 'Hello', colour: 'blue' }, act('write', { text: 'Hello' }));
    assert.equal(later.v, 2);
    assert.equal(act('rewrite', { text: 'Hello' }, later).v, 2);
  });

  it('of a kind goes as far as its latest field', () => {
    for (const { kind, v, added } of Object.values(kinds)) assert.equal(v, Math.max(1, ...Object.values(added ?? {})), kind);
  });
});
