import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { kinds } from '../../src/model/kinds/tables.js';
import { statusesOf } from '../../src/model/statuses.js';
import { versionOf } from '../../src/model/versions.js';
import type { Change } from '../../src/model/change.js';
import type { Data, MilieuRecord } from '../../src/model/record.js';
import { parseChange, parseRecord, problemsOf } from '../../src/model/record.schema.js';
import { samples } from './kinds/all-samples.js';

const id = '0199a8c4-0000-7000-8000-000000000001';
const other = '0199a8c4-0000-7000-8000-000000000002';
const at = '2026-11-21T10:00:00.000Z';
const recordOf = (kind: string, data: Data = samples[kind]!): MilieuRecord => ({
  ...{ id, kind, v: versionOf(kinds[kind], data), community: 'north-house', by: 'ana', to: ['ben'], visibility: 'named-and-staff', at, rev: 1 },
  status: statusesOf(kind)[0]!,
  data,
});
const record = recordOf('feedback');
const change: Change = { key: other, action: 'send', by: 'ana', as: 'resident', at, community: 'north-house', records: [record] };
const fits = (more: object): boolean => parseRecord({ ...record, ...more }) !== undefined;

describe('parseRecord', () => {
  for (const kind of Object.keys(kinds))
    it(`accepts a ${kind}, and rejects it with a field that is missing, unknown or of another type`, () => {
      const good = recordOf(kind);
      assert.deepEqual(parseRecord(good), good);
      const needed = ['id', 'kind', 'v', 'community', 'by', 'to', 'visibility', 'at', 'status', 'rev', 'data'];
      for (const field of needed) assert.equal(parseRecord({ ...good, [field]: undefined }), undefined, field);
      for (const field of [...needed, 'about', 'from'])
        for (const wrong of [null, true, {}, [[]], Symbol('x'), NaN, '', -1])
          assert.equal(parseRecord({ ...good, [field]: wrong }), undefined, field);
      for (const field of Object.keys(good.data))
        for (const wrong of [null, {}, Symbol('x'), NaN, Infinity, -1e12, [{}]])
          assert.equal(parseRecord({ ...good, data: { ...good.data, [field]: wrong } }), undefined, `data.${field}`);
      assert.equal(parseRecord({ ...good, more: 1 }), undefined);
      assert.equal(parseRecord({ ...good, data: { ...good.data, more: 1 } }), undefined);
    });

  it('rejects unknown kinds, versions, statuses and readers', () => {
    for (const kind of ['', 'unknown', '__proto__', 'constructor'])
      assert.deepEqual(problemsOf({ ...record, kind }), [{ path: 'kind', code: 'unknown-kind' }]);
    assert.ok(!fits({ v: 2 }) && !fits({ v: 0 }) && !fits({ status: 'open' }) && !fits({ status: 'toString' }) && !fits({ visibility: 'everyone' }));
  });

  it('accepts only one spelling of an id', () => {
    for (const wrong of [id.toUpperCase(), id.replaceAll('-', ''), `${id} `, `{${id}}`, '00000000-0000-0000-0000-000000000000'])
      assert.ok(!fits({ id: wrong }), wrong);
    for (const wrong of ['', 'x'.repeat(65), 'a\nb', 'a\0', '\ud800', 'e\u0301']) assert.ok(!fits({ by: wrong }), JSON.stringify(wrong));
    for (const good of ['x'.repeat(64), '\u00e9', 'https://clinic.example/Person/1', '患者-1', 'a b']) assert.ok(fits({ by: good }), good);
    assert.ok(!fits({ to: ['ben', 'ben'] }));
    assert.ok(!fits({ to: Array.from({ length: 11 }, (_, n) => `p${n}`) }));
    assert.ok(fits({ to: Array.from({ length: 10 }, (_, n) => `p${n}`) }));
  });

  it('accepts only times that exist, in UTC', () => {
    for (const good of ['2026-11-21T10:00:00Z', '2028-02-29T23:59:59.999Z', '1999-12-31T00:00:00.123456Z']) assert.ok(fits({ at: good }), good);
    for (const wrong of [
      '2026-11-21',
      '2026-11-21T10:00:00',
      '2026-11-21T10:00:00+01:00',
      '2026-02-29T10:00:00Z',
      '2026-13-01T10:00:00Z',
      '2026-11-21T24:00:00Z',
      '+012026-01-01T00:00:00Z',
      '2026-11-21t10:00:00z',
    ])
      assert.ok(!fits({ at: wrong }), wrong);
  });

  it('revisions are whole numbers from 1', () => {
    for (const wrong of [0, 1.5, '1', 2 ** 53, -0]) assert.ok(!fits({ rev: wrong }), String(wrong));
    assert.ok(fits({ rev: Number.MAX_SAFE_INTEGER }));
  });

  it('keeps text as it was written, and rejects text that no backend could store', () => {
    const saw = (text: string) => parseRecord(recordOf('feedback', { mode: 'affirm', saw: text }))?.data['saw'];
    for (const good of ['e\u0301 stays two', '\u202eturned', 'a\u200bb', '🌱👩‍👩‍👧', '\ufeffx', 'a\r\nb', '<img src=x onerror=alert(1)>', '{{x}}'])
      assert.equal(saw(good), good);
    for (const wrong of ['\ud800', 'a\udc00b', '\udc00\ud800', 'a\0b']) assert.equal(saw(wrong), undefined, JSON.stringify(wrong));
    assert.equal(saw('x'.repeat(600))?.toString().length, 600);
    assert.equal(saw('x'.repeat(601)), undefined);
  });

  it('keeps any well-formed text through JSON and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const parsed = parseRecord(JSON.parse(JSON.stringify(recordOf('feedback', { mode: 'affirm', saw: text }))));
        if (/[\p{Cs}\0]/u.test(text) || text.length > 600) assert.equal(parsed, undefined);
        else assert.equal(parsed?.data['saw'], text);
      }),
    );
  });

  it('shares no objects with its input', () => {
    const given = structuredClone(recordOf('duty')) as unknown as { to: string[]; data: { title: string; steps: string[] } };
    const parsed = parseRecord(given)!;
    given.to.push('zoe');
    given.data.title = 'Other';
    given.data.steps.push('More');
    assert.deepEqual(parsed, recordOf('duty'));
  });

  it('rejects lists with extra members, and keys that would reach a prototype', () => {
    const spoof = Object.assign(['ben'], { raw: ['<b>'] });
    assert.ok(!('raw' in parseRecord({ ...record, to: spoof })!.to));
    for (const key of ['__proto__', 'constructor', 'prototype'])
      for (const text of [`{"${key}":{"staff":true}}`, `{"mode":"affirm","saw":"tea","${key}":{"staff":true}}`]) {
        assert.equal(parseRecord({ ...record, data: JSON.parse(text) as Data }), undefined);
        assert.equal(parseRecord({ ...record, ...(JSON.parse(`{"x":0,"${key}":{"staff":true}}`) as object) }), undefined);
      }
    assert.equal(({} as { staff?: true }).staff, undefined);
  });

  it('rejects what is too big without reading all of it', () => {
    const started = performance.now();
    assert.deepEqual(problemsOf({ ...record, to: new Array(5_000_000).fill('a') }), [{ path: 'to', code: 'length' }]);
    assert.deepEqual(problemsOf({ ...change, records: new Array(5_000_000).fill(record) }), [{ path: 'records', code: 'length' }]);
    assert.equal(parseRecord({ ...record, data: JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as Data }), undefined);
    assert.ok(!fits({ by: 'a'.repeat(5_000_000) }));
    assert.ok(performance.now() - started < 3000);
  });
});

