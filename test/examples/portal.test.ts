import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { request } from 'node:http';
import { uuidv7 } from 'uuidv7';
import { startPortal } from '../../examples/portal/server.js';
import type { Change } from '../../src/model/change.js';
import type { Actor, MilieuRecord } from '../../src/model/record.js';
import { affirm, ana, change, tom, priya, remind, rootOf, sam, says } from './house.js';

type Portal = Awaited<ReturnType<typeof startPortal>>;
interface Pulled {
  readonly records: readonly MilieuRecord[];
  readonly cursor: string;
}

const data = mkdtempSync(join(tmpdir(), 'portal-'));
let portal: Portal;
before(async () => {
  portal = await startPortal({ port: 0, data: join(data, 'changes.jsonl') });
});
after(async () => {
  await portal.close();
  rmSync(data, { recursive: true, force: true });
});

const at = (path: string): string => new URL(path, portal.url).href;

/** What a browser says of a request that a page of the portal itself sends. */
const own = { 'sec-fetch-site': 'same-origin' };

async function signIn({ person }: Actor): Promise<{ cookie: string }> {
  const answer = await fetch(at('/sign-in'), { method: 'POST', headers: own, body: new URLSearchParams({ person }), redirect: 'manual' });
  const set = answer.headers.get('set-cookie') ?? '';
  assert.match(set, /HttpOnly; SameSite=Strict/);
  return { cookie: set.split(';')[0] ?? '' };
}

