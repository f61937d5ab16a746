// The portal of an invented clinic: a page, a sign-in, and a real small backend. `npm start` builds the widgets and runs it.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { mayRead } from 'milieu-elements/model';
import { communityId, help, openBackend, peopleFor, person as personOf, signIns } from './community.js';
import { bodyOf, eventStream, isSameOrigin, json, parsed, redirect, sendFile, text } from './http.js';
import { Sessions } from './sessions.js';

export { policy } from './http.js';

const here = import.meta.dirname;
const jsonType = /^application\/json\b/i;

/**
 * @param {object} [options]
 * @param {number} [options.port] 0 means any free port
 * @param {string} [options.data] the file that stores what the backend accepted
 * @param {number} [options.patience] milliseconds in which a request must have arrived with its whole body
 * @param {(request: import('node:http').IncomingMessage) => Promise<void>} [options.before] awaited before every answer, to imitate a slow or broken network
 * @returns {Promise<{ url: string, backend: import('./backend.js').Backend, close(): Promise<void> }>}
 */
export async function startPortal({
  port = 8080,
  data = join(here, 'data', 'changes.jsonl'),
  patience = 20_000,
  before = async () => undefined,
} = {}) {
  const backend = openBackend(data, (line) =>
    process.stderr.write(`${data}: line ${line} holds no change and was skipped. It is still in the file.\n`),
  );
  const sessions = new Sessions();
  /** @type {Map<import('node:http').ServerResponse, { actor: import('./backend.js').Actor, session: string }>} */
  const streams = new Map();

  // A hint has no content, and only those who may read what changed get one. A concern must not be noticed by the staff whom it goes round.
  backend.listen((records) => {
    for (const [stream, { actor }] of streams) {
      if (records.some((record) => mayRead(record, actor))) stream.write('event: changed\ndata: {}\n\n');
    }
  });

  async function post(request, response, actor) {
    if (!jsonType.test(request.headers['content-type'] ?? '')) return json(response, 415, { code: 'not-json' });
    const body = await bodyOf(request);
    if (body === undefined) return json(response, 413, { code: 'too-large' });
    const answer = backend.accept(parsed(body), actor);
    return json(response, answer.status, answer.body);
  }

  function stream(request, response, actor) {
    eventStream(response);
    streams.set(response, { actor, session: sessions.id(request) });
    response.on('close', () => streams.delete(response));
  }

  /** Nothing goes on for a session that has ended. @returns {string} the `set-cookie` header */
  function endSession(request) {
    const ended = sessions.id(request);
    for (const [stream, { session }] of streams) {
      if (session !== ended) continue;
      streams.delete(stream);
      stream.end();
    }
    return sessions.end(request);
  }

  /** The demo's panel. Whoever may not read a record does not learn that it exists. */
  const panel = (actor) => backend.latest().filter((record) => mayRead(record, actor));

  /** Everything that needs a signed-in person. */
  function api({ pathname, searchParams }, request, response, actor) {
    switch (`${request.method} ${pathname}`) {
      case 'GET /api/me':
        return json(response, 200, { ...personOf(actor.person), community: communityId, people: peopleFor(actor.person), help });
      case 'POST /api/milieu':
        return post(request, response, actor);
      case 'GET /api/milieu':
        // A page of one person must not show what the next signed-in person may read.
        if (searchParams.get('person') !== actor.person) return json(response, 403, { code: 'not-yours' });
        return json(response, 200, backend.pull(actor, searchParams.get('cursor') ?? undefined));
      case 'GET /api/changes':
        return stream(request, response, actor);
      case 'GET /api/backend':
        return json(response, 200, { records: panel(actor) });
      default:
        return json(response, 404, { code: 'not-found' });
    }
  }

  async function signIn(request, response) {
    const who = personOf(new URLSearchParams(await bodyOf(request)).get('person') ?? '');
    if (!who) return redirect(response, '/sign-in.html');
    endSession(request);
    redirect(response, '/', { 'set-cookie': sessions.open(who.id) });
  }

  async function answer(request, response) {
    if (!URL.canParse(request.url, 'http://portal')) return text(response, 400, 'Not an address');
    const url = new URL(request.url, 'http://portal');
    await before(request);
    if (request.method === 'POST' && !isSameOrigin(request)) return json(response, 403, { code: 'other-origin' });
    if (url.pathname === '/sign-ins') return json(response, 200, signIns);
    if (url.pathname === '/sign-in' && request.method === 'POST') return signIn(request, response);
    if (url.pathname === '/sign-out' && request.method === 'POST') return redirect(response, '/sign-in.html', { 'set-cookie': endSession(request) });
    const who = personOf(sessions.person(request) ?? '');
    if (url.pathname.startsWith('/api/'))
      return who ? api(url, request, response, { person: who.id, as: who.as }) : json(response, 401, { code: 'sign-in' });
    if (url.pathname === '/') return who ? sendFile(response, join(here, 'page'), 'index.html') : redirect(response, '/sign-in.html');
    if (url.pathname.startsWith('/widgets/')) return sendFile(response, join(here, '../../dist/cdn'), url.pathname.slice('/widgets/'.length));
    return sendFile(response, join(here, 'page'), url.pathname);
  }

  const limits = { requestTimeout: patience, headersTimeout: patience, connectionsCheckingInterval: patience / 4 };
  const server = createServer(limits, (request, response) => {
    answer(request, response).catch((error) => {
      process.stderr.write(`${request.method} failed: ${error.code ?? error.name}\n`);
      if (response.headersSent) response.destroy();
      else json(response, 500, { code: 'server' });
    });
  });
  await new Promise((listening, failed) => server.once('error', failed).listen(port, '127.0.0.1', listening));
  return {
    url: `http://localhost:${server.address().port}/`,
    backend,
    async close() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
      backend.close();
    },
  };
}

if (process.argv[1] === import.meta.filename) {
  const port = Number(process.env.PORT ?? 8080);
  try {
    const { url } = await startPortal({ port });
    process.stdout.write(`The portal is open at ${url}\n`);
  } catch (error) {
    const taken = error.code === 'EADDRINUSE' && `Port ${port} is taken. Try another: PORT=8081 npm start`;
    process.stderr.write(`${taken || error.message}\n`);
    process.exitCode = 1;
  }
}
