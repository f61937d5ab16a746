import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import type { Actor, MilieuRecord } from '../../src/model/record.js';
import { affirm, ana, change, emptyBackend, priya, remind, rootOf, sam, says } from './house.js';

type Answer = { status: number; body: { code?: string; records?: readonly MilieuRecord[] } };
const ids = (records: readonly MilieuRecord[] | undefined): string[] => (records ?? []).map(({ id }) => id);
const pulled = (backend: ReturnType<typeof emptyBackend>, actor: Actor): string[] => ids(backend.pull(actor, undefined).records);

test('an accepted change is pulled by its receiver', () => {
  const backend = emptyBackend();
  const sent = affirm(sam, ana);
  assert.equal(backend.accept(sent, sam).status, 200);
  assert.deepEqual(pulled(backend, ana), [rootOf(sent).id]);
});

test('a change of anybody but the signed-in person is answered 403, and nothing is stored', () => {
  const backend = emptyBackend();
  const sent = affirm(sam, ana);
  assert.equal(backend.accept(sent, ana).status, 403);
  assert.equal(backend.accept({ ...sent, as: 'staff' }, sam).status, 403);
  assert.equal(backend.accept(sent, { person: sam.person, as: 'staff' }).status, 403);
  assert.deepEqual(backend.all(), []);
});

test('a record in another person’s name inside one’s own change is refused', () => {
  const backend = emptyBackend();
  const sent = affirm(sam, ana);
  const forged = { ...sent, records: [{ ...rootOf(sent), by: ana.person }] };
  assert.equal(backend.accept(forged, sam).status, 422);
  assert.deepEqual(backend.all(), []);
});

test('a replayed key is always answered 200 and stores one record', () => {
  const backend = emptyBackend();
  const sent = affirm(sam, ana);
  for (let again = 0; again < 3; again += 1) assert.equal(backend.accept(sent, sam).status, 200);
  const told = backend.pull(ana, undefined).records.find(({ id }) => id === rootOf(sent).id);
  assert.ok(told);
  const thanks = change(ana, 'thank', told, { answers: [{ id: uuidv7(), kind: 'feedback-reply', data: { note: '' } }] });
  assert.equal(backend.accept(thanks, ana).status, 200);
  const late: Answer = backend.accept(sent, sam);
  assert.equal(late.status, 200, 'the key of a change that others have built on still counts');
  assert.equal(late.body.records?.[0]?.rev, 2, 'and the answer is what stands now');
  assert.equal(backend.all().length, 2);
});

test('a key that another person used does not swallow a change', () => {
  const backend = emptyBackend();
  const hers = affirm(ana, sam);
  const his = { ...affirm(sam, ana), key: hers.key };
  assert.equal(backend.accept(hers, ana).status, 200);
  assert.equal(backend.accept(his, sam).status, 200);
  assert.equal(backend.all().length, 2);
});

test('a refused key is not remembered', () => {
  const backend = emptyBackend();
  const sent = affirm(sam, ana);
  const thanks = change(ana, 'thank', rootOf(sent), { answers: [{ id: uuidv7(), kind: 'feedback-reply', data: { note: '' } }] });
  assert.equal(backend.accept(thanks, ana).status, 409, 'too early: the root is not here yet');
  assert.equal(backend.accept(sent, sam).status, 200);
  assert.equal(backend.accept(thanks, ana).status, 200);
});

test('the second of two devices with the same rev is answered 409 with the stored records', () => {
  const backend = emptyBackend();
  const sent = remind(sam, ana);
  backend.accept(sent, sam);
  const first = change(priya, 'release', rootOf(sent), says('Passed on.'));
  const second = change(priya, 'return', rootOf(sent), says('Could you say when?'));
  assert.equal(backend.accept(first, priya).status, 200);
  const answer: Answer = backend.accept(second, priya);
  assert.equal(answer.status, 409);
  assert.deepEqual(answer.body.records, [rootOf(first)], 'the record that stands, and no other');
});

test('a change is accepted whole or not at all', () => {
  const backend = emptyBackend();
  const sent = remind(sam, ana);
  backend.accept(sent, sam);
  const release = change(priya, 'release', rootOf(sent), says('Passed on.'));
  const [root, review] = release.records;
  assert.ok(root && review);
  assert.equal(backend.accept({ ...release, records: [root, { ...review, by: sam.person }] }, priya).status, 422);
  assert.equal(backend.accept({ ...release, records: [root] }, priya).status, 422, 'without the answer that the table asks for');
  assert.equal(backend.accept({ ...release, records: [root, { ...review, rev: 2 }] }, priya).status, 409);
  assert.deepEqual(backend.all(), [rootOf(sent)]);
});

