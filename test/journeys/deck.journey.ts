import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { withoutIsolates } from '../../src/testing/find-elements.js';
import type { Tab } from '../testing/tab.js';
import { engines } from '../testing/visit.js';
import { PortalScene } from './portal.js';

const firstLine = 'Cards that helped you before come first.';

/** The titles in the deck, in order. */
const titles = async (tab: Tab): Promise<readonly string[]> =>
  (
    await tab.page.evaluate(() =>
      [
        ...(document
          .querySelector('milieu-coping-deck')
          ?.shadowRoot?.querySelector('milieu-coping-list')
          ?.shadowRoot?.querySelectorAll('li button') ?? []),
      ].map(({ textContent }) => textContent),
    )
  ).map((title) => withoutIsolates(title).trim());

for (const engine of engines) {
  describe(`the deck of the demo (${engine})`, () => {
    let scene: PortalScene;
    before(async () => {
      scene = await PortalScene.open(engine);
    });
    after(async () => {
      await scene.end();
    });

    it('has 24 cards after a person, and a card that helped comes first for this person only', async () => {
      const [ana, priya] = await Promise.all([scene.visit('Ana Lindqvist'), scene.visit('Priya Nair')]);
      await ana.click('link', 'Cards');
      await ana.byRole('button', 'Hands busy');
      const order = await titles(ana);
      assert.equal(order.length, 25);
      assert.equal(order[0], 'Talk to someone first');
      assert.doesNotMatch(await ana.text(), new RegExp(firstLine));

      await ana.click('button', 'Hands busy');
      await ana.click('button', 'Start');
      await ana.click('button', 'Stop');
      await ana.click('radio', 'It helped');
      await ana.click('button', 'Save this');
      await ana.byRole('heading', 'Saved');
      await ana.page.waitForFunction(() => document.querySelector('milieu-community')?.status.waiting === 0);
      await ana.click('button', 'All cards');
      await ana.sees(firstLine);
      assert.deepEqual((await titles(ana)).slice(0, 3), ['Talk to someone first', 'Hands busy', 'Longer out-breath']);

      assert.deepEqual(
        scene.having('practice', 'Hands busy').map(({ visibility, to }) => ({ visibility, to })),
        [{ visibility: 'self', to: [] }],
      );
      await priya.byRole('button', 'Hands busy');
      assert.deepEqual(await titles(priya), order);
      assert.ok(!(await priya.text()).includes('helped you'));
      assert.deepEqual([...ana.complaints, ...priya.complaints], []);
    });
  });
}
