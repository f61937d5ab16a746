import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breathAt, breathsIn } from '../../../src/elements/coping/breathing-pace.js';
import { peopleFirst } from '../../../src/elements/coping/offer-people-first.js';

const pace = { in: 4, out: 6 };

test('a breath is an in-breath, then an out-breath', () => {
  assert.deepEqual(breathAt(0, pace), { phase: 'in', fullness: 0, second: 1, begun: 1, at: 1 });
  assert.deepEqual(breathAt(2, pace), { phase: 'in', fullness: 0.5, second: 3, begun: 3, at: 1 });
  assert.deepEqual(breathAt(4, pace), { phase: 'out', fullness: 1, second: 1, begun: 5, at: 1 });
  assert.deepEqual(breathAt(7, pace), { phase: 'out', fullness: 0.5, second: 4, begun: 8, at: 1 });
  assert.deepEqual(breathAt(20, pace), { phase: 'in', fullness: 0, second: 1, begun: 1, at: 3 });
});

test('the pacer runs whole breaths, and at least one', () => {
  assert.equal(breathsIn(180, pace), 18);
  assert.equal(breathsIn(181, pace), 19);
  assert.equal(breathsIn(0, pace), 1);
});

test('people are offered first after two practices that did not ease, or two that began very strong', () => {
  assert.equal(peopleFirst([]), false);
  assert.equal(peopleFirst([{ before: 5, after: 5 }]), false);
  assert.equal(
    peopleFirst([
      { before: 5, after: 5 },
      { before: 3, after: 4 },
    ]),
    true,
  );
  assert.equal(peopleFirst([{ before: 9, after: 2 }, { after: 8 }]), true);
  assert.equal(peopleFirst([{ before: 9, after: 2 }, { before: 7, after: 2 }, {}]), false);
});

test('a number that was left out is ignored', () => {
  assert.equal(peopleFirst([{ before: 5 }, { after: 5 }, { before: 7 }, { after: 7 }]), false);
});
