import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ann, community, RuleSetup, later, reminder, saying, sid } from './rule-setup.js';
import type { MilieuRecord } from '../../../src/model/record.js';

const first = reminder('r');
const onDesk = (...more: readonly MilieuRecord[]): RuleSetup => {
  const desk = new RuleSetup();
  desk.give(first, ...more);
  return desk;
};

describe('a conflict', () => {
  it('replays a status change on the backend’s version under a new key and keeps its time', () => {
    const desk = onDesk();
    const change = desk.act('withdraw', 'r', ann);
    const theirs = later(first, { status: 'returned' });
    desk.conflict(theirs);
    const again = desk.waiting[0]!.change;
    assert.deepEqual(again, { ...change, key: again.key, records: [later(theirs, { status: 'withdrawn' })] });
    assert.notEqual(again.key, change.key);
    assert.deepEqual(desk.row('r'), { id: 'r', confirmedRev: 2, current: again.records[0], ancestor: theirs });
    assert.equal(desk.troubles.size, 0);
  });
  it('rejects a status change that is no longer allowed, and keeps its text', () => {
    const desk = onDesk();
    const change = desk.judge('return', 'r', 'note', 'Too sharp.');
    const theirs = later(first, { status: 'withdrawn' });
    desk.conflict(theirs);
    assert.deepEqual(desk.row('r'), { id: 'r', confirmedRev: 2, current: theirs });
    assert.equal(desk.row('note'), undefined);
    assert.deepEqual([desk.trouble?.reason, desk.trouble?.code, desk.trouble?.change, desk.trouble?.theirs], ['refused', 'not-now', change, theirs]);
    assert.equal(desk.waiting.length, 0);
  });
  it('applies the person’s text if only the status changed at the backend', () => {
    const desk = onDesk();
    desk.rewrite('r', 'mine');
    const theirs = later(first, { status: 'returned' });
    desk.conflict(theirs);
    assert.deepEqual(desk.row('r')?.current, later(theirs, { status: 'held', ...saying(first, 'mine') }));
    assert.deepEqual(desk.actions, ['rewrite']);
    assert.equal(desk.troubles.size, 0);
  });
  it('holds two different texts for the person, and the backend’s version can be acted on', () => {
    const desk = onDesk();
    const change = desk.rewrite('r', 'mine');
    const theirs = later(first, saying(first, 'theirs'));
    desk.conflict(theirs);
    assert.deepEqual(desk.row('r'), { id: 'r', confirmedRev: 2, current: theirs });
    assert.deepEqual([desk.trouble?.reason, desk.trouble?.code, desk.trouble?.change, desk.trouble?.theirs], ['held', undefined, change, theirs]);
    assert.equal(desk.refusal('withdraw', 'r', ann), undefined);
  });
  it('holds only the last of several edits, and a second conflict is held too', () => {
    const desk = onDesk();
    desk.rewrite('r', 'mine');
    desk.rewrite('r', 'mine, longer');
    const theirs = later(first, saying(first, 'theirs'));
    desk.conflict(theirs);
    assert.deepEqual(
      [...desk.troubles.values()].map(({ change }) => change.records[0]?.data['saw']),
      ['mine, longer'],
    );
    desk.rewrite('r', 'mine again');
    desk.conflict(later(theirs, saying(first, 'theirs again')));
    assert.equal(desk.troubles.size, 2);
  });
  it('asks nothing if both sides wrote the same text', () => {
    const desk = onDesk();
    desk.rewrite('r', 'the same');
    desk.conflict(later(first, { ...saying(first, 'the same'), status: 'returned' }));
    assert.equal(desk.troubles.size, 0);
    assert.deepEqual([desk.row('r')?.current.rev, desk.row('r')?.current.status], [3, 'held']);
  });
  it('replays the later changes of the same record in order, and no others', () => {
    const desk = onDesk(reminder('s'));
    desk.rewrite('r', 'mine');
    desk.rewrite('s', 'elsewhere');
    desk.act('withdraw', 'r', ann);
    const [, elsewhere] = desk.keys;
    desk.conflict(later(first, { status: 'returned' }));
    assert.deepEqual(desk.actions, ['rewrite', 'rewrite', 'withdraw']);
    assert.equal(desk.keys[0], elsewhere);
    assert.deepEqual([desk.row('r')?.confirmedRev, desk.row('r')?.current.rev, desk.row('r')?.current.status], [2, 4, 'withdrawn']);
  });
  it('rejects a decision of staff about text that they have not read', () => {
    const desk = onDesk();
    desk.judge('release', 'r', 'note');
    const theirs = later(first, saying(first, 'other words'));
    desk.conflict(theirs);
    assert.deepEqual([desk.trouble?.reason, desk.trouble?.code, desk.row('r')?.current], ['refused', 'not-now', theirs]);
    assert.equal(desk.waiting.length, 0);
    assert.equal(desk.settle(desk.trouble, 'again'), undefined);
    assert.deepEqual(desk.actions, ['release']);
  });
  it('uses the newest known version, from the answer or from an earlier pull', () => {
    const theirs = later(first, { status: 'returned' });
    for (const way of ['answered', 'parked']) {
      const desk = onDesk();
      desk.act('withdraw', 'r', ann);
      if (way === 'parked') desk.give(theirs);
      desk.conflict(...(way === 'answered' ? [theirs] : []));
      assert.deepEqual(desk.row('r')?.ancestor, theirs);
    }
  });
  it('holds a conflict without records under its code, so that it is not sent again and again', () => {
    const desk = onDesk();
    const change = desk.act('withdraw', 'r', ann);
    desk.conflict();
    assert.deepEqual([desk.trouble?.reason, desk.trouble?.code, desk.trouble?.change], ['held', '409', change]);
    assert.deepEqual(desk.row('r'), { id: 'r', confirmedRev: 1, current: first });
    assert.equal(desk.waiting.length, 0);
  });
  it('a conflict about a change that has already arrived counts as delivered', () => {
    const desk = onDesk();
    const { records } = desk.judge('release', 'r', 'note');
    desk.judge('retract', 'r', 'second note');
    const plan = desk.conflict(...records);
    assert.equal(plan.send.length + plan.troubles.length, 0);
    assert.deepEqual(desk.actions, ['retract']);
    assert.deepEqual([desk.row('r')?.confirmedRev, desk.row('r')?.ancestor, desk.row('note')?.confirmedRev], [2, records[0], 1]);
  });
  it('keeps fields that others moved and this act did not change', () => {
    const plan: MilieuRecord = {
      ...first,
      id: 'm',
      kind: 'meeting',
      by: 'sid',
      to: [],
      status: 'planned',
      visibility: 'community',
      data: { title: 'House', chair: 'sid' },
    };
    const item: MilieuRecord = {
      ...first,
      id: 'i',
      kind: 'item',
      to: [],
      status: 'accepted',
      visibility: 'community',
      data: { title: 'Cups', kind: 'topic', meeting: 'm', order: 1, minutes: 5 },
    };
    const desk = new RuleSetup();
    desk.give(plan, item);
    desk.act('move', 'i', sid, { moves: { order: 1, minutes: 9 } }, 'item', new Map([['m', plan]]));
    desk.conflict(later(item, { data: { ...item.data, order: 7 } }));
    assert.deepEqual(desk.row('i')?.current.data, { ...item.data, order: 7, minutes: 9 });
    assert.equal(desk.troubles.size, 0);
  });
});

