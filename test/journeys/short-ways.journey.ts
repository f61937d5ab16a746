import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Tab } from '../testing/tab.js';
import { engines } from '../testing/visit.js';
import { priya as nurse, reminderOf, sam as resident } from '../examples/house.js';
import { clickBeside, count, type Done, PortalScene } from './portal.js';

const minute = 60_000;

/** Each from where the person lands when they sign in at a desk. */
for (const engine of engines) {
  describe(`the short ways (${engine})`, () => {
    let scene: PortalScene;
    before(async () => {
      scene = await PortalScene.open(engine);
    });
    after(() => scene.end());

    /** Nothing is pressed before the count begins. */
    async function takes(tab: Tab, taken: Done, run: () => Promise<unknown>): Promise<void> {
      const done = await count(tab);
      await run();
      assert.deepEqual(await done(), taken);
      assert.deepEqual(tab.complaints, []);
    }

    it('an affirmation takes three taps and one field', async () => {
      const sam = await scene.visit('Sam Adeyo');
      await takes(sam, { clicks: 3, fields: 1 }, async () => {
        await sam.click('button', 'Write');
        await sam.click('radio', 'Ana Lindqvist');
        await sam.type('textbox', 'What did you see?', 'You waited for me at the door.');
        await sam.click('button', /^Send/);
        await sam.sees(/Sent at \d/);
      });
      assert.equal(scene.having('feedback', 'You waited for me at the door.')[0]?.status, 'delivered');
    });

    it('a practice takes two taps and no field', async () => {
      // Without motion the pacer counts by timers, whose time can be moved.
      const sam = await scene.visit('Sam Adeyo', { movableTime: true, reducedMotion: true });
      await takes(sam, { clicks: 2, fields: 0 }, async () => {
        await sam.click('button', 'Start breathing');
        await sam.sees('Breathe');
        await sam.pass(6 * minute);
        await sam.sees('You’ve finished');
        await sam.click('button', 'Save this');
        await sam.byRole('heading', 'Saved');
      });
      await sam.until(
        async () => scene.having('practice', 'c01').length === 1,
        async () => 'the backend does not have it',
      );
    });

    it('an agenda item takes two taps and one field', async () => {
      const sam = await scene.visit('Sam Adeyo');
      await takes(sam, { clicks: 2, fields: 1 }, async () => {
        await sam.click('button', 'Suggest something');
        await sam.type('textbox', 'What would you like to raise?', 'Will we get new cups?');
        await sam.click('button', 'Suggest it');
        await sam.sees('You suggested “Will we get new cups?”');
      });
    });

    it('an own duty is done with one tap and no field', async () => {
      const title = 'Sort the board games';
      const offered = scene.act(nurse, 'offer', { kind: 'duty' }, { to: [resident.person], data: { title, steps: [] } });
      scene.act(resident, 'accept', offered);
      const sam = await scene.visit('Sam Adeyo');
      await sam.sees(title);
      await takes(sam, { clicks: 1, fields: 0 }, async () => {
        await clickBeside(sam, title, 'Done');
        await sam.sees(`${title}: done`);
      });
      await sam.until(
        async () => scene.having('duty', title)[0]?.status === 'done',
        () => sam.text(),
      );
    });

    for (const [from, name] of [
      ['the shift sheet', /^Review: From Sam Adeyo to /],
      ['the page to review', /^Sam Adeyo to /],
    ] as const)
      it(`a held reminder is passed on with two taps and no field, from ${from}`, async () => {
        const saw = `The lid was off, seen from ${from}.`;
        scene.act(resident, 'send', { kind: 'feedback' }, reminderOf('p-04', saw));
        const priya = await scene.visit('Priya Nair');
        await takes(priya, { clicks: 2, fields: 0 }, async () => {
          await priya.click('button', name);
          await priya.sees(saw);
          await priya.click('button', 'Pass it on to Kit Okafor');
          await priya.sees('You passed it on to Kit Okafor.');
        });
        assert.equal(scene.having('feedback', saw)[0]?.status, 'delivered');
      });
  });
}
