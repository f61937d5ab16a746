// docs/testing.md, run as it is written: in pages of both engines, and by Playwright.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chromiumArgs, ensure } from '../../scripts/browsers.mjs';
import { bundleFile } from '../testing/bundle.js';
import { serve } from '../testing/http.mjs';
import { type InstalledPackage, installPackage } from '../testing/installed-package.js';
import { type Engine, engines, Visit } from '../testing/visit.js';

const root = join(import.meta.dirname, '../..');
const csp = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";

/** The files of the page, by name. */
const files = new Map(
  [...readFileSync(join(root, 'docs/testing.md'), 'utf8').matchAll(/^`([^`\n]+)`\n\n```\w+\n([\s\S]*?)^```$/gm)].map(([, name = '', code = '']) => [
    name,
    code,
  ]),
);

const page = (script: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Home</title><script type="module" src="/${script}"></script></head><body></body></html>`;

/** Runs the one function that a file exports, in a page of its own. */
async function runInPage(engine: Engine, code: string, name: string): Promise<void> {
  const run = `import { ${name} } from '/tests.js'; ${name}().then(() => (globalThis.ended = ''), (error) => (globalThis.ended = String(error)));`;
  const scripts: Record<string, string> = { '/tests.js': code, '/run.js': run };
  const server = await serve({
    pages: { '/': page('run.js') },
    csp,
    handle: ({ url = '' }, response) => {
      const script = scripts[url];
      if (script === undefined) return false;
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script);
      return true;
    },
  });
  const visit = await Visit.start({ engine });
  try {
    const tab = await visit.open(`${server.url}/`);
    const ended = await tab.until(
      async () =>
        (await tab.page.evaluate('typeof globalThis.ended')) === 'string'
          ? { said: (await tab.page.evaluate('globalThis.ended')) as string }
          : undefined,
      async () => `It has not ended:\n${await tab.text()}\n${tab.complaints.join('\n')}`,
      60_000,
    );
    assert.equal(ended.said, '');
  } finally {
    await visit.close();
    await server.close();
  }
}

describe('docs/testing.md', () => {
  let host: InstalledPackage;
  before(() => {
    host = installPackage();
    host.link('dom-accessibility-api', '@testing-library/dom', '@playwright/test', 'typescript');
    for (const [name, code] of files) writeFileSync(join(host.home, name), code);
  });
  after(() => host.remove());

  for (const engine of engines) {
    test(`the fake backend fails and recovers in a test of a host (${engine})`, async () =>
      runInPage(engine, await bundleFile(host.home, 'page.spec.ts'), 'sendsAThankYou'));
    test(`the finders work beside Testing Library (${engine})`, async () =>
      runInPage(engine, await bundleFile(host.home, 'page.dom.ts'), 'findsTheHeading'));
  }

  test('the files of the page have no type errors', () => {
    const compilerOptions = {
      noEmit: true,
      strict: true,
      target: 'es2022',
      module: 'esnext',
      moduleResolution: 'bundler',
      skipLibCheck: true,
      types: [],
    };
    writeFileSync(join(host.home, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [...files.keys()] }));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout, status } = spawnSync('node', [tsc], { cwd: host.home, encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  });

  test('Playwright finds roles and names in shadow roots by itself', async () => {
    const site = join(host.home, 'site');
    cpSync(join(host.folder, 'dist/cdn'), site, { recursive: true });
    const html = /^`public\/index\.html`\n\n```html\n([\s\S]*?)^```$/m.exec(readFileSync(join(root, 'docs/hosts/html.md'), 'utf8'))?.[1] ?? '';
    const script = /^`public\/page\.js`\n\n```js\n([\s\S]*?)^```$/m.exec(readFileSync(join(root, 'docs/hosts/html.md'), 'utf8'))?.[1] ?? '';
    writeFileSync(join(site, 'index.html'), html);
    writeFileSync(join(site, 'page.js'), script);
    const server = await serve({ folder: site, csp });
    after(() => server.close());
    const launch = { executablePath: ensure().chromium, args: chromiumArgs };
    writeFileSync(
      join(host.home, 'playwright.config.ts'),
      `export default { testDir: '.', testMatch: 'page.playwright.ts', reporter: 'line', use: { baseURL: '${server.url}', launchOptions: ${JSON.stringify(launch)} } };`,
    );
    const { stdout, stderr, status } = await run(join(root, 'node_modules/@playwright/test/cli.js'), host.home);
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /1 passed/);
  });
});

/** Waits without blocking, because the server is in this process. */
async function run(cli: string, cwd: string): Promise<{ stdout: string; stderr: string; status: number | null }> {
  const child = spawn('node', [cli, 'test'], { cwd });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text) => (stdout += String(text)));
  child.stderr.on('data', (text) => (stderr += String(text)));
  return new Promise((resolve) => child.on('close', (status) => resolve({ stdout, stderr, status })));
}
