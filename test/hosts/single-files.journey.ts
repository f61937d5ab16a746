import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { inlineScripts, policy } from '../../scripts/content-security.mjs';
import { serve } from '../testing/http.mjs';
import type { Tab } from '../testing/tab.js';
import { type Engine, engines, Visit } from '../testing/visit.js';

const folder = join(import.meta.dirname, '../../dist/cdn');
const host = 'intranet.test';
const words = 'You held the door';

const pageOf = (...scripts: string[]): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Home</title>${scripts.join('')}</head><body><h1>Home</h1>
<milieu-community community="north" person="p-1" as="resident">
<script type="application/json" slot="people">[{ "id": "p-2", "name": "Ana", "as": "resident" }]</script>
<milieu-peer-feedback></milieu-peer-feedback></milieu-community></body></html>`;

/** A script of the host that was there first, with short names of its own. */
const names = `<script>var $ = 'jQuery', _ = 'lodash', e = 1, t = 2, n = 3; window.before = new Set(Object.getOwnPropertyNames(window));</script>`;
/** As old libraries did it: a `toJSON` for lists, methods of their own, names that `for … in` meets in a list. */
const patched = `<script>
Array.prototype.toJSON = function () { return '[' + this.join() + ']'; };
Array.prototype.last = function () { return this[this.length - 1]; };
String.prototype.startsWith = function (start) { return this.indexOf(start) === 0; };
Function.prototype.bind = (function (bind) { return function () { return bind.apply(this, arguments); }; })(Function.prototype.bind);
</script>`;
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string };

const codes = `<script>window.codes = []; document.addEventListener('milieu-error', ({ code }) => window.codes.push(code));</script>`;
const script = (file: string): string => `<script src="/${file}"${file.endsWith('.min.js') ? ' type="module"' : ''}></script>`;

/** What Lit and zod themselves write into `globalThis`, and what this test adds. */
const others = [
  'litElementVersions',
  'litHtmlVersions',
  'litPropertyMetadata',
  'reactiveElementVersions',
  '__zod_globalConfig',
  'before',
  'milieuFinder',
];

interface Options {
  readonly plainHttp?: boolean;
  /** A file that is not there. */
  readonly missing?: string;
  /** A file that does not come before the widgets give up. */
  readonly silent?: string;
  /** The page, if it comes in pieces, one after the other. */
  readonly pieces?: readonly string[];
  /** More scripts, by path. */
  readonly also?: Readonly<Record<string, string>>;
}

interface Opened {
  readonly tab: Tab;
  /** Paths that the page has asked for. */
  readonly asked: readonly string[];
}

/** ms. Firefox does not call a page loaded before it has an end. */
const tooLate = 24_000;

async function sendInPieces(response: ServerResponse, pieces: readonly string[], csp: string): Promise<true> {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': csp });
  for (const piece of pieces) {
    response.write(piece);
    await new Promise((later) => setTimeout(later, 500)); // the parser has to come to the end of the piece
  }
  response.end();
  return true;
}

/** Opens a page with the single files beside it, as a host puts them on a server. */
async function open(engine: Engine, html: string, { plainHttp = false, missing = '', silent, pieces, also = {} }: Options = {}): Promise<Opened> {
  const asked: string[] = [];
  const csp = policy({ 'script-src': ["'self'", ...inlineScripts(html)].join(' '), 'trusted-types': "lit-html 'allow-duplicates'" });
  const handle = async ({ url = '' }: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    asked.push(url);
    if (url === `/${silent}`) return !!setTimeout(() => response.writeHead(404).end(), tooLate);
    if (url === '/' && pieces) return sendInPieces(response, pieces, csp);
    if (also[url] !== undefined) return !!response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(also[url]);
    if (!missing || url !== `/${missing}`) return false;
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not here');
    return true;
  };
  const server = await serve({ folder, pages: { '/': html }, csp, handle });
  after(() => server.close());
  const visit = await Visit.start({ engine, ...(plainHttp ? { host } : {}) });
  after(() => visit.close());
  return { tab: await visit.open(`http://${plainHttp ? host : 'localhost'}:${server.port}/`), asked };
}

async function write(tab: Tab): Promise<void> {
  await tab.click('radio', 'Ana');
  await tab.type('textbox', 'What did you see?', words);
  await tab.click('button', 'Send to Ana');
  await tab.sees('Saved for Ana');
}

async function isKept(tab: Tab): Promise<void> {
  await tab.go(tab.page.url());
  await tab.click('button', 'Sent');
  await tab.click('button', /^Open/);
  await tab.sees(words);
}