test('only the author and staff pull a held reminder until it is released', () => {
  const backend = emptyBackend();
  const sent = remind(sam, ana);
  backend.accept(sent, sam);
  const { cursor } = backend.pull(ana, undefined);
  assert.deepEqual(pulled(backend, ana), []);
  assert.deepEqual(pulled(backend, { person: 'p-03', as: 'resident' }), []);
  assert.deepEqual(pulled(backend, sam), [rootOf(sent).id]);
  assert.deepEqual(pulled(backend, priya), [rootOf(sent).id]);
  backend.accept(change(priya, 'release', rootOf(sent), says('Passed on.')), priya);
  assert.deepEqual(ids(backend.pull(ana, cursor).records), [rootOf(sent).id], 'she learns of it by the cursor that she has');
});

test('nobody can act on a record that they may not read, and the answer contains nothing of it', () => {
  const backend = emptyBackend();
  const sent = remind(sam, ana);
  backend.accept(sent, sam);
  const guess = { ...change(priya, 'release', rootOf(sent), says('Passed on.')), by: ana.person, as: ana.as };
  for (const tried of [guess, { ...guess, records: [{ ...rootOf(sent), rev: 9 }] }]) {
    assert.deepEqual(backend.accept(tried, ana), { status: 422, body: { code: 'not-yours' } });
  }
});

test('invalid changes are refused: no JSON object, an unknown field, a wrong year', () => {
  const backend = emptyBackend();
  const sent = affirm(sam, ana);
  for (const body of [undefined, null, 'text', [], {}, { ...sent, extra: 1 }, { ...sent, records: [] }])
    assert.equal(backend.accept(body, sam).status, 400);
  const at = new Date(Date.now() + 400 * 86_400_000).toISOString();
  assert.equal(backend.accept({ ...sent, at, records: [{ ...rootOf(sent), at }] }, sam).status, 422);
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  assert.equal(
    backend.accept({ ...sent, at: soon, records: [{ ...rootOf(sent), at: soon }] }, sam).status,
    200,
    'a clock one hour ahead is forgiven',
  );
});

test('a cursor continues where it was, page by page; a cursor of another journal starts again', () => {
  const backend = emptyBackend();
  for (let each = 0; each < 450; each += 1) backend.accept(affirm(sam, each % 2 ? ana : priya), sam);
  const seen: string[] = [];
  let page = backend.pull(ana, undefined);
  for (; page.records.length; page = backend.pull(ana, page.cursor)) seen.push(...ids(page.records));
  assert.equal(new Set(seen).size, 225);
  assert.equal(seen.length, 225, 'each once');
  const next = affirm(sam, ana);
  backend.accept(next, sam);
  assert.deepEqual(ids(backend.pull(ana, page.cursor).records), [rootOf(next).id]);
  assert.deepEqual(emptyBackend().pull(ana, page.cursor).records, []);
  assert.equal(backend.pull(ana, 'another.400').records.length, 200);
});

test('listeners are told of accepted changes once, and of nothing else', () => {
  const backend = emptyBackend();
  const heard: string[] = [];
  const stop = backend.listen((records) => heard.push(...ids(records)));
  const sent = affirm(sam, ana);
  for (const actor of [ana, sam, sam]) backend.accept(sent, actor);
  stop();
  backend.accept(affirm(sam, ana), sam);
  assert.deepEqual(heard, [rootOf(sent).id]);
});

test('a person who may no longer read a record is told to remove it, and nobody else is told', () => {
  const backend = emptyBackend();
  const sent = affirm(sam, ana);
  assert.equal(backend.accept(sent, sam).status, 200);
  const { cursor } = backend.pull(ana, undefined);
  assert.equal(backend.accept(change(priya, 'retract', rootOf(sent), says('This was not kind.')), priya).status, 200);
  assert.deepEqual(backend.pull(ana, cursor).gone, [rootOf(sent).id]);
  assert.deepEqual(ids(backend.pull(ana, cursor).records), []);
  const stranger: Actor = { person: 'p-03', as: 'resident' };
  assert.deepEqual(backend.pull(stranger, undefined).gone, []);
  const held = remind(sam, ana);
  assert.equal(backend.accept(held, sam).status, 200);
  assert.deepEqual(backend.pull(ana, undefined).gone, [rootOf(sent).id], 'a held reminder is not even an id to its receiver');
});

test('a change that arrives before the one it needs is asked for again', () => {
  const backend = emptyBackend();
  const plan = change(
    priya,
    'plan',
    { kind: 'meeting' },
    { data: { title: 'Meeting', startsAt: '2026-12-01T10:00:00.000Z', minutes: 45, purpose: 'To meet.', chair: sam.person, agreements: [] } },
  );
  const meeting = rootOf(plan);
  const item = change(ana, 'propose', { kind: 'item' }, { data: { title: 'Cups', kind: 'request', meeting: meeting.id } }, [meeting]);
  assert.equal(backend.accept(item, ana).status, 425);
  assert.equal(backend.accept(plan, priya).status, 200);
  assert.equal(backend.accept(item, ana).status, 200);
});
