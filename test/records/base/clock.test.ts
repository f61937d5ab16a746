import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { defaultPolicy, helpSteps, policyLimits, spanOf } from '../../../src/model/record.js';
import { realClock } from '../../../src/records/base/clock.js';

const most = 2 ** 31 - 1;

describe('a timer', () => {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  let asked: { ms: number; run: () => void }[];
  beforeEach(() => {
    asked = [];
    Object.assign(globalThis, {
      setTimeout: (run: () => void, ms: number) => asked.push({ ms, run }),
      clearTimeout: (id: number) => asked.splice(id - 1, 1),
    });
  });
  afterEach(() => void Object.assign(globalThis, real));
  /** The browser's timer that was asked for last ends. */
  const ends = (): number => {
    const { ms, run } = asked.pop()!;
    run();
    return ms;
  };

  test('that is longer than a browser counts runs once its whole time is over', () => {
    let runs = 0;
    realClock.after(60 * 86_400_000, () => (runs += 1));
    let waited = 0;
    while (asked.length > 0) {
      assert.equal(runs, 0);
      assert.ok(asked[0]!.ms <= most);
      waited += ends();
    }
    assert.deepEqual([runs, waited], [1, 60 * 86_400_000]);
  });

  test('that is infinite never runs, and asks for no time that a browser cannot count', () => {
    realClock.after(Infinity, () => assert.fail('it ran'));
    for (let times = 0; times < 5; times++) assert.equal(ends(), most);
  });

  test('can be stopped, also between two of its steps', () => {
    const stop = realClock.after(3 * most, () => assert.fail('it ran'));
    ends();
    stop();
    assert.deepEqual(asked, []);
  });

  test('of an ordinary time is asked for as it is', () => {
    realClock.after(400, () => undefined);
    assert.equal(asked[0]?.ms, 400);
  });
});

describe('a span that a host sets', () => {
  test('stays within its limits', () => {
    const { pullEvery, remindersFade } = policyLimits;
    assert.deepEqual(
      [0.001, 5, 60, 1e12].map((given) => spanOf('pullEvery', given)),
      [pullEvery.least, 5, 60, pullEvery.most],
    );
    assert.deepEqual(
      [-1, 7, 1e9].map((given) => spanOf('remindersFade', given)),
      [remindersFade.least, 7, remindersFade.most],
    );
    assert.ok(pullEvery.most * 1000 <= most);
  });

  test('for a call for help stays within its limits, and no step comes before an earlier one', () => {
    assert.deepEqual(helpSteps(), defaultPolicy.help);
    assert.deepEqual(helpSteps({ go: 0, everywhere: 1e9, loudest: Infinity }), { go: 5, everywhere: 1800, loudest: 1800 });
    assert.deepEqual(helpSteps({ go: 600, everywhere: 60 }), { go: 600, everywhere: 600, loudest: 600 });
    for (const { least, most: longest } of Object.values(policyLimits.help)) assert.ok(least > 0 && longest * 1000 <= most);
  });

  test('that is no number is the usual one', () => {
    for (const given of [undefined, null, '30', NaN, Infinity, {}]) assert.equal(spanOf('pullEvery', given), defaultPolicy.pullEvery);
  });
});
