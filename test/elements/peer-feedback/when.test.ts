import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayWords, daysSince } from '../../../src/elements/peer-feedback/when.js';

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
});

test('a clock that runs ahead elsewhere does not make a day of tomorrow', () => {
  assert.equal(dayWords(ago(-1), 'en', now), 'today');
});

test('what is no date has no words', () => {
  assert.equal(dayWords('soon', 'en', now), '');
});