describe('parseChange', () => {
  const problems = (more: object) => problemsOf({ ...change, ...more }).map(({ path, code }) => `${path} ${code}`);

  it('accepts 1 to 12 records of one community, each once', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ ...record, id: `0199a8c4-0000-7000-8000-${String(n).padStart(12, '0')}` }));
    assert.deepEqual(parseChange(change), change);
    assert.deepEqual(parseChange({ ...change, records: many(12) })?.records.length, 12);
    assert.deepEqual(problems({ records: many(13) }), ['records length']);
    assert.deepEqual(problems({ records: [] }), ['records length']);
    assert.deepEqual(problems({ records: [record, record] }), ['records.1.id mismatch']);
    assert.deepEqual(problems({ community: 'south-house' }), ['records.0.community mismatch']);
    assert.deepEqual(problems({ records: [record, { ...record, id: other, data: {} }] }), ['records.1.data.mode value', 'records.1.data.saw type']);
  });

  it('rejects any invalid field of the change', () => {
    for (const [field, wrong] of Object.entries({ key: 'x', action: 'Send!', by: '', as: 'admin', at: 'now', community: 7, more: 1 }))
      assert.equal(parseChange({ ...change, [field]: wrong }), undefined, field);
    for (const wrong of [null, undefined, 'x', 3, [], [change]]) assert.equal(parseChange(wrong), undefined);
  });
});

describe('problemsOf', () => {
  it('is empty for a valid record', () => {
    assert.deepEqual([problemsOf(record), problemsOf(change)], [[], []]);
  });

  it('says where and what is wrong, at most twenty times', () => {
    assert.deepEqual(problemsOf({ ...record, data: { mode: 'affirm', saw: 'x'.repeat(601), where: 3, seen: 1 } }), [
      { path: 'data.saw', code: 'length' },
      { path: 'data.where', code: 'type' },
      { path: 'data', code: 'unknown-field' },
    ]);
    assert.ok(problemsOf({ ...change, records: Array.from({ length: 12 }, () => ({ ...record, to: 3, by: '', id: '' })) }).length <= 20);
  });

  it('never repeats a key or a value of its input', () => {
    const canary = 'Ca-na-ry';
    const value = fc.anything({
      values: [fc.constant(canary), fc.integer()],
      key: fc.constantFrom(canary, 'saw', 'mode', 'id', 'to', 'note'),
      maxDepth: 3,
    });
    const parts = { data: value, to: value, by: value, id: value, status: value, [canary]: value, records: value };
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(kinds)), fc.record(parts, { requiredKeys: [] }), fc.boolean(), (kind, more, whole) => {
        const said = JSON.stringify(problemsOf(whole ? { ...change, ...more } : { ...recordOf(kind), ...more }));
        assert.ok(!said.includes(canary), said);
        assert.match(said, /^\[(\{"path":"[a-z.\d]*","code":"[a-z-]+"\},?)*\]$/i);
      }),
      { numRuns: 3000 },
    );
  });

  it('reports input that throws when it is read, and says no more', () => {
    const secret = () => {
      throw new Error('a secret');
    };
    for (const trap of [
      new Proxy({}, { get: secret, has: secret, ownKeys: secret }),
      {
        ...record,
        get data(): never {
          return secret();
        },
      },
      Object.defineProperty({}, 'kind', { get: secret }),
    ]) {
      assert.deepEqual(problemsOf(trap), [{ path: '', code: 'unreadable' }]);
      assert.equal(parseRecord(trap), undefined);
      assert.equal(parseChange({ ...change, records: [trap] }), undefined);
    }
  });

  it('answers for input of any type', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true, withTypedArray: true }),
        (input) => {
          assert.ok(problemsOf(input).length > 0);
          assert.equal(parseRecord(input), undefined);
        },
      ),
    );
  });
});
