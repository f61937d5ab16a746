import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import type { Status } from '../../src/records/base/types.js';
import { serve } from '../testing/http.mjs';
import { engines, Visit } from '../testing/visit.js';

const root = join(import.meta.dirname, '../..');
const where = 'Staff are in the garden.';
const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Home</title><script type="module" src="/milieu-elements.min.js"></script></head><body>
<milieu-community community="north" person="p-1" people='[{ "id": "p-2", "name": "Ana", "as": "resident" }]' help='{ "where": "${where}" }'>
<milieu-peer-feedback></milieu-peer-feedback><milieu-help></milieu-help></milieu-community></body></html>`;

/** What the page in docs says that people read, by its three lines. */
const [afterThanks = [], atTheFoot = [], afterACall = []] = [
  ...readFileSync(join(root, 'docs/nobody-listens.md'), 'utf8').matchAll(/^- (?:After|At) .*$/gm),
].map(([line]) => [...line.matchAll(/“([^”]+)”/g)].map(([, text = '']) => text));

describe('docs/nobody-listens.md', () => {
  for (const engine of engines)
    test(`people read what the page says, and nothing is said to be sent (${engine})`, async () => {
      assert.deepEqual([afterThanks.length, atTheFoot.length, afterACall.length], [3, 3, 1]);
      const server = await serve({ folder: join(root, 'dist/cdn'), pages: { '/': html } });
      after(() => server.close());
      const visit = await Visit.start({ engine });
      after(() => visit.close());
      const tab = await visit.open(`${server.url}/`);
      await tab.click('radio', 'Ana');
      await tab.type('textbox', 'What did you see?', 'You held the door');
      await tab.click('button', 'Send to Ana');
      for (const words of [...afterThanks, ...atTheFoot]) await tab.sees(words);
      await tab.click('button', 'Ask staff to come');
      for (const words of [...afterACall, where]) await tab.sees(words);
      const statusOf = (): Promise<Status | undefined> => tab.page.evaluate(() => document.querySelector('milieu-community')?.status);
      const status = await tab.until(
        async () => ((await statusOf())?.waiting === 2 ? statusOf() : undefined),
        async () => `The status is ${JSON.stringify(await statusOf())}`,
      );
      assert.deepEqual([typeof status.oldest, status.paused], ['string', false]);
      assert.doesNotMatch(await tab.text(), /can open it now|Sent\. Nobody|has seen/);
      assert.deepEqual(tab.complaints, []);
    });
});
