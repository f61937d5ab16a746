import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Outcome, readAnswers } from '../../../src/records/sync/read-answer.js';

const never = new AbortController().signal;
const read = (...promises: Promise<unknown>[]): Promise<Outcome> => readAnswers(promises, never, () => 0);
const resolved = (value: unknown): Promise<Outcome> => read(Promise.resolve(value));
/** Clients reject with objects of any kind; jQuery's is not an Error. */
const rejected = (thrown: unknown): Promise<Outcome> =>
  read(
    Promise.resolve().then(() => {
      throw thrown;
    }),
  );
const page = (body: string | null, type: string): Response => new Response(body, { headers: { 'content-type': type } });
const unclear = { kind: 'retry', unclear: true };
const delivered = { kind: 'delivered', records: [] };
const record = { id: 'r-1' };
const nameOf = (value: unknown): string =>
  typeof value === 'function' || typeof value === 'symbol' ? `a ${typeof value}` : (JSON.stringify(value) ?? 'undefined');
const signIn = '<!doctype html><title>Sign in</title>';

describe('an unclear answer', () => {
  const parsed: readonly unknown[] = [
    undefined,
    null,
    0,
    1,
    '',
    'OK',
    'taken',
    {},
    [],
    [record],
    { records: [record] },
    { error: 'no room' },
    { ok: true },
    { ok: false, data: {} },
    { status: 'success' },
    { status: '200' },
    { status: 200.5 },
    { status: 0 },
    { status: 99 },
    { status: 600 },
    { status: 102 },
    () => true,
    Symbol('taken'),
  ];
  for (const value of parsed) it(`a promise of ${nameOf(value)} is unclear`, async () => assert.deepEqual(await resolved(value), unclear));

  it('a success with errors, as in GraphQL, is unclear', async () => {
    assert.deepEqual(await resolved(page('{"data":null,"errors":[{"message":"no"}]}', 'application/json')), unclear);
    assert.deepEqual(await resolved({ status: 200, data: { errors: ['no'] } }), unclear);
    assert.deepEqual(await resolved({ status: 200, data: {}, errors: ['no'] }), unclear);
    assert.deepEqual(await resolved(page('{"data":{},"errors":[]}', 'application/json')), delivered);
  });
  for (const word of ['ok', 'success'] as const)
    it(`a success whose JSON or object has ${word}: false is unclear`, async () => {
      assert.deepEqual(await resolved(page(`{"${word}":false}`, 'application/json')), unclear);
      assert.deepEqual(await resolved(page(`{"${word}":false}`, 'text/plain')), unclear);
      assert.deepEqual(await resolved({ status: 200, body: { [word]: false } }), unclear);
      assert.deepEqual(await resolved({ status: 200, [word]: false }), unclear);
      assert.deepEqual(await resolved({ status: 200, [word]: true }), delivered);
      assert.equal((await resolved({ status: 200, [word]: false, body: signIn })).kind, 'pause');
    });
  it('text with the type HTML, or text of an unknown type, is unclear', async () => {
    for (const type of ['text/html', 'application/xhtml+xml', 'application/json', 'text/csv', 'application/xml', ''])
      assert.deepEqual(await resolved(page('OK', type)), unclear, type);
    assert.deepEqual(await resolved(page('1', 'text/html')), unclear);
    assert.deepEqual(await resolved(page('{"records":[', 'application/json')), unclear);
    assert.deepEqual(await resolved({ status: 200, data: 'OK' }), unclear);
  });
  it('a body that is neither text nor JSON is unclear', async () =>
    assert.deepEqual(await resolved({ status: 200, body: new Blob(['{}']) }), unclear));
  it('a rejection with a 2xx, which the client could not parse, is unclear', async () => {
    assert.deepEqual(await rejected({ status: 200, error: new SyntaxError('JSON') }), unclear);
    assert.deepEqual(await rejected({ response: { status: 200, errors: ['no'] } }), unclear);
    assert.deepEqual(await rejected(new Response('{}')), unclear);
  });
  it('an unclear answer waits as long as the backend asked', async () =>
    assert.deepEqual(await resolved(new Response('{"ok":false}', { headers: { 'content-type': 'application/json', 'retry-after': '7' } })), {
      ...unclear,
      after: 7000,
    }));
  it('an object that throws when it is read is unclear', async () => {
    const thrower = {
      status: 200,
      get body(): unknown {
        throw new Error('no');
      },
    };
    assert.deepEqual(await resolved(thrower), unclear);
  });
  it('an unclear answer is as grave as a retry, and is reported even if a retry waits longer', async () => {
    const slow = new Response(null, { status: 503, headers: { 'retry-after': '9' } });
    assert.deepEqual(await read(Promise.resolve({}), Promise.resolve(slow)), { ...unclear, after: 9000 });
    assert.deepEqual(await read(Promise.resolve(slow), Promise.resolve({})), { ...unclear, after: 9000 });
    assert.deepEqual(await read(Promise.resolve(true), Promise.resolve({})), unclear);
    assert.equal((await read(Promise.resolve({}), Promise.resolve({ status: 409 }))).kind, 'conflict');
  });
});

