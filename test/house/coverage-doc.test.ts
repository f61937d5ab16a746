import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

const rows = readFileSync('docs/coverage.md', 'utf8')
  .split('\n')
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  .filter(([, id, , proof]) => id !== undefined && /^[A-Z\d]/.test(id) && proof);
const proofs = rows.flatMap(([, id, , proof = '']) =>
  proof
    .split('<br>')
    .map((one) => ({ id, title: /“(.*)”/.exec(one)?.[1]?.replace(/\\(.)/g, '$1') ?? '', file: `test/${/`([^`]*\.ts)`$/.exec(one)?.[1] ?? ''}` })),
);

describe('docs/coverage.md', () => {
  test('names tests that exist, at least one for each row', () => {
    assert.ok(rows.length > 150, `${rows.length} rows`);
    assert.deepEqual(
      proofs
        .filter(({ title, file }) => !title || !existsSync(file) || !readFileSync(file, 'utf8').includes(title))
        .map(({ id, title, file }) => `${id}: “${title}” in ${file}`),
      [],
    );
  });
});
