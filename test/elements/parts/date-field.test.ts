import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { dayProblem, instantOf, localDay, localTime } from '../../../src/elements/parts/date-field.js';
import { meetingFrom, planFrom } from '../../../src/elements/meeting-agenda/plan-fields.js';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});
const inZone = (name: string): void => void (process.env['TZ'] = name);
const now = new Date('2026-03-02T09:00:00Z');

/** Local times that the clocks leave out or bring twice, and the ordinary minutes beside them. */
const changes: readonly (readonly [zone: string, local: string, meant: string])[] = [
  ['Europe/Berlin', '2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
  ['Europe/Berlin', '2026-03-29T02:00', 'skipped'],
  ['Europe/Berlin', '2026-03-29T02:59', 'skipped'],
  ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
  ['Europe/Berlin', '2026-10-25T01:59', '2026-10-24T23:59:00.000Z'],
  ['Europe/Berlin', '2026-10-25T02:00', 'twice'],
  ['Europe/Berlin', '2026-10-25T02:59', 'twice'],
  ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ['America/New_York', '2026-03-08T02:30', 'skipped'],
  ['America/New_York', '2026-11-01T01:30', 'twice'],
  ['America/New_York', '2026-11-01T02:30', '2026-11-01T07:30:00.000Z'],
  ['Australia/Lord_Howe', '2026-04-05T01:45', 'twice'],
  ['Australia/Lord_Howe', '2026-10-04T02:15', 'skipped'],
  ['Australia/Lord_Howe', '2026-10-04T02:30', '2026-10-03T15:30:00.000Z'],
  ['Asia/Kathmandu', '2026-06-01T10:00', '2026-06-01T04:15:00.000Z'],
  ['Pacific/Apia', '2026-06-01T10:00', '2026-05-31T21:00:00.000Z'],
  ['UTC', '2026-03-29T02:30', '2026-03-29T02:30:00.000Z'],
  ['UTC', '2026-03-29T02:30:15', '2026-03-29T02:30:15.000Z'],
];

describe('a local time', () => {
  for (const [name, local, meant] of changes) {
    test(`${local} in ${name} is ${meant}`, () => {
      inZone(name);
      const read = instantOf(local, now);
      assert.equal('instant' in read ? read.instant : read.problem, meant);
    });
  }

  test('that is made of any minute means that minute, unless the clocks bring it twice', () => {
    for (const name of ['Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Tokyo', 'Pacific/Chatham']) {
      inZone(name);
      fc.assert(
        fc.property(fc.integer({ min: Date.parse('2025-01-02') / 60_000, max: Date.parse('2031-12-30') / 60_000 }), (minute) => {
          const moment = new Date(minute * 60_000);
          const read = instantOf(localTime(moment), now);
          return 'instant' in read ? read.instant === moment.toISOString() : read.problem === 'twice';
        }),
      );
    }
  });

  test('that nobody can mean is named', () => {
    inZone('Europe/Berlin');
    const problem = (local: string): unknown => {
      const read = instantOf(local, now);
      return 'problem' in read ? read.problem : read.instant;
    };
    for (const local of ['', 'soon', '2026-02-30T10:00', '2026-13-01T10:00', '2026-03-01']) assert.equal(problem(local), 'missing', local);
    for (const local of ['0202-03-01T10:00', '20026-03-01T10:00', '2024-12-31T23:59', '2032-01-01T00:00']) assert.equal(problem(local), 'far', local);
    assert.equal(problem('2025-01-01T00:00'), '2024-12-31T23:00:00.000Z');
    assert.equal(problem('2031-12-31T23:59'), '2031-12-31T22:59:00.000Z');
  });
});

test('a day is near within a year before and five after this one', () => {
  assert.deepEqual(
    ['2024-12-31', '2025-01-01', '2031-12-31', '2032-01-01', '0026-03-01', '', 'soon'].map((day) => dayProblem(day, now)),
    ['far', undefined, undefined, 'far', 'far', 'missing', 'missing'],
  );
  inZone('Pacific/Apia');
  assert.equal(localDay(new Date('2026-05-31T21:00:00Z')), '2026-06-01');
});

describe('the start of a meeting', () => {
  const meeting = { title: 'Tea', startsAt: '2026-10-25T01:30:15.500Z', minutes: 30, purpose: 'To meet.', chair: 'p-ana', agreements: [] };
  const saved = (plan: object, before = meeting): unknown => meetingFrom({ ...planFrom(meeting), ...plan }, 30, [], before, now)?.startsAt;

  test('stays to the second where something else is changed, also in the hour that comes twice', () => {
    inZone('Europe/Berlin');
    assert.equal(saved({ place: 'Garden' }), meeting.startsAt);
  });

  test('stays where the plan is taken up again in another time zone, or was moved by somebody else', () => {
    inZone('Europe/Berlin');
    const plan = planFrom(meeting);
    inZone('America/New_York');
    assert.equal(meetingFrom(plan, 30, [], meeting, now)?.startsAt, meeting.startsAt);
    assert.equal(saved({}, { ...meeting, startsAt: '2026-10-26T09:00:00.000Z' }), '2026-10-26T09:00:00.000Z');
  });

  test('is what the field says once it was changed', () => {
    inZone('Europe/Berlin');
    assert.equal(saved({ when: '2026-10-26T10:00' }), '2026-10-26T09:00:00.000Z');
    assert.equal(saved({ when: '2026-03-29T02:30' }), undefined);
  });
});
