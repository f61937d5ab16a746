import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { root } from '../../scripts/entries.mjs';
import { kinds } from '../../src/model/kinds/tables.js';

const folder = join(root, 'src/elements');
const views = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const isAskedFor = (kind: string): boolean =>
  views.some((view) => new RegExp(`\\{\\s*kind: '${kind}'(\\s*\\}|,\\s*(\\[|(to|by|about|status)\\b))`).test(view));

it('every kind of record is read by some view: a reason that nobody can see was asked for in vain', () => {
  assert.deepEqual(
    Object.keys(kinds).filter((kind) => !isAskedFor(kind)),
    [],
  );
});
