import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Tab } from '../testing/tab.js';
import { engines, Visit } from '../testing/visit.js';
import { comeIn, leave, serveHouse, setUp, typePin } from './house-page.js';

for (const engine of engines)
  describe(`names and PINs on plain http: (${engine})`, () => {
    let server: Awaited<ReturnType<typeof serveHouse>>;
    let visit: Visit;
    let tab: Tab;
    before(async () => {
      server = await serveHouse();
      visit = await Visit.start({ engine, host: 'house.intranet' });
      tab = await visit.open(`http://house.intranet:${server.port}/`);
    });
    after(async () => {
      await visit.close();
      await server.close();
    });

    it('are set up, with the ciphers that the browser does not have there', async () => {
      assert.equal(await tab.page.evaluate(() => isSecureContext), false);
      await setUp(tab, [['Mia', '1357']]);
      await leave(tab);
    });

    it('a wrong PIN is slowed down, and the right one opens the pages', async () => {
      await tab.click('button', 'Mia');
      await typePin(tab, 'Mia', '0000');
      await tab.sees('That isn’t the PIN. Try again in');
      await tab.sees('You can try again now.');
      await typePin(tab, 'Mia', '1357');
      await tab.sees('What do you want to give?');
      assert.deepEqual(tab.complaints, []);
    });

    it('a reload asks again', async () => {
      await tab.page.reload({ waitUntil: 'load' });
      await tab.sees('Who are you?');
      await comeIn(tab, 'Mia', '1357');
      await leave(tab);
    });
  });
