import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { itemLimits } from '../../../src/model/kinds/agenda-item/table.js';
import { clockLimits } from '../../../src/model/kinds/meeting/clock.js';
import { dataSchemas } from '../../../src/model/kinds/all.schema.js';
import { dutyLimits } from '../../../src/model/kinds/ladder/table.js';
import { jobLimits } from '../../../src/model/kinds/job/table.js';
import { meetingLimits } from '../../../src/model/kinds/meeting/table.js';
import { orderLimits } from '../../../src/model/kinds/agenda-item/order.js';
import { stepLimits } from '../../../src/model/kinds/step/table.js';
import { practiceLimits } from '../../../src/model/kinds/practice/table.js';
import { limits, samples } from './all-samples.js';

const takes = (kind: string, field: string, value: unknown): boolean =>
  dataSchemas.get(kind)!.safeParse({ ...samples[kind], [field]: value }).success;

const numbers: readonly (readonly [kind: string, field: string, least: number, most: number])[] = [
  ['practice', 'seconds', 0, practiceLimits.seconds],
  ['practice', 'before', 0, practiceLimits.rating],
  ['practice', 'after', 0, practiceLimits.rating],
  ['duty', 'minutes', dutyLimits.minutesLeast, dutyLimits.minutes],
  ['job', 'minutes', jobLimits.minutesLeast, jobLimits.minutes],
  ['duty-note', 'comfort', 0, dutyLimits.comfort],
  ['meeting', 'minutes', meetingLimits.minutesLeast, meetingLimits.minutes],
  ['item', 'minutes', itemLimits.minutesLeast, itemLimits.minutes],
];

const lists: readonly (readonly [kind: string, field: string, most: number, each: number])[] = [
  ['duty', 'steps', dutyLimits.steps, dutyLimits.step],
  ['job', 'steps', jobLimits.steps, jobLimits.step],
  ['job', 'tags', jobLimits.tags, jobLimits.tag],
  ['restriction', 'avoid', jobLimits.tags, jobLimits.tag],
  ['meeting', 'agreements', meetingLimits.agreements, meetingLimits.agreement],
  ['step-lines', 'lines', stepLimits.lines, stepLimits.line],
];

describe('the schemas of the kinds', () => {
  for (const [kind, fields] of Object.entries(limits))
    for (const [field, most] of Object.entries(fields))
      it(`${kind}.${field} accepts ${most} characters and rejects one more`, () => {
        assert.ok(takes(kind, field, 'x'.repeat(most)));
        assert.ok(!takes(kind, field, 'x'.repeat(most + 1)));
        assert.ok(!takes(kind, field, '\ud800'));
      });

  for (const [kind, field, least, most] of numbers)
    it(`${kind}.${field} accepts whole numbers from ${least} to ${most}`, () => {
      for (const good of [least, most]) assert.ok(takes(kind, field, good));
      for (const wrong of [least - 1, most + 1, least + 0.5, String(least), NaN, Infinity]) assert.ok(!takes(kind, field, wrong), String(wrong));
    });

  for (const [kind, field, most, each] of lists)
    it(`${kind}.${field} accepts ${most} lines of ${each}`, () => {
      assert.ok(takes(kind, field, Array(most).fill('x'.repeat(each))));
      assert.ok(!takes(kind, field, Array(most + 1).fill('x')));
      assert.ok(!takes(kind, field, ['x'.repeat(each + 1)]));
    });

  it('a request takes 8 own examples of 500 characters', () => {
    const example = { line: 'x'.repeat(stepLimits.line), words: 'x'.repeat(stepLimits.words) };
    assert.ok(takes('step', 'examples', Array(stepLimits.examples).fill(example)));
    assert.ok(!takes('step', 'examples', Array(stepLimits.examples + 1).fill(example)));
    assert.ok(!takes('step', 'examples', [{ ...example, words: `${example.words}x` }]));
    assert.ok(!takes('step', 'examples', [{ ...example, stance: 'ready' }]));
  });

  it('this test lists every text field of every kind', () => {
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
      'welcome',
      'kind',
      'meeting',
      'into',
      'method',
      'need',
      'first',
      'last',
      'day',
      'instead',
      'turns',
      'as',
      'step',
      'outcome',
      'on',
    ];
    for (const [kind, data] of Object.entries(samples))
      for (const [field, value] of Object.entries(data))
        if (typeof value === 'string' && !free.includes(field)) assert.ok(limits[kind]?.[field], `${kind}.${field}`);
  });

  it('titles and decisions may not be blank', () => {
    for (const [kind, field] of [
      ['duty', 'title'],
      ['job', 'title'],
      ['meeting', 'title'],
      ['meeting', 'purpose'],
      ['item', 'title'],
      ['outcome', 'text'],
      ['promise', 'text'],
      ['minutes', 'text'],
    ] as const)
      assert.ok(!takes(kind, field, '   '), `${kind}.${field}`);
  });

  it('days must be valid dates', () => {
    assert.ok(takes('duty', 'due', '2028-02-29'));
    for (const wrong of ['2026-02-29', '21.11.2026', '2026-11-21T00:00:00Z', '2026-1-1']) assert.ok(!takes('duty', 'due', wrong), wrong);
  });

  it('choices must be known values', () => {
    for (const [kind, field] of [
      ['feedback', 'mode'],
      ['practice', 'helped'],
      ['item', 'kind'],
      ['outcome', 'method'],
      ['help', 'need'],
      ['job', 'turns'],
    ] as const)
      for (const wrong of ['other', '', 'toString', 0]) assert.ok(!takes(kind, field, wrong), `${kind}.${field}`);
  });

  it('days of the week are whole numbers from 1 to 7, each once', () => {
    for (const good of [[], [1], [7, 1], [1, 2, 3, 4, 5, 6, 7]]) assert.ok(takes('job', 'weekdays', good), String(good));
    for (const wrong of [[0], [8], [1.5], ['1'], [1, 1], [1, 2, 3, 4, 5, 6, 7, 1]]) assert.ok(!takes('job', 'weekdays', wrong), String(wrong));
  });

  it('the order of an agenda item can be halved many times', () => {
    for (const good of [-orderLimits.most, 0.5, orderLimits.most]) assert.ok(takes('item', 'order', good));
    for (const wrong of [orderLimits.most * 2, Infinity, NaN, '1']) assert.ok(!takes('item', 'order', wrong));
  });

  it('a clock is whole or missing', () => {
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
