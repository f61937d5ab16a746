import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../../src/model/decide.js';
import type { MilieuRecord } from '../../src/model/record.js';

const record = (kind: string, data: MilieuRecord['data']): MilieuRecord => ({
  id: '0190f5a0-0000-7000-8000-000000000001',
  kind,
  v: 1,
  community: 'north',
  by: 'p-ana',
  to: ['p-sam'],
  visibility: 'named-and-staff',
  at: '2026-11-29T10:00:00.000Z',
  status: 'delivered',
  rev: 1,
  data,
});

test('the words of a record are the texts that a person wrote, without empty ones', () => {
  const data = { mode: 'affirm', saw: 'You held the door', where: '', effect: '  ' };
  assert.deepEqual(wordsOf(record('feedback', data)), ['You held the door']);
  assert.deepEqual(wordsOf(record('a-kind-of-tomorrow', data)), []);
});
