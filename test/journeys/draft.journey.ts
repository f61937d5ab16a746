import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { policy } from '../../scripts/content-security.mjs';
import { serve } from '../testing/http.mjs';
import type { Tab } from '../testing/tab.js';
import { engines, Visit } from '../testing/visit.js';

const saw = 'What did you see?';
const words = 'You stayed with Lee until the call came, and you made tea for all of us after that too.';
const people = JSON.stringify([
  { id: 'p-sam', name: 'Sam', as: 'resident' },
  { id: 'p-jo', name: 'Jo', as: 'resident' },
]);
const page = (community: string): string => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Draft</title>
<script type="module" src="/dist/cdn/milieu-elements.min.js"></script></head><body><h1>Draft</h1><main id="first">
<milieu-community community="${community}" person="p-ana" as="resident" keep="person"><script type="application/json" slot="people">${people}</script>
<milieu-peer-feedback></milieu-peer-feedback></milieu-community></main><main id="second"></main></body></html>`;

/** How a page can go while somebody types in it. */
const endings: Readonly<Record<string, (tab: Tab, again: () => Promise<Tab>) => Promise<Tab>>> = {
  'the page is loaded anew': async (tab) => {
    await tab.page.reload({ waitUntil: 'load' });
    return tab;
  },
  'a script loads the page anew': async (tab) => {
    await Promise.all([tab.page.waitForNavigation(), tab.page.evaluate(() => location.reload())]);
    return tab;
  },
  'the page is left': async (tab, again) => {
    await tab.go('about:blank');
    return again();
  },
  'the tab is closed': async (tab, again) => {
    await tab.page.close();
    return again();
  },
  'the person changes': async (tab) => {
    await tab.page.evaluate(() => document.querySelector('milieu-community')?.setAttribute('person', 'p-sam'));
    await tab.until(
      async () => !(await textIn(tab)),
      () => tab.text(),
    );
    await tab.page.evaluate(() => document.querySelector('milieu-community')?.setAttribute('person', 'p-ana'));
    return tab;
  },
  'the community is moved on the page, and the page is loaded anew': async (tab) => {
    await tab.page.evaluate(() => {
      const community = document.querySelector('milieu-community');
      if (community) document.querySelector('#second')?.append(community);
    });
    assert.equal(await textIn(tab), words);
    await tab.page.reload({ waitUntil: 'load' });
    return tab;
  },
  'the widget is taken out': async (tab, again) => {
    await tab.page.evaluate(() => document.querySelector('milieu-community')?.remove());
    await tab.page.close();
    return again();
  },
};

const textIn = async (tab: Tab): Promise<string> => (await tab.byRole('textbox', saw)).evaluate((field) => (field as HTMLTextAreaElement).value);

/**
 * The time in which this page seals two other drafts, as busy as the machine is at this moment. Sealing is a promise, so the very last letter
 * cannot be sealed in a page that goes at the same instant. It is less than the 250 ms after which a draft is written without a reason, so
 * what was typed in them is there only because a page that goes writes it.
 */
const sealTwo = async (): Promise<void> => {
  const records = document.querySelector('milieu-community')?.records;
  for (let left = 2; left > 0; left--) {
    await records?.drafts.prepare('another', { value: 'Words' });
    await new Promise((resolve) => setTimeout(resolve));
  }
};

/** Without a pause in which a form could find the time to store it. */
async function type(tab: Tab): Promise<void> {
  await tab.seesNo('Opening');
  await tab.page.waitForFunction(() => document.querySelector('milieu-community')?.status.store === 'open');
  await (await tab.byRole('textbox', saw)).type(words, { delay: 15 });
  await tab.page.evaluate(sealTwo);
}

for (const engine of engines) {
  describe(`what is typed without a pause (${engine})`, () => {
    let server: Awaited<ReturnType<typeof serve>>;
    let visit: Visit;
    let count = 0;
    const profile = mkdtempSync(join(tmpdir(), 'draft-'));
    before(async () => {
      const names = Array.from({ length: 20 }, (_, at) => `c${at}`);
      server = await serve({
        pages: Object.fromEntries(names.map((name) => [`/${name}`, page(name)])),
        csp: policy({ 'connect-src': "'self'", 'style-src': "'self'" }),
      });
      visit = await Visit.start({ engine });
    });
    after(async () => {
      await visit.close();
      await server.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
    });

    for (const [name, end] of Object.entries(endings)) {
      it(`is there when ${name}`, async () => {
        const url = `${server.url}/c${count++}`;
        const open = (): Promise<Tab> => visit.open(url);
        const tab = await open();
        await type(tab);
        const next = await end(tab, open);
        await next.sees('We kept what you wrote.');
        assert.equal(await textIn(next), words);
        if (next !== tab) await next.page.close();
      });
    }

    it('is there but for its end when the browser is killed', async () => {
      const url = `${server.url}/c${count++}`;
      const first = await Visit.start({ engine, profile });
      await type(await first.open(url));
      await first.kill();
      const second = await Visit.start({ engine, profile });
      try {
        const tab = await second.open(url);
        await tab.sees('We kept what you wrote.');
        const text = await textIn(tab);
        assert.ok(text && words.startsWith(text), text);
      } finally {
        await second.close();
      }
    });
  });
}
