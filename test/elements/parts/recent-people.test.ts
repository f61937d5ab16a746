import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { recentPeople } from '../../../src/elements/parts/recent-people.js';
import { type MilieuRecord, someone, type Visibility } from '../../../src/model/record.js';
import type { Kept, Query, Records } from '../../../src/records/base/types.js';

interface Line {
  readonly kind?: string;
  readonly by?: string;
  readonly to: readonly string[];
  readonly at: string;
  readonly visibility?: Visibility;
}

/** A store of `person` with these records; `asked` has the queries that it was asked. */
function storeOf(person: string, lines: readonly Line[]): { records: Records; asked: Query[] } {
  const asked: Query[] = [];
  const list = (query: Query): Promise<readonly Kept[]> => {
    asked.push(query);
    const found = lines.filter(({ kind = 'feedback', by = 'p-ana' }) => kind === query.kind && by === query.by);
    return Promise.resolve(found.map((line) => ({ record: { visibility: 'named', ...line } as unknown as MilieuRecord }) as Kept));
  };
  return { records: { actor: { person, as: 'resident' }, list } as unknown as Records, asked };
}
const recent = (lines: readonly Line[], person = 'p-ana'): Promise<readonly string[]> => recentPeople(storeOf(person, lines).records);

describe('whom a person addressed', () => {
  test('comes by when it was, whatever kind of record it was, and not by how often', async () => {
    const lines: readonly Line[] = [
      { to: ['p-sam'], at: '2026-03-01T10:00:00.000Z' },
      { to: ['p-sam'], at: '2026-03-02T10:00:00.000Z' },
      { to: ['p-jo'], at: '2026-03-04T10:00:00.000Z', kind: 'duty' },
      { to: ['p-kit', 'p-sam'], at: '2026-03-03T10:00:00.000Z', kind: 'job' },
    ];
    assert.deepEqual(await recent(lines), ['p-jo', 'p-kit', 'p-sam']);
  });

  test('is not the person, and not whom others addressed', async () => {
    const lines: readonly Line[] = [
      { to: ['p-ana', 'p-sam'], at: '2026-03-01T10:00:00.000Z' },
      { to: ['p-jo'], at: '2026-03-02T10:00:00.000Z', by: 'p-sam' },
    ];
    assert.deepEqual(await recent(lines), ['p-sam']);
    const { records, asked } = storeOf('p-ana', lines);
    await recentPeople(records);
    assert.ok(asked.length > 0 && asked.every(({ by }) => by === 'p-ana'));
  });

  test('is read once for a form with several choices, and again for the next form', async () => {
    const { records, asked } = storeOf('p-ana', []);
    await Promise.all([recentPeople(records), recentPeople(records)]);
    const once = asked.length;
    assert.equal(new Set(asked.map(({ kind }) => kind)).size, once);
    await recentPeople(records);
    assert.equal(asked.length, 2 * once);
  });

  test('is nobody in a record that everybody reads', async () => {
    assert.deepEqual(await recent([{ to: ['p-sam'], at: '2026-03-01T10:00:00.000Z', kind: 'member', visibility: 'community' }]), []);
  });

  test('is not known where several people share the computer without saying who they are', async () => {
    assert.deepEqual(await recent([{ to: ['p-sam'], at: '2026-03-01T10:00:00.000Z', by: someone }], someone), []);
  });
});
