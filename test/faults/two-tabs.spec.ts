import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define/peer-feedback.js';
import type { MilieuCommunity } from '../../src/elements/community/index.js';
import { house } from '../support/house.js';
import { byRole, fill, findByRole, findInText, textOf, until } from '../support/role.js';

/** A page of the same person in the same community; two on one page share nothing but the disk and the channel, as two tabs do. */
const tab = (community: string): Promise<MilieuCommunity> =>
  house(html`<milieu-peer-feedback></milieu-peer-feedback>`, { keep: 'person', community });

describe('two tabs, of which one has a listener', () => {
  for (const order of ['first', 'last'] as const) {
    it(`deliver within 5 s what is written in the other, when it opened ${order}; the other says so`, async () => {
      const community = crypto.randomUUID();
      const one = await tab(community);
      const other = await tab(community);
      const [listening, deaf] = order === 'first' ? [one, other] : [other, one];
      const keys: string[] = [];
      listening.addEventListener('milieu-deliver', (e) => {
        keys.push(e.change.key);
        e.waitUntil(Promise.resolve(new Response(null, { status: 204 })));
      });
      byRole(deaf, 'radio', 'Sam').click();
      fill(await findByRole(deaf, 'textbox', 'What did you see?'), 'You held the door.');
      (await findByRole(deaf, 'button', 'Send to Sam')).click();
      await findInText(deaf, 'Written for Sam');
      expect(textOf(deaf)).to.match(/Not sent to anyone yet|Sent at/);
      await until(() => /Sent at/.test(textOf(deaf)), { within: 5000, what: 'the word that it was sent' });
      expect(new Set(keys).size).to.equal(1);
      expect(keys.length).to.equal(1);
    });
  }
});
