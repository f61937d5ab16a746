import { expect, html } from '@open-wc/testing';
import '../../../src/define/help.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { admit } from '../../../src/model/decide.js';
import type { Change } from '../../../src/model/change.js';
import { openCommunity } from '../../testing/community.js';
import { byRole, findByRole, findInText, textOf, until } from '../../../src/testing/by-role.js';
import { answerTo, listen, loud, never, press, reached, taken, untold } from './help-scene.js';

describe('milieu-help, in another tab and after a reload', () => {
  it('another tab of the same person delivers the call when this tab has no listener', async () => {
    const where = crypto.randomUUID();
    const deaf = await openCommunity(html`<milieu-help></milieu-help>`, { keep: 'person', community: where });
    press(deaf);
    await findInText(deaf, untold);
    const other = await openCommunity(html`<milieu-help></milieu-help>`, { keep: 'person', community: where });
    listen(other, (e) => e.waitUntil(taken()));
    other.records!.wake();
    await until(() => reached.test(textOf(deaf)), { within: 5000, what: 'the word that it was delivered' });
  });

  for (const [listener, answers] of [
    ['no listener', false],
    ['a listener that hangs', true],
  ] as const) {
    it(`after a reload with ${listener} the open call is shown, and only what is known about it`, async () => {
      const where = crypto.randomUUID();
      const open = async (): Promise<MilieuCommunity> => {
        const element = await openCommunity(html`<milieu-help></milieu-help>`, { keep: 'person', community: where });
        if (answers) listen(element, (e) => e.waitUntil(never()));
        return element;
      };
      const before = await open();
      press(before);
      await until(async () => (await before.records!.list({ kind: 'help' })).length === 1);
      before.remove();
      const after = await open();
      await findInText(after, 'We can’t tell if your call got through. Go to a member of staff now.');
      expect(textOf(after)).to.not.match(/Nobody has been told|keeps trying|Sent\./);
      expect(byRole(after, 'button', 'Cancel my call')).to.exist;
      expect(byRole(after, 'button', 'I’m worried about someone')).to.exist;
    });
  }

  it('after a reload the same record of the call can be taken back', async () => {
    const where = crypto.randomUUID();
    const changes: Change[] = [];
    const open = async (): Promise<MilieuCommunity> => {
      const element = await openCommunity(html`<milieu-help></milieu-help>`, { keep: 'person', community: where });
      listen(element, (e) => {
        changes.push(e.change);
        e.waitUntil(taken());
      });
      return element;
    };
    const before = await open();
    press(before);
    await findInText(before, reached);
    await until(async () => (await before.records!.list({ kind: 'help' }))[0]?.sent === 'sent');
    before.remove();
    const after = await open();
    await findInText(after, reached);
    expect(loud(after)).to.equal(undefined);
    (await findByRole(after, 'button', 'Cancel my call')).click();
    await findInText(after, 'You canceled your call.');
    const [asked, cancelled] = changes.map(({ records }) => records[0]!);
    const decided = admit(changes[1]!, { root: asked }, { person: 'p-ana', as: 'resident' });
    expect(decided).to.have.property('records');
    expect(cancelled!.at).to.equal(asked!.at);
  });

  it('after a reload the call shows that staff have seen it, and people to call', async () => {
    const where = crypto.randomUUID();
    const before = await openCommunity(html`<milieu-help></milieu-help>`, { keep: 'person', community: where });
    listen(before, (e) => e.waitUntil(taken()));
    press(before);
    const { record } = await until(async () => {
      const [kept] = await before.records!.list({ kind: 'help' });
      return kept?.sent === 'sent' ? kept : undefined;
    });
    await before.records!.apply([{ ...record, status: 'seen', rev: 2 }, answerTo(record)]);
    await findInText(before, 'Seen by Priya');
    before.remove();
    const after = await openCommunity(html`<milieu-help></milieu-help>`, { keep: 'person', community: where });
    await findInText(after, 'Seen by Priya');
    expect(byRole(after, 'button', 'People to call')).to.exist;
  });
});
