import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Tab } from '../testing/tab.js';
import { engines } from '../testing/visit.js';
import { clickBeside, PortalScene } from './portal.js';

const second = 1000;
const minute = 60 * second;
const strip = 'Calls that nobody has seen';

for (const engine of engines) {
  describe(`a call for help, from the press to "dealt with" (${engine})`, () => {
    let scene: PortalScene;
    let ana: Tab;
    let priya: Tab;
    before(async () => {
      scene = await PortalScene.open(engine);
      [ana, priya] = await Promise.all([scene.visit('Ana Lindqvist', { movableTime: true }), scene.visit('Priya Nair', { movableTime: true })]);
    });
    after(async () => {
      await scene.end();
    });

    const pass = async (ms: number): Promise<void> => void (await Promise.all([ana.pass(ms), priya.pass(ms)]));
    const hasStrip = async (): Promise<boolean> => (await priya.allByRole('region', strip)).length > 0;

    it('nobody sees it for six minutes: the words climb on both sides, and never say that somebody knows', async () => {
      await ana.click('button', 'Ask staff to come');
      await ana.sees('Sent. Nobody has seen it yet.');
      await priya.sees('Ana Lindqvist asked staff to come');
      assert.ok(!(await hasStrip()));

      await pass(20 * second);
      await ana.sees('If it can’t wait, go to a member of staff now.');
      await pass(80 * second);
      assert.ok(!(await hasStrip()), 'after 100 seconds the call stands in the list only');
      await pass(20 * second);
      await priya.byRole('region', strip);
      assert.ok(!(await ana.text()).includes('Nobody has seen your call yet.'));

      await pass(3 * minute);
      await ana.sees('Nobody has seen your call yet. Go to a member of staff now.');
      await priya.sees('Nobody has seen the call from Ana Lindqvist. Go now.');
      await pass(minute);
      await ana.sees('Nobody has seen your call yet. Go to a member of staff now.');
      assert.ok(!/Seen by|On the way|dealt with/.test(await ana.text()));
    });

    it('a nurse sees it, goes there and deals with it, and the caller reads each step', async () => {
      await clickBeside(priya, 'Ana Lindqvist', 'I’ve seen it');
      await ana.sees('Seen by Priya Nair');
      assert.ok(!(await ana.text()).includes('Nobody has seen'));
      await priya.seesNo('Nobody has seen the call from Ana Lindqvist.');
      await clickBeside(priya, 'Ana Lindqvist', 'I’m on my way');
      await ana.sees('On the way: Priya Nair');
      await clickBeside(priya, 'Ana Lindqvist', 'Dealt with');
      await ana.sees('Priya Nair has marked this as dealt with.');
      await priya.sees('Nobody is waiting.');
      assert.equal(scene.records('help')[0]?.status, 'closed');
    });

    it('asking again is one press', async () => {
      await ana.click('button', 'Ask staff to come');
      await ana.sees('Sent. Nobody has seen it yet.');
      assert.ok(!(await ana.text()).includes('dealt with'));
      await priya.sees('Ana Lindqvist asked staff to come');
      assert.deepEqual([...ana.complaints, ...priya.complaints], []);
    });
  });
}
