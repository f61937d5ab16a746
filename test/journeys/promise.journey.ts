import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Clock, remaining } from '../../src/model/kinds/meeting/clock.js';
import type { Tab } from '../testing/tab.js';
import { engines, type Visit } from '../testing/visit.js';
import { clickBeside, count, PortalScene, pulledBy } from './portal.js';

const cups = 'Will we get new cups?';
const garden = 'Thank Hope for the garden';
const bringCups = 'Bring the cups from the shop';
const minutesText = 'The new cups come on Friday.';

/** The seconds that the clock on the screen shows. */
async function left(tab: Tab): Promise<number> {
  const [, minutes, seconds] = /(\d+):(\d\d)\s*left for this part/.exec(await tab.text()) ?? [];
  assert.ok(minutes && seconds, `There is no clock:\n${await tab.text()}`);
  return Number(minutes) * 60 + Number(seconds);
}

for (const engine of engines) {
  describe(`from promise to promise (${engine})`, () => {
    let scene: PortalScene;
    let samsBrowser: Visit;
    let sam: Tab;
    let kit: Tab;
    let priya: Tab;
    before(async () => {
      scene = await PortalScene.open(engine);
      samsBrowser = await scene.browser();
      [sam, kit, priya] = await Promise.all([scene.signIn(samsBrowser, 'Sam Adeyo'), scene.visit('Kit Okafor'), scene.visit('Priya Nair')]);
    });
    after(async () => {
      await scene.end();
    });

    /** Other widgets on the page have a search field of this name too. */
    const chooseKit = async (label: string): Promise<void> => {
      const choice = await priya.byRole('radiogroup', label);
      await (await choice.$('input[type=search]'))?.type('kit');
      await (await choice.waitForSelector('input[value="p-04"]'))?.click();
    };

    it('an idea is stored as it was written, also with a name in it', async () => {
      for (const title of [cups, garden]) {
        const done = await count(kit);
        await kit.click('button', 'Suggest something');
        await kit.type('textbox', 'What would you like to raise?', title);
        await kit.click('button', 'Suggest it');
        assert.deepEqual(await done(), { clicks: 2, fields: 1 });
        await kit.sees(`You suggested “${title}”`);
      }
      await sam.sees(garden);
      for (const title of [cups, garden]) {
        await clickBeside(sam, title, 'Put it on the agenda');
        await kit.until(
          async () => scene.having('item', title).some(({ status }) => status === 'accepted'),
          async () => `${title} is not on the agenda`,
        );
      }
    });

    it('the meeting starts with what was promised last time', async () => {
      await sam.click('button', 'Meeting');
      await sam.sees('What we promised last time');
      await sam.click('button', 'Open the meeting');
      await sam.click('button', 'Open it now');
      await clickBeside(sam, 'Choose the first book', 'Done');
      await sam.click('button', /^Begin: /);
      await kit.click('button', 'Meeting');
      await kit.sees(/left for this part/);
      assert.equal(scene.having('promise', 'Choose the first book')[0]?.status, 'done');
    });

    it('another screen takes over the clock with the same time when the first one is gone', async () => {
      const clock = (): Clock => scene.records('meeting').find(({ status }) => status === 'running')?.data['clock'] as Clock;
      await priya.click('button', 'Meeting');
      await priya.sees('Another screen runs the clock.');
      const whole = clock().left;
      await kit.until(
        async () => (await left(kit)) <= whole - 3,
        async () => 'the clock does not run',
      );
      await sam.page.close();

      const [before, shown] = [clock(), await left(priya)];
      const began = Date.now();
      await priya.click('button', 'Run the clock here');
      await priya.seesNo('Another screen runs the clock.');
      await priya.until(
        async () => clock().holder !== before.holder,
        async () => 'the backend does not know of the take-over',
      );
      const gone = (Date.now() - began) / 1000;
      assert.ok(Math.abs(clock().left - remaining(before, Date.parse(clock().since))) < 1, 'what is left is what was left');
      for (const tab of [priya, kit]) {
        const now = await left(tab);
        assert.ok(now <= shown && now >= shown - gone - 5, `${shown} s, then after ${gone} s: ${now} s`);
      }
    });

    it('the decision and who does it are written down', async () => {
      for (let part = 0; part < 5 && !(await priya.text()).includes(`Now: ${cups}`); part += 1) {
        const title = /Next: ([^\n]+)/.exec(await priya.text())?.[1] ?? '';
        await priya.click('button', 'Next part');
        await priya.sees(`Now: ${title}`);
      }
      await priya.click('button', 'Write what we decided');
      await priya.type('textbox', 'What did we decide?', 'Priya buys twelve cups.');
      await priya.click('button', 'Add a promise');
      await priya.type('textbox', 'What', bringCups);
      await chooseKit('Who');
      await priya.click('button', 'Save the decision');
      await kit.sees('Priya buys twelve cups.');
      const [promise] = scene.having('promise', bringCups);
      assert.deepEqual([promise?.status, promise?.to], ['open', ['p-04']]);

      await priya.click('button', 'More');
      await priya.click('button', 'Close the meeting');
      await priya.sees('Before you close, read out who does what.');
      await priya.click('button', 'Close it now');
      await kit.sees('Thank you for coming');
      await kit.click('button', 'What we promised');
      await kit.sees(/You said you would.*Bring the cups from the shop/);
    });

    it('no resident sees minutes before they are checked and published', async () => {
      await priya.click('button', 'Minutes');
      await priya.type('textbox', 'Write the minutes', minutesText);
      await priya.click('button', 'Save and ask someone to check it');
      await priya.sees('A draft by you.');
      await priya.until(
        async () => scene.having('minutes', minutesText).length === 1,
        async () => 'the backend does not hold the draft',
      );
      await kit.click('button', 'Minutes');
      const unseen = async (): Promise<void> => {
        assert.ok(!(await pulledBy(kit, 'p-04')).includes(minutesText), 'not in what the backend hands out');
        assert.ok(!(await kit.text()).includes(minutesText), 'not on the screen');
      };
      await unseen();

      sam = await scene.anotherTab(samsBrowser);
      await sam.click('button', 'Minutes');
      await sam.sees(minutesText);
      await sam.click('button', 'Approve');
      await priya.sees(/Checked\. Staff can publish it now\./);
      await unseen();

      await priya.click('button', 'Publish it for everyone');
      await kit.sees(minutesText);
      assert.ok((await pulledBy(kit, 'p-04')).includes(minutesText));
    });

    it('the next meeting starts with what was promised', async () => {
      await priya.click('button', 'Plan');
      await chooseKit('Chair');
      await priya.click('button', 'Use this plan');
      await kit.sees('To run this house together.');
      await kit.click('button', 'Meeting');
      await kit.sees('What we promised last time');
      await kit.click('button', 'Open the meeting');
      await kit.click('button', 'Open it now');
      await clickBeside(kit, bringCups, 'Done');
      await priya.click('button', 'What we promised');
      await priya.sees(/Recently closed/);
      await priya.until(
        async () => scene.having('promise', bringCups)[0]?.status === 'done',
        async () => `the promise is still open, and the chair sees:\n${await kit.text()}\n${kit.complaints.join('\n')}`,
      );
      assert.deepEqual([...kit.complaints, ...priya.complaints], []);
    });
  });
}
