import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Tab } from '../testing/tab.js';
import { engines } from '../testing/visit.js';
import { everything, listen } from './heard.js';
import { PortalScene } from './portal.js';
import { filesWith } from './read-profile.js';

const words = 'She reads my letters before I do.';
const answer = 'I talk with her today, and come to you at four.';

for (const engine of engines) {
  describe(`a concern goes round the member of staff whom it names (${engine})`, () => {
    let scene: PortalScene;
    let profile: string;
    let sam: Tab;
    let priya: Tab;
    let tom: Tab;
    before(async () => {
      scene = await PortalScene.open(engine);
      profile = scene.profile();
      const hers = await scene.browser({ profile });
      [priya, sam, tom] = await Promise.all([scene.signIn(hers, 'Priya Nair'), scene.visit('Sam Adeyo'), scene.visit('Tom Wray')]);
    });
    after(async () => {
      await scene.end();
    });

    it('others on the staff answer it; it reaches her nowhere: not on the screen, the network or the disk', async () => {
      const heard = listen(priya);
      await sam.click('button', 'I have a concern');
      await sam.click('checkbox', 'Priya Nair');
      await sam.sees(/Priya Nair can’t read this, and won’t hear of it from us/);
      await sam.type('textbox', 'What isn’t right?', words);
      await sam.click('button', 'Send to staff');
      await sam.sees('No one has read it yet.');
      const [concern] = scene.having('concern', words);
      assert.deepEqual(concern?.to, ['s-01']);

      await tom.click('button', 'Answer: Sam Adeyo has a concern');
      await tom.sees(words);
      await tom.type('textbox', 'What do you want to tell Sam Adeyo?', answer);
      await tom.click('button', 'Send answer');
      await sam.sees(answer);

      await priya.page.evaluate(() => document.querySelector('milieu-community')?.records?.pull());
      await priya.page.evaluate(async () => void (await (await fetch('/api/backend')).text()));
      const [reply] = scene.having('concern-reply', answer);
      for (const secret of [words, answer, concern.id, String(reply?.id)]) {
        assert.ok(!(await everything(priya)).includes(secret), `${secret} is in her page`);
        assert.ok(!(await heard()).includes(secret), `${secret} came over the wire`);
        assert.deepEqual(filesWith(profile, secret), [], `${secret} is on her disk`);
      }
      assert.ok((await everything(tom)).includes(words), 'what is looked for can be found');
      assert.ok((await heard()).includes('"records"'), 'what is listened for can be heard');
      assert.deepEqual([...sam.complaints, ...priya.complaints, ...tom.complaints], []);
    });
  });
}
