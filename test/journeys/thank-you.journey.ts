import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Tab } from '../testing/tab.js';
import { engines, type Visit } from '../testing/visit.js';
import { count, PortalScene } from './portal.js';

const saved = 'Saved on this device. Not sent to anyone yet.';
const sent = /Sent at \d/;

for (const engine of engines) {
  describe(`a thank-you in twenty seconds (${engine})`, () => {
    let scene: PortalScene;
    let sam: Tab;
    let ana: Tab;
    let samsProfile: string;
    let samsBrowser: Visit;
    let anasBrowser: Visit;
    before(async () => {
      scene = await PortalScene.open(engine);
      samsProfile = scene.profile();
      [samsBrowser, anasBrowser] = await Promise.all([scene.browser({ profile: samsProfile }), scene.browser()]);
      [sam, ana] = await Promise.all([scene.signIn(samsBrowser, 'Sam Adeyo'), scene.signIn(anasBrowser, 'Ana Lindqvist')]);
    });
    after(async () => {
      await scene.end();
    });

    it('a thank-you takes three clicks and one field, and is “sent” only when the backend has it', async () => {
      const text = 'You waited for me at the door.';
      await ana.click('button', /^For you/);
      const done = await count(sam);
      const held = scene.hold();

      await sam.click('button', 'Write');
      await sam.click('radio', 'Ana Lindqvist');
      await sam.type('textbox', 'What did you see?', text);
      await sam.click('button', /^Send/);
      assert.deepEqual(await done(), { clicks: 3, fields: 1 });

      await held.arrived;
      await sam.sees(saved);
      assert.doesNotMatch(await sam.text(), sent, 'nobody has it yet');
      assert.deepEqual(scene.having('feedback', text), []);
      assert.ok(!(await ana.text()).includes('From Sam Adeyo, today'));

      held.letGo();
      await sam.sees(sent);
      assert.equal(scene.having('feedback', text).length, 1);
      assert.doesNotMatch(await sam.text(), /Not sent to anyone yet/);

      await ana.click('button', /^Open: New affirmation\. From Sam Adeyo, today, /);
      await ana.sees(text);
      await ana.click('button', 'Thank Sam Adeyo');
      await sam.click('button', 'See what you sent');
      await sam.sees('Ana Lindqvist thanked you.');
      assert.equal(scene.having('feedback', text).length, 1, 'exactly one');
      assert.deepEqual([...sam.complaints, ...ana.complaints], []);
    });

    it('a thank-you is stored once when the person has two tabs, and both show it', async () => {
      const text = 'You sang in the kitchen.';
      await ana.click('button', 'Sent');
      const second = await scene.anotherTab(anasBrowser);
      await second.click('button', 'Write');
      await second.click('radio', 'Kit Okafor');
      await second.type('textbox', 'What did you see?', text);
      await second.click('button', /^Send/);
      await second.sees(sent);
      await ana.page.bringToFront();
      await ana.sees(/Affirmation for Kit Okafor Today, [\d:]+ [AP]M Kit Okafor can read it\./);
      assert.equal(scene.having('feedback', text).length, 1);
    });

    it('a thank-you is never sent in the name of the next signed-in person, and later in one’s own name', async () => {
      const text = 'You held the ladder for me.';
      const kit = await scene.signIn(anasBrowser, 'Kit Okafor');
      await kit.click('button', 'Sent');
      await ana.page.bringToFront();
      await ana.click('button', 'Write');
      await ana.click('radio', 'Hope Tanaka');
      await ana.type('textbox', 'What did you see?', text);
      await ana.click('button', /^Send/);
      await ana.sees('You are signed out. What you wrote is saved.');
      await ana.sees(saved);
      assert.deepEqual(scene.having('feedback', text), []);
      assert.ok(!(await kit.text()).includes('Affirmation for Hope Tanaka Today'));

      const again = await scene.signIn(anasBrowser, 'Ana Lindqvist');
      await again.click('button', 'Sent');
      await again.sees(/Affirmation for Hope Tanaka Today, [\d:]+ [AP]M Hope Tanaka can read it\./, 45_000);
      const [sentOnce, ...more] = scene.having('feedback', text);
      assert.deepEqual([sentOnce?.by, more.length], ['p-02', 0]);
    });

    it('a thank-you is kept and sent after the browser was killed between saved and sent', async () => {
      const text = 'You said so before I did.';
      const held = scene.hold();
      await sam.click('button', 'Write');
      await sam.click('radio', 'Hope Tanaka');
      await sam.type('textbox', 'What did you see?', text);
      await sam.click('button', /^Send/);
      await sam.sees(saved);
      await held.arrived;
      await scene.kill(samsBrowser);
      held.drop();
      assert.deepEqual(scene.having('feedback', text), []);

      const again = await scene.signIn(await scene.browser({ profile: samsProfile }), 'Sam Adeyo');
      await again.click('button', 'Sent');
      await again.sees('Affirmation for Hope Tanaka');
      await again.sees(/Affirmation for Hope Tanaka Today, [\d:]+ [AP]M Hope Tanaka can read it\./, 60_000);
      assert.equal(scene.having('feedback', text).length, 1);
    });
  });
}
