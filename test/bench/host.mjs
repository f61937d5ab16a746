// A server for pages, and a browser to open them in.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { chromiumArgs, ensure } from '../../scripts/browsers.mjs';

const types = { html: 'text/html; charset=utf-8', js: 'text/javascript' };

/**
 * Serves texts from memory, compressed once.
 * @param {Record<string, string | Buffer>} files path, ending in `.html` or `.js`, to text
 */
export async function serve(files) {
  const answers = new Map(Object.entries(files).map(([path, text]) => [path, gzipSync(text, { level: 9 })]));
  const server = createServer(({ url }, response) => {
    const answer = answers.get(url);
    if (!answer) return response.writeHead(404).end();
    const type = types[url.slice(url.lastIndexOf('.') + 1)];
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'cache-control': 'no-store' }).end(answer);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

/** A Chromium with a new profile on the disk; closing it deletes the profile. */
export async function openBrowser() {
  const profile = mkdtempSync(join(tmpdir(), 'milieu-bench-'));
  const browser = await puppeteer.launch({ executablePath: ensure().chromium, userDataDir: profile, args: chromiumArgs, protocolTimeout: 0 });
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}
