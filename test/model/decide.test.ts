import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { can, decide, editsText, inputOf, leansOn, type Question, same, textOf } from '../../src/model/decide.js';
import { kinds } from '../../src/model/kinds/tables.js';
import { statusesOf } from '../../src/model/statuses.js';
import { maxRev, type MilieuRecord } from '../../src/model/record.js';
import { Refused } from '../../src/model/refusals.js';
import { Story } from './act-by-name.js';
import { actorOf, actors, community, diceOf } from './dice.js';
import { everyAct, World } from './random-walk.js';

const now = '2026-11-21T08:00:00.000Z';
const id = '0199a8c4-0000-7000-8000-000000000001';
const code = (decided: unknown): string | undefined => (decided instanceof Refused ? decided.code : undefined);
const kept: MilieuRecord = {
  ...{ id, kind: 'practice', v: 1, community, by: 'ana', to: [], visibility: 'self', at: now, status: 'kept', rev: 1 },
  data: { card: 'breathe', title: 'Slow breathing', seconds: 60 },
};
const ask: Question = { kind: 'practice', id, community, root: kept, actor: actorOf('ana'), now };

describe('decide', () => {
  it('refuses an unknown kind or action', () => {
    for (const kind of ['', 'unknown', 'constructor', '__proto__', 'toString']) assert.equal(code(decide('keep', { ...ask, kind })), 'unknown-kind');
    for (const action of ['', 'unknown', 'constructor', '__proto__', 'hasOwnProperty']) assert.equal(code(decide(action, ask)), 'unknown-action');
  });

  it('refuses a record that is not the one asked about', () => {
    assert.equal(code(decide('remove', { ...ask, root: { ...kept, kind: 'feedback' } })), 'unknown-kind');
    assert.equal(code(decide('remove', { ...ask, id: id.replace('1', '2') })), 'unknown-kind');
    assert.equal(code(decide('remove', { ...ask, community: 'south-house' })), 'other-community');
    assert.equal(code(decide('remove', ask)), undefined);
  });

  it('refuses a second record with the same id, and an act on no record', () => {
    assert.equal(code(decide('keep', ask)), 'not-now');
    assert.equal(code(decide('remove', { ...ask, root: undefined })), 'not-now');
  });

  it('refuses an act on a record that has the highest revision, and offers none', () => {
    for (const rev of [maxRev, maxRev + 1, Number.MAX_SAFE_INTEGER]) {
      const worn = { ...ask, root: { ...kept, rev } };
      assert.equal(code(decide('remove', worn)), 'not-now');
      assert.equal(can('remove', worn), false);
    }
    const last = decide('remove', { ...ask, root: { ...kept, rev: maxRev - 1 } });
    assert.equal('records' in last && last.records[0]?.rev, maxRev);
  });

  it('answers input of any shape with a change or a refusal, and never throws', () => {
    const data = fc.oneof(
      fc.anything(),
      fc.dictionary(fc.constantFrom('mode', 'saw', 'note', 'text', 'title', 'meeting', 'clock', 'votes', 'kind', 'order'), fc.anything()),
    );
    const answer = fc.record(
      { id: fc.anything(), kind: fc.constantFrom('outcome', 'promise', 'feedback-review', 'meeting-note', 'x'), to: fc.anything(), data },
      { requiredKeys: [] },
    );
    const parts = {
      to: fc.oneof(fc.anything(), fc.array(fc.constantFrom('ana', 'ben'))),
      about: fc.anything(),
      from: fc.anything(),
      data,
      moves: data,
      answers: fc.oneof(fc.anything(), fc.array(answer)),
    };
    const input = fc.oneof(fc.anything(), fc.record(parts, { requiredKeys: [] }));
    const act = fc.constantFrom(...everyAct);
    fc.assert(
      fc.property(act, input, fc.constantFrom(...actors), fc.boolean(), fc.nat(20), ([kind, action], given, actor, isNew, at) => {
        const statuses = statusesOf(kind);
        const root = isNew ? undefined : { ...kept, kind, by: 'sol', to: ['ana'], status: statuses[at % statuses.length]!, data: {} };
        const question = { kind, id, community, root, actor, now, input: given as object };
        const decided = decide(action, question);
        assert.ok(decided instanceof Refused || decided.records[0]!.rev === (root?.rev ?? 0) + 1);
        assert.ok(Array.isArray(leansOn(kind, root, given as object)));
      }),
      { numRuns: 5_000, seed: 3, includeErrorInReport: true },
    );
  });

  it('refuses a time that is not valid', () => {
    assert.equal(code(decide('remove', { ...ask, now: 'yesterday' })), 'bad-answer');
  });

  it('refuses an answer that has the id of its root or of another answer', () => {
    const story = new Story();
    const told = story.does('ana', 'feedback', 'send', undefined, { to: ['ben'], data: { mode: 'affirm', saw: 'You made tea' } });
    const reply = (answerId: string) => ({ id: answerId, kind: 'feedback-reply', data: { note: '' } });
    assert.equal(story.code('ben', 'feedback', 'thank', told, { answers: [reply(told.id)] }), 'bad-answer');
    assert.equal(story.code('ben', 'feedback', 'thank', told, { answers: [reply(id), reply(id)] }), 'bad-answer');
    assert.equal(story.code('ben', 'feedback', 'thank', told, { answers: [{ ...reply(id), kind: 'feedback-review' }] }), 'bad-answer');
    assert.equal(story.code('ben', 'feedback', 'thank', told), 'bad-answer');
  });

  it('a chair of another community’s meeting has no rights here', () => {
    const story = new Story();
    const plan = { title: 'Meeting', startsAt: now, minutes: 30, purpose: 'To talk', chair: 'ana', agreements: [] };
    const meeting = story.does('sol', 'meeting', 'plan', undefined, { data: plan });
    const item = story.does('ben', 'item', 'propose', undefined, { data: { title: 'Cups', kind: 'topic' } });
    const accept = (elsewhere: string) =>
      decide('accept', {
        ...{ kind: 'item', id: item.id, community, root: item, actor: actorOf('ana'), now, input: { moves: { meeting: meeting.id } } },
        others: new Map([[meeting.id, { ...meeting, community: elsewhere }]]),
      });
    assert.equal(code(accept('south-house')), 'not-yours');
    assert.equal(code(accept(community)), undefined);
  });

  it('does not modify its input', () => {
    const frozen = Object.freeze({ ...kept, data: Object.freeze({ ...kept.data }), to: Object.freeze([]) as unknown as string[] });
    decide('rewrite', { ...ask, root: frozen, input: Object.freeze({ data: Object.freeze({ ...kept.data, note: 'x' }) }) });
    assert.equal('note' in frozen.data, false);
  });
});

