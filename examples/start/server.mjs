// A backend to begin with, for one signed-in person. It keeps the rules of a backend, stores what it accepts in changes.jsonl, and serves a folder:
//   node server.mjs [folder]
// It needs nothing but Node. Before real people use yours: sessions, who may read what, and the table of acts; see ../portal/backend.js.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const folder = process.argv[2] ?? 'dist';
const signedIn = { person: 'p-17', as: 'resident' }; // from your own session, never from what was sent
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' };
const csp = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

const keys = new Set();
const records = new Map();
const keep = (change) => (keys.add(change.key), change.records.forEach((record) => records.set(record.id, record)));
if (existsSync('changes.jsonl')) readFileSync('changes.jsonl', 'utf8').trim().split('\n').filter(Boolean).map(JSON.parse).forEach(keep);

/** The status of the answer. A change is accepted whole or not at all, and a key that was accepted is answered 200 for ever. */
function accept(change) {
  if (change.by !== signedIn.person || change.as !== signedIn.as) return 403;
  if (keys.has(change.key)) return 200;
  if (change.records.some(({ id, rev }) => (records.get(id)?.rev ?? 0) !== rev - 1)) return 409;
  appendFileSync('changes.jsonl', `${JSON.stringify(change)}\n`);
  keep(change);
  console.log(`stored: ${change.action} ${change.records[0].kind} ${change.records[0].id}`);
  return 200;
}

async function post(request, response) {
  let text = '';
  for await (const part of request.setEncoding('utf8')) if ((text += part).length > 262_144) return response.writeHead(413).end();
  const change = JSON.parse(text);
  const status = accept(change);
  const stored = status === 403 ? [] : change.records.flatMap(({ id }) => records.get(id) ?? []);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ records: stored }));
}

function send(path, response) {
  const file = join(folder, normalize(decodeURIComponent(path)), path.endsWith('/') ? 'index.html' : '');
  const content = readFileSync(file);
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-security-policy': csp }).end(content);
}

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  try {
    if (request.method === 'POST' && pathname === '/api/milieu') await post(request, response);
    else if (pathname === '/favicon.ico') response.writeHead(204).end();
    else send(pathname, response);
  } catch {
    response.writeHead(request.method === 'POST' ? 400 : 404, { 'content-type': 'text/plain' }).end('No');
  }
});
server.listen(Number(process.env.PORT ?? 3000), 'localhost', () => console.log(`Open http://localhost:${server.address().port}/`));
