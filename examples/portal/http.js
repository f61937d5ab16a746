// The small part of a web server that has nothing to do with milieu-elements.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};
const longest = 262_144;

/** No inline script, no inline style, nothing from elsewhere; `connect-src 'self'` is for the page's own script. */
export const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const always = { 'content-security-policy': policy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

export function json(response, status, body) {
  response.writeHead(status, { ...always, 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));
}

export function text(response, status, words) {
  response.writeHead(status, { ...always, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(words);
}

export function redirect(response, location, headers = {}) {
  response.writeHead(303, { ...always, location, ...headers }).end();
}

/** Starts a stream of server-sent events. */
export function eventStream(response) {
  response.writeHead(200, { ...always, 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write('retry: 1000\n\n');
}

/**
 * Whether a page of this server sent the request, so that no other site can act with the visitor's cookie. A browser says where a request comes from;
 * `origin` is `null` under `no-referrer`, so `sec-fetch-site` counts where it is sent.
 */
export function isSameOrigin({ headers }) {
  const site = headers['sec-fetch-site'];
  return site === undefined ? headers.origin === `http://${headers.host}` : site === 'same-origin';
}

/** The body as text, or undefined where it has more than 256 kB. The rest is read and discarded, so that the answer arrives. */
export async function bodyOf(request) {
  const pieces = [];
  let length = 0;
  for await (const piece of request) {
    length += piece.length;
    if (length <= longest) pieces.push(piece);
    if (length > 20 * longest) break;
  }
  return length <= longest ? Buffer.concat(pieces).toString('utf8') : undefined;
}

/** The value of a JSON text, or undefined if the text is not JSON. */
export function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Sends the file that `path` names in `folder`; a path outside the folder is answered 404. */
export async function sendFile(response, folder, path) {
  const name = normalize(join(folder, path));
  const content = name.startsWith(folder + sep) && !name.includes('\0') ? await contentOf(name) : undefined;
  if (!content) return text(response, 404, 'Not found');
  response
    .writeHead(200, { ...always, 'content-type': types[extname(name)] ?? 'application/octet-stream', 'cache-control': 'no-cache' })
    .end(content);
}

async function contentOf(name) {
  try {
    return await readFile(name);
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(error.code)) return undefined;
    throw error;
  }
}
