import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  canonicalLanguage,
  capitalised,
  compareNames,
  dayWords,
  daysSince,
  formatDate,
  formatList,
  formatNumber,
  formatTime,
  languageTag,
  lowerCase,
  pluralForm,
} from '../../../src/elements/language/format.js';
import { closed, isolated } from '../../../src/elements/language/isolate.js';
import { filled } from '../../../src/elements/language/strings.js';

const now = new Date(2026, 2, 12, 9, 30);
const ago = (days: number, hours = 0): string => new Date(2026, 2, 12 - days, 9 - hours, 30).toISOString();

test('days go by the calendar, not by hours', () => {
  assert.equal(daysSince(ago(0, 9), now), 0);
  assert.equal(daysSince(ago(0, 10), now), 1);
  assert.equal(daysSince(ago(30), now), 30);
});

test('a day is said as people say it', () => {
  assert.equal(dayWords(ago(0), 'en', now), 'today');
  assert.equal(dayWords(ago(1), 'en', now), 'yesterday');
  assert.equal(dayWords(ago(1), 'de', now), 'gestern');
  assert.equal(dayWords(ago(3), 'en', now), 'Monday');
  assert.equal(dayWords(ago(40), 'en', now), 'January 31');
  assert.equal(dayWords(ago(100), 'en', now), 'December 2, 2025');
});

test('a clock that runs ahead elsewhere does not make a day of tomorrow', () => {
  assert.equal(dayWords(ago(-1), 'en', now), 'today');
});

test('what is no date has no words', () => {
  assert.equal(formatDate('soon', 'en'), '');
  assert.equal(formatDate('', 'en'), '');
  assert.equal(dayWords('soon', 'en', now), '');
});

/** What a page, a template that was not filled in, a server or a browser may say. */
const odd: Readonly<Record<string, string>> = {
  pt_BR: 'pt-BR',
  'en-US.UTF-8': 'en-US',
  'en-US@posix': 'en-US',
  'de_DE@euro': 'de-DE',
  'fr-FR,fr;q=0.9': 'fr-FR',
  ' sv ': 'sv',
  'zh-hant-tw': 'zh-Hant-TW',
  'es-': 'es',
  'en-US-u-va-posix': 'en-US-u-va-posix',
  '{{ lang }}': 'en',
  '${lang}': 'en',
  auto: 'en',
  '': 'en',
  C: 'en',
  undefined: 'en',
  null: 'en',
  '[object Object]': 'en',
  '\u202e': 'en',
  ['a'.repeat(1000)]: 'en',
};

test('any language that a page may write is a tag that Intl takes', () => {
  for (const [lang, tag] of Object.entries(odd)) assert.equal(canonicalLanguage(lang), tag, lang);
  assert.equal(languageTag('{{ lang }}'), undefined);
});

test('nothing that depends on a language throws, whatever the page writes', () => {
  for (const lang of [...Object.keys(odd), 'posix', 'default', 'tlh', 'xx-x-made-up']) {
    assert.equal(typeof formatDate('2026-03-12T09:30:00Z', lang), 'string');
    assert.equal(typeof formatTime('2026-03-12T09:30:00Z', lang), 'string');
    assert.equal(typeof dayWords(ago(1), lang, now), 'string');
    assert.equal(typeof formatNumber(3, lang), 'string');
    assert.equal(typeof formatList(['a', 'b'], lang), 'string');
    assert.equal(typeof pluralForm(3, lang), 'string');
    assert.equal(typeof compareNames('a', 'b', lang), 'number');
    assert.equal(capitalised('yesterday', lang), 'Yesterday');
    assert.equal(lowerCase('A', lang), 'a');
  }
});

test('a language that the browser does not know is formatted in English, not in the language of the browser', () => {
  assert.equal(formatDate('2026-03-12', 'tlh', undefined, now), 'March 12');
  assert.equal(formatDate('2026-03-12', 'pt_BR', undefined, now), '12 de março');
});

test('a date of another year has its year, a time and a weekday have none', () => {
  assert.equal(formatDate('2026-03-12', 'en', undefined, now), 'March 12');
  assert.equal(formatDate('2027-01-02', 'en', undefined, now), 'January 2, 2027');
  assert.equal(formatDate('2025-12-31', 'en', { day: 'numeric', month: 'short' }, now), 'Dec 31, 2025');
  assert.equal(formatDate('2025-12-31', 'en', { weekday: 'long' }, now), 'Wednesday');
  assert.match(formatTime('2025-12-31T10:30', 'en'), /^10:30\sAM$/);
});

test('capitals stand at the head of the words, also after marks and for letters of two units', () => {
  assert.equal(capitalised('\u2068someone here\u2069 wrote', 'en'), '\u2068Someone here\u2069 wrote');
  assert.equal(capitalised('istanbul', 'tr'), 'İstanbul');
  assert.equal(capitalised('𐐨x', 'en'), '𐐀x');
});

test('what a name opens ends with the name', () => {
  assert.equal(isolated('Ana'), '\u2068Ana\u2069');
  assert.equal(isolated('Ana\u202e'), '\u2068Ana\u202e\u202c\u2069');
  assert.equal(isolated('\u2067A\u202bB'), '\u2068\u2067A\u202bB\u202c\u2069\u2069');
  assert.equal(isolated('A\u2069\u202cB'), '\u2068AB\u2069');
  assert.equal(isolated('\u202aA\u2067B\u202c'), '\u2068\u202aA\u2067B\u2069\u202c\u2069');
  assert.equal(closed('\u2066x\u2069 y'), '\u2066x\u2069 y');
});

test('words that are filled in are isolated in every sentence, numbers are not in one that runs from left to right', () => {
  assert.equal(filled('{name} has {count}.', { name: 'Ana\u202e', count: 3 }), '\u2068Ana\u202e\u202c\u2069 has 3.');
  assert.equal(filled('{name}{more}', { name: 'Ana', more: '' }), '\u2068Ana\u2069');
});
