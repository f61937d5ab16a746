import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Tab } from '../testing/tab.js';
import { Visit } from '../testing/visit.js';
import { comeIn, leave, saw, serveHouse, setUp, typePin } from './house-page.js';

const words = 'You stayed with Lee until the call came.';
const names = /\b(Nora|Mia|Ben)\b/;

describe('two people and a nurse at one computer of a house', () => {
  let server: Awaited<ReturnType<typeof serveHouse>>;
  let visit: Visit;
  let tab: Tab;
  const profile = mkdtempSync(join(tmpdir(), 'house-'));
  before(async () => {
    server = await serveHouse();
    visit = await Visit.start({ profile });
    tab = await visit.open(`${server.url}/`);
  });
  after(async () => {
    await visit.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  });

  const textIn = async (): Promise<string> => (await tab.byRole('textbox', saw)).evaluate((field) => (field as HTMLTextAreaElement).value);
  it('the nurse sets the house up, and adds two people', async () => {
    await setUp(tab, [
      ['Mia', '1357'],
      ['Ben', ''],
    ]);
    await leave(tab);
    assert.doesNotMatch(await tab.text(), /To review/);
  });

  it('a person comes in with their PIN, writes, and leaves; the next one sees nothing of it', async () => {
    await comeIn(tab, 'Mia', '1357');
    await tab.type('textbox', saw, words);
    await leave(tab);
    assert.ok(!(await tab.text()).includes(words));
    await comeIn(tab, 'Ben');
    assert.equal(await textIn(), '');
    assert.doesNotMatch(await tab.text(), /We kept what you wrote/);
    await leave(tab);
  });

  it('a wrong PIN is slowed down, also after a reload, and asks again after it', async () => {
    await tab.click('button', 'Mia');
    for (const pin of ['0000', '1111']) {
      await typePin(tab, 'Mia', pin);
      await tab.sees('That isn’t the PIN.');
      if (pin === '0000') await tab.sees('You can try again now.');
    }
    await tab.page.reload({ waitUntil: 'load' });
    await tab.sees('Who are you?');
    await tab.click('button', 'Mia');
    await typePin(tab, 'Mia', '1357');
    await tab.sees(/Try again in|What do you want to give/);
    if (!(await tab.text()).includes('What do you want to give')) {
      await tab.sees('You can try again now.');
      await typePin(tab, 'Mia', '1357');
    }
    await tab.sees('We kept what you wrote.');
    assert.equal(await textIn(), words);
  });

  it('no name is in the page source, its address, its title, or what the page stores in clear', async () => {
    const seen = await tab.page.evaluate(async () => {
      const databases = await indexedDB.databases();
      return JSON.stringify([
        new XMLSerializer().serializeToString(document),
        document.title,
        location.href,
        { ...localStorage },
        { ...sessionStorage },
        history.state,
        databases.map(({ name }) => name),
      ]);
    });
    assert.doesNotMatch(seen, names);
    assert.deepEqual(tab.complaints, []);
  });

  it('a reload asks again, and only a PIN of staff opens the views of staff', async () => {
    await tab.page.reload({ waitUntil: 'load' });
    await tab.sees('Who are you?');
    assert.doesNotMatch(await tab.text(), /To review/);
    await comeIn(tab, 'Nora', '246810');
    await tab.sees('To review');
    await leave(tab);
  });

  it('“back” from another page does not bring back the pages of whoever was there', async () => {
    await comeIn(tab, 'Ben');
    await tab.type('textbox', saw, 'Words of Ben.');
    await tab.go(`${server.url}/other`);
    await tab.page.goBack({ waitUntil: 'load' });
    await tab.sees('Who are you?');
    assert.doesNotMatch(await tab.text(), /Words of Ben|What do you want to give/);
    await comeIn(tab, 'Ben');
    await tab.sees('We kept what you wrote.');
    assert.equal(await textIn(), 'Words of Ben.');
    await leave(tab);
  });
});
