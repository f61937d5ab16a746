import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { root } from '../../scripts/entries.mjs';
import type { Sources } from '../../stories/words/uses.js';
import { checkOwn, csvOf, search, type Tables, type Word, wordsOf } from '../../stories/words/words.js';

const folder = join(root, 'src/elements');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const sources: Sources = files.filter((name) => !/strings\.ts$/.test(name)).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
const withStrings = files.filter((name) => /(?:^|\/|\.)strings\.ts$|start-anew\.ts$/.test(name));

const sample: Word = { key: 'a.b', english: '=1+1 {name}', widget: 'Help', views: 'frame', context: 'Text', grade: undefined };

describe('the page of all words', () => {
  let words: readonly Word[] = [];
  const word = (key: string): Word => {
    const found = words.find((one) => one.key === key);
    assert.ok(found, `there is no ${key}`);
    return found;
  };
  before(async () => {
    const tables = await Promise.all(
      withStrings.map(async (name) => [name, (await import(join(folder, name))) as Readonly<Record<string, unknown>>] as const),
    );
    words = wordsOf(tables satisfies Tables, sources);
  });

  test('the page looks for strings in every file that has a table of them', () => {
    const declaring = files.filter((name) => /^export const \w+Strings = /m.test(readFileSync(join(folder, name), 'utf8')));
    assert.deepEqual(declaring.sort(), [...withStrings].sort());
  });

  test('every string has its widget, its text and what it is', () => {
    assert.ok(words.length > 700, `${words.length} strings`);
    assert.equal(new Set(words.map(({ key }) => key)).size, words.length);
    assert.deepEqual(
      words.filter(({ widget, context }) => !widget || !context).map(({ key }) => key),
      [],
    );
    const { english, widget, views, context, grade } = word('feedback.problem.saw');
    assert.deepEqual([english, widget, context], ['Write what you saw. A few words will do.', 'Peer feedback', 'What is missing, at its field']);
    assert.match(views, /feedback inputs/);
    assert.ok(grade !== undefined && grade < 3);
  });

  test('a string is named by the tag around it, by what is filled in and by its count', () => {
    assert.equal(word('feedback.preview').context, 'Button; fills in {name}');
    assert.equal(word('help.come').context, 'Button');
    assert.match(word('feedback.room.one').context, /fills in \{count\}; the form for “one” of a count$/);
    assert.equal(word('word.step').grade, undefined);
  });

  test('nine of ten strings are found in the views that show them', () => {
    const lost = words.filter(({ key, views }) => !views && !/^(error|word)\./.test(key)).map(({ key }) => key);
    assert.ok(lost.length < words.length / 10, lost.join(' '));
  });

  test('a search looks in keys, texts, places and the words of the host', () => {
    assert.deepEqual(search(words, 'SEND to').includes(word('feedback.send-to')), true);
    assert.deepEqual(search(words, 'xyzzy'), []);
    assert.deepEqual(search([sample], 'moon', { 'a.b': 'Moon' }), [sample]);
  });

  test('the table for spreadsheets guards formulas and quotes', () => {
    const [head, row] = csvOf([sample], { 'a.b': '-"x" {name}' }).split('\r\n');
    assert.equal(head, '\uFEFF"key","english","widget","views","context","grade","yours"');
    assert.equal(row, `"a.b","'=1+1 {name}","Help","frame","Text",,"'-""x"" {name}"`);
  });

  test('words of a host are used where they are whole, and the others are named', () => {
    const given = JSON.stringify({ 'a.b': 'Moon {name}', 'a.c': 'x' });
    assert.deepEqual(checkOwn(given, [sample]), { words: { 'a.b': 'Moon {name}' }, faults: ['There is no string “a.c”.'] });
    assert.deepEqual(checkOwn('{"a.b":"Moon"}', [sample]).faults, ['“a.b” leaves out {name}.']);
    assert.deepEqual(checkOwn('{"a.b":"{name} {who}"}', [sample]).faults, ['“a.b” has {who}, which nothing fills in.']);
    assert.deepEqual(checkOwn('{"a.b":" "}', [sample]).faults, ['“a.b” has no text.']);
    assert.deepEqual(checkOwn('[', [sample]).faults, ['This file is not JSON.']);
    assert.deepEqual(checkOwn('[]', [sample]).faults, ['This file is not an object of keys and texts.']);
  });
});
