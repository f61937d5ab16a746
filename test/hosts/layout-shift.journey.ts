import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { serve } from '../testing/http.mjs';
import type { Tab } from '../testing/tab.js';
import { Visit } from '../testing/visit.js';

const root = join(import.meta.dirname, '../..');
const [, css = ''] = /## Before the script has loaded\n[\s\S]*?```css\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
const widgets = ['peer-feedback', 'responsibility-ladder', 'coping-card', 'coping-deck', 'meeting-agenda', 'help', 'today'];
const people = '<script type="application/json" slot="people">[{"id":"p-02","name":"Ana","as":"resident"}]</script>';
const text = '<p>The text of the host page, which stands still while it loads.</p>';
const page = (name: string, style: string): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host</title><style>${style}</style></head>
  <body><h1>Host page</h1>${text}<milieu-community community="north-house" person="p-17" keep="page">${people}<milieu-${name}></milieu-${name}></milieu-community>
  ${text.repeat(4)}<script type="module" src="/${name}.js"></script></body></html>`;

/** The sum of all layout shifts of the page, once its widget has opened its store and nothing has moved for half a second. */
const shiftOf = ({ page: tab }: Tab): Promise<number> =>
  tab.evaluate(async () => {
    let [sum, last] = [0, performance.now()];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { readonly value: number })[]) {
        sum += entry.value;
        last = performance.now();
      }
    }).observe({ type: 'layout-shift', buffered: true });
    let since = 0;
    while (!since || performance.now() - Math.max(since, last) < 500) {
      await new Promise(requestAnimationFrame);
      if (!since && document.querySelector('milieu-community')?.status?.store === 'memory') since = performance.now();
    }
    return sum;
  });

describe('the line of the README that gives a tag room before its script has loaded', { concurrency: 1 }, () => {
  let server: Awaited<ReturnType<typeof serve>>;
  before(async () => {
    server = await serve({
      csp: '',
      pages: Object.fromEntries(
        widgets.flatMap((name) => [
          [`/${name}`, page(name, css)],
          [`/${name}-without`, page(name, '')],
        ]),
      ),
      handle: async ({ url = '' }, response) => {
        if (!url.endsWith('.js')) return false;
        await new Promise((later) => setTimeout(later, 200)); // the page is painted before its script
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(join(root, `dist/cdn${url.replace('.js', '.min.js')}`)));
        return true;
      },
    });
  });
  after(() => server.close());

  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ] as const)
    test(`a page ${width} px wide moves by 0.01 at most when a widget comes, and by more without the line`, { timeout: 120_000 }, async () => {
      assert.match(css, /:not\(:defined\)/);
      const visit = await Visit.start({ width, height });
      try {
        for (const name of widgets) {
          const tab = await visit.open(`${server.url}/${name}`);
          const shift = await shiftOf(tab);
          assert.ok(shift <= 0.01, `${name}: ${shift}`);
          await tab.page.close();
        }
        assert.ok((await shiftOf(await visit.open(`${server.url}/peer-feedback-without`))) > 0.01);
      } finally {
        await visit.close();
      }
    });
});
