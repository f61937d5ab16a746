import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ann, RuleSetup, later, reminder, saying } from './rule-setup.js';

const first = reminder('r');
const theirs = later(first, saying(first, 'theirs'));
const inTwoVersions = (): RuleSetup => {
  const desk = new RuleSetup();
  desk.give(first);
  desk.rewrite('r', 'mine');
  desk.conflict(theirs);
  return desk;
};

describe('a rejected change', () => {
  it('a rejected change restores the backend’s version and is listed for the person', () => {
    const desk = new RuleSetup();
    desk.give(first);
    const change = desk.rewrite('r', 'too much');
    desk.refuse('413');
    assert.deepEqual(desk.row('r'), { id: 'r', confirmedRev: 1, current: first });
    assert.deepEqual([desk.trouble?.reason, desk.trouble?.code, desk.trouble?.change, desk.trouble?.theirs], ['refused', '413', change, first]);
    assert.equal(desk.waiting.length, 0);
  });
  it('a rejected change lets the pending version of the backend in', () => {
    const desk = new RuleSetup();
    desk.give(first);
    desk.rewrite('r', 'too much');
    desk.give(theirs);
    desk.refuse('413');
    assert.deepEqual(desk.row('r'), { id: 'r', confirmedRev: 2, current: theirs });
  });
  it('a rejected change does not stop the correction behind it', () => {
    const desk = new RuleSetup();
    desk.give(first);
    desk.rewrite('r', 'too much');
    desk.rewrite('r', 'less');
    desk.refuse('413');
    assert.equal(desk.troubles.size, 1);
    assert.deepEqual(desk.actions, ['rewrite']);
    assert.deepEqual([desk.row('r')?.confirmedRev, desk.row('r')?.current.rev, desk.row('r')?.current.data['saw']], [1, 2, 'less']);
  });
  it('a rejected new record takes its later changes along, for the same reason', () => {
    const desk = new RuleSetup();
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

describe('the choice of a person', () => {
  it('choosing “theirs” or “remove” discards one’s own version', () => {
    for (const choice of ['theirs', 'remove'] as const) {
      const desk = inTwoVersions();
      assert.equal(desk.settle(desk.trouble, choice), undefined);
      assert.equal(desk.troubles.size + desk.waiting.length, 0);
      assert.deepEqual(desk.row('r')?.current, theirs);
    }
  });
  it('choosing “mine” makes a new act on the current version', () => {
    const desk = inTwoVersions();
    const { trouble } = desk;
    assert.equal(desk.settle(trouble, 'mine'), undefined);
    const [waiting] = desk.waiting;
    assert.equal(desk.troubles.size, 0);
    assert.deepEqual(waiting?.change.records, [later(theirs, saying(first, 'mine'))]);
    assert.notEqual(waiting?.change.key, trouble?.change.key);
    assert.deepEqual(desk.row('r'), { id: 'r', confirmedRev: 2, current: waiting?.change.records[0], ancestor: theirs });
  });
  it('a choice is asked for again if the text it was made on has changed', () => {
    const desk = inTwoVersions();
    const newer = later(theirs, saying(first, 'theirs, later'));
    desk.give(newer);
    assert.equal(desk.settle(desk.trouble, 'mine'), 'moved');
    assert.deepEqual([desk.trouble?.theirs, desk.waiting.length], [newer, 0]);
    assert.equal(desk.settle(desk.trouble, 'mine'), undefined);
    assert.equal(desk.row('r')?.current.data['saw'], 'mine');
  });
  it('a choice that is no longer allowed is refused by code, and nothing is lost', () => {
    const desk = inTwoVersions();
    desk.give(later(theirs, { status: 'delivered' }));
    assert.equal(desk.settle(desk.trouble, 'mine'), 'not-now');
    assert.deepEqual([desk.troubles.size, desk.waiting.length], [1, 0]);
  });
  it('sending a rejected record again creates it anew, then replays its later changes', () => {
    const desk = new RuleSetup();
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
  it('sending again what has arrived in the meantime sends nothing', () => {
    const desk = new RuleSetup();
    desk.send('r');
    desk.refuse('404');
    desk.give(later(first, { status: 'delivered', visibility: 'named-and-staff' }));
    assert.equal(desk.settle(desk.trouble, 'again'), undefined);
    assert.equal(desk.troubles.size + desk.waiting.length, 0);
  });
});
