import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  type Clock,
  clockLimits,
  extendClock,
  isClock,
  nextItem,
  pauseClock,
  remaining,
  resumeClock,
  startClock,
  takeClock,
} from '../../../src/model/kinds/meeting/clock.js';

const start = Date.parse('2026-11-21T09:00:00.000Z');
const at = (seconds: number) => ({ by: 'ana', now: start + seconds * 1000 });
const running = (left: number): Clock => startClock('tab-1', '', left, at(0));

describe('the clock', () => {
  it('the clock counts down from the time it was written, and not below zero', () => {
    assert.equal(remaining(running(60), at(20).now), 40);
    assert.equal(remaining(running(60), at(61).now), 0);
  });

  it('the clock adds no time on a device whose own clock is behind', () => {
    assert.equal(remaining(running(60), at(-300).now), 60);
  });

  it('the clock stands still while paused, and then goes on from there', () => {
    const paused = pauseClock(running(60), at(20));
    assert.equal(paused.since, '');
    assert.equal(remaining(paused, at(500).now), 40);
    const again = resumeClock(paused, at(500));
    assert.equal(remaining(again, at(510).now), 30);
  });

  it('the clock loses no time in any order of pausing, resuming and changing screens', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom('pause', 'resume', 'take', 'wait'), fc.integer({ min: 0, max: 90 })), { maxLength: 40 });
    fc.assert(
      fc.property(moves, fc.integer({ min: 0, max: 1800 }), (acts, left) => {
        let clock = running(left);
        let seconds = 0;
        let gone = 0;
        for (const [act, wait] of acts) {
          seconds += wait;
          if (clock.since) gone += wait;
          if (act === 'pause') clock = pauseClock(clock, at(seconds));
          if (act === 'resume') clock = resumeClock(clock, at(seconds));
          if (act === 'take') clock = takeClock(clock, `tab-${seconds}`, at(seconds));
          assert.ok(Math.abs(remaining(clock, at(seconds).now) - Math.max(0, left - gone)) < 1e-6);
          assert.ok(isClock(clock));
        }
      }),
    );
  });

  it('the clock adds minutes to the time left, and to zero if time is over', () => {
    assert.equal(remaining(extendClock(running(60), 5, at(20)), at(20).now), 340);
    assert.equal(remaining(extendClock(running(60), 5, at(600)), at(600).now), 300);
    const paused = extendClock(pauseClock(running(60), at(10)), 1, at(30));
    assert.deepEqual([paused.left, paused.since], [110, '']);
  });

  it('the clock starts each item with its full time and the same holder', () => {
    const next = nextItem(running(60), 'item', 120, at(30));
    assert.deepEqual([next.holder, next.item, remaining(next, at(40).now)], ['tab-1', 'item', 110]);
  });

  it('the clock says who wrote it last', () => {
    assert.equal(takeClock(running(60), 'tab-2', { by: 'sol', now: start }).by, 'sol');
    assert.equal(pauseClock(running(60), { by: 'sol', now: start }).by, 'sol');
  });

  it('the clock holds no more than its limit', () => {
    assert.equal(startClock('t', '', 1e9, at(0)).left, clockLimits.left);
    assert.equal(startClock('t', '', -1, at(0)).left, 0);
    assert.equal(extendClock(running(clockLimits.left), 30, at(0)).left, clockLimits.left);
  });

  it('an invalid clock is recognised', () => {
    const good = running(60);
    assert.ok(isClock(good));
    for (const wrong of [
      null,
      undefined,
      'x',
      [],
      {},
      { ...good, holder: '' },
      { ...good, left: NaN },
      { ...good, left: -1 },
      { ...good, left: '60' },
      { ...good, since: 3 },
      { ...good, by: undefined },
    ])
      assert.ok(!isClock(wrong));
    fc.assert(
      fc.property(fc.anything(), (value) => {
        assert.equal(typeof isClock(value), 'boolean');
      }),
    );
  });
});
