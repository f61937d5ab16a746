import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ann, community, Desk, later, reminder, saying, sid } from './desk.js';
import type { MilieuRecord } from '../../../src/model/record.js';

const first = reminder('r');
const onDesk = (...more: readonly MilieuRecord[]): Desk => {
  const desk = new Desk();
  desk.give(first, ...more);
  return desk;
};

describe('a conflict', () => {
  it('plays a status act again on what the backend has, under a new key, and keeps when it was done', () => {
    const desk = onDesk();
    const change = desk.act('withdraw', 'r', ann);
    const theirs = later(first, { status: 'returned' });
    desk.conflict(theirs);
    const again = desk.waiting[0]!.change;
    assert.deepEqual(again, { ...change, key: again.key, records: [later(theirs, { status: 'withdrawn' })] });
    assert.notEqual(again.key, change.key);
    assert.deepEqual(desk.row('r'), { id: 'r', base: 2, current: again.records[0], was: theirs });
    assert.equal(desk.troubles.size, 0);
  });
  it('lets a status act fall that is not allowed any more, by name, with its words and without its records', () => {
    const desk = onDesk();
    const change = desk.judge('return', 'r', 'note', 'Too sharp.');
    const theirs = later(first, { status: 'withdrawn' });
    desk.conflict(theirs);
    assert.deepEqual(desk.row('r'), { id: 'r', base: 2, current: theirs });
    assert.equal(desk.row('note'), undefined);
    assert.deepEqual([desk.trouble?.reason, desk.trouble?.code, desk.trouble?.change, desk.trouble?.theirs], ['refused', 'not-now', change, theirs]);
    assert.equal(desk.waiting.length, 0);
  });
  it('puts the text on top where only the status moved', () => {
    const desk = onDesk();
    desk.rewrite('r', 'mine');
    const theirs = later(first, { status: 'returned' });
    desk.conflict(theirs);
    assert.deepEqual(desk.row('r')?.current, later(theirs, { status: 'held', ...saying(first, 'mine') }));
    assert.deepEqual(desk.actions, ['rewrite']);
    assert.equal(desk.troubles.size, 0);
  });
  it('holds two texts, and theirs can be worked on', () => {
    const desk = onDesk();
    const change = desk.rewrite('r', 'mine');
    const theirs = later(first, saying(first, 'theirs'));
    desk.conflict(theirs);
    assert.deepEqual(desk.row('r'), { id: 'r', base: 2, current: theirs });
    assert.deepEqual([desk.trouble?.reason, desk.trouble?.code, desk.trouble?.change, desk.trouble?.theirs], ['held', undefined, change, theirs]);
    assert.equal(desk.refusal('withdraw', 'r', ann), undefined);
  });
  it('holds the last of several edits, once, and one more with the next conflict', () => {
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
  it('asks nothing where both wrote the same', () => {
    const desk = onDesk();
    desk.rewrite('r', 'the same');
    desk.conflict(later(first, { ...saying(first, 'the same'), status: 'returned' }));
    assert.equal(desk.troubles.size, 0);
    assert.deepEqual([desk.row('r')?.current.rev, desk.row('r')?.current.status], [3, 'held']);
  });
  it('takes along what waits behind it, in order, and nothing else', () => {
    const desk = onDesk(reminder('s'));
    desk.rewrite('r', 'mine');
    desk.rewrite('s', 'elsewhere');
    desk.act('withdraw', 'r', ann);
    const [, elsewhere] = desk.keys;
    desk.conflict(later(first, { status: 'returned' }));
    assert.deepEqual(desk.actions, ['rewrite', 'rewrite', 'withdraw']);
    assert.equal(desk.keys[0], elsewhere);
    assert.deepEqual([desk.row('r')?.base, desk.row('r')?.current.rev, desk.row('r')?.current.status], [2, 4, 'withdrawn']);
  });
  it('lets nobody pass words that they have not read', () => {
    const desk = onDesk();
    desk.judge('release', 'r', 'note');
    const theirs = later(first, saying(first, 'other words'));
    desk.conflict(theirs);
    assert.deepEqual([desk.trouble?.reason, desk.trouble?.code, desk.row('r')?.current], ['refused', 'not-now', theirs]);
    assert.equal(desk.waiting.length, 0);
    assert.equal(desk.settle(desk.trouble, 'again'), undefined);
    assert.deepEqual(desk.actions, ['release']);
  });
  it('takes the newest that is known, whether it was answered or parked', () => {
    const theirs = later(first, { status: 'returned' });
    for (const way of ['answered', 'parked']) {
      const desk = onDesk();
      desk.act('withdraw', 'r', ann);
      if (way === 'parked') desk.give(theirs);
      desk.conflict(...(way === 'answered' ? [theirs] : []));
      assert.deepEqual(desk.row('r')?.was, theirs);
    }
  });
  it('is held with its code where nothing tells what it is about, so that it does not go round for ever', () => {
    const desk = onDesk();
    const change = desk.act('withdraw', 'r', ann);
    desk.conflict();
    assert.deepEqual([desk.trouble?.reason, desk.trouble?.code, desk.trouble?.change], ['held', '409', change]);
    assert.deepEqual(desk.row('r'), { id: 'r', base: 1, current: first });
    assert.equal(desk.waiting.length, 0);
  });
  it('is none where the change has arrived', () => {
    const desk = onDesk();
    const { records } = desk.judge('release', 'r', 'note');
    desk.judge('retract', 'r', 'second note');
    const plan = desk.conflict(...records);
    assert.equal(plan.send.length + plan.troubles.length, 0);
    assert.deepEqual(desk.actions, ['retract']);
    assert.deepEqual([desk.row('r')?.base, desk.row('r')?.was, desk.row('note')?.base], [2, records[0], 1]);
  });
  it('keeps what others moved and the act had left alone', () => {
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
    const desk = new Desk();
    desk.give(plan, item);
    desk.act('move', 'i', sid, { moves: { order: 1, minutes: 9 } }, 'item', new Map([['m', plan]]));
    desk.conflict(later(item, { data: { ...item.data, order: 7 } }));
    assert.deepEqual(desk.row('i')?.current.data, { ...item.data, order: 7, minutes: 9 });
    assert.equal(desk.troubles.size, 0);
  });
});

describe('a conflict about a new record', () => {
  it('is held where other words stand under its id', () => {
    const desk = new Desk();
    const change = desk.send('r', 'mine');
    desk.conflict(first);
    assert.deepEqual(desk.row('r'), { id: 'r', base: 1, current: first });
    assert.deepEqual([desk.trouble?.reason, desk.trouble?.change, desk.trouble?.theirs], ['held', change, first]);
    assert.equal(desk.settle(desk.trouble, 'mine'), undefined);
    const beside = desk.waiting[0]!.change.records[0]!;
    assert.notEqual(beside.id, 'r');
    assert.equal(beside.data['saw'], 'mine');
    assert.deepEqual(desk.row('r')?.current, first);
  });
  it('is none where it is there already, and what was done to it since goes on', () => {
    const desk = new Desk();
    desk.send('r');
    desk.rewrite('r', 'better');
    const theirs = later(first, { status: 'returned' });
    desk.conflict(theirs);
    assert.equal(desk.troubles.size, 0);
    assert.deepEqual(desk.actions, ['rewrite']);
    assert.deepEqual(desk.row('r'), { id: 'r', base: 2, current: later(theirs, { status: 'held', ...saying(first, 'better') }), was: theirs });
  });
  it('is one where the receivers differ', () => {
    const desk = new Desk();
    desk.send('r');
    desk.conflict({ ...first, to: ['cal'] });
    assert.equal(desk.trouble?.reason, 'held');
  });
  it('lets nobody withdraw words that they did not write', () => {
    const desk = new Desk();
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
  it('is held where only an answer has an id that is taken, and goes again under a new one', () => {
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
