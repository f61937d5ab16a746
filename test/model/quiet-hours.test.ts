import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isQuietHours, nextEdge, quietUntil } from '../../src/model/quiet-hours.js';

const at = (day: number, clock: string): Date => new Date(`2026-11-${day}T${clock}:00`);
const night = { from: '22:00', to: '07:00' };
const nap = { from: '13:00', to: '14:30' };
const until = (hours: typeof night, day: number, clock: string): string | undefined => {
  const ms = quietUntil(hours, at(day, clock));
  return ms === undefined ? undefined : new Date(ms).toString();
};

describe('quiet hours', () => {
  test('go on past midnight', () => {
    assert.equal(until(night, 21, '21:59'), undefined);
    assert.equal(until(night, 21, '22:00'), at(22, '07:00').toString());
    assert.equal(until(night, 22, '03:00'), at(22, '07:00').toString());
    assert.equal(until(night, 22, '06:59'), at(22, '07:00').toString());
    assert.equal(until(night, 22, '07:00'), undefined);
  });

  test('may lie in one day', () => {
    assert.deepEqual([until(nap, 21, '12:59'), until(nap, 21, '13:00'), until(nap, 21, '14:30')], [undefined, at(21, '14:30').toString(), undefined]);
  });

  test('have a next edge: their end, or their next beginning', () => {
    assert.equal(nextEdge(night, at(21, '12:00')), at(21, '22:00').getTime());
    assert.equal(nextEdge(night, at(21, '23:00')), at(22, '07:00').getTime());
    assert.equal(nextEdge(nap, at(21, '15:00')), at(22, '13:00').getTime());
  });

  test('are two different times of 24 hours', () => {
    assert.ok([night, nap, { from: '00:00', to: '23:59' }].every(isQuietHours));
    for (const wrong of [
      undefined,
      null,
      'night',
      {},
      { from: '22:00' },
      { from: '24:00', to: '07:00' },
      { from: '7:00', to: '08:00' },
      { from: '22:00', to: '22:00' },
      { from: 22, to: 7 },
    ])
      assert.ok(!isQuietHours(wrong), JSON.stringify(wrong));
  });
});
