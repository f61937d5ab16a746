import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Outcome, readAnswers } from '../../../src/records/sync/read-answer.js';

const never = new AbortController().signal;
const at = Date.parse('2027-03-01T10:00:00Z');
const read = (...promises: Promise<unknown>[]): Promise<Outcome> => readAnswers(promises, never, () => at);
const answer = (status: number, body: string | null = null, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(new Response(body, { status, headers }));
const json = (status: number, body: unknown): Promise<Response> => answer(status, JSON.stringify(body), { 'content-type': 'application/json' });
/** A response with properties that only the network can set. */
const seen = (fields: Partial<Response>, body: string | null = '{}'): Promise<Response> => {
  const response = new Response(body, { headers: { 'content-type': 'application/json' } });
  for (const [name, value] of Object.entries(fields)) Object.defineProperty(response, name, { value });
  return Promise.resolve(response);
};
const signIn = '<!doctype html><title>Sign in</title>';
const record = { id: 'r-1' };

describe('a 2xx answer', () => {
  for (const status of [200, 201, 202, 204]) {
    it(`an empty ${status} is delivered`, async () => assert.deepEqual(await read(answer(status)), { kind: 'delivered', records: [] }));
  }
  it('an empty answer is delivered, even if its type is HTML', async () =>
    assert.equal((await read(answer(200, '', { 'content-type': 'text/html' }))).kind, 'delivered'));
  it('the records of a JSON answer are read, as a list or inside an object', async () => {
    assert.deepEqual(await read(json(200, { records: [record] })), { kind: 'delivered', records: [record] });
    assert.deepEqual(await read(json(200, [record])), { kind: 'delivered', records: [record] });
    assert.deepEqual(await read(json(200, { ok: true })), { kind: 'delivered', records: [] });
    assert.deepEqual(await read(json(200, null)), { kind: 'delivered', records: [] });
    assert.deepEqual(await read(json(200, { records: 'none' })), { kind: 'delivered', records: [] });
  });
  it('an HTML page is not delivered, whatever its type', async () => {
    assert.deepEqual(await read(answer(200, signIn, { 'content-type': 'text/html; charset=utf-8' })), { kind: 'pause' });
    assert.deepEqual(await read(answer(200, signIn, { 'content-type': 'application/xhtml+xml' })), { kind: 'pause' });
    assert.deepEqual(await read(answer(200, `\n${signIn}`, { 'content-type': 'application/json' })), { kind: 'pause' });
    assert.deepEqual(await read(answer(200, signIn)), { kind: 'pause' });
  });
  it('plain text is delivered, such as the OK of a simple server', async () =>
    assert.deepEqual(await read(answer(200, 'OK', { 'content-type': 'text/plain; charset=utf-8' })), { kind: 'delivered', records: [] }));
  it('XML is delivered, but not an HTML page with an XML type', async () => {
    const xml = '<?xml version="1.0"?><stored/>';
    for (const type of ['application/xml', 'text/xml; charset=utf-8', 'application/fhir+xml'])
      assert.equal((await read(answer(200, xml, { 'content-type': type }))).kind, 'delivered', type);
    for (const body of [signIn, '<HTML lang="en">'])
      assert.deepEqual(await read(answer(200, body, { 'content-type': 'text/xml' })), { kind: 'pause' });
    assert.deepEqual(await read(answer(200, xml, { 'content-type': 'text/plain' })), { kind: 'pause' });
  });
  it('JSON is delivered even if its type is HTML', async () =>
    assert.deepEqual(await read(answer(200, '{"records":[{"id":"r-1"}]}', { 'content-type': 'text/html' })), {
      kind: 'delivered',
      records: [record],
    }));
  it('the status alone counts if the page has read the body', async () => {
    const response = await json(200, [record]);
    await response.text();
    assert.deepEqual(await read(Promise.resolve(response)), { kind: 'delivered', records: [] });
    const page = await answer(200, signIn, { 'content-type': 'text/html' });
    await page.text();
    assert.equal((await read(Promise.resolve(page))).kind, 'pause');
  });
  it('the body is left for the page to read', async () => {
    const response = await json(200, [record]);
    await read(Promise.resolve(response));
    assert.deepEqual(await response.json(), [record]);
  });
  it('the change is sent again if the connection breaks inside the body', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new TypeError('cut')) });
    assert.equal((await read(Promise.resolve(new Response(broken, { status: 200 })))).kind, 'retry');
  });
});

describe('an answer that pauses', () => {
  for (const status of [401, 403, 301, 302, 303, 307, 308])
    it(`${status} pauses`, async () => assert.deepEqual(await read(answer(status)), { kind: 'pause' }));
  it('a redirect pauses, even one that ends in JSON', async () => assert.deepEqual(await read(seen({ redirected: true })), { kind: 'pause' }));
  it('a redirect that the browser did not follow pauses', async () =>
    assert.deepEqual(await read(seen({ type: 'opaqueredirect', status: 0 }, null)), { kind: 'pause' }));
  it('an answer that cannot be read pauses, with a code', async () =>
    assert.deepEqual(await read(seen({ type: 'opaque', status: 0 }, null)), { kind: 'pause', code: 'opaque-answer' }));
});

