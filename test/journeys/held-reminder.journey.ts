import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Tab } from '../testing/tab.js';
import { engines, type Visit } from '../testing/visit.js';
import { everything, listen } from './heard.js';
import { filesWith } from './read-profile.js';
import { clickBeside, count, PortalScene } from './portal.js';

const words = 'The radio was on until midnight.';

for (const engine of engines) {
  describe(`one community at the portal (${engine})`, () => {
    let scene: PortalScene;
    let profile: string;
    let anasBrowser: Visit;
    let sam: Tab;
    let ana: Tab;
    let priya: Tab;
    before(async () => {
      scene = await PortalScene.open(engine);
      profile = scene.profile();
      anasBrowser = await scene.browser({ profile });
      [ana, sam, priya] = await Promise.all([scene.signIn(anasBrowser, 'Ana Lindqvist'), scene.visit('Sam Adeyo'), scene.visit('Priya Nair')]);
    });
    after(async () => {
      await scene.end();
    });

    it('a held reminder reaches its receiver nowhere: not on the screen, the network or the disk', async () => {
      await ana.click('button', /^For you/);
      const heard = listen(ana);
      await sam.click('button', 'Write');
      await sam.click('radio', /^A reminder/);
      await sam.click('radio', 'Ana Lindqvist');
      await sam.type('textbox', 'What did you see?', words);
      await sam.type('textbox', 'What would help next time?', 'Headphones after ten.');
      await sam.type('textbox', 'A strength you see in Ana Lindqvist', 'You think of others.');
      await sam.click('button', /^Send/);
      await sam.sees(/Sent at \d/);
      const [reminder] = scene.having('feedback', words);
      assert.equal(reminder?.status, 'held');

      await priya.click('button', 'To review (2)');
      await priya.sees('Sam Adeyo to Ana Lindqvist');
      await ana.page.evaluate(() => document.querySelector('milieu-community')?.records?.pull());
      for (const secret of [words, reminder.id]) {
        assert.ok(!(await everything(ana)).includes(secret), `${secret} is in the page`);
        assert.ok(!(await heard()).includes(secret), `${secret} came over the wire`);
        assert.deepEqual(filesWith(profile, secret), [], `${secret} is on the disk`);
      }

      const done = await count(priya);
      await priya.click('button', /^Sam Adeyo to Ana Lindqvist/);
      await priya.click('button', 'Pass it on to Ana Lindqvist');
      assert.deepEqual(await done(), { clicks: 2, fields: 0 });
      await ana.click('button', /^Read it now: New reminder\. From Sam Adeyo, today, /);
      await ana.sees(words);
      assert.ok((await everything(ana)).includes(words), 'what is looked for can be found');
      assert.ok((await heard()).includes(words), 'what is listened for can be heard');
      assert.notDeepEqual(filesWith(profile, reminder.id), [], 'what is looked for on the disk can be found');
    });

    it('a duty is done with one press and can be undone, and staff see it', async () => {
      const title = 'Sort the board games';
      await priya.type('searchbox', 'Find a name', 'ana');
      await priya.click('radio', 'Ana Lindqvist');
      await priya.type('textbox', 'What is it?', title);
      await priya.click('button', 'Offer it');
      await priya.sees('Offered to Ana Lindqvist.');

      await ana.click('button', 'My jobs');
      await ana.sees(title);
      await priya.page.select('#about', 'p-02');
      await priya.click('button', 'Ana Lindqvist’s jobs');
      await priya.sees(new RegExp(`Offered ${title}|${title} Offered`));
      const done = await count(ana);
      await clickBeside(ana, title, 'Done');
      assert.deepEqual(await done(), { clicks: 1, fields: 0 });
      await priya.sees(new RegExp(`Done ${title}|${title} Done`));
      await clickBeside(ana, title, 'Undo');
      await priya.sees(new RegExp(`Taken on ${title}|${title} Taken on`));
      await clickBeside(ana, title, 'Done');
      await priya.sees(new RegExp(`Done ${title}|${title} Done`));
      assert.equal(scene.having('duty', title)[0]?.status, 'done');
    });

    it('staff see who called for help, and the caller sees that staff have seen it', async () => {
      const held = scene.hold();
      await ana.click('button', 'Ask staff to come');
      await held.arrived;
      await ana.sees('Asking staff now');
      assert.ok(!(await ana.text()).includes('Sent. Nobody has seen it yet.'));
      held.letGo();
      await ana.sees('Sent. Nobody has seen it yet.');
      await priya.sees('Ana Lindqvist asked staff to come');
      assert.ok(!(await sam.text()).includes('asked staff to come'));
      await clickBeside(priya, 'Ana Lindqvist', 'I’ve seen it');
      await ana.sees('Seen by Priya Nair');
      assert.deepEqual([...ana.complaints, ...sam.complaints, ...priya.complaints], []);
    });
  });
}
