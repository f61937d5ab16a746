import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import readability from 'text-readability';

const folder = join(import.meta.dirname, '../../examples/intranet');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

/** The formula says nothing about a text with fewer words than this. */
const leastWords = 6;
const hardest = 6;

/** The texts of a page, block by block. A name of a file, tag or browser is no hard word for its reader. */
function textsOfPage(html: string): string[] {
  const named = html.replaceAll(/<(pre|script|title|textarea)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/g, '').replaceAll(/<code>[\s\S]*?<\/code>/g, 'Sam');
  return named
    .split(/<\/?(?:p|li|td|th|h[1-6]|small|label|legend|option|div|section|input|br)\b[^>]*>/)
    .map((block) => block.replaceAll(/<[^>]*>/g, ''));
}

/** The texts that a script shows: every string in single quotes with a blank in it. */
const textsOfScript = (code: string): string[] => [...code.matchAll(/'([A-Z][^'\n]* [^'\n]*)'/g)].map(([, words]) => words ?? '');

const texts = files.flatMap((name) => {
  if (!/\.(html|js)$/.test(name)) return [];
  const source = readFileSync(join(folder, name), 'utf8');
  const found = name.endsWith('.js') ? textsOfScript(source) : textsOfPage(source);
  return found.map((words) => ({
    name,
    words: words
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/\b[\w-]+(\.\w+)*\.(js|html)\b/g, 'Sam')
      .trim(),
  }));
});

test(`no text of the pages for intranets needs more than ${hardest} years of school`, () => {
  assert.ok(texts.length > 120, `${texts.length} texts`);
  const hard = texts
    .filter(({ words }) => words.split(' ').length >= leastWords)
    .map((text) => ({ ...text, grade: readability.fleschKincaidGrade(text.words) }))
    .filter(({ grade }) => grade > hardest)
    .map(({ name, words, grade }) => `${grade.toFixed(1)} ${name}: ${words}`);
  assert.deepEqual(hard, []);
});

test('the pages for intranets have no script or style inside their markup, and load nothing from elsewhere', () => {
  const found = files.flatMap((name) => {
    if (!name.endsWith('.html')) return [];
    const html = readFileSync(join(folder, name), 'utf8').replaceAll(/<pre\b[\s\S]*?<\/pre\s*>/g, '');
    return [...html.matchAll(/<style|\sstyle=|\son\w+=|<script>|(?:src|href)="(?:\w+:)?\/\/[^"]*"/g)].map(([match]) => `${name}: ${match.trim()}`);
  });
  assert.deepEqual(found, []);
});
