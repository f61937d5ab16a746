import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Backend } from '../../examples/portal/backend.js';
import { openBackend } from '../../examples/portal/community.js';
import { openJournal } from '../../examples/portal/journal.js';
import { affirm, ana, community, folder, rootOf, sam } from './house.js';

const open = (path: string): Backend => new Backend(openJournal(path), { community });

test('a restart keeps accepted changes, their keys and their cursors', (t) => {
  const path = join(folder(t), 'deep', 'changes.jsonl');
  const first = open(path);
  const sent = affirm(sam, ana);
  first.accept(sent, sam);
  const { cursor } = first.pull(ana, undefined);
  first.close();

  const second = open(path);
  t.after(() => second.close());
  assert.deepEqual(second.all(), sent.records);
  assert.equal(second.accept(sent, sam).status, 200);
  assert.equal(second.all().length, 1, 'the key is known');
  assert.deepEqual(second.pull(ana, cursor).records, [], 'the cursor still stands where it stood');
});

test('a last line that a crash cut off is removed, and the next change is whole', (t) => {
  const path = join(folder(t), 'changes.jsonl');
  const first = open(path);
  const kept = affirm(sam, ana);
  first.accept(kept, sam);
  first.close();
  const torn = JSON.stringify(affirm(sam, ana, 'Words cut in the middle of a letter: é')).slice(0, -20);
  appendFileSync(path, torn);

  const second = open(path);
  assert.deepEqual(second.all(), kept.records);
  const next = affirm(sam, ana);
  assert.equal(second.accept(next, sam).status, 200);
  second.close();

  const third = open(path);
  t.after(() => third.close());
  assert.deepEqual(third.all(), [rootOf(kept), rootOf(next)]);
});

test('a file whose first line was cut off is not started again without a person', (t) => {
  const path = join(folder(t), 'changes.jsonl');
  writeFileSync(path, '{"jour');
  assert.throws(() => open(path), /is no journal/);
});

test('a broken line is skipped and named; every other change is there, and nothing is removed from the file', (t) => {
  const path = join(folder(t), 'changes.jsonl');
  const first = open(path);
  const [lost, kept] = [affirm(sam, ana), affirm(sam, ana)];
  first.accept(lost, sam);
  first.accept(kept, sam);
  first.close();
  const [head, one, other] = readFileSync(path, 'utf8').split('\n');
  const damaged = [head, one?.slice(0, 40), other, '{"key":"no change"}', ''].join('\n');
  writeFileSync(path, damaged);

  const lines: number[] = [];
  const second = openBackend(path, (line) => lines.push(line));
  assert.deepEqual(lines, [2, 4]);
  assert.deepEqual(second.all(), kept.records);
  const next = affirm(sam, ana);
  assert.equal(second.accept(next, sam).status, 200);
  second.close();
  assert.equal(readFileSync(path, 'utf8'), `${damaged}${JSON.stringify(next)}\n`);
});

test('a change that cannot be stored is not accepted', (t) => {
  const journal = openJournal(join(folder(t), 'changes.jsonl'));
  t.after(() => journal.close());
  const full = () => {
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  };
  const backend = new Backend({ ...journal, append: full }, { community });
  const sent = affirm(sam, ana);
  assert.throws(() => backend.accept(sent, sam), /no space/);
  assert.deepEqual(backend.all(), []);
  assert.deepEqual(backend.pull(ana, undefined).records, []);
});

test('a new journal is written whole, and never half under its name', (t) => {
  const path = join(folder(t), 'changes.jsonl');
  open(path).close();
  assert.ok(!existsSync(`${path}.new`));
  assert.match(readFileSync(path, 'utf8'), /^\{"journal":"[0-9a-f-]{36}"\}\n$/);
});
