import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { policy } from '../../scripts/content-security.mjs';
import { serve } from '../testing/http.mjs';
import type { Tab } from '../testing/tab.js';
import { Visit } from '../testing/visit.js';

const saw = 'What did you see?';
const words = 'You stayed with Lee until the call came.';
const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Day room</title>
<script type="module" src="/dist/cdn/milieu-elements.min.js"></script></head><body><h1>Day room</h1>
<milieu-community community="north-house" keep="house" as="staff" ask-who><milieu-peer-feedback></milieu-peer-feedback>
<milieu-help></milieu-help></milieu-community></body></html>`;

const names = /\b(Nora|Mia|Ben)\b/;

describe('two people and a nurse at one computer of a house', () => {
  let server: Awaited<ReturnType<typeof serve>>;
  let visit: Visit;
  let tab: Tab;
  const profile = mkdtempSync(join(tmpdir(), 'house-'));
  before(async () => {
    server = await serve({ pages: { '/': page }, csp: policy({ 'connect-src': "'self'", 'style-src': "'self'" }) });
    visit = await Visit.start({ profile });
    tab = await visit.open(`${server.url}/`);
  });
  after(async () => {
    await visit.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  });

  const textIn = async (): Promise<string> => (await tab.byRole('textbox', saw)).evaluate((field) => (field as HTMLTextAreaElement).value);
  async function comeIn(name: string, pin?: string): Promise<void> {
    await tab.click('button', name);
    if (pin) {
      await tab.type('textbox', `${name}, your PIN`, pin);
      await tab.click('button', 'Open my pages');
    }
    await tab.sees('What do you want to give?');
  }
  async function leave(): Promise<void> {
    const [done] = await tab.allByRole('button', 'I’m done');
    await done?.click();
    await tab.sees('Who are you?');
  }

  it('the nurse sets the house up, and adds two people', async () => {
    await tab.sees('Set up names');
    await tab.type('textbox', 'Your first name or initials', 'Nora');
    await tab.type('textbox', 'PIN', '246810');
    await tab.click('button', 'Add me as staff');
    await tab.click('button', 'People here');
    for (const [name, pin] of [
      ['Mia', '1357'],
      ['Ben', ''],
    ] as const) {
      await tab.type('textbox', 'First name or initials', name);
      if (pin) await tab.type('textbox', 'PIN (you can leave it empty)', pin);
      await tab.click('button', 'Add');
      await tab.byRole('button', `Change: ${name}`);
    }
    await leave();
    assert.doesNotMatch(await tab.text(), /To review/);
  });

  it('a person comes in with their PIN, writes, and leaves; the next one sees nothing of it', async () => {
    await comeIn('Mia', '1357');
    await tab.type('textbox', saw, words);
    await leave();
    assert.ok(!(await tab.text()).includes(words));
    await comeIn('Ben');
    assert.equal(await textIn(), '');
    assert.doesNotMatch(await tab.text(), /We kept what you wrote/);
    await leave();
  });

  it('a wrong PIN is slowed down, also after a reload, and asks again after it', async () => {
    await tab.click('button', 'Mia');
    for (const pin of ['0000', '1111']) {
      await tab.type('textbox', 'Mia, your PIN', pin);
      await tab.click('button', 'Open my pages');
      await tab.sees('That isn’t the PIN.');
      if (pin === '0000') await tab.sees('You can try again now.');
    }
    await tab.page.reload({ waitUntil: 'load' });
    await tab.sees('Who are you?');
    await tab.click('button', 'Mia');
    await tab.type('textbox', 'Mia, your PIN', '1357');
    await tab.click('button', 'Open my pages');
    await tab.sees(/Try again in|What do you want to give/);
    if (!(await tab.text()).includes('What do you want to give')) {
      await tab.sees('You can try again now.');
      await tab.type('textbox', 'Mia, your PIN', '1357');
      await tab.click('button', 'Open my pages');
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
    await comeIn('Nora', '246810');
    await tab.sees('To review');
    await leave();
  });
});
