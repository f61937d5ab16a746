// Every tag in every kind of host page, in both engines, with the packed package: `npm run test:hosts`.
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { compile, compileModule } from 'svelte/compiler';
import { build, type Plugin, type Rolldown } from 'vite';
import { policy } from '../../scripts/content-security.mjs';
import { widgets } from '../../scripts/entries.mjs';
import { serve } from '../testing/http.mjs';
import { type InstalledPackage, installPackage } from '../testing/installed-package.js';
import { type Engine, engines, Visit } from '../testing/visit.js';
import type { Cell } from './conformance/rows.js';

/** What each host needs beside this package. */
const hosts: Readonly<Record<string, readonly string[]>> = {
  html: [],
  react: ['react', 'react-dom'],
  vue: ['vue'],
  angular: ['@angular/common', '@angular/compiler', '@angular/core', '@angular/platform-browser', 'rxjs'],
  svelte: ['svelte'],
  preact: ['preact'],
  htmx: ['htmx.org'],
};

const svelte: Plugin = {
  name: 'svelte',
  transform(code, id) {
    const options = { filename: id, generate: 'client', dev: false } as const;
    if (id.endsWith('.svelte')) return compile(code, options).js;
    return id.endsWith('.svelte.js') ? compileModule(code, options).js : undefined;
  },
};

/** The page script of a host, bundled in a folder in which the package is installed. */
async function bundle(home: string, host: string): Promise<string> {
  const entry = 'virtual:rows';
  const source = `import * as rows from './rows.ts'; import { host } from './${host}.ts'; globalThis.start = (name, tags) => void rows[name](host, tags, (run) => (globalThis.run = run));`;
  const at = join(home, 'conformance', `${host}-rows.js`);
  const made = (await build({
    configFile: false,
    root: home,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      { name: 'rows', resolveId: (id) => (id === entry ? at : undefined), load: (id) => (id === at ? source : undefined) },
      ...(host === 'svelte' ? [svelte] : []),
    ],
    build: { write: false, minify: false, modulePreload: false, rolldownOptions: { input: entry, output: { codeSplitting: false } } },
  })) as Rolldown.RolldownOutput;
  return made.output[0].code;
}

const html =
  '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Home</title><script type="module" src="/rows.js"></script></head><body></body></html>';

/** Angular compiles its templates in this page, and the others do not mind the stricter policy for scripts alone. */
const csp = policy({
  'script-src': "'self' 'unsafe-eval'",
  'style-src': "'self'",
  'connect-src': "'self'",
  'require-trusted-types-for': '',
  'trusted-types': '*',
}).replace(/require-trusted-types-for ;?/, '');

/** What the console says where a framework has turned an object into text before the tag was defined. */
const atLost = /\[object Object\]/;

interface Run {
  readonly cells: readonly Cell[];
  readonly done?: boolean;
}

/** All rows of all tags with one host, in a page of its own. */
async function runIn(engine: Engine, script: string, tags: readonly string[]): Promise<Cell[]> {
  const server = await serve({
    pages: { '/': html },
    csp,
    handle: ({ url = '' }, response) => {
      const { pathname, searchParams } = new URL(url, 'http://localhost');
      if (pathname === '/rows.js') response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script);
      else if (pathname === '/fragment') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(searchParams.get('html') ?? '');
      else return false;
      return true;
    },
  });
  const visit = await Visit.start({ engine });
  /** Runs in a page of its own. */
  const runPart = async (name: 'runRows' | 'runLateRow'): Promise<Cell[]> => {
    const tab = await visit.open(`${server.url}/`);
    await tab.page.evaluate(
      (name, tags) => (globalThis as unknown as { start(name: string, tags: readonly string[]): void }).start(name, tags),
      name,
      tags,
    );
    const look = (): Promise<Run> => tab.page.evaluate(() => (globalThis as unknown as { run: Run }).run);
    const { cells } = await tab.until(
      async () => ((await look()).done ? look() : undefined),
      async () => `The rows have not ended: ${JSON.stringify((await look()).cells.slice(-3))}\n${tab.complaints.join('\n')}`,
      240_000,
    );
    const said = tab.complaints.filter((line) => !atLost.test(line)).join('; ');
    await tab.page.close();
    return [...cells, { tag: 'the page', row: 'leaves the console empty', ...(said ? { broken: said } : {}) }];
  };
  try {
    return [...(await runPart('runRows')), ...(await runPart('runLateRow'))];
  } finally {
    await visit.close();
    await server.close();
  }
}

describe('host pages', () => {
  let installed: InstalledPackage;
  before(() => {
    installed = installPackage();
    installed.link(...new Set(Object.values(hosts).flat()));
    cpSync(join(import.meta.dirname, 'conformance'), join(installed.home, 'conformance'), { recursive: true });
  });
  after(() => installed.remove());
  const tags = widgets().map((name) => `milieu-${name}`);

  for (const host of Object.keys(hosts))
    for (const engine of engines)
      test(`${host}, ${engine}`, async (t) => {
        const cells = await runIn(engine, await bundle(installed.home, host), tags);
        for (const row of new Set(cells.map((cell) => cell.row)))
          await t.test(`${row} (${host}, ${engine})`, () => {
            const of = cells.filter((cell) => cell.row === row);
            const broken = of.flatMap((cell) => (cell.broken === undefined ? [] : [`${cell.tag}: ${cell.broken}`]));
            t.diagnostic(`${row}: ${of.length - broken.length} of ${of.length} tags`);
            assert.deepEqual(broken, []);
          });
      });
});
