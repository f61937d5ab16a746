import { expect, html } from '@open-wc/testing';
import '../../../src/define/peer-feedback.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { nextVersion } from '../../../src/records/storage/migrations.js';
import { databaseOf, raise, readRaw } from '../../records/read-disk.js';
import { openCommunity } from '../../testing/community.js';
import { press } from '../../../src/testing/press.js';
import { byRole, fill, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';

const feedback = (community: string, view: string): Promise<MilieuCommunity> =>
  openCommunity(html`<milieu-peer-feedback view=${view}></milieu-peer-feedback>`, { keep: 'person', community });
const act = { kind: 'feedback', id: '01890000-0000-7000-8000-000000000001' };
const foot = 'What is saved here is from a newer version of this page, so this one can’t save. Reload the page, or tell staff.';
const falsehoods = ['Saved on this device', 'Nothing is lost', 'We kept what you wrote'];

/** The id of a community whose database a newer version has upgraded, and its database. It has one record. */
async function upgraded() {
  const id = crypto.randomUUID();
  const { value: community, name } = await databaseOf(() => feedback(id, 'write'));
  await community.records!.act('send', act, { to: ['p-sam'], data: { mode: 'affirm', saw: 'You held the door.' } });
  community.remove();
  await until(() => community.records === undefined, { what: 'the closed store' });
  await raise(name, nextVersion);
  return { id, name, before: JSON.stringify(await readRaw(name)) };
}

describe('a widget whose store was upgraded by a newer version of the page', () => {
  it('shows what it can read, says so in body and foot, and tells the host once', async () => {
    const { id, name, before } = await upgraded();
    const told: string[] = [];
    const hear = ({ code }: Event & { readonly code?: string }): void => void told.push(code ?? '');
    document.addEventListener('milieu-error', hear);
    try {
      const community = await feedback(id, 'sent');
      await findInText(community, foot);
      await findInText(community, 'This was saved by a newer version of this page. You can read it now, but you may not see all of it.');
      await findInText(community, /Affirmation for Sam.*Not sent to anyone yet\..*newer version/s); // of the record itself
      expect(queryByRole(community, 'button', 'Start fresh')).to.equal(undefined);
      await expect(community.querySelector('milieu-peer-feedback')!).to.be.accessible();
      expect(told).to.deep.equal(['newer-schema']);
      expect(JSON.stringify(await readRaw(name))).to.equal(before);
    } finally {
      document.removeEventListener('milieu-error', hear);
    }
  });

  it('never says of words that are typed meanwhile that they are saved, and keeps them in the form', async () => {
    const { id, name, before } = await upgraded();
    const community = await feedback(id, 'write');
    byRole(community, 'radio', 'Sam').click();
    const field = byRole(community, 'textbox', 'What did you see?') as HTMLTextAreaElement;
    fill(field, 'You found the mop.');
    await press(community, 'Send to Sam');
    await findInText(community, /Not saved\..*newer version/s);
    expect(field.value).to.equal('You found the mop.');
    for (const falsehood of falsehoods) expect(textOf(community), falsehood).to.not.include(falsehood);
    expect(JSON.stringify(await readRaw(name))).to.equal(before);
  });
});
