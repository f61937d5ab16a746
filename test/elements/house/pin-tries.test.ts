import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { afterWrong, longestPause, type Tries, triesOf, waitLeft } from '../../../src/elements/house/pin-tries.js';

const now = Date.parse('2026-11-29T21:00:00.000Z');
const wrongTimes = (times: number): Tries => {
  let tries: Tries | undefined;
  for (let at = 0; at < times; at++) tries = afterWrong(tries, now);
  return tries!;
};

describe('the pause after wrong PINs', () => {
  test('doubles from a second on, and ends at five minutes', () => {
    const seconds = Array.from({ length: 11 }, (_, at) => waitLeft(wrongTimes(at + 1), now) / 1000);
    assert.deepEqual(seconds, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    assert.equal(waitLeft(wrongTimes(1e6), now), longestPause);
  });

  test('passes with time, and nobody waits before the first try', () => {
    assert.equal(waitLeft(undefined, now), 0);
    assert.equal(waitLeft(wrongTimes(3), now + 1500), 2500);
    assert.equal(waitLeft(wrongTimes(3), now + 5000), 0);
  });

  test('is not longer where the clock of the device was set back', () => {
    assert.equal(waitLeft(wrongTimes(2), now - 1e9), 2000);
  });

  test('is read from anything that may lie on the disk', () => {
    assert.deepEqual(triesOf({ a: { wrong: 2, at: now }, b: { wrong: 'x', at: now }, c: null }), { a: { wrong: 2, at: now } });
    for (const value of [undefined, null, 'x', 7, []]) assert.deepEqual(triesOf(value), {});
  });
});
