import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../../src/define/peer-feedback.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { openCommunity } from '../../testing/community.js';
import { byRole, fill, findByRole, findInText, textOf, until } from '../../../src/testing/by-role.js';

/** A tab of the same person in the same community. Two on one page share only the disk and the channel, as two tabs do. */
const tab = (community: string): Promise<MilieuCommunity> =>
  openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback>`, { keep: 'person', community });

describe('two tabs, only one with a listener', () => {
  for (const order of ['first', 'last'] as const) {
    it(`the tab with the listener, opened ${order}, delivers within 5 s what the other tab wrote, and both show it`, async () => {
      const community = crypto.randomUUID();
      const one = await tab(community);
      const other = await tab(community);
      const [listening, silent] = order === 'first' ? [one, other] : [other, one];
      const keys: string[] = [];
      listening.addEventListener('milieu-deliver', (e) => {
        keys.push(e.change.key);
        e.waitUntil(Promise.resolve(new Response(null, { status: 204 })));
      });
      byRole(silent, 'radio', 'Sam').click();
      fill(await findByRole(silent, 'textbox', 'What did you see?'), 'You held the door.');
      (await findByRole(silent, 'button', 'Send to Sam')).click();
      await findInText(silent, 'Saved for Sam');
      expect(textOf(silent)).to.match(/Not sent to anyone yet|Sent at/);
      await until(() => /Sent at/.test(textOf(silent)), { within: 5000, what: 'the word that it was sent' });
      expect(new Set(keys).size).to.equal(1);
      expect(keys.length).to.equal(1);
    });
  }
});