describe('can', () => {
  it('never allows an act that decide would refuse', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const world = World.ofSome(diceOf(seed));
        for (let step = 0; step < 40; step += 1) {
          const act = world.step();
          if (!act || act instanceof Refused) continue;
          const { kind, action, before, after, actor, others, input } = act;
          assert.ok(can(action, { kind, id: after.id, community, root: before, actor, others, input }));
          world.keep(act);
          for (const [otherKind, other] of everyAct.filter(([name]) => name === kind))
            for (const person of actors)
              if (!can(other, { kind: otherKind, id: after.id, community, root: after, actor: person, others })) {
                const refused = decide(other, { kind: otherKind, id: after.id, community, root: after, actor: person, others, now });
                assert.ok(['not-now', 'not-yours', 'other-eyes'].includes(code(refused) ?? ''), `${other} by ${person.person}`);
              }
        }
      }),
      { numRuns: 100, seed: 5, includeErrorInReport: true },
    );
  });

  it('says no to unknown kinds and actions', () => {
    assert.equal(can('remove', { ...ask, kind: '__proto__' }), false);
    assert.equal(can('constructor', ask), false);
  });
});

describe('the text of a record', () => {
  it('is the data without the fields that acts move', () => {
    const item = { ...kept, kind: 'item', data: { title: 'Cups', kind: 'topic', order: 1, meeting: id, minutes: 5 } };
    assert.deepEqual(textOf(item), { title: 'Cups', kind: 'topic' });
    assert.deepEqual(textOf({ ...kept, kind: '__proto__' }), kept.data);
  });

  it('only a rewrite replaces the text', () => {
    const edits = everyAct.filter(([kind, action]) => editsText(kind, action));
    assert.deepEqual(
      edits.map(([, action]) => action),
      edits.map(() => 'rewrite'),
    );
    assert.equal(editsText('nothing', 'rewrite'), false);
    assert.equal(editsText('practice', 'toString'), false);
  });

  it('text is equal in whatever order its fields are', () => {
    assert.ok(same({ a: 1, b: [{ c: 2 }] }, { b: [{ c: 2 }], a: 1, d: undefined }));
    for (const [one, other] of [
      [{ a: 1 }, { a: 2 }],
      [
        [1, 2],
        [2, 1],
      ],
      [{}, []],
      [null, {}],
      [1, '1'],
      [{ a: {} }, {}],
    ])
      assert.ok(!same(one, other));
  });

  it('the text can be read from a change', () => {
    assert.deepEqual(inputOf({ key: id, action: 'keep', by: 'ana', as: 'resident', at: now, community, records: [] }), {});
    assert.ok(kinds['practice']);
  });
});