describe('single files', () => {
  for (const engine of engines) {
    test(`a classic script registers its tags and makes no globals (${engine})`, async () => {
      const { tab, asked } = await open(engine, pageOf(names, script('milieu-elements.classic.js')));
      await write(tab);
      await isKept(tab);
      const made = await tab.page.evaluate(() => {
        const { before } = window as unknown as { before: Set<string> };
        return Object.getOwnPropertyNames(window).filter((name) => !before.has(name));
      });
      assert.deepEqual(
        made.filter((name) => !others.includes(name)),
        [],
      );
      assert.deepEqual(await tab.page.evaluate('[$, _, e, t, n]'), ['jQuery', 'lodash', 1, 2, 3]);
      assert.deepEqual(tab.complaints, []);
      assert.ok(!asked.includes('/http-ciphers.min.js'), 'a secure page does not load the ciphers for plain http');
    });

    for (const file of ['milieu-elements.min.js', 'peer-feedback.classic.js']) {
      test(`on plain http, ${file} takes the ciphers from the file beside it (${engine})`, async () => {
        const { tab, asked } = await open(engine, pageOf(script(file)), { plainHttp: true });
        assert.equal(await tab.page.evaluate(() => isSecureContext), false);
        await tab.sees('Your connection is not secure.');
        await write(tab);
        await isKept(tab);
        assert.ok(asked.includes('/http-ciphers.min.js'));
        assert.deepEqual(tab.complaints, []);
      });
    }

    test(`a page whose script has extended and replaced methods of the language works (${engine})`, async () => {
      const { tab } = await open(engine, pageOf(patched, script('milieu-elements.min.js')));
      await write(tab);
      await isKept(tab);
      assert.deepEqual(tab.complaints, []);
    });

    test(`a script in a slot that comes in two pieces is read whole (${engine})`, async () => {
      const [first = '', rest = ''] = pageOf(codes, script('milieu-elements.classic.js')).split(/(?<="name": "A)/);
      const { tab } = await open(engine, first + rest, { pieces: [first, rest] });
      await tab.byRole('radio', 'Ana');
      assert.deepEqual(await tab.page.evaluate('codes'), []);
      assert.deepEqual(tab.complaints, []);
    });

    test(`of two versions on one page the first stays, and one line says so (${engine})`, async () => {
      const { tab } = await open(engine, pageOf(script('milieu-elements.classic.js'), '<script src="/newer.js"></script>'), {
        also: { '/newer.js': (await readFile(join(folder, 'milieu-elements.classic.js'), 'utf8')).replaceAll(`\`${version}\``, '`9.9.9`') },
      });
      await write(tab);
      await isKept(tab);
      const lines = [...new Set(tab.complaints)];
      assert.equal(lines.length, 1, lines.join('\n'));
      assert.match(lines[0] ?? '', new RegExp(`${version}.*9\\.9\\.9`));
    });

    test(`on plain http with another file in its place, or one that comes too late, the host is told the same (${engine})`, async () => {
      for (const instead of ['export const other = 1;', undefined]) {
        const { tab } = await open(engine, pageOf(codes, script('milieu-elements.min.js')), {
          plainHttp: true,
          ...(instead === undefined ? { silent: 'http-ciphers.min.js' } : { also: { '/http-ciphers.min.js': instead } }),
        });
        await tab.sees('we can’t save right now', 40_000);
        assert.deepEqual(await tab.page.evaluate('codes'), ['missing-file']);
      }
    });

    test(`on plain http without that file, the host is told and nobody types in vain (${engine})`, async () => {
      const { tab } = await open(engine, pageOf(codes, script('milieu-elements.min.js')), { plainHttp: true, missing: 'http-ciphers.min.js' });
      await tab.sees('we can’t save right now');
      await tab.click('button', 'Sent');
      await tab.sees('This isn’t set up right. Tell staff.');
      assert.deepEqual(await tab.page.evaluate('codes'), ['missing-file']);
      const status = await tab.page.evaluate(() => document.querySelector('milieu-community')?.status);
      assert.deepEqual([status?.store, status?.code], ['failed', 'missing-file']);
    });
  }

  test('integrity.json has the hash of each file', async () => {
    const hashes = JSON.parse(await readFile(join(folder, 'integrity.json'), 'utf8')) as Record<string, string>;
    for (const [file, hash] of Object.entries(hashes)) {
      const digest = await crypto.subtle.digest('SHA-384', new Uint8Array(await readFile(join(folder, file))));
      assert.equal(hash, `sha384-${Buffer.from(digest).toString('base64')}`, file);
    }
    assert.ok('milieu-elements.classic.js' in hashes && 'http-ciphers.min.js' in hashes);
  });
});
