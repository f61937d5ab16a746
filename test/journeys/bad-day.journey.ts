import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Tab } from '../testing/tab.js';
import { engines, type Visit } from '../testing/visit.js';
import { clickBeside, count, PortalScene } from './portal.js';

const [width, height] = [390, 844];

for (const engine of engines) {
  describe(`a resident's bad day on a phone (${engine})`, () => {
    let scene: PortalScene;
    let visit: Visit;
    let sam: Tab;
    before(async () => {
      scene = await PortalScene.open(engine);
      const priya = await scene.visit('Priya Nair');
      await give(priya, 'p-01', 'Sweep the hall');
      visit = await scene.browser({ width, height });
      sam = await scene.signIn(visit, 'Sam Adeyo');
      await sam.sees('Sweep the hall');
    });
    after(() => scene.end());

    it('the page is three screens at most before anything is opened', async () => {
      const screens = await sam.page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
      assert.ok(screens <= 3, `${screens} screens`);
      assert.ok((await sam.page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    });

    it('Sam sees a letter and a job of today, does the job, begins a card and asks for help, with the network cut in the middle', async () => {
      await sam.sees('New for you from Jo Marsh');
      await sam.click('button', 'Answer: A job for you: Sweep the hall');
      await clickBeside(sam, 'Sweep the hall', 'I’ll do it');
      await sam.until(
        async () => (await sam.allByRole('button', 'Answer: A job for you: Sweep the hall')).length === 0,
        () => sam.text(),
      );
      await sam.page.evaluate(() => scrollTo(0, 0));

      const job = await count(sam);
      await clickBeside(sam, 'Sweep the hall', 'Done');
      await sam.sees('Sweep the hall: done');
      assert.deepEqual(await job(), { clicks: 1, fields: 0 });

      const connect = scene.cutOff('Sam Adeyo');
      const card = await count(sam);
      await sam.click('button', /^Open: Longer out-breath/);
      await sam.click('button', /^Start/);
      await sam.byRole('button', /^Pause/);
      assert.deepEqual(await card(), { clicks: 2, fields: 0 });

      const help = await count(sam);
      await sam.click('button', 'Ask staff to come');
      assert.deepEqual(await help(), { clicks: 1, fields: 0 });
      await sam.sees(/Nobody has been told|No one has answered yet/);
      await sam.seesNo('Sent. Nobody has seen it yet.');

      connect();
      await sam.sees('Sent. Nobody has seen it yet.', 45_000);
      assert.equal(scene.records('help').filter(({ by, status }) => by === 'p-01' && status === 'asked').length, 1);
      await sam.until(
        async () => scene.having('duty', 'Sweep the hall').some(({ status }) => status === 'done'),
        () => sam.text(),
      );
    });
  });
}

/** Staff offer a job for today. */
async function give(staff: Tab, to: string, title: string): Promise<void> {
  await staff.page.evaluate(
    async (person, what) => {
      const records = document.querySelector('milieu-community')?.records;
      await records?.act('offer', { kind: 'duty', id: crypto.randomUUID() }, { to: [person], data: { title: what, steps: [] } });
    },
    to,
    title,
  );
}

describe('the demo page while it loads and pulls', () => {
  for (const [name, size] of [
    ['a phone', { width, height }],
    ['a desk', { width: 1280, height: 900 }],
  ] as const)
    for (const person of ['Ana Lindqvist', 'Sam Adeyo', 'Priya Nair'])
      it(`moves by 0.05 at most for ${person} at ${name}`, async () => {
        const scene = await PortalScene.open('chromium');
        try {
          const visit = await scene.browser(size);
          await scene.signIn(visit, person);
          const tab = await scene.anotherTab(visit);
          const moved = await tab.page.evaluate(
            () =>
              new Promise<{ sum: number; what: readonly string[] }>((resolve) => {
                new PerformanceObserver((list) => {
                  const shifts = list.getEntries() as (PerformanceEntry & { value: number; sources: { node?: Node }[] })[];
                  const what = shifts.map(({ value, sources }) => `${value.toFixed(3)} ${sources.map(({ node }) => node?.nodeName).join()}`);
                  resolve({ sum: shifts.reduce((sum, { value }) => sum + value, 0), what });
                }).observe({ type: 'layout-shift', buffered: true });
                setTimeout(() => resolve({ sum: 0, what: [] }), 500);
              }),
          );
          assert.ok(moved.sum <= 0.05, `${moved.sum}: ${moved.what.join('; ')}`);
        } finally {
          await scene.end();
        }
      });
});
