import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decide } from '../../src/model/decide.js';
import type { Change } from '../../src/model/change.js';
import type { Actor } from '../../src/model/record.js';
import { parseRecord } from '../../src/model/record.schema.js';
import { Refused } from '../../src/model/refusals.js';
import type { Pulled } from '../../src/records/base/types.js';
import { FakeBackend } from '../../src/testing/fake-backend.js';
import { smallCommunity } from '../../src/testing/small-community.js';

const ana: Actor = { person: 'p-ana', as: 'resident' };
const sam: Actor = { person: 'p-sam', as: 'resident' };
const priya: Actor = { person: 's-priya', as: 'staff' };

/** A thank-you from Ana to Sam, as a device would send it. */
function thanks(community: string): Change {
  const [id, at] = [crypto.randomUUID(), new Date().toISOString()];
  const input = { to: ['p-sam'], data: { mode: 'affirm', saw: 'You held the door' } };
  const decided = decide('send', { kind: 'feedback', id, community, root: undefined, input, actor: ana, now: at, others: new Map() });
  if (decided instanceof Refused) throw new Error(decided.code);
  return { key: crypto.randomUUID(), action: 'send', by: ana.person, as: ana.as, at, community, records: decided.records };
}

const signal = new AbortController().signal;
const send = async (backend: FakeBackend, change: Change, actor = ana): Promise<number> => {
  const answer = await backend.transportFor(actor).send!(change, { signal, attempt: 1 });
  return answer === true ? 200 : answer.status;
};
const pull = (backend: FakeBackend, actor: Actor, cursor?: string): Promise<Pulled> => backend.transportFor(actor).pull!(cursor, { signal });

describe('the fake backend for tests of hosts', () => {
  test('stores a change once, however often its key comes', async () => {
    const backend = new FakeBackend();
    const change = thanks(backend.community);
    let told = 0;
    backend.listen(() => told++);
    assert.deepEqual([await send(backend, change), await send(backend, change)], [200, 200]);
    assert.equal(told, 1);
    assert.deepEqual([backend.changes.length, backend.sends, backend.of('feedback').length], [1, 2, 1]);
  });

  test('refuses what the model refuses, and a revision that is not the next', async () => {
    const backend = new FakeBackend();
    const change = thanks(backend.community);
    assert.equal(await send(backend, change, sam), 422, 'a change of somebody else');
    await send(backend, change);
    assert.equal(await send(backend, { ...change, key: crypto.randomUUID() }), 409);
    assert.deepEqual(
      backend.refused.map(({ code }) => code),
      ['not-yours', 'stale'],
    );
  });

  test('fails as it is told, in order, and stores a change whose answer is lost', async () => {
    const backend = new FakeBackend().fail('offline', 503, 'lost-answer');
    const change = thanks(backend.community);
    await assert.rejects(send(backend, change));
    assert.equal(await send(backend, change), 503);
    assert.equal(backend.changes.length, 0);
    await assert.rejects(send(backend, change));
    assert.equal(backend.changes.length, 1);
    assert.equal(await send(backend, change), 200);
  });

  test('does not answer in silence before the device gives up', async () => {
    const backend = new FakeBackend().fail('silence');
    const controller = new AbortController();
    const answer = backend.transportFor(ana).send!(thanks(backend.community), { signal: controller.signal, attempt: 1 });
    controller.abort();
    await assert.rejects(answer);
    assert.equal(backend.changes.length, 0);
  });

  test('gives each person only what they may read, once', async () => {
    const backend = new FakeBackend();
    backend.seed(smallCommunity(backend.community));
    const kinds = async (actor: Actor): Promise<string[]> => (await pull(backend, actor)).records.map(({ kind, by }) => `${kind} by ${by}`);
    assert.deepEqual(await kinds(ana), ['feedback by p-sam', 'feedback by p-ana', 'item by p-ana']);
    assert.ok((await kinds(priya)).includes('help by p-sam'));
    assert.ok((await kinds(priya)).includes('feedback by p-jo'), 'staff see the held reminder');
    assert.ok(!(await kinds(sam)).includes('feedback by p-jo'), 'its receiver does not, yet');
    const { cursor } = await pull(backend, ana);
    assert.deepEqual((await pull(backend, ana, String(cursor))).records, []);
  });

  test('says which records a person may no longer read', async () => {
    const backend = new FakeBackend();
    const change = thanks(backend.community);
    await send(backend, change);
    const { cursor, records } = await pull(backend, sam);
    assert.equal(records.length, 1);
    const [root] = change.records;
    const at = new Date().toISOString();
    const question = {
      kind: 'feedback',
      id: root!.id,
      community: backend.community,
      root,
      input: { answers: [{ id: crypto.randomUUID(), kind: 'feedback-review', data: { note: 'Another person was meant.' } }] },
      actor: priya,
      now: at,
      others: new Map(),
    };
    const decided = decide('retract', { ...question, answers: [] });
    if (decided instanceof Refused) throw new Error(decided.code);
    const retraction = { ...change, key: crypto.randomUUID(), action: 'retract', by: priya.person, as: priya.as, at, records: decided.records };
    assert.equal(await send(backend, retraction, priya), 200);
    const later = await pull(backend, sam, String(cursor));
    assert.deepEqual([later.records, later.gone], [[], [root!.id]]);
  });

  test('refuses what is no valid change', async () => {
    const backend = new FakeBackend();
    const change = thanks(backend.community);
    for (const wrong of [
      { ...change, key: '' },
      { ...change, records: undefined },
      { ...change, more: 1 },
    ])
      assert.equal(await send(backend, wrong as unknown as Change), 400);
    assert.equal(backend.changes.length, 0);
  });

  test('has a small community of valid records, the same each time', () => {
    const [first, second] = [smallCommunity('north', 1_790_000_000_000), smallCommunity('north', 1_790_000_000_000)];
    assert.deepEqual(first, second);
    assert.equal(first.length, 5);
    for (const record of first) assert.ok(parseRecord(record), record.kind);
  });
});
