import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { inlineScripts, policy } from '../../scripts/content-security.mjs';
import type { Change } from '../../src/model/change.js';
import { jsonOf, serve } from '../testing/http.mjs';
import type { Tab } from '../testing/tab.js';
import { engines, Visit } from '../testing/visit.js';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The page of the README, exactly as it is there. */
const snippet = /```html\n([\s\S]*?milieu-deliver[\s\S]*?)```/.exec(readme)?.[1] ?? '';
const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Home</title></head><body><h1>Home</h1>${snippet}</body></html>`;

/** How the backend fails, one after the other, before it accepts the change. */
const troubles = ['500', '401', 'sign-in page', '413', 'silence', 'dropped after storing'] as const;
const hard = 'You carried the chairs';
const easy = 'You held the door';

/** A backend that follows the rules, but first fails in every way. */
class Backend {
  readonly stored = new Map<string, string>();
  readonly effects: string[] = [];
  readonly met: string[] = [];
  readonly keys: string[] = [];

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const change = (await jsonOf(request)) as Change;
    const key = String(request.headers['idempotency-key']);
    const said = String(change.records[0]?.data['saw']);
    const trouble = said === hard ? troubles[this.met.length] : undefined;
    if (said === hard) this.keys.push(key);
    if (trouble) this.met.push(trouble);
    switch (trouble) {
      case '500':
        return void response.writeHead(500).end('down');
      case '401':
        return void response.writeHead(401).end();
      case 'sign-in page':
        return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!DOCTYPE html><title>Sign in</title>');
      case '413':
        return void response.writeHead(413).end();
      case 'silence':
        return;
      case 'dropped after storing':
        this.#take(key, said);
        return void request.socket.destroy();
      case undefined:
        this.#take(key, said);
        return void response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    }
  }

  #take(key: string, said: string): void {
    if (!this.stored.has(key)) this.effects.push(said);
    this.stored.set(key, said);
  }
}

async function write(tab: Tab, words: string): Promise<void> {
  await tab.click('radio', 'Ana');
  await tab.type('textbox', 'What did you see?', words);
  await tab.click('button', 'Send to Ana');
  await tab.sees('Saved for Ana');
}

const met = (backend: Backend, tab: Tab, trouble: (typeof troubles)[number], within = 15_000): Promise<unknown> =>
  tab.until(
    async () => backend.met.includes(trouble),
    async () => `The backend has not come to "${trouble}": ${backend.met.join()}. The page says:\n${await tab.text()}`,
    within,
  );

// The engines run in parallel, because most of the time is spent waiting 30 s for a silent backend.
describe('the one line of the README', { concurrency: true }, () => {
  for (const engine of engines)
    test(`the README’s line loses nothing, sends nothing twice and says nothing too early (${engine})`, { timeout: 240_000 }, async () => {
      assert.match(snippet, /addEventListener\('milieu-deliver', \(e\) => e\.waitUntil\(fetch\('\/api\/milieu', e\.request\)\)\)/);
      const backend = new Backend();
      const files: Record<string, string | Buffer> = {
        '/milieu-elements.min.js': readFileSync(join(root, 'dist/cdn/milieu-elements.min.js')),
      };
      const server = await serve({
        pages: { '/': html },
        // The README's second script is inline, so the policy needs its hash.
        csp: policy({ 'connect-src': "'self'", 'script-src': ["'self'", ...inlineScripts(html)].join(' ') }),
        handle: async (request: IncomingMessage, response: ServerResponse) => {
          const file = files[request.url ?? ''];
          if (file) response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(file);
          else if (request.method === 'POST' && request.url === '/api/milieu') await backend.answer(request, response);
          else return false;
          return true;
        },
      });
      after(() => server.close());
      const visit = await Visit.start({ engine });
      after(() => visit.close());
      const tab = await visit.open(`${server.url}/`);
      const isQuiet = async (): Promise<void> => assert.doesNotMatch(await tab.text(), /Sent at|can read it/);

      await write(tab, hard);
      await met(backend, tab, '500');
      await isQuiet();
      await met(backend, tab, '401');
      await tab.sees('Sign in again to send what is waiting.');
      await isQuiet();
      assert.deepEqual(backend.effects, []);

      await tab.page.evaluate(() => document.querySelector('milieu-community')?.resume());
      await met(backend, tab, 'sign-in page');
      await tab.sees('Sign in again to send what is waiting.');
      await isQuiet();
      await tab.go(`${server.url}/`);

      await met(backend, tab, '413');
      await tab.click('button', 'Sent');
      // Every widget on the page says so; any of them opens the list.
      const look = await tab.until(
        async () => (await tab.allByRole('button', 'See what could not be sent'))[0],
        () => tab.outline(),
      );
      await look.click();
      await tab.sees('The system did not accept this.');
      await tab.sees(hard);
      await isQuiet();
      await tab.click('button', 'Try again');

      await met(backend, tab, 'silence');
      await tab.click('button', 'Close');
      await tab.click('button', 'Write');
      // A silent backend holds up the change that it is silent about, and no other.
      await write(tab, easy);
      await tab.sees('Ana can open it now.');
      assert.deepEqual(backend.effects, [easy]);
      await met(backend, tab, 'dropped after storing', 50_000);
      assert.equal(backend.stored.get(backend.keys.at(-1) ?? ''), hard);

      await tab.click('button', 'Sent');
      await tab.seesNo('Not sent to anyone yet.', 20_000);
      await tab.until(
        async () => (await tab.text()).match(/Ana can read it\./g)?.length === 2,
        () => tab.text(),
      );
      assert.deepEqual([...backend.effects].sort(), [hard, easy].sort());
      const sent = new Set(backend.keys.slice(backend.met.indexOf('silence')));
      assert.equal(sent.size, 1, 'the same key from the silence to the end');
      const complaints = tab.complaints.filter((line) => !/the server responded with a status of|net::ERR|Failed to load resource/.test(line));
      assert.deepEqual(complaints, []);
    });
});
