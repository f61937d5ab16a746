import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Tab } from '../testing/tab.js';
import { Visit } from '../testing/visit.js';
import { comeIn, leave, serveHouse, setUp } from './house-page.js';

const minute = 60_000;
const inside = 'What do you want to give?';

describe('two tabs of one house', () => {
  let server: Awaited<ReturnType<typeof serveHouse>>;
  let visit: Visit;
  let tabs: readonly [Tab, Tab];
  before(async () => {
    server = await serveHouse('leave-after="2"');
    visit = await Visit.start({ movableTime: true });
    const first = await visit.open(`${server.url}/`);
    await setUp(first, [
      ['Mia', '1357'],
      ['Ben', ''],
    ]);
    await leave(first);
    tabs = [first, await visit.open(`${server.url}/`)];
  });
  after(async () => {
    await visit.close();
    await server.close();
  });

  /** A tab in the background takes no presses. */
  const front = async (tab: Tab): Promise<Tab> => {
    await tab.page.bringToFront();
    return tab;
  };

  it('nobody leaves a tab while they use the other one', async () => {
    for (const tab of tabs) await comeIn(await front(tab), 'Ben');
    await tabs[1].press('Shift');
    await tabs[0].pass(3 * minute);
    await tabs[0].pass(1000);
    for (const tab of tabs) assert.match(await tab.text(), /What do you want to give\?/);
  });

  it('after two minutes without a touch in either, the person has left both', async () => {
    for (const tab of tabs) await tab.pass(1.5 * minute);
    for (const tab of tabs) await tab.pass(1.5 * minute);
    for (const tab of tabs) await tab.sees('Who are you?');
    for (const tab of tabs) await tab.seesNo(inside);
  });

  it('whoever comes in at one tab ends the time of the other person in the other', async () => {
    await comeIn(await front(tabs[0]), 'Ben');
    await comeIn(await front(tabs[1]), 'Mia', '1357');
    await tabs[0].sees('Who are you?');
    assert.match(await tabs[1].text(), /What do you want to give\?/);
    await leave(tabs[1]);
  });
});
