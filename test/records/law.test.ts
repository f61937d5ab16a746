import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { apply, batchOf, delivered, isHead, isUnsent, type Row } from '../../src/records/law.js';
import { ann, Desk, reminder, sid } from './law/desk.js';

const version = (rev: number, saw = 'as it was'): Row['current'] => ({ ...reminder('r'), rev, data: { ...reminder('r').data, saw } });

describe('an act', () => {
  it('makes a record that no backend has', () => {
    const desk = new Desk();
    const change = desk.send('r');
    assert.deepEqual(desk.row('r'), { id: 'r', base: 0, current: change.records[0] });
    assert.equal(change.records[0]?.rev, 1);
    assert.ok(isUnsent(desk.row('r')!));
  });
  it('keeps the version that the backend has, and only that one', () => {
    const desk = new Desk();
    desk.give(reminder('r'));
    desk.rewrite('r', 'first');
    desk.rewrite('r', 'second');
    const row = desk.row('r')!;
    assert.deepEqual([row.base, row.current.rev, row.current.data['saw']], [1, 3, 'second']);
    assert.deepEqual(row.was, reminder('r'));
  });
  it('is refused by name, and on a screen that is out of date', () => {
    const desk = new Desk();
    desk.give(reminder('r'));
    assert.equal(desk.refusal('release', 'r', ann), 'not-yours');
    assert.equal(desk.refusal('release', 'r', sid, { rev: 0 }), 'moved');
    assert.equal(desk.refusal('rewrite', 'nowhere', ann, { rev: 1 }), 'moved');
    assert.equal(desk.refusal('send', 'r', ann, { rev: 0 }), 'moved');
  });
  it('does not write over a record that has the id of its answer', () => {
    const desk = new Desk();
    desk.give(reminder('r'), reminder('other'));
    assert.equal(desk.refusal('release', 'r', sid, { answer: 'other' }), 'moved');
  });
});

describe('what the backend has', () => {
  it('is taken when it is newer, and nothing is unsent', () => {
    assert.deepEqual(apply(undefined, version(4)), { id: 'r', base: 4, current: version(4) });
    const row = { id: 'r', base: 2, current: version(2) };
    assert.deepEqual(apply(row, version(3)), { id: 'r', base: 3, current: version(3) });
    assert.equal(apply(row, version(2, 'another')), undefined);
    assert.equal(apply(row, version(1)), undefined);
  });
  it('is parked while something is unsent, the newest only', () => {
    const row = { id: 'r', base: 2, current: version(3, 'mine'), was: version(2) };
    assert.equal(apply(row, version(2)), undefined);
    const parked = apply(row, version(4))!;
    assert.deepEqual(parked, { ...row, next: version(4) });
    assert.equal(apply(parked, version(3)), undefined);
    assert.deepEqual(apply(parked, version(5)), { ...row, next: version(5) });
  });
});

describe('a delivery', () => {
  it('confirms its version; with nothing unsent left the row is plain', () => {
    const desk = new Desk();
    desk.give(reminder('r'));
    desk.rewrite('r', 'mine');
    desk.deliver();
    assert.deepEqual(desk.row('r'), { id: 'r', base: 2, current: version(2, 'mine') });
    assert.equal(desk.waiting.length, 0);
  });
  it('becomes what later unsent acts grew from', () => {
    const desk = new Desk();
    desk.give(reminder('r'));
    desk.rewrite('r', 'first');
    desk.rewrite('r', 'second');
    desk.deliver();
    assert.deepEqual(desk.row('r'), { id: 'r', base: 2, current: version(3, 'second'), was: version(2, 'first') });
  });
  it('lets what was parked in, when it is newer', () => {
    const desk = new Desk();
    desk.give(reminder('r'));
    desk.rewrite('r', 'mine');
    desk.give(version(2, 'mine'), version(3, 'theirs, on mine'));
    desk.deliver();
    assert.deepEqual(desk.row('r'), { id: 'r', base: 3, current: version(3, 'theirs, on mine') });
  });
  it('forgets the echo of itself, and never goes back', () => {
    const row = { id: 'r', base: 3, current: version(4, 'mine'), was: version(3), next: version(4, 'mine') };
    const change = (record: Row['current']) => ({
      seq: 1,
      change: { key: 'k', action: 'rewrite', by: 'ann', as: 'resident' as const, at: '', community: '', records: [record] },
    });
    assert.deepEqual(delivered(change(version(4, 'mine')), new Map([['r', row]])).rows, [{ id: 'r', base: 4, current: version(4, 'mine') }]);
    assert.deepEqual(delivered(change(version(2)), new Map([['r', row]])).rows, [row]);
    assert.deepEqual(delivered(change(version(2)), new Map()).rows, []);
  });
});

describe('the order of the outbox', () => {
  const queue = [
    { seq: 1, ids: ['a'] },
    { seq: 2, ids: ['b'] },
    { seq: 3, ids: ['a', 'c'] },
    { seq: 4, ids: ['c'] },
    { seq: 5, ids: ['b'] },
  ];
  it('makes a row wait for earlier ones that share a record, and lets others overtake', () =>
    assert.deepEqual(
      queue.filter((one) => isHead(queue, one)).map(({ seq }) => seq),
      [1, 2],
    ));
  it('takes out what hangs together, through records that came later, in order', () => {
    assert.deepEqual(batchOf(queue, 1), [1, 3, 4]);
    assert.deepEqual(batchOf([...queue].reverse(), 2), [2, 5]);
    assert.deepEqual(batchOf(queue, 4), [4]);
    assert.deepEqual(batchOf(queue, 9), []);
  });
});
