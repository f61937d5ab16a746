import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { root } from '../../scripts/entries.mjs';

/** Left and right in names of properties and in values: they do not follow the direction of writing. */
const physical = /(?:^|[\s;{])((?:[\w-]+-)?(?:left|right)(?:-[\w-]+)?\s*:|(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b)/;

/** A rule for one direction of writing: it may name a side. */
const oneDirection = /[^{}]*:dir\((?:rtl|ltr)\)[^{}]*\{[^{}]*\}/g;

/** Lines of a style sheet that name a side in both directions of writing. */
const sided = (css: string): string[] =>
  css
    .replace(oneDirection, '')
    .split('\n')
    .filter((line) => physical.test(line));

const folder = join(root, 'src/elements');
const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.styles.ts'));

describe('style sheets and right-to-left writing', () => {
  test('no style sheet names left or right', () => {
    assert.ok(sheets.length > 20);
    const found = sheets.flatMap((file) => sided(readFileSync(join(folder, file), 'utf8')).map((line) => `${file}: ${line.trim()}`));
    assert.deepEqual(found, []);
  });

  test('the check finds a style that names left or right', () => {
    const lines = ['  margin-left: 1px;', '  right: 0;', '  text-align: left;', '  border-right-color: red;'];
    for (const line of lines) assert.deepEqual(sided(line), [line]);
    assert.deepEqual(sided('p { left: 0; }\n:host(:dir(rtl)) {\n  text-align: right;\n}'), ['p { left: 0; }']);
    for (const line of ['  margin-inline: 1px;', '  inset-inline-end: 0;', '  text-align: start;', '  right 1.3em center,'])
      assert.deepEqual(sided(line), []);
  });
});
