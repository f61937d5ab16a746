import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { staleTokenFiles } from '../../scripts/tokens.mjs';
import { type Token, tokens } from '../../src/tokens/index.js';

const root = join(import.meta.dirname, '../..');
const elements = join(root, 'src/elements');
const paths = readdirSync(elements, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
const text = (path: string): string => readFileSync(join(elements, path), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const isStyle = (path: string): boolean => path.endsWith('.styles.ts');
const isGenerated = (path: string): boolean => /styles\/(tokens|density)\.styles\.ts$/.test(path);

const everything = paths.map(text).join('\n');
const matches = (source: string, pattern: RegExp): Set<string> => new Set([...source.matchAll(pattern)].map(({ 1: name = '' }) => name));
const list = Object.entries(tokens) as [string, Token][];
const cssNames = new Set(list.flatMap(([, { css }]) => css ?? []));

describe('design tokens', () => {
  test('every generated file matches the source of the tokens', async () => assert.deepEqual(await staleTokenFiles(), []));

  test('every custom property that is read is set somewhere', () => {
    const set = matches(everything, /(?:^|[\s{'"])(--_[\w-]+)['"]?\s*:/gm);
    assert.deepEqual(
      [...matches(everything, /var\((--_[\w-]+)/g)].filter((name) => !set.has(name)),
      [],
    );
  });

  test('every custom property that is set is read somewhere', () => {
    const read = matches(everything, /var\((--_[\w-]+)/g);
    // An error message names one as an example.
    const code = everything.replace(/throw new Error\(.*\);/g, '');
    const set = matches(code, /(?:^|[\s{'"])(--_[\w-]+)['"]?\s*:/gm);
    assert.deepEqual(
      [...set].filter((name) => !read.has(name)),
      [],
    );
  });

  test('only five custom properties are public, and every other name is private', () => {
    const open = list.flatMap(([, token]) => token.public ?? []).sort();
    assert.deepEqual(open, ['--milieu-accent', '--milieu-ink', '--milieu-radius', '--milieu-space', '--milieu-surface']);
    const others = [...matches(everything, /(?:var\(|[\s{])(--[\w-]+)\s*[:,)]/g)].filter((name) => !name.startsWith('--_') && !open.includes(name));
    assert.deepEqual(others, []);
  });

  test('every token is used, by another token or by a style', () => {
    const source = readFileSync(join(root, 'tokens/milieu.tokens.json'), 'utf8');
    // Density is set by an attribute, and less motion is the value that every duration takes.
    const byGenerator = /^system\.(density|motion\.reduced)/;
    const idle = list.filter(([name, { css }]) => !css && !byGenerator.test(name) && !source.includes(`{${name}}`)).map(([name]) => name);
    assert.deepEqual(idle, []);
  });

  test('no raw value has a name in a widget', () => {
    assert.deepEqual(
      list.filter(([, { tier, css }]) => tier === 'reference' && css),
      [],
    );
  });

  test('styles take colours from tokens', () => {
    const allowed = /^(dialog::backdrop)/;
    const own = paths
      .filter((path) => isStyle(path) && !isGenerated(path))
      .flatMap((path) =>
        [...text(path).matchAll(/([^\n{};]*)\{[^{}]*?(#[0-9a-f]{3,8}\b|(?:rgb|hsl|oklch|oklab|lch|lab)\([^)]*\))[^{}]*\}/gi)]
          .filter(([, selector = '']) => !allowed.test(selector.trim()))
          .map(({ 2: color }) => `${path}: ${color}`),
      );
    assert.deepEqual(own, []);
  });

  test('every name in CSS belongs to one token', () => {
    assert.equal(cssNames.size, list.filter(([, { css }]) => css).length);
  });
});

describe('CSS classes', () => {
  const markup = paths
    .filter((path) => !isStyle(path))
    .map(text)
    .join('\n');

  test('every class with a style is used in the markup', () => {
    const idle = paths
      .filter(isStyle)
      .flatMap((path) =>
        [...matches(text(path).replace(/\$\{[^}]*\}/g, ''), /\.([a-z][a-z0-9-]*)(?=[\s.:,>{)[+~])/g)]
          .filter((name) => !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(markup))
          .map((name) => `${path}: .${name}`),
      );
    assert.deepEqual(idle, []);
  });
});