describe('a conflict about a new record', () => {
  it('holds a new record if other text has its id', () => {
    const desk = new RuleSetup();
    const change = desk.send('r', 'mine');
    desk.conflict(first);
    assert.deepEqual(desk.row('r'), { id: 'r', confirmedRev: 1, current: first });
    assert.deepEqual([desk.trouble?.reason, desk.trouble?.change, desk.trouble?.theirs], ['held', change, first]);
    assert.equal(desk.settle(desk.trouble, 'mine'), undefined);
    const beside = desk.waiting[0]!.change.records[0]!;
    assert.notEqual(beside.id, 'r');
    assert.equal(beside.data['saw'], 'mine');
    assert.deepEqual(desk.row('r')?.current, first);
  });
  it('a new record that has already arrived is no conflict, and later acts on it are replayed', () => {
    const desk = new RuleSetup();
    desk.send('r');
    desk.rewrite('r', 'better');
    const theirs = later(first, { status: 'returned' });
    desk.conflict(theirs);
    assert.equal(desk.troubles.size, 0);
    assert.deepEqual(desk.actions, ['rewrite']);
    assert.deepEqual(desk.row('r'), {
      id: 'r',
      confirmedRev: 2,
      current: later(theirs, { status: 'held', ...saying(first, 'better') }),
      ancestor: theirs,
    });
  });
  it('holds a new record if its receivers differ', () => {
    const desk = new RuleSetup();
    desk.send('r');
    desk.conflict({ ...first, to: ['cal'] });
    assert.equal(desk.trouble?.reason, 'held');
  });
  it('rejects the withdrawal of text that the person did not write', () => {
    const desk = new RuleSetup();
    desk.send('r', 'mine');
    desk.act('withdraw', 'r', ann);
    desk.conflict(first);
    assert.deepEqual(desk.row('r')?.current, first);
    assert.deepEqual(
      [...desk.troubles.values()].map(({ reason, code }) => [reason, code]),
      [
        ['held', undefined],
        ['refused', 'not-now'],
      ],
    );
  });
  it('holds an act if the id of its answer is taken, and sends it again under a new id', () => {
    const desk = onDesk();
    desk.judge('release', 'r', 'note');
    desk.conflict(reminder('note', { kind: 'feedback-review', by: 'tom', status: 'given', data: { note: 'another' } }));
    assert.equal(desk.trouble?.reason, 'held');
    assert.deepEqual(desk.row('r')?.current, first);
    assert.equal(desk.row('note')?.current.by, 'tom');
    assert.equal(desk.settle(desk.trouble, 'mine'), undefined);
    assert.notEqual(desk.waiting[0]?.change.records[1]?.id, 'note');
    assert.equal(desk.waiting[0]?.change.community, community);
  });
});