const json = { 'content-type': 'application/json', ...own };
const post = (headers: object, body: Change | string): Promise<Response> =>
  fetch(at('/api/milieu'), { method: 'POST', headers: { ...json, ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });

async function pull(actor: Actor): Promise<readonly MilieuRecord[]> {
  const headers = await signIn(actor);
  const records: MilieuRecord[] = [];
  for (let cursor = ''; ;) {
    const answer = (await (await fetch(at(`/api/milieu?person=${actor.person}&cursor=${cursor}`), { headers })).json()) as Pulled;
    if (!answer.records.length) return records;
    records.push(...answer.records);
    ({ cursor } = answer);
  }
}

describe('the portal', () => {
  it('every answer of the portal has the strict policy', async () => {
    for (const path of ['/', '/sign-in.html', '/portal.js', '/api/me', '/nothing']) {
      const policy = (await fetch(at(path), { redirect: 'manual' })).headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'/, path);
      assert.doesNotMatch(policy, /unsafe/, path);
    }
  });

  it('nobody gets data without signing in, and nobody gets files outside of its folders', async () => {
    for (const path of ['/api/me', '/api/milieu', '/api/backend', '/api/changes']) assert.equal((await fetch(at(path))).status, 401, path);
    assert.equal((await post({}, affirm(sam, ana))).status, 401);
    for (const path of [
      '/..%2fserver.js',
      '/%2e%2e/server.js',
      '/..%5cserver.js',
      '/widgets/..%2f..%2fpackage.json',
      '/data/changes.jsonl',
      '/%00',
      '/%',
    ]) {
      assert.equal((await fetch(at(path))).status, 404, path);
    }
  });

  it('the person comes from the server’s session: another name is answered 403 and stores nothing', async () => {
    const headers = await signIn(ana);
    const forged = affirm(sam, ana);
    assert.equal((await post(headers, forged)).status, 403);
    assert.equal((await post(headers, { ...forged, by: ana.person, as: 'staff' })).status, 403);
    assert.equal((await post(headers, forged)).status, 403);
    assert.ok(!portal.backend.all().some(({ id }) => id === rootOf(forged).id));
  });

  it('a large body is answered 413, a body that is not JSON 415, and JSON that is not a change 400', async () => {
    const headers = await signIn(sam);
    assert.equal((await post(headers, affirm(sam, ana, 'é'.repeat(200_000)))).status, 413);
    assert.equal((await post({ ...headers, 'content-type': 'text/plain' }, affirm(sam, ana))).status, 415);
    assert.equal((await post(headers, '{"key":')).status, 400);
  });

  it('a character that is split between two chunks is read correctly', async () => {
    const { cookie } = await signIn(sam);
    const sent = affirm(sam, ana, 'Café, später, 日本');
    const bytes = Buffer.from(JSON.stringify(sent));
    const cut = bytes.indexOf('é') + 1;
    const status = await new Promise((resolve, reject) => {
      const asking = request(at('/api/milieu'), { method: 'POST', headers: { ...json, cookie } }, (answer) => resolve(answer.resume().statusCode));
      asking.on('error', reject);
      asking.write(bytes.subarray(0, cut), () => setImmediate(() => asking.end(bytes.subarray(cut))));
    });
    assert.equal(status, 200);
    assert.equal(portal.backend.all().find(({ id }) => id === rootOf(sent).id)?.data['saw'], 'Café, später, 日本');
  });

  it('a held reminder is never sent to its receiver: not by pull, not by a hint, not in the panel', async () => {
    const [hers, his] = [await signIn(ana), await signIn(sam)];
    const stop = new AbortController();
    const stream = await fetch(at('/api/changes'), { headers: hers, signal: stop.signal });
    const hints = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    assert.ok(hints);
    await hints.read();

    const held = remind(sam, ana, 'Words that wait for staff.');
    assert.equal((await post(his, held)).status, 200);
    assert.ok(!(await pull(ana)).some(({ id }) => id === rootOf(held).id));
    const panel = await (await fetch(at('/api/backend'), { headers: hers })).text();
    assert.ok(panel.includes('"id"') && !panel.includes(rootOf(held).id), 'nobody learns that it exists');

    assert.equal((await post(await signIn(priya), change(priya, 'release', rootOf(held), says('Passed on.')))).status, 200);
    assert.equal((await hints.read()).value, 'event: changed\ndata: {}\n\n', 'the first hint that she gets');
    assert.ok((await pull(ana)).some(({ id }) => id === rootOf(held).id));
    stop.abort();
  });

  it('the staff whom a concern goes round get nothing of it and of its answer: no record, no hint, no line in the panel, no new cursor', async () => {
    const [his, hers, theirs] = [await signIn(sam), await signIn(priya), await signIn(tom)];
    const hints = await fetch(at('/api/changes'), { headers: hers });
    const ask = async (headers: object, { person }: Actor, cursor: string): Promise<string> =>
      (await fetch(at(`/api/milieu?person=${person}&cursor=${cursor}`), { headers: { ...headers } })).text();
    const everything = async (): Promise<readonly [string, string]> => {
      let answer = await ask(hers, priya, '');
      for (let page = JSON.parse(answer) as Pulled; page.records.length; page = JSON.parse(answer) as Pulled)
        answer = await ask(hers, priya, page.cursor);
      return [answer, await (await fetch(at('/api/backend'), { headers: hers })).text()];
    };
    const before = await everything();

    const raised = change(sam, 'raise', { kind: 'concern' }, { to: [priya.person], data: { text: 'She reads my letters.' } });
    assert.equal((await post(his, raised)).status, 200);
    const note = { id: uuidv7(), kind: 'concern-reply', data: { note: 'I will talk with you today.' } };
    const answered = change(tom, 'answer', rootOf(raised), { answers: [note] });
    assert.equal((await post(theirs, answered)).status, 200);
    assert.deepEqual(await everything(), before, 'each answer is the same, byte by byte');
    assert.deepEqual(await (await post(hers, { ...answered, by: priya.person, key: uuidv7() })).json(), { code: 'not-yours' });

    assert.ok(
      (await pull(tom)).some(({ id }) => id === rootOf(raised).id),
      'other staff read it',
    );
    assert.ok(
      (await pull(sam)).some(({ id }) => id === note.id),
      'its author reads the answer',
    );
    await fetch(at('/sign-out'), { method: 'POST', headers: { ...own, ...hers }, redirect: 'manual' });
    assert.doesNotMatch(await hints.text(), /event/, 'until she signed out she got no hint');
  });

  it('a page of one person never shows what the next signed-in person may read', async () => {
    const headers = await signIn(ana);
    assert.equal((await fetch(at(`/api/milieu?person=${sam.person}`), { headers })).status, 403);
    assert.equal((await fetch(at('/api/milieu'), { headers })).status, 403);
  });

  it('people who are kept apart are not offered to each other', async () => {
    const headers = await signIn({ person: 'p-08', as: 'resident' });
    const me = (await (await fetch(at('/api/me'), { headers })).json()) as { id: string; people: readonly { id: string }[] };
    assert.equal(me.id, 'p-08');
    assert.equal(me.people.length, 22);
    assert.ok(!me.people.some(({ id }) => id === 'p-13'));
  });

  it('a session that has ended is forgotten', async () => {
    const headers = await signIn(sam);
    await fetch(at('/sign-out'), { method: 'POST', headers: { ...own, ...headers }, redirect: 'manual' });
    assert.equal((await post(headers, affirm(sam, ana))).status, 401);
  });

  it('its stream of hints ends with the session', async () => {
    const headers = await signIn(sam);
    const other = await signIn(ana);
    const [ended, goesOn] = await Promise.all([headers, other].map((who) => fetch(at('/api/changes'), { headers: who })));
    const hints = ended?.body?.pipeThrough(new TextDecoderStream()).getReader();
    const others = goesOn?.body?.pipeThrough(new TextDecoderStream()).getReader();
    assert.ok(hints && others);
    await Promise.all([hints.read(), others.read()]);
    await fetch(at('/sign-out'), { method: 'POST', headers: { ...own, ...headers }, redirect: 'manual' });
    assert.equal((await hints.read()).done, true);
    assert.equal((await post(other, affirm(ana, sam))).status, 200);
    assert.equal((await others.read()).value, 'event: changed\ndata: {}\n\n');
    await others.cancel();
  });

  it('no other site signs anybody in or out, or sends a change', async () => {
    const headers = await signIn(sam);
    const others: readonly Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'http://elsewhere.example' },
      { origin: 'null' },
      {},
    ];
    const bodies = { '/sign-in': new URLSearchParams({ person: ana.person }), '/sign-out': null, '/api/milieu': JSON.stringify(affirm(sam, ana)) };
    for (const from of others) {
      for (const [path, body] of Object.entries(bodies)) {
        const type: Record<string, string> = path === '/api/milieu' ? { 'content-type': 'application/json' } : {};
        const answer = await fetch(at(path), { method: 'POST', headers: { ...headers, ...type, ...from }, body, redirect: 'manual' });
        assert.deepEqual([answer.status, answer.headers.get('set-cookie')], [403, null], `${path} ${JSON.stringify(from)}`);
      }
    }
    assert.equal((await post({ ...headers, 'sec-fetch-site': 'same-origin' }, affirm(sam, ana))).status, 200, 'he is still signed in');
    const { host, origin } = new URL(portal.url);
    const sent = { ...headers, 'content-type': 'application/json', host, origin };
    assert.equal((await fetch(at('/api/milieu'), { method: 'POST', headers: sent, body: JSON.stringify(affirm(sam, ana)) })).status, 200);
  });

  it('a body that never ends is ended by the server, and others are answered meanwhile', async () => {
    const impatient = await startPortal({ port: 0, data: join(data, 'impatient.jsonl'), patience: 400 });
    const headers = { ...own, 'content-length': '1000' };
    const status = await new Promise((resolve, reject) => {
      const asking = request(new URL('/sign-in', impatient.url), { method: 'POST', headers }, (answer) => resolve(answer.resume().statusCode));
      asking.on('error', reject);
      asking.write('person=', () => void fetch(new URL('/sign-ins', impatient.url)).then(({ status: other }) => assert.equal(other, 200)));
    });
    assert.equal(status, 408);
    await impatient.close();
  });

  it('the demo starts with six weeks of records and keeps them and later ones across a restart', async () => {
    const before = portal.backend.all();
    assert.ok(before.length > 400, String(before.length));
    assert.equal(new Set(before.map(({ by }) => by)).size, 24, 'each of the twenty-four has written something');
    const days = before.map(({ at: made }) => Date.parse(made));
    assert.ok(Math.max(...days) - Math.min(...days) > 40 * 86_400_000);
    await portal.close();
    portal = await startPortal({ port: 0, data: join(data, 'changes.jsonl') });
    assert.deepEqual(portal.backend.all(), before);
  });
});
