import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultFairness, fairnessLimits, fairnessOf, fairnessOverview, signalsOf } from '../../../src/model/kinds/feedback/fairness.js';
import type { Fairness, MilieuRecord } from '../../../src/model/record.js';

const hour = 3_600_000;
const now = '2026-03-10T12:00:00.000Z';
const hoursAgo = (hours: number): string => new Date(Date.parse(now) - hours * hour).toISOString();
let last = 0;

/** Feedback that was sent some hours ago. */
const sent = (by: string, to: string, hours: number, more: { status?: string; mode?: string; inPerson?: boolean } = {}): MilieuRecord => ({
  id: `id-${++last}`,
  kind: 'feedback',
  v: 1,
  community: 'north',
  by,
  to: [to],
  visibility: 'staff',
  at: hoursAgo(hours),
  status: more.status ?? 'delivered',
  rev: 1,
  data: { mode: more.mode ?? 'remind', saw: 'The pans were left', ...(more.inPerson ? { inPerson: true } : {}) },
});
/** The review by which staff passed it on, some hours ago. */
const passedOn = (reminder: MilieuRecord, hours: number): MilieuRecord => ({
  ...reminder,
  id: `id-${++last}`,
  kind: 'feedback-review',
  about: reminder.id,
  by: 'sol',
  to: [reminder.by],
  at: hoursAgo(hours),
  status: 'given',
  data: { note: '' },
});
const told = (reminder: MilieuRecord, records: readonly MilieuRecord[], fairness?: Partial<Fairness>): readonly string[] =>
  signalsOf(reminder, { records: [...records, reminder], fairness, now });

describe('fairness: before staff pass a reminder on', () => {
  const held = (by = 'ana', to = 'ben', hours = 1): MilieuRecord => sent(by, to, hours, { status: 'held' });

  test('a single reminder has no signal', () => {
    assert.deepEqual(told(held(), []), []);
  });

  test('a fourth reminder by one person in a day is told, a third is not', () => {
    const before = [sent('ana', 'cy', 2), sent('ana', 'dee', 20)];
    assert.deepEqual(told(held(), before), []);
    assert.deepEqual(told(held(), [...before, sent('ana', 'eve', 24.9)]), ['sent-many']);
    assert.deepEqual(told(held(), [...before, sent('ana', 'eve', 25.1)]), []);
  });

  test('what was taken back, and what is said in person, does not count', () => {
    const before = [sent('ana', 'cy', 2), sent('ana', 'dee', 3)];
    assert.deepEqual(told(held(), [...before, sent('ana', 'eve', 4, { status: 'withdrawn' })]), []);
    assert.deepEqual(told(held(), [...before, sent('ana', 'eve', 4, { status: 'kept', inPerson: true })]), []);
  });

  test('a person who got two reminders today, or five this week, is told of', () => {
    assert.deepEqual(told(held(), [sent('cy', 'ben', 3), sent('dee', 'ben', 30)]), []);
    assert.deepEqual(told(held(), [sent('cy', 'ben', 3), sent('dee', 'ben', 23.5)]), ['pile-on', 'received-day']);
    const week = [50, 75, 100, 125].map((hours, at) => sent(`p-${at}`, 'ben', hours));
    assert.deepEqual(told(held(), week), []);
    assert.deepEqual(told(held(), [...week, sent('eve', 'ben', 167)]), ['received-week']);
  });

  test('a reminder counts as got when staff passed it on, not when it was written', () => {
    const late = [sent('cy', 'ben', 60), sent('dee', 'ben', 70)];
    assert.deepEqual(told(held(), late), []);
    assert.deepEqual(told(held(), [...late, passedOn(late[0]!, 2), passedOn(late[1]!, 3)]), ['received-day']);
    assert.deepEqual(told(held(), [sent('cy', 'ben', 60, { status: 'withheld' }), sent('dee', 'ben', 70, { status: 'returned' })]), []);
  });

  test('two from one person to one person within 48 hours are told, the first of them is not', () => {
    const [first, second] = [held('ana', 'ben', 49), held('ana', 'ben', 1.5)];
    assert.deepEqual(told(second, [first]), ['same-pair']);
    assert.deepEqual(told(first, [second]), []);
    assert.deepEqual(told(second, [held('ana', 'ben', 50)]), []);
    assert.deepEqual(told(second, [held('ana', 'cy', 10)]), []);
  });

  test('an answer in kind within 24 hours of getting one is told, also if that one waited for staff', () => {
    assert.deepEqual(told(held('ana', 'ben', 1), [sent('ben', 'ana', 24)]), ['tit-for-tat']);
    assert.deepEqual(told(held('ana', 'ben', 1), [sent('ben', 'ana', 26)]), []);
    assert.deepEqual(told(held('ana', 'ben', 1), [sent('ben', 'ana', 2, { status: 'held' })]), [], 'Ana has not read it');
    const waited = sent('ben', 'ana', 80);
    assert.deepEqual(told(held('ana', 'ben', 1), [waited, passedOn(waited, 5)]), ['tit-for-tat']);
    assert.deepEqual(told(held('ana', 'ben', 6), [waited, passedOn(waited, 5)]), [], 'it was written before Ana got hers');
  });

  test('three to one person within a day are a pile-on, for each of the three', () => {
    const three = [held('ana', 'ben', 1), held('cy', 'ben', 10), held('dee', 'ben', 24.5)];
    for (const one of three) assert.deepEqual(told(one, three.filter((other) => other !== one)), ['pile-on']); // prettier-ignore
    assert.deepEqual(told(three[0]!, [three[1]!, held('dee', 'ben', 25.5)]), []);
  });

  test('an affirmation has no signal', () => {
    const three = [1, 2, 3, 4].map((hours) => sent('ana', 'ben', hours, { mode: 'affirm' }));
    for (const one of three) assert.deepEqual(told(one, three), []);
  });

  test('a community sets the numbers', () => {
    const two = [held('ana', 'ben', 1), held('cy', 'ben', 2)];
    assert.deepEqual(told(two[0]!, two), []);
    assert.deepEqual(told(two[0]!, two, { pileOn: 2 }), ['pile-on']);
    assert.deepEqual(told(two[0]!, [...two, sent('dee', 'ben', 4)], { receivedPerDay: 1, pileOn: 50 }), ['received-day']);
  });

  test('a number outside its limits becomes the nearest limit, and what is no number the default', () => {
    assert.deepEqual(fairnessOf(), defaultFairness);
    for (const [name, { least, most }] of Object.entries(fairnessLimits) as [keyof Fairness, { least: number; most: number }][]) {
      assert.equal(fairnessOf({ [name]: 0 })[name], least);
      assert.equal(fairnessOf({ [name]: 1e9 })[name], most);
      assert.equal(fairnessOf({ [name]: 'many' as unknown as number })[name], defaultFairness[name]);
    }
  });
});

