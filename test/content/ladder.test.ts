import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areCircles, rightsAsRewards, rightsIn, withoutRewards } from '../../src/content/rights-lint.js';
import { circles, rights, starterDuties } from '../../src/content/ladder.js';
import { dutyLimits } from '../../src/model/kinds/ladder/table.js';

test('the starter circles are valid circles that a host could set', () => {
  assert.equal(circles.length, 6);
  assert.ok(areCircles(circles));
});

test('no circle gives what everyone has by right', () => {
  assert.deepEqual(rightsAsRewards(circles), []);
  const given = [{ ...circles[0]!, opens: ['A longer phone call.', 'Lead a walk.'] }];
  assert.deepEqual(rightsAsRewards(given), [{ line: 'A longer phone call.', right: 'phone and letters' }]);
  assert.deepEqual(withoutRewards(given)[0]?.opens, ['Lead a walk.']);
});

for (const [right, line] of [
  ['food', 'Dessert on Sundays.'],
  ['sleep', 'A later bedtime.'],
  ['contact with family', 'Your family may visit.'],
  ['phone and letters', 'Keep your phone.'],
  ['fresh air', 'Time outdoors.'],
  ['medicine', 'See the doctor sooner.'],
  ['privacy', 'Your own room.'],
  ['faith', 'Go to church.'],
  ['the right to complain', 'Talk to a lawyer.'],
] as const)
  test(`a line that gives ${right} as a reward is found`, () => {
    assert.deepEqual(rightsIn([line]), [{ line, right }]);
  });

test('a job that has to do with food or the garden passes', () => {
  assert.deepEqual(rightsIn(['Cook a meal for everyone.', 'Set the tables for dinner.', 'Lead a walk.', 'Choose your first job.']), []);
});

test('no circle and no duty speaks of points, ranks or praise', () => {
  assert.doesNotMatch(
    JSON.stringify([circles, starterDuties]),
    /\b(points?|levels?|ranks?|rungs?|earn(ed)?|privileges?|reward|affirmations?|reminders?)\b/i,
  );
});

test('the rights of everyone are listed', () => {
  for (const right of ['food', 'care', 'the right to complain']) assert.ok(rights.includes(right), right);
});

test('the starter duties are short and have steps', () => {
  for (const { title, area, steps, minutes, safety = '' } of starterDuties) {
    assert.ok(title.length <= dutyLimits.title && area.length <= dutyLimits.area && safety.length <= dutyLimits.safety, title);
    assert.ok(steps.length > 0 && steps.length <= dutyLimits.steps && steps.every((step) => step.length <= dutyLimits.step), title);
    assert.ok(minutes >= dutyLimits.minutesLeast && minutes <= 45, title);
  }
});

test('a value that is not a list of circles is rejected', () => {
  const [first] = circles;
  for (const value of [undefined, {}, [], [7], [{ ...first, title: '' }], [{ ...first, support: [] }], [first, first]])
    assert.equal(areCircles(value), false);
});
