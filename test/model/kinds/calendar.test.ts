import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { comesOn, dayAfter, daysFrom, isDay, mondayOf, nextDay, plannedOn, weekdayOf } from '../../../src/model/kinds/job/calendar.js';
import { localDay } from '../../../src/elements/parts/date-field.js';

const start = Date.parse('2024-01-01T00:00:00Z');
const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => new Date(start + days * 86_400_000).toISOString().slice(0, 10));
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
const people = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 10 });
const job = fc.record({ first: anyDay, weekdays, turns: fc.constantFrom('day' as const, 'week' as const) });

describe('the calendar of jobs', () => {
  it('knows which days exist', () => {
    for (const day of ['2028-02-29', '2026-12-31']) assert.ok(isDay(day));
    for (const wrong of ['2026-02-29', '2026-11-31', '2026-1-1', '', undefined, 5]) assert.ok(!isDay(wrong), String(wrong));
  });

  it('knows the days of the week and of a leap year', () => {
    assert.deepEqual(['2026-11-23', '2026-11-28', '2026-11-29'].map(weekdayOf), [1, 6, 7]);
    assert.equal(mondayOf('2026-11-29'), '2026-11-23');
    assert.deepEqual(daysFrom('2028-02-28', 3), ['2028-02-28', '2028-02-29', '2028-03-01']);
  });

  it('every day has the one before it and the one after it, and the same weekday a week later', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (day, by) => {
        assert.equal(dayAfter(dayAfter(day, by), -by), day);
        assert.equal(weekdayOf(dayAfter(day, 7)), weekdayOf(day));
        assert.equal(weekdayOf(dayAfter(day, 1)), (weekdayOf(day) % 7) + 1);
      }),
    );
  });

  it('a job comes on its weekdays from its first day to its last, or once', () => {
    fc.assert(
      fc.property(job, anyDay, fc.integer({ min: 0, max: 60 }), ({ first, weekdays: chosen }, day, length) => {
        const last = dayAfter(first, length);
        const comes = comesOn({ first, last, weekdays: chosen }, day);
        assert.equal(comes, day >= first && day <= last && chosen.includes(weekdayOf(day)));
        assert.equal(comesOn({ first }, day), day === first);
      }),
    );
  });

  it('turns by day go round: each person once before anybody twice', () => {
    fc.assert(
      fc.property(job, people, fc.integer({ min: 0, max: 400 }), ({ first, weekdays: chosen }, all, skip) => {
        const days = daysFrom(dayAfter(first, skip), 7 * all.length).filter((day) => comesOn({ first, weekdays: chosen }, day));
        const round = days.slice(0, all.length).flatMap((day) => plannedOn({ first, weekdays: chosen, turns: 'day' }, all, day));
        assert.equal(new Set(round).size, round.length);
        assert.equal(round.length, Math.min(days.length, all.length));
      }),
    );
  });

  it('the turns are what one gets by counting the days one by one', () => {
    fc.assert(
      fc.property(job, people, fc.integer({ min: 0, max: 120 }), (days, all, skip) => {
        const day = dayAfter(days.first, skip);
        const before = daysFrom(days.first, skip).filter((one) => comesOn(days, one)).length;
        const expected = comesOn(days, day) ? [all[before % all.length]!] : [];
        assert.deepEqual(plannedOn({ ...days, turns: 'day' }, all, day), expected);
      }),
    );
  });

  it('a turn by week is one person from Monday to Sunday, and the next person the week after', () => {
    fc.assert(
      fc.property(job, people, fc.integer({ min: 0, max: 300 }), (days, all, skip) => {
        const monday = mondayOf(dayAfter(days.first, skip + 7));
        const week = (from: string): readonly string[] => daysFrom(from, 7).flatMap((day) => plannedOn({ ...days, turns: 'week' }, all, day));
        const [now, next] = [week(monday), week(dayAfter(monday, 7))];
        assert.equal(new Set(now).size, 1);
        assert.equal(all.indexOf(next[0]!), (all.indexOf(now[0]!) + 1) % all.length);
      }),
    );
  });

  it('without turns everybody does it each time', () => {
    assert.deepEqual(plannedOn({ first: '2026-11-23' }, ['ana', 'ben'], '2026-11-23'), ['ana', 'ben']);
    assert.deepEqual(plannedOn({ first: '2026-11-23' }, ['ana', 'ben'], '2026-11-24'), []);
  });

  it('the next day of a job is the first on which it comes', () => {
    fc.assert(
      fc.property(job, anyDay, (days, day) => {
        const next = nextDay(days, day);
        assert.equal(
          next,
          daysFrom(day > days.first ? day : days.first, 7).find((one) => comesOn(days, one)),
        );
        assert.ok(next !== undefined);
      }),
    );
    assert.equal(nextDay({ first: '2026-11-23' }, '2026-11-24'), undefined);
    assert.equal(nextDay({ first: '2026-11-23', last: '2026-11-30', weekdays: [1] }, '2026-12-01'), undefined);
  });

  it('the day of a page goes on at its own midnight, also when the clocks change', () => {
    const zone = process.env['TZ'];
    try {
      // Clocks went forward on 29 March 2026 and back on 25 October 2026; in Lord Howe by half an hour; Apia skipped 30 December 2011.
      for (const [tz, midnight, day] of [
        ['Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29'],
        ['Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-30'],
        ['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-26'],
        ['America/New_York', '2026-11-02T05:00:00Z', '2026-11-02'],
        ['Australia/Lord_Howe', '2026-04-05T13:30:00Z', '2026-04-06'],
        ['America/Santiago', '2026-09-06T04:00:00Z', '2026-09-06'],
      ] as const) {
        process.env['TZ'] = tz;
        const at = Date.parse(midnight);
        assert.equal(localDay(new Date(at)), day, tz);
        assert.equal(localDay(new Date(at - 1)), dayAfter(day, -1), tz);
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});