describe('true or false instead of an answer', () => {
  it('true is delivered', async () => assert.deepEqual(await resolved(true), delivered));
  it('false is tried again without an error', async () => assert.deepEqual(await resolved(false), { kind: 'retry' }));
});

describe('an object with a status', () => {
  it('an object is read by its status', async () => {
    const kinds = Object.fromEntries(
      await Promise.all(
        [200, 204, 301, 401, 403, 408, 409, 412, 413, 425, 429, 500, 503].map(async (status) => [status, (await resolved({ status })).kind]),
      ),
    ) as Record<number, string>;
    assert.deepEqual(kinds, {
      200: 'delivered',
      204: 'delivered',
      301: 'pause',
      401: 'pause',
      403: 'pause',
      408: 'retry',
      409: 'conflict',
      412: 'conflict',
      413: 'refused',
      425: 'retry',
      429: 'retry',
      500: 'retry',
      503: 'retry',
    });
  });
  it('the body of an object is its body, else data, else response, as text or parsed', async () => {
    const theirs = { kind: 'conflict', records: [record] };
    for (const name of ['body', 'data', 'response'])
      for (const body of [{ records: [record] }, [record], JSON.stringify([record])])
        assert.deepEqual(await resolved({ status: 409, [name]: body }), theirs);
    assert.deepEqual(await resolved({ status: 409, body: [record], data: [], response: [] }), theirs);
    assert.deepEqual(await resolved({ status: 409, data: [record], response: [] }), theirs);
    assert.deepEqual(await resolved({ status: 200, data: { records: [record] } }), { kind: 'delivered', records: [record] });
  });
  it('the headers of an object are plain, in any case of letters, or behind get()', async () => {
    const get = (name: string): string | null => (name.toLowerCase() === 'retry-after' ? '7' : null);
    for (const headers of [{ 'retry-after': '7' }, { 'Retry-After': 7 }, { 'RETRY-AFTER': ['7'] }, { get }, new Headers({ 'retry-after': '7' })])
      assert.deepEqual(await resolved({ status: 503, headers }), { kind: 'retry', after: 7000 });
    assert.deepEqual(await resolved({ status: 503, headers: null }), { kind: 'retry' });
  });
  it('an object is an HTML page by its text, or by its type if it has no body', async () => {
    const html = { 'content-type': 'text/html' };
    assert.equal((await resolved({ status: 200, data: signIn })).kind, 'pause');
    assert.equal((await resolved({ status: 200, headers: html })).kind, 'pause');
    assert.deepEqual(await resolved({ status: 200, headers: html, data: '' }), delivered);
    assert.deepEqual(await resolved({ status: 200, headers: html, body: null }), delivered);
    assert.deepEqual(await resolved({ status: 200, headers: { 'content-type': 'text/plain' }, data: 'OK' }), delivered);
  });
  it('an object pauses if it says that another server may have answered', async () => {
    assert.equal((await resolved({ status: 200, redirected: true })).kind, 'pause');
    assert.deepEqual(await resolved({ status: 200, type: 'opaque' }), { kind: 'pause', code: 'opaque-answer' });
  });
  it('a response of a polyfill is read like any other', async () => {
    const text = async (): Promise<string> => signIn;
    const polyfilled = { status: 200, headers: new Map<string, string>(), bodyUsed: false, text, clone: () => polyfilled };
    assert.equal((await resolved(polyfilled)).kind, 'pause');
  });
});

describe('a rejected promise', () => {
  it('a rejection is read from its response, else from itself', async () => {
    assert.deepEqual(await rejected({ response: { status: 413, data: 'too big' }, status: 503 }), { kind: 'refused', status: 413 });
    assert.deepEqual(await rejected({ response: new Response(null, { status: 401 }) }), { kind: 'pause' });
    assert.deepEqual(await rejected({ response: undefined, status: 413 }), { kind: 'refused', status: 413 });
    assert.deepEqual(await rejected({ response: 'no room', status: 413 }), { kind: 'refused', status: 413 });
    assert.deepEqual(await rejected(new Response(null, { status: 302 })), { kind: 'pause' });
    assert.deepEqual(await rejected({ status: 503, headers: { 'retry-after': '7' } }), { kind: 'retry', after: 7000 });
  });
  it('a rejection brings the backend’s records, also from a field of the error', async () => {
    const theirs = { kind: 'conflict', records: [record] };
    const used = new Response('[]', { status: 409 });
    await used.text();
    assert.deepEqual(await rejected({ response: { status: 409, data: { records: [record] } } }), theirs);
    assert.deepEqual(await rejected({ response: used, data: [record] }), theirs);
    assert.deepEqual(await rejected({ status: 409, error: { records: [record] } }), theirs);
    assert.deepEqual(await rejected({ status: 409, responseJSON: [record] }), theirs);
    assert.deepEqual(await rejected({ status: 409, responseText: JSON.stringify([record]) }), theirs);
  });
  it('a rejection without an answer is tried again and reports what was thrown', async () => {
    for (const thrown of [
      new TypeError('Failed to fetch'),
      new Error('offline'),
      'offline',
      undefined,
      503,
      { status: 0 },
      { response: { status: 0 } },
    ])
      assert.deepEqual(await rejected(thrown), { kind: 'retry', thrown });
  });
});
