import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { Linter } from 'eslint';
import { inlineScripts, policy } from '../../scripts/content-security.mjs';
import { serve } from '../testing/http.mjs';
import type { Tab } from '../testing/tab.js';
import { type Engine, engines, Visit } from '../testing/visit.js';

const folder = join(import.meta.dirname, '../../dist/cdn');
const told = 'warn: milieu-elements: this browser is too old for the widgets. The page shows what is written inside their tags.';

const unsupported = (css: string): string =>
  `const { supports } = CSS; CSS.supports = (...asked) => !asked.join().includes('${css}') && supports.call(CSS, ...asked);`;

/** What browsers below the floor lack, as a script that takes it away. */
const missing: Readonly<Record<string, string>> = {
  'Chromium 124, Firefox 125 (no :state())': unsupported(':state('),
  'Safari 17.4 (no light-dark())': unsupported('light-dark('),
  'Firefox 115 (no states of ElementInternals)': `delete ElementInternals.prototype.states; ${unsupported(':state(')}`,
  'Safari 16.3 (no ElementInternals, no style sheets made by a script)':
    'delete globalThis.ElementInternals; delete CSSStyleSheet.prototype.replaceSync; delete CSSStyleSheet.prototype.replace;',
};

const pageOf = (file: string, first: string): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Home</title><script>${first}</script>
<script src="/${file}"${file.endsWith('.min.js') ? ' type="module"' : ''}></script></head><body><h1>Home</h1>
<milieu-community keep="page"><milieu-help><p>The office is open day and night.</p></milieu-help>
<milieu-coping-card card="c04">Put both feet on the floor.</milieu-coping-card></milieu-community>
<div data-milieu="coping-card" data-keep="page">Look at something green.</div></body></html>`;

async function open(engine: Engine, html: string): Promise<Tab> {
  const csp = policy({ 'script-src': ["'self'", ...inlineScripts(html)].join(' ') });
  const server = await serve({ folder, pages: { '/': html }, csp });
  after(() => server.close());
  const visit = await Visit.start({ engine });
  after(() => visit.close());
  return visit.open(`http://localhost:${server.port}/`);
}

const registered = (tab: Tab): Promise<boolean> => tab.page.evaluate(() => customElements.get('milieu-coping-card') !== undefined);

describe('below the browser floor', () => {
  for (const engine of engines) {
    for (const [browser, first] of Object.entries(missing)) {
      test(`${browser}: what a page has inside a tag stays readable, and nothing is thrown (${engine})`, async () => {
        for (const file of ['milieu-elements.classic.js', 'coping-card.min.js']) {
          const tab = await open(engine, pageOf(file, first));
          for (const words of ['The office is open day and night.', 'Put both feet on the floor.', 'Look at something green.']) await tab.sees(words);
          assert.equal(await registered(tab), false);
          assert.deepEqual(tab.complaints, [told], file);
        }
      });
    }

    test(`a browser at the floor gets the widgets, also from a div in the page (${engine})`, async () => {
      const tab = await open(engine, pageOf('milieu-elements.classic.js', 'delete Array.fromAsync;'));
      assert.equal(await registered(tab), true);
      await tab.seesNo('Look at something green.');
      assert.equal((await tab.allByRole('heading', 'Feet and furniture')).length, 1);
      assert.deepEqual(tab.complaints, []);
    });
  }

  test('every classic file is ES2022, so that old browsers can read it as far as that question', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.classic.js'));
    assert.ok(files.length > 5);
    for (const name of files) {
      const code = readFileSync(join(folder, name), 'utf8');
      const found = new Linter().verify(code, { languageOptions: { ecmaVersion: 2022, sourceType: 'script' } });
      assert.deepEqual(
        found.map(({ message, line, column }) => `${message} (${line}:${column})`),
        [],
        name,
      );
    }
  });
});
