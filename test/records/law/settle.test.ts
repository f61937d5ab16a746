import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ann, Desk, later, reminder, saying } from './desk.js';

const first = reminder('r');
const theirs = later(first, saying(first, 'theirs'));
const inTwoVersions = (): Desk => {
  const desk = new Desk();
  desk.give(first);
  desk.rewrite('r', 'mine');
  desk.conflict(theirs);
  return desk;
};

describe('a refusal', () => {
  it('falls back on what the backend has, and stands in the list', () => {
    const desk = new Desk();
    desk.give(first);
    const change = desk.rewrite('r', 'too much');
    desk.refuse('413');
    assert.deepEqual(desk.row('r'), { id: 'r', base: 1, current: first });
    assert.deepEqual([desk.trouble?.reason, desk.trouble?.code, desk.trouble?.change, desk.trouble?.theirs], ['refused', '413', change, first]);
    assert.equal(desk.waiting.length, 0);
  });
  it('takes what was parked', () => {
    const desk = new Desk();
    desk.give(first);
    desk.rewrite('r', 'too much');
    desk.give(theirs);
    desk.refuse('413');
    assert.deepEqual(desk.row('r'), { id: 'r', base: 2, current: theirs });
  });
  it('does not hold back the correction behind it', () => {
    const desk = new Desk();
    desk.give(first);
    desk.rewrite('r', 'too much');
    desk.rewrite('r', 'less');
    desk.refuse('413');
    assert.equal(desk.troubles.size, 1);
    assert.deepEqual(desk.actions, ['rewrite']);
    assert.deepEqual([desk.row('r')?.base, desk.row('r')?.current.rev, desk.row('r')?.current.data['saw']], [1, 2, 'less']);
  });
  it('of a new record takes along what was done to it, for the same reason', () => {
    const desk = new Desk();
    desk.send('r');
    desk.act('withdraw', 'r', ann);
    desk.refuse('422');
    assert.equal(desk.row('r'), undefined);
    assert.deepEqual(
      [...desk.troubles.values()].map(({ change, code }) => [change.action, code]),
      [
        ['send', '422'],
        ['withdraw', '422'],
      ],
    );
  });
});

describe('a choice', () => {
  it('of theirs, or to remove, lets go of mine', () => {
    for (const choice of ['theirs', 'remove'] as const) {
      const desk = inTwoVersions();
      assert.equal(desk.settle(desk.trouble, choice), undefined);
      assert.equal(desk.troubles.size + desk.waiting.length, 0);
      assert.deepEqual(desk.row('r')?.current, theirs);
    }
  });
  it('of mine is a new act on what stands now', () => {
    const desk = inTwoVersions();
    const { trouble } = desk;
    assert.equal(desk.settle(trouble, 'mine'), undefined);
    const [waiting] = desk.waiting;
    assert.equal(desk.troubles.size, 0);
    assert.deepEqual(waiting?.change.records, [later(theirs, saying(first, 'mine'))]);
    assert.notEqual(waiting?.change.key, trouble?.change.key);
    assert.deepEqual(desk.row('r'), { id: 'r', base: 2, current: waiting?.change.records[0], was: theirs });
  });
  it('is asked for once more where the words have changed that it was made on', () => {
    const desk = inTwoVersions();
    const newer = later(theirs, saying(first, 'theirs, later'));
    desk.give(newer);
    assert.equal(desk.settle(desk.trouble, 'mine'), 'moved');
    assert.deepEqual([desk.trouble?.theirs, desk.waiting.length], [newer, 0]);
    assert.equal(desk.settle(desk.trouble, 'mine'), undefined);
    assert.equal(desk.row('r')?.current.data['saw'], 'mine');
  });
  it('that is not allowed any more is refused by name, and nothing is lost', () => {
    const desk = inTwoVersions();
    desk.give(later(theirs, { status: 'delivered' }));
    assert.equal(desk.settle(desk.trouble, 'mine'), 'not-now');
    assert.deepEqual([desk.troubles.size, desk.waiting.length], [1, 0]);
  });
  it('to send a refused record again makes it anew, then what hangs on it', () => {
    const desk = new Desk();
    desk.send('r');
    desk.act('withdraw', 'r', ann);
    desk.refuse('422');
    const [sent, withdrawn] = [...desk.troubles.values()];
    assert.equal(desk.settle(withdrawn, 'again'), 'not-found');
    assert.equal(desk.settle(sent, 'again'), undefined);
    assert.equal(desk.row('r')?.current.status, 'held');
    assert.equal(desk.settle(withdrawn, 'again'), 'moved');
    assert.equal(desk.settle(desk.trouble, 'again'), undefined);
    assert.deepEqual(desk.actions, ['send', 'withdraw']);
    assert.equal(desk.troubles.size, 0);
  });
  it('to send again what has arrived meanwhile sends nothing', () => {
    const desk = new Desk();
    desk.send('r');
    desk.refuse('404');
    desk.give(later(first, { status: 'delivered', visibility: 'named-and-staff' }));
    assert.equal(desk.settle(desk.trouble, 'again'), undefined);
    assert.equal(desk.troubles.size + desk.waiting.length, 0);
  });
});
