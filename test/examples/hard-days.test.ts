import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anas, hardDays, movedOut, peopleOnHardDays } from '../../examples/synthetic/hard-days.js';
import { apart, people, peopleFor } from '../../examples/synthetic/people.js';
import { sixWeeks } from '../../examples/synthetic/community.js';
import { decide, leansOn } from '../../src/model/decide.js';
import { parseChange } from '../../src/model/index.js';
import { signalsOf } from '../../src/model/kinds/feedback/fairness.js';
import { mayRead } from '../../src/model/may-read.js';
import type { MilieuRecord } from '../../src/model/record.js';

const now = Date.parse('2026-03-10T18:00:00.000Z');
const changes = hardDays({ decide, leansOn, now });
const records = [...new Map(changes.flatMap((change) => change.records).map((record) => [record.id, record])).values()];
const reminders = records.filter(({ kind, data }) => kind === 'feedback' && data['mode'] === 'remind');
const told = (record: MilieuRecord): readonly string[] => signalsOf(record, { records, now: new Date(now).toISOString() });

describe('two hard days of the invented community', () => {
  test('hold only changes that the wire takes', () => {
    for (const change of changes) assert.ok(parseChange(change), change.action);
  });

  test('three people remind one person within a day, and one of them answers in kind', () => {
    const toSam = reminders.filter(({ to }) => to.includes('p-01'));
    assert.deepEqual(
      toSam.map((record) => [record.by, told(record)]),
      [
        ['p-03', ['pile-on', 'tit-for-tat']],
        ['p-04', ['pile-on']],
        ['p-06', ['pile-on']],
      ],
    );
  });

  test('two people who must not meet are offered to nobody of the two, and nothing goes between them, in the six weeks neither', () => {
    const everything = [...records, ...sixWeeks({ decide, leansOn, now }).flatMap((change) => change.records)];
    for (const pair of apart) {
      for (const [one, other] of [pair, [...pair].reverse()] as [string, string][]) {
        for (const offered of [peopleFor(one), peopleOnHardDays(one)]) assert.ok(offered.every(({ id }) => id !== other));
        assert.ok(records.some(({ by }) => by === one), `${one} takes part`); // prettier-ignore
        const between = everything.filter(({ by, to }) => by === one && to.includes(other));
        assert.deepEqual(between, []);
      }
    }
  });

  test('somebody who moved out is offered to nobody, and what was sent to them is still there for staff', () => {
    for (const { id } of people) assert.ok(peopleOnHardDays(id).every((person) => person.id !== movedOut.id));
    const waiting = reminders.filter(({ to, status }) => to.includes(movedOut.id) && status === 'held');
    assert.equal(waiting.length, 1);
    assert.ok(
      waiting.every((record) => mayRead(record, { person: 's-01', as: 'staff' }) && !mayRead(record, { person: movedOut.id, as: 'resident' })),
    );
  });

  test('three people are called Ana, a note tells the same names apart, and each reads only her own', () => {
    assert.ok(anas.every(({ name }) => name.startsWith('Ana ')));
    const told = anas.map(({ name, note }) => `${name}, ${note}`);
    assert.equal(new Set(told).size, 3);
    assert.ok(new Set(anas.map(({ name }) => name)).size < 3, 'two of them have one name');
    for (const { id } of anas) {
      const read = records.filter((record) => record.kind === 'feedback' && mayRead(record, { person: id, as: 'resident' }));
      assert.deepEqual(read.map(({ to }) => to), [[id]]); // prettier-ignore
    }
  });
});
