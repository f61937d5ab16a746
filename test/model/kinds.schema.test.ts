import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { itemLimits, outcomeLimits, promiseLimits } from '../../src/model/agenda-item.js';
import { clockLimits } from '../../src/model/clock.js';
import { feedbackLimits } from '../../src/model/feedback.js';
import { helpLimits } from '../../src/model/help.js';
import { dataSchemas } from '../../src/model/kinds.schema.js';
import { dutyLimits, placementLimits } from '../../src/model/ladder.js';
import { meetingLimits } from '../../src/model/meeting.js';
import { minutesLimits } from '../../src/model/minutes.js';
import { orderLimits } from '../../src/model/order.js';
import { practiceLimits } from '../../src/model/practice.js';
import { samples } from './samples.js';

const takes = (kind: string, field: string, value: unknown): boolean =>
  dataSchemas.get(kind)!.safeParse({ ...samples[kind], [field]: value }).success;

const texts: Record<string, Record<string, number>> = {
  feedback: {
    saw: feedbackLimits.saw,
    where: feedbackLimits.where,
    effect: feedbackLimits.effect,
    strength: feedbackLimits.strength,
    next: feedbackLimits.next,
    offer: feedbackLimits.offer,
  },
  'feedback-review': { note: feedbackLimits.note },
  'feedback-reply': { note: feedbackLimits.note },
  practice: { title: practiceLimits.title, note: practiceLimits.note },
  placement: { reason: placementLimits.reason },
  'placement-note': { note: placementLimits.note },
  duty: { title: dutyLimits.title, area: dutyLimits.area, safety: dutyLimits.safety },
  'duty-note': { note: dutyLimits.note },
  meeting: { title: meetingLimits.title, place: meetingLimits.place, purpose: meetingLimits.purpose },
  'meeting-note': { note: meetingLimits.note },
  item: { title: itemLimits.title, detail: itemLimits.detail },
  'item-note': { note: itemLimits.note },
  outcome: { text: outcomeLimits.text },
  promise: { text: promiseLimits.text },
  'promise-note': { note: promiseLimits.note },
  minutes: { text: minutesLimits.text },
  'minutes-note': { note: minutesLimits.note },
  help: { text: helpLimits.text, place: helpLimits.place },
  'help-reply': { note: helpLimits.note },
};

const numbers: readonly (readonly [kind: string, field: string, least: number, most: number])[] = [
  ['practice', 'seconds', 0, practiceLimits.seconds],
  ['practice', 'before', 0, practiceLimits.rating],
  ['practice', 'after', 0, practiceLimits.rating],
  ['duty', 'minutes', dutyLimits.minutesLeast, dutyLimits.minutes],
  ['duty-note', 'comfort', 0, dutyLimits.comfort],
  ['meeting', 'minutes', meetingLimits.minutesLeast, meetingLimits.minutes],
  ['item', 'minutes', itemLimits.minutesLeast, itemLimits.minutes],
];

const lists: readonly (readonly [kind: string, field: string, most: number, each: number])[] = [
  ['duty', 'steps', dutyLimits.steps, dutyLimits.step],
  ['meeting', 'agreements', meetingLimits.agreements, meetingLimits.agreement],
];

describe('the schemas of the kinds', () => {
  for (const [kind, fields] of Object.entries(texts))
    for (const [field, most] of Object.entries(fields))
      it(`${kind}.${field} takes ${most} characters and not one more`, () => {
        assert.ok(takes(kind, field, 'x'.repeat(most)));
        assert.ok(!takes(kind, field, 'x'.repeat(most + 1)));
        assert.ok(!takes(kind, field, '\ud800'));
      });

  for (const [kind, field, least, most] of numbers)
    it(`${kind}.${field} takes whole numbers from ${least} to ${most}`, () => {
      for (const good of [least, most]) assert.ok(takes(kind, field, good));
      for (const wrong of [least - 1, most + 1, least + 0.5, String(least), NaN, Infinity]) assert.ok(!takes(kind, field, wrong), String(wrong));
    });

  for (const [kind, field, most, each] of lists)
    it(`${kind}.${field} takes ${most} lines of ${each}`, () => {
      assert.ok(takes(kind, field, Array(most).fill('x'.repeat(each))));
      assert.ok(!takes(kind, field, Array(most + 1).fill('x')));
      assert.ok(!takes(kind, field, ['x'.repeat(each + 1)]));
    });

  it('every text of every kind is in this table', () => {
    const free = [
      'mode',
      'helped',
      'card',
      'circle',
      'since',
      'reviewOn',
      'due',
      'startsAt',
      'chair',
      'notes',
      'timekeeper',
      'kind',
      'meeting',
      'method',
      'need',
    ];
    for (const [kind, data] of Object.entries(samples))
      for (const [field, value] of Object.entries(data))
        if (typeof value === 'string' && !free.includes(field)) assert.ok(texts[kind]?.[field], `${kind}.${field}`);
  });

  it('titles and decisions are not blank', () => {
    for (const [kind, field] of [
      ['duty', 'title'],
      ['meeting', 'title'],
      ['meeting', 'purpose'],
      ['item', 'title'],
      ['outcome', 'text'],
      ['promise', 'text'],
      ['minutes', 'text'],
    ] as const)
      assert.ok(!takes(kind, field, '   '), `${kind}.${field}`);
  });

  it('days are days', () => {
    assert.ok(takes('duty', 'due', '2028-02-29'));
    for (const wrong of ['2026-02-29', '21.11.2026', '2026-11-21T00:00:00Z', '2026-1-1']) assert.ok(!takes('duty', 'due', wrong), wrong);
  });

  it('choices are the ones there are', () => {
    for (const [kind, field] of [
      ['feedback', 'mode'],
      ['practice', 'helped'],
      ['item', 'kind'],
      ['outcome', 'method'],
      ['help', 'need'],
    ] as const)
      for (const wrong of ['other', '', 'toString', 0]) assert.ok(!takes(kind, field, wrong), `${kind}.${field}`);
  });

  it('an agenda’s order is a number that can be halved for long', () => {
    for (const good of [-orderLimits.most, 0.5, orderLimits.most]) assert.ok(takes('item', 'order', good));
    for (const wrong of [orderLimits.most * 2, Infinity, NaN, '1']) assert.ok(!takes('item', 'order', wrong));
  });

  it('a clock is whole, or not there', () => {
    const clock = samples['meeting']!['clock'] as object;
    const holds = (more: object) => takes('meeting', 'clock', { ...clock, ...more });
    assert.ok(holds({}) && holds({ since: '' }) && holds({ item: '0199a8c4-0000-7000-8000-000000000009' }) && holds({ left: clockLimits.left }));
    for (const wrong of [
      { holder: '' },
      { holder: 'x'.repeat(clockLimits.holder + 1) },
      { by: '' },
      { item: 'x' },
      { left: -1 },
      { left: clockLimits.left + 1 },
      { since: 'now' },
      { more: 1 },
      { left: undefined },
    ])
      assert.ok(!holds(wrong), JSON.stringify(wrong));
  });

  it('votes are counts and nothing else', () => {
    assert.ok(!takes('outcome', 'votes', { for: 4, against: 1 }));
    assert.ok(!takes('outcome', 'votes', { for: 4, against: 1, abstain: 0, who: ['ana'] }));
    assert.ok(!takes('outcome', 'votes', { for: 4, against: -1, abstain: 0 }));
  });
});
