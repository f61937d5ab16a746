import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { root } from '../../scripts/entries.mjs';

/** Sides that do not turn round with the writing: left and right in names of properties, and as values. */
const physical = /(?:^|[\s;{])((?:[\w-]+-)?(?:left|right)(?:-[\w-]+)?\s*:|(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b)/;

/** Lines of a style sheet that name a side. */
const sided = (css: string): string[] => css.split('\n').filter((line) => physical.test(line));

const folder = join(root, 'src/elements');
const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.styles.ts'));

describe('styles that turn round with the writing', () => {
  test('name no left and no right', () => {
    assert.ok(sheets.length > 20);
    const found = sheets.flatMap((file) => sided(readFileSync(join(folder, file), 'utf8')).map((line) => `${file}: ${line.trim()}`));
    assert.deepEqual(found, []);
  });

  test('are looked at by an eye that sees', () => {
    const lines = ['  margin-left: 1px;', '  right: 0;', '  text-align: left;', '  border-right-color: red;'];
    for (const line of lines) assert.deepEqual(sided(line), [line]);
    for (const line of ['  margin-inline: 1px;', '  inset-inline-end: 0;', '  text-align: start;', '  right 1.3em center,'])
      assert.deepEqual(sided(line), []);
  });
});
