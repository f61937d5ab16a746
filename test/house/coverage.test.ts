import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fallen, sharesOf } from '../../scripts/coverage.mjs';

const file = (sourcePath: string, covered: number, total: number): Parameters<typeof sharesOf>[0][number] => {
  const share = { covered, total };
  return { sourcePath, summary: { lines: share, branches: share, functions: share } };
};

describe('coverage', () => {
  test('coverage of a part is the sum over its files, weighted by their size', () => {
    const files = [file('src/model/a.ts', 1, 1), file('src/model/b.ts', 0, 3), file('src/records/a.ts', 2, 3)];
    assert.deepEqual(sharesOf(files, ['src/model', 'src/records']), {
      'src/model': { lines: 25, branches: 25, functions: 25 },
      'src/records': { lines: 66.6, branches: 66.6, functions: 66.6 },
    });
  });

  test('coverage that falls or is not measured is a fault, and coverage that rises is not', () => {
    const floor = { 'src/model': { lines: 90, branches: 80 }, 'src/records': { lines: 10 } };
    assert.deepEqual(fallen({ 'src/model': { lines: 89.9, branches: 81 } }, floor), [
      'src/model: 89.9 % of lines ran, 90 % did before',
      'src/records: 0 % of lines ran, 10 % did before',
    ]);
    assert.deepEqual(fallen({ 'src/model': { lines: 90, branches: 80 }, 'src/records': { lines: 10 } }, floor), []);
  });
});