describe('fairness: whom staff may want to think of', () => {
  const people = ['ana', 'ben', 'cy', 'dee', 'eve', 'sol'].map((id) => ({ id, as: id === 'sol' ? ('staff' as const) : ('resident' as const) }));
  const affirmed = (to: string, hours: number, status = 'delivered'): MilieuRecord => sent('sol', to, hours, { mode: 'affirm', status });
  const overview = (records: readonly MilieuRecord[], fairness?: Partial<Fairness>, whom = people) =>
    fairnessOverview(whom, { records, fairness, now });

  test('names those without an affirmation for three weeks, and never staff', () => {
    const records = [affirmed('ana', 1), affirmed('ben', 503), affirmed('cy', 505), affirmed('dee', 1, 'retracted'), sent('ana', 'eve', 1)];
    assert.deepEqual(overview(records).notAffirmed, ['cy', 'dee', 'eve']);
    assert.deepEqual(overview(records, { affirmWeeks: 4 }).notAffirmed, ['dee', 'eve']);
  });

  test('names those to whom several reminders were sent within a day', () => {
    const two = [sent('ana', 'ben', 1, { status: 'held' }), sent('cy', 'ben', 2)];
    assert.deepEqual(overview(two).piledOn, []);
    assert.deepEqual(overview([...two, sent('dee', 'ben', 25)]).piledOn, []);
    assert.deepEqual(overview([...two, sent('dee', 'ben', 3, { status: 'withdrawn' })]).piledOn, []);
    assert.deepEqual(overview([...two, sent('dee', 'ben', 3)]).piledOn, ['ben']);
  });

  test('names nobody among fewer than five', () => {
    const few = people.filter(({ id }) => id !== 'eve');
    const records = [sent('ana', 'ben', 1), sent('cy', 'ben', 2), sent('dee', 'ben', 3)];
    assert.deepEqual(overview(records, {}, few), { isFew: true, piledOn: [], notAffirmed: [] });
  });

  test('says of the whole community whether there were two affirmations for each reminder, once there is enough to say', () => {
    const kind = [1, 2, 3, 4].map((hours) => affirmed('ana', hours));
    const reminders = [30, 60, 90].map((hours) => sent('ana', 'ben', hours));
    assert.equal(overview(kind).balance, undefined);
    assert.equal(overview([...kind, ...reminders.slice(0, 2)]).balance, 'kind');
    assert.equal(overview([...kind, ...reminders]).balance, 'stern');
    assert.equal(overview([...kind, ...reminders.slice(0, 2), sent('ana', 'ben', 505)]).balance, 'kind', 'what is long ago does not count');
  });

  test('says of the whole community whether most reminders were looked at within a day', () => {
    const five = [100, 110, 120, 130, 140].map((hours) => sent('ana', 'ben', hours));
    const after = (spans: readonly number[]): MilieuRecord[] => spans.map((span, at) => passedOn(five[at]!, 100 + at * 10 - span));
    assert.equal(overview([...five, ...after([1, 1, 1, 1])]).waits, undefined);
    assert.equal(overview([...five, ...after([1, 25, 1, 25, 1])]).waits, 'short');
    assert.equal(overview([...five, ...after([1, 25, 25, 25, 1])]).waits, 'long');
    const returned = [...five, ...after([1, 25, 1, 25, 1]), passedOn(five[0]!, 10)];
    assert.equal(overview(returned).waits, 'short', 'the first look counts');
  });

  test('has no number in it', () => {
    assert.ok(!/\d/.test(JSON.stringify(overview([affirmed('ana', 1), sent('ana', 'ben', 1), sent('cy', 'ben', 2), sent('dee', 'ben', 3)]))));
  });
});
