import { expect, html } from '@open-wc/testing';
import '../../../src/define/peer-feedback.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { databaseOf, readRaw, removeRaw } from '../../records/read-disk.js';
import { openCommunity } from '../../testing/community.js';
import { press } from '../../../src/testing/press.js';
import { findByRole, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';

const feedback = (community: string, view = 'write'): Promise<MilieuCommunity> =>
  openCommunity(html`<milieu-peer-feedback view=${view}></milieu-peer-feedback>`, { keep: 'person', community });
const act = { kind: 'feedback', id: '01890000-0000-7000-8000-000000000001' };
const words = 'What is saved in this browser can’t be opened anymore. Nothing was removed.';

/** The id of a community whose root key is missing, and its database. */
async function damaged() {
  const id = crypto.randomUUID();
  const { value: community, name } = await databaseOf(() => feedback(id));
  await community.records!.act('send', act, { to: ['p-sam'], data: { mode: 'affirm', saw: 'You held the door.' } });
  community.remove();
  await until(() => community.records === undefined, { what: 'the closed store' });
  await removeRaw(name, 'meta', 'root');
  return { id, name };
}

describe('a widget whose store cannot be opened because its key is damaged', () => {
  it('says so in the foot and in the body, and tells the host once', async () => {
    const { id } = await damaged();
    const told: string[] = [];
    const hear = ({ code }: Event & { readonly code?: string }): void => void told.push(code ?? '');
    document.addEventListener('milieu-error', hear);
    try {
      const community = await feedback(id, 'sent');
      await findInText(community, words);
      await findInText(community, 'We couldn’t open this.');
      expect(textOf(community)).to.not.include('Nothing is lost');
      expect(told).to.deep.equal(['damaged-key']);
    } finally {
      document.removeEventListener('milieu-error', hear);
    }
  });

  it('starts anew only after a question, and keeps what was there', async () => {
    const { id, name } = await damaged();
    const community = await feedback(id);
    await findByRole(community, 'button', 'Start fresh');
    await press(community, 'Start fresh');
    await findInText(community, 'Start fresh with nothing saved?');
    expect(community.status.code).to.equal('damaged-key');
    await press(community, 'Not now');
    await press(community, 'Start fresh');
    await press(community, 'Yes, start fresh');
    await until(() => community.status.store === 'open', { what: 'the open store' });
    await findByRole(community, 'radio', 'Sam');
    await until(() => queryByRole(community, 'button', 'Start fresh') === undefined, { what: 'the button is gone' });
    expect((await readRaw(name))['rows']).to.have.length(1);
    await community.records!.act('send', act, { to: ['p-sam'], data: { mode: 'affirm', saw: 'You held the door again.' } });
  });

  it('says why it could not start, and offers it again', async () => {
    const { id } = await damaged();
    const community = await feedback(id);
    const { records } = community;
    const startAnew = records!.startAnew.bind(records);
    records!.startAnew = () => Promise.reject(new DOMException('', 'UnknownError'));
    await findByRole(community, 'button', 'Start fresh');
    await press(community, 'Start fresh');
    await press(community, 'Yes, start fresh');
    await findInText(community, 'Something went wrong. Nothing was lost. Try again.');
    records!.startAnew = startAnew;
    await press(community, 'Start fresh');
    await press(community, 'Yes, start fresh');
    await until(() => community.status.store === 'open', { what: 'the open store' });
  });
});
