import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { serve } from '../testing/http.mjs';
import { engines, Visit } from '../testing/visit.js';

const root = join(import.meta.dirname, '../..');
const example = /^### Where help is\n\n```html\n([\s\S]*?)^```$/m.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? '';
const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Home</title><script type="module" src="/milieu-elements.min.js"></script></head><body>${example}</body></html>`;

describe('the README on the two meanings of slot="help"', () => {
  for (const engine of engines)
    test(`in the community it is data, in a widget it is text (${engine})`, async () => {
      const server = await serve({ folder: join(root, 'dist/cdn'), pages: { '/': html } });
      after(() => server.close());
      const visit = await Visit.start({ engine });
      after(() => visit.close());
      const tab = await visit.open(`${server.url}/`);
      await tab.sees('The bell at the front door rings day and night.');
      assert.doesNotMatch(await tab.text(), /You can also ring|garden room|[{}]/);
      await tab.click('button', 'Ask for help');
      await tab.sees('You can also ring the bell at the front door.');
      const [call] = await tab.allByRole('button', 'Ask staff to come');
      assert.ok(call);
      await call.click();
      for (const words of ['Nobody has been told.', 'Staff are in the garden room.', 'People to call']) await tab.sees(words);
      assert.deepEqual(tab.complaints, []);
    });
});
