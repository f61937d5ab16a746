import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergeRemote, linkedChanges, delivered, isFirstInQueue, isUnsent, type RecordState } from '../../../src/records/sync-rules/index.js';
import { maxRev } from '../../../src/model/record.js';
import { ann, RuleSetup, reminder, sid } from './rule-setup.js';

const version = (rev: number, saw = 'as it was'): RecordState['current'] => ({ ...reminder('r'), rev, data: { ...reminder('r').data, saw } });

describe('an act', () => {
  it('an act creates a record that no backend has', () => {
    const desk = new RuleSetup();
    const change = desk.send('r');
    assert.deepEqual(desk.row('r'), { id: 'r', confirmedRev: 0, current: change.records[0] });
    assert.equal(change.records[0]?.rev, 1);
    assert.ok(isUnsent(desk.row('r')!));
  });
  it('an act keeps the version that the backend has as ancestor, and only that one', () => {
    const desk = new RuleSetup();
    desk.give(reminder('r'));
    desk.rewrite('r', 'first');
    desk.rewrite('r', 'second');
    const row = desk.row('r')!;
    assert.deepEqual([row.confirmedRev, row.current.rev, row.current.data['saw']], [1, 3, 'second']);
    assert.deepEqual(row.ancestor, reminder('r'));
  });
  it('an act that is not allowed or is made on an outdated revision is refused by code', () => {
    const desk = new RuleSetup();
    desk.give(reminder('r'));
    assert.equal(desk.refusal('release', 'r', ann), 'not-yours');
    assert.equal(desk.refusal('release', 'r', sid, { rev: 0 }), 'moved');
    assert.equal(desk.refusal('rewrite', 'nowhere', ann, { rev: 1 }), 'moved');
    assert.equal(desk.refusal('send', 'r', ann, { rev: 0 }), 'moved');
  });
  it('an act does not overwrite a record that has the id of its answer', () => {
    const desk = new RuleSetup();
    desk.give(reminder('r'), reminder('other'));
    assert.equal(desk.refusal('release', 'r', sid, { answer: 'other' }), 'moved');
  });
});

describe('a version from the backend', () => {
  it('a newer version from the backend replaces the record if nothing is unsent', () => {
    assert.deepEqual(mergeRemote(undefined, version(4)), { id: 'r', confirmedRev: 4, current: version(4) });
    const row = { id: 'r', confirmedRev: 2, current: version(2) };
    assert.deepEqual(mergeRemote(row, version(3)), { id: 'r', confirmedRev: 3, current: version(3) });
    assert.equal(mergeRemote(row, version(2, 'another')), undefined);
    assert.equal(mergeRemote(row, version(1)), undefined);
  });
  it('a newer version from the backend waits while something is unsent, and only the newest waits', () => {
    const row = { id: 'r', confirmedRev: 2, current: version(3, 'mine'), ancestor: version(2) };
    assert.equal(mergeRemote(row, version(2)), undefined);
    const parked = mergeRemote(row, version(4))!;
    assert.deepEqual(parked, { ...row, pendingRemote: version(4) });
    assert.equal(mergeRemote(parked, version(3)), undefined);
    assert.deepEqual(mergeRemote(parked, version(5)), { ...row, pendingRemote: version(5) });
  });
});

describe('a stored record with a revision that no record can reach', () => {
  const beyond = maxRev + 5;
  it('the backend’s version replaces it, whatever its revision', () => {
    const row = { id: 'r', confirmedRev: beyond, current: version(beyond, 'forged') };
    assert.deepEqual(mergeRemote(row, version(2)), { id: 'r', confirmedRev: 2, current: version(2) });
  });
  it('the backend’s version waits beside an unsent change that was made on it, and a conflict ends with that version', () => {
    const desk = new RuleSetup();
    const [first, mine] = [version(beyond, 'forged'), version(beyond + 1, 'mine')];
    desk.rows.set('r', { id: 'r', confirmedRev: beyond, current: mine, ancestor: first });
    const change = { key: 'k', action: 'rewrite', by: 'ann', as: 'resident' as const, at: mine.at, community: mine.community, records: [mine] };
    desk.waiting = [{ seq: 1, change }];
    desk.give(version(2));
    assert.deepEqual(desk.row('r')?.pendingRemote, version(2));
    desk.conflict();
    assert.deepEqual(desk.row('r'), { id: 'r', confirmedRev: 2, current: version(2) });
    assert.deepEqual([desk.trouble?.reason, desk.trouble?.change, desk.trouble?.theirs], ['held', change, version(2)]);
  });
});

describe('the delivery of a change', () => {
  it('a delivery confirms its version, and the row has no ancestor when nothing is unsent', () => {
    const desk = new RuleSetup();
    desk.give(reminder('r'));
    desk.rewrite('r', 'mine');
    desk.deliver();
    assert.deepEqual(desk.row('r'), { id: 'r', confirmedRev: 2, current: version(2, 'mine') });
    assert.equal(desk.waiting.length, 0);
  });
  it('a delivered version becomes the ancestor of later unsent acts', () => {
    const desk = new RuleSetup();
    desk.give(reminder('r'));
    desk.rewrite('r', 'first');
    desk.rewrite('r', 'second');
    desk.deliver();
    assert.deepEqual(desk.row('r'), { id: 'r', confirmedRev: 2, current: version(3, 'second'), ancestor: version(2, 'first') });
  });
  it('a delivery applies a pending version from the backend if it is newer', () => {
    const desk = new RuleSetup();
    desk.give(reminder('r'));
    desk.rewrite('r', 'mine');
    desk.give(version(2, 'mine'), version(3, 'theirs, on mine'));
    desk.deliver();
    assert.deepEqual(desk.row('r'), { id: 'r', confirmedRev: 3, current: version(3, 'theirs, on mine') });
  });
  it('a delivery ignores its own change from a pull, and never goes back to an older revision', () => {
    const row = { id: 'r', confirmedRev: 3, current: version(4, 'mine'), ancestor: version(3), pendingRemote: version(4, 'mine') };
    const change = (record: RecordState['current']) => ({
      seq: 1,
      change: { key: 'k', action: 'rewrite', by: 'ann', as: 'resident' as const, at: '', community: '', records: [record] },
    });
    assert.deepEqual(delivered(change(version(4, 'mine')), new Map([['r', row]])).rows, [{ id: 'r', confirmedRev: 4, current: version(4, 'mine') }]);
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
  it('an outbox row waits for earlier rows with the same record, and others overtake', () =>
    assert.deepEqual(
      queue.filter((one) => isFirstInQueue(queue, one)).map(({ seq }) => seq),
      [1, 2],
    ));
  it('linked changes are found in order, also through records that came later', () => {
    assert.deepEqual(linkedChanges(queue, 1), [1, 3, 4]);
    assert.deepEqual(linkedChanges([...queue].reverse(), 2), [2, 5]);
    assert.deepEqual(linkedChanges(queue, 4), [4]);
    assert.deepEqual(linkedChanges(queue, 9), []);
  });
});
