import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kinds } from '../../src/model/kinds/tables.js';
import { isKnownKind, isKnownVersion, parseAnyChange, parseAnyRecord } from '../../src/model/unknown-version.schema.js';

const id = '0199a8c4-0000-7000-8000-000000000001';
const other = '0199a8c4-0000-7000-8000-000000000002';
const at = '2026-11-21T10:00:00.000Z';
const record = {
  ...{ id, kind: 'phq9-answer', v: 3, community: 'north-house', by: 'ana', to: ['ben'], visibility: 'named', at, rev: 1, status: 'new-word' },
  data: { deep: [{ any: true }] },
};
const change = { key: other, action: 'answer', by: 'ana', as: 'resident', at, community: 'north-house', records: [record] };

describe('parseAnyRecord', () => {
  it('accepts any kind, version, status and data, and keeps fields that it does not know', () => {
    for (const more of [{}, { v: 1 }, { status: 'x' }, { data: {} }, { about: other, from: other }, { more: [1] }])
      assert.deepEqual(parseAnyRecord({ ...record, ...more }), { ...record, ...more });
    for (const [kind, { v }] of Object.entries(kinds)) assert.equal(parseAnyRecord({ ...record, kind, v })?.kind, kind);
  });

  it('rejects a record whose shared fields are not valid', () => {
    for (const field of ['id', 'kind', 'v', 'community', 'by', 'to', 'visibility', 'at', 'status', 'rev', 'data'])
      for (const wrong of [undefined, null, true, '', [[]], Symbol('x'), NaN, -1])
        assert.equal(parseAnyRecord({ ...record, [field]: wrong }), undefined, `${field} ${String(wrong)}`);
    for (const kind of ['Words of a person', 'a b', '9th', '__proto__', 'x'.repeat(33)])
      assert.equal(parseAnyRecord({ ...record, kind }), undefined, kind);
    assert.equal(parseAnyRecord({ ...record, rev: 2 ** 31 }), undefined);
  });

  it('gives a copy, and throws at no object of a page', () => {
    const nested = { ...record, data: { words: ['a'] } };
    const parsed = parseAnyRecord(nested);
    nested.data.words.push('b');
    assert.deepEqual(parsed?.data, { words: ['a'] });
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    let deep: unknown = [];
    for (let level = 0; level < 100_000; level++) deep = [deep];
    const getter = Object.defineProperty({ ...record }, 'kind', { get: () => assert.fail('canary'), enumerable: true });
    for (const wrong of [{ ...record, data: cycle }, { ...record, data: { deep } }, { ...record, data: { big: 1n } }, getter, null, 'x', undefined])
      assert.equal(parseAnyRecord(wrong), undefined);
    const hostile = parseAnyRecord(JSON.parse(JSON.stringify(record).replace('"deep"', '"__proto__":{"bad":1},"deep"')));
    assert.equal((hostile?.data as { bad?: number }).bad, undefined);
  });
});

describe('parseAnyChange', () => {
  it('accepts a change whose records are of any kind and version', () => {
    assert.deepEqual(parseAnyChange(change), change);
  });

  it('rejects one without records, with records of another community, and with two of one id', () => {
    for (const records of [[], [{ ...record, community: 'south-house' }], [record, record], [{ ...record, id: 'x' }], Array(13).fill(record)])
      assert.equal(parseAnyChange({ ...change, records }), undefined);
    for (const field of ['key', 'action', 'by', 'as', 'at', 'community']) assert.equal(parseAnyChange({ ...change, [field]: '' }), undefined, field);
    assert.equal(parseAnyChange(undefined), undefined);
  });
});

describe('what this version knows', () => {
  it('a kind in its own version only, and no name of an object', () => {
    for (const [kind, { v }] of Object.entries(kinds))
      assert.deepEqual([isKnownKind(kind), isKnownVersion({ kind, v }), isKnownVersion({ kind, v: v + 1 })], [true, true, false]);
    for (const kind of ['unknown', 'constructor', '__proto__']) assert.deepEqual([isKnownKind(kind), isKnownVersion({ kind, v: 1 })], [false, false]);
  });
});
