// Serves pages of examples/ and files of dist/ as a careful host would: strict policy, no MIME sniffing, nothing outside the folder.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { policy } from '../../scripts/content-security.mjs';
import { root as project } from '../../scripts/entries.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** What a request has sent as JSON. @param {import('node:http').IncomingMessage} request @returns {Promise<unknown>} */
export async function jsonOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

/** The file for the path of a URL, or undefined if it is outside the folder. */
function fileOf(folder, path) {
  const file = join(folder, normalize(decodeURIComponent(path)), path.endsWith('/') ? 'index.html' : '');
  return file.startsWith(folder + sep) ? file : undefined;
}

/**
 * @param {object} [options]
 * @param {string} [options.folder] the folder to serve; default the whole project
 * @param {string} [options.csp] the policy; `''` for none. Default the strict one with `connect-src 'self'` and `style-src 'self'`
 * @param {Record<string, string>} [options.pages] HTML by path, instead of files
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean | Promise<boolean>} [options.handle]
 *   answers a request itself and returns `true`
 * @param {number} [options.port] default 0, any free port
 * @returns {Promise<{ url: string, port: number, close(): Promise<void> }>}
 */
export async function serve({ folder = project, csp, pages = {}, handle, port = 0 } = {}) {
  const header = csp ?? policy({ 'connect-src': "'self'", 'style-src': "'self'" });
  const server = createServer(async (request, response) => {
    if (await handle?.(request, response)) return;
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    const file = fileOf(folder, pathname);
    try {
      const body = pages[pathname] ?? (await readFile(file ?? ''));
      const type = pathname in pages ? types['.html'] : (types[extname(file ?? '')] ?? 'application/octet-stream');
      response.writeHead(200, {
        'Content-Type': type,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
        ...(header ? { 'Content-Security-Policy': header } : {}),
      });
      response.end(body);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not here');
    }
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://localhost:${taken}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
