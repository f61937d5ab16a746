import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Tab } from '../testing/tab.js';
import { DayRoom } from './day-room.js';

const saw = 'What did you see?';
const words = 'You stayed with Lee until the call came.';
const names = /\b(Nora|Mia|Ben)\b/;

describe('two people and a nurse at one computer of a house', () => {
  let room: DayRoom;
  let tab: Tab;
  before(async () => {
    room = await DayRoom.open('chromium');
    tab = room.tab;
  });
  after(() => room.end());

  const textIn = async (): Promise<string> => (await tab.byRole('textbox', saw)).evaluate((field) => (field as HTMLTextAreaElement).value);

  it('the nurse sets the house up, and adds two people', async () => {
    await room.begin('Nora', '246810');
    await tab.click('button', 'People here');
    await room.add('Mia', '1357');
    await room.add('Ben');
    await room.leave();
    assert.doesNotMatch(await tab.text(), /To review/);
  });

  it('a person comes in with their PIN, writes, and leaves; the next one sees nothing of it', async () => {
    await room.comeIn('Mia', '1357');
    await tab.type('textbox', saw, words);
    await room.leave();
    assert.ok(!(await tab.text()).includes(words));
    await room.comeIn('Ben');
    assert.equal(await textIn(), '');
    assert.doesNotMatch(await tab.text(), /We kept what you wrote/);
    await room.leave();
  });

  it('a wrong PIN is slowed down, also after a reload, and asks again after it', async () => {
    await tab.click('button', 'Mia');
    for (const pin of ['0000', '1111']) {
      await tab.type('textbox', 'Mia, your PIN', pin);
      await tab.click('button', 'Open my pages');
      await tab.sees('That isn’t the PIN.');
      if (pin === '0000') await tab.sees('You can try again now.');
    }
    await room.reload();
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
    await room.reload();
    await tab.sees('Who are you?');
    assert.doesNotMatch(await tab.text(), /To review/);
    await room.comeIn('Nora', '246810');
    await tab.sees('To review');
    await room.leave();
  });
});