describe('an answer that is a conflict', () => {
  for (const status of [409, 412]) {
    it(`${status} is a conflict, with the backend’s records or none`, async () => {
      assert.deepEqual(await read(json(status, { records: [record] })), { kind: 'conflict', records: [record] });
      assert.deepEqual(await read(json(status, [record])), { kind: 'conflict', records: [record] });
      assert.deepEqual(await read(answer(status)), { kind: 'conflict' });
      assert.deepEqual(await read(answer(status, 'Conflict')), { kind: 'conflict' });
      assert.deepEqual(await read(json(status, { error: 'conflict' })), { kind: 'conflict' });
    });
  }
  it('the status alone makes a conflict if the page has read the body', async () => {
    const response = await json(409, [record]);
    await response.text();
    assert.deepEqual(await read(Promise.resolve(response)), { kind: 'conflict' });
  });
});

describe('an answer that asks for a retry', () => {
  for (const status of [408, 425, 429, 500, 502, 503, 504, 511])
    it(`${status} is tried again`, async () => assert.deepEqual(await read(answer(status)), { kind: 'retry' }));
  it('an HTML page with 503 is tried again', async () =>
    assert.equal((await read(answer(503, signIn, { 'content-type': 'text/html' }))).kind, 'retry'));
  it('a network error given as a response is tried again', async () =>
    assert.deepEqual(await read(Promise.resolve(Response.error())), { kind: 'retry' }));
  it('a rejected promise is tried again and reports what was thrown', async () => {
    const thrown = new TypeError('Failed to fetch');
    assert.deepEqual(await read(Promise.reject(thrown)), { kind: 'retry', thrown });
  });
  it('a retry waits as long as the backend asks, in seconds or until a date', async () => {
    const after = async (headers: Record<string, string>): Promise<unknown> => {
      const outcome = await read(answer(429, null, headers));
      assert.equal(outcome.kind, 'retry');
      return outcome.kind === 'retry' && outcome.after;
    };
    assert.equal(await after({ 'retry-after': '7' }), 7_000);
    assert.equal(await after({ 'retry-after': '0' }), 0);
    assert.equal(await after({ 'retry-after': 'Mon, 01 Mar 2027 10:00:20 GMT' }), 20_000);
    assert.equal(await after({ 'retry-after': 'Mon, 01 Mar 2027 09:00:00 GMT' }), 0);
    assert.equal(await after({ 'retry-after': 'Mon, 01 Mar 2027 12:00:30 GMT', date: 'Mon, 01 Mar 2027 12:00:00 GMT' }), 30_000);
    assert.equal(await after({ 'retry-after': '86400' }), 300_000);
    for (const odd of ['soon', '-3', '1.5', '']) assert.equal(await after({ 'retry-after': odd }), undefined);
  });
  it('no answer in time is tried again', async () => {
    const time = new AbortController();
    const waiting = readAnswers([new Promise(() => undefined), json(200, [])], time.signal);
    time.abort();
    assert.deepEqual(await waiting, { kind: 'retry' });
  });
  it('a change that nobody takes is tried again', async () => assert.deepEqual(await read(), { kind: 'retry' }));
});

describe('an answer that rejects the change', () => {
  for (const status of [400, 404, 405, 410, 413, 422, 451]) {
    it(`${status} rejects the change, HTML page or not`, async () => {
      assert.deepEqual(await read(answer(status)), { kind: 'refused', status });
      assert.deepEqual(await read(answer(status, signIn, { 'content-type': 'text/html' })), { kind: 'refused', status });
    });
  }
});

describe('several answers to one change', () => {
  const worst: readonly [Outcome['kind'], () => Promise<unknown>][] = [
    ['pause', () => answer(401)],
    ['refused', () => answer(413)],
    ['conflict', () => json(409, [record])],
    ['retry', () => Promise.reject(new Error('offline'))],
    ['delivered', () => json(200, [record])],
  ];
  it('the gravest of several answers counts, in any order', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat(worst.length - 1), { minLength: 1, maxLength: 6 }), async (picks) => {
        const outcome = await read(...picks.map((pick) => worst[pick]![1]()));
        assert.equal(outcome.kind, worst[Math.min(...picks)]![0]);
      }),
      { seed: 7, numRuns: 200 },
    ));
  it('equal answers bring all their records, and the longest wait counts', async () => {
    const other = { id: 'r-2' };
    assert.deepEqual(await read(json(200, [record]), json(200, [other])), { kind: 'delivered', records: [record, other] });
    assert.deepEqual(await read(answer(409), json(409, [record])), { kind: 'conflict', records: [record] });
    assert.deepEqual(await read(answer(503, null, { 'retry-after': '2' }), answer(429, null, { 'retry-after': '9' }), answer(500)), {
      kind: 'retry',
      after: 9_000,
    });
  });
});
