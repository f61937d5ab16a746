// A bundler puts the store and some views into files of their own, because a widget is drawn before they are needed. They may be missing or hang.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build, type Rolldown } from 'vite';
import { serve } from '../testing/http.mjs';
import type { Tab } from '../testing/tab.js';
import { type Engine, engines, Visit } from '../testing/visit.js';

const root = join(import.meta.dirname, '../..');
const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Home</title>
<script>window.codes = []; document.addEventListener('milieu-error', ({ code }) => window.codes.push(code));</script>
<script type="module" src="/entry.js"></script></head><body>
<milieu-community community="north" person="p-1"><milieu-peer-feedback></milieu-peer-feedback><milieu-help></milieu-help></milieu-community></body></html>`;

/** Path to code, as a host's bundler writes it. */
async function bundled(): Promise<Map<string, string>> {
  const { output } = (await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: { input: join(root, 'dist/define/index.js'), output: { entryFileNames: 'entry.js', chunkFileNames: '[name].js' } },
    },
  })) as Rolldown.RolldownOutput;
  return new Map(output.flatMap((one) => (one.type === 'chunk' ? [[`/${one.fileName}`, one.code] as const] : [])));
}

describe('a file of the widgets', () => {
  let files: Map<string, string>;
  before(async () => (files = await bundled()));

  /** Opens the page with all files but one, which is missing, or is answered too late. */
  async function openWithout(engine: Engine, file: string, hangs = false): Promise<Tab> {
    assert.ok(files.has(file), [...files.keys()].join());
    const server = await serve({
      csp: '',
      pages: { '/': html },
      handle: ({ url = '' }, response) => {
        const code = files.get(url);
        if (url === file)
          setTimeout(() => response.writeHead(404).end(), hangs ? 24_000 : 0); // Firefox does not call a page loaded before it has an end
        else if (code !== undefined) response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(code);
        return code !== undefined;
      },
    });
    after(() => server.close());
    const visit = await Visit.start({ engine });
    after(() => visit.close());
    return visit.open(`${server.url}/`);
  }

  for (const engine of engines) {
    for (const [what, hangs] of [
      ['is missing', false],
      ['does not come', true],
    ] as const)
      test(`where that of the store ${what}, the status says so and the host is told once (${engine})`, async () => {
        const tab = await openWithout(engine, '/open.js', hangs);
        await tab.sees('we can’t save right now', 40_000);
        assert.deepEqual(await tab.page.evaluate('codes'), ['missing-file']);
        const status = await tab.page.evaluate(() => document.querySelector('milieu-community')?.status);
        assert.deepEqual([status?.store, status?.code], ['failed', 'missing-file']);
        await tab.click('button', 'Ask staff to come');
        await tab.sees('Nobody has been told');
      });

    test(`where that of a view is missing, the person can try again and the host is told (${engine})`, async () => {
      const tab = await openWithout(engine, '/copy.js');
      await tab.click('button', 'Keep a copy');
      await tab.byRole('button', 'Try again');
      assert.deepEqual(await tab.page.evaluate('codes'), ['missing-file']);
    });
  }
});
