import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Tab } from '../testing/tab.js';
import { engines } from '../testing/visit.js';
import { PortalScene } from './portal.js';

const minute = 60_000;

for (const engine of engines) {
  describe(`a nurse whose page is cut off from its server for ten minutes (${engine})`, () => {
    let scene: PortalScene;
    let ana: Tab;
    let priya: Tab;
    before(async () => {
      scene = await PortalScene.open(engine);
      [ana, priya] = await Promise.all([scene.visit('Ana Lindqvist'), scene.visit('Priya Nair', { movableTime: true })]);
    });
    after(async () => {
      await scene.end();
    });

    it('reads at each minute that the page could not check, never that nobody waits, and the call that came meanwhile when it is back', async () => {
      await priya.sees(/Nobody is waiting\.\s*Checked at/);
      const connect = scene.cutOff('Priya Nair');
      for (let minutes = 1; minutes <= 10; minutes++) {
        await priya.pass(minute);
        await priya.sees(/We haven’t been able to check since .+ There may be more than you see here\./);
        assert.ok(!(await priya.text()).includes('Nobody is waiting.'), `after ${minutes} min`);
        if (minutes !== 3) continue;
        await ana.click('button', 'Ask staff to come');
        await ana.sees('Sent. Nobody has seen it yet.');
      }
      assert.ok(!(await priya.text()).includes('Ana Lindqvist asked staff to come'));

      connect();
      await priya.pass(minute);
      await priya.sees('Ana Lindqvist asked staff to come');
      await priya.sees('Nobody has seen the call from Ana Lindqvist. Go now.');
      await priya.seesNo('We haven’t been able to check since');
    });
  });
}
