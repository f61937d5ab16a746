import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Change, MilieuRecord } from '../../src/index.js';
import { affirm, ana, folder, sam } from './house.js';

const program = join(import.meta.dirname, '../../examples/start/server.mjs');
const me = { person: 'p-17', as: 'resident' } as const;

interface Server {
  readonly url: string;
  readonly child: ChildProcess;
}

async function start(t: TestContext, cwd: string): Promise<Server> {
  const child = spawn('node', [program, 'public'], { cwd, env: { ...process.env, PORT: '0' } });
  t.after(() => child.kill());
  const said = await new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(String(text))));
  return { url: /http:\S+\d/.exec(said)?.[0] ?? '', child };
}

const post = async ({ url }: Server, body: Change | string): Promise<{ status: number; records?: readonly MilieuRecord[] }> => {
  const response = await fetch(`${url}/api/milieu`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
  const isJson = response.headers.get('content-type') === 'application/json';
  return { status: response.status, ...(isJson ? ((await response.json()) as { records: MilieuRecord[] }) : {}) };
};

test('the backend to begin with keeps the rules: keys, revisions, the signed-in person, and what it stored after a restart', async (t) => {
  const home = folder(t);
  const server = await start(t, home);
  const sent = affirm(me, ana);
  const [letter] = sent.records;
  assert.ok(letter);
  assert.deepEqual(await post(server, sent), { status: 200, records: [letter] });
  assert.deepEqual(await post(server, sent), { status: 200, records: [letter] }, 'a key that was accepted is answered 200 for ever');
  const other = { ...affirm(me, ana), records: [{ ...letter, data: { mode: 'affirm', saw: 'Other words' } }] };
  assert.deepEqual(await post(server, other), { status: 409, records: [letter] }, 'another change of the same revision is a conflict');
  const half = { ...affirm(me, ana), records: [...affirm(me, ana).records, ...other.records] };
  assert.equal((await post(server, half)).status, 409, 'a change is accepted whole or not at all');
  assert.equal((await post(server, affirm(sam, ana))).status, 403);
  for (const odd of ['{', 'null', '{}', JSON.stringify({ ...affirm(me, ana), records: 'none' })]) {
    const { status } = await post(server, odd);
    assert.ok(status === 400 || status === 403, `${odd} is answered ${status}`);
  }
  server.child.kill();
  const lines = readFileSync(join(home, 'changes.jsonl'), 'utf8').trim().split('\n');
  assert.deepEqual(
    lines.map((line) => JSON.parse(line) as unknown),
    [sent],
  );
  const again = await start(t, home);
  assert.deepEqual(await post(again, sent), { status: 200, records: [letter] });
  assert.equal((await post(again, affirm(me, ana))).status, 200);
});

test('the backend to begin with serves its folder and nothing beside it', async (t) => {
  const home = folder(t);
  mkdirSync(join(home, 'public'));
  writeFileSync(join(home, 'public/index.html'), '<!doctype html><title>Our house</title>');
  writeFileSync(join(home, 'secret.txt'), 'secret');
  const { url } = await start(t, home);
  const page = await fetch(`${url}/`);
  assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  assert.match(await page.text(), /Our house/);
  for (const path of ['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e%2fsecret.txt', '/%', '/nothing', '/changes.jsonl'])
    assert.equal((await fetch(url + path)).status, 404, path);
});
