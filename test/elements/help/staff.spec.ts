import { expect, html } from '@open-wc/testing';
import '../../../src/define/help.js';
import { mayRead } from '../../../src/model/may-read.js';
import { openCommunity } from '../../testing/community.js';
import { allByRole, byRole, byText, fill, findByRole, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { press } from './help-scene.js';

describe('milieu-help, for staff', () => {
  it('shows the longest waiting call first, and tells the caller that it was seen', async () => {
    const where = crypto.randomUUID();
    const ana = await openCommunity(html`<milieu-help></milieu-help>`, { community: where });
    press(ana);
    const asked = await until(async () => (await ana.records!.list({ kind: 'help' }))[0]?.record);
    const priya = await openCommunity(html`<milieu-help></milieu-help>`, { community: where, person: 's-priya', as: 'staff' });
    await findInText(priya, 'No calls on this device.');
    const earlier = { ...asked, id: '01890000-0000-7000-8000-0000000000aa', by: 'p-sam', at: '2026-01-01T10:00:00.000Z' };
    await priya.records!.apply([asked, earlier]);
    await findInText(priya, /Sam asked staff to come.*Ana asked staff to come/s);
    allByRole(priya, 'button', 'I’ve seen it')[1]!.click();
    await findInText(priya, /Seen, and still open.*Ana asked staff to come/s);
    const [seen] = await priya.records!.list({ kind: 'help-reply' });
    expect(seen?.record.about).to.equal(asked.id);
    expect(mayRead(seen!.record, { person: 'p-ana', as: 'resident' })).to.equal(true);
    await expect(priya.querySelector('milieu-help')!).to.be.accessible();
  });

  it('staff answer with one press and a few words, add that they come, and close the call', async () => {
    const where = crypto.randomUUID();
    const ana = await openCommunity(html`<milieu-help></milieu-help>`, { community: where });
    press(ana);
    const asked = await until(async () => (await ana.records!.list({ kind: 'help' }))[0]?.record);
    const priya = await openCommunity(html`<milieu-help></milieu-help>`, { community: where, person: 's-priya', as: 'staff' });
    await priya.records!.apply([asked]);
    const replies = async (): Promise<unknown[]> => (await priya.records!.list({ kind: 'help-reply' })).map(({ record }) => record.data).reverse();
    await findInText(priya, 'Ana asked staff to come');
    byText(priya, 'Add a few words').click();
    fill(await findByRole(priya, 'textbox', 'A few words that Ana can read'), 'Two minutes.');
    byRole(priya, 'button', 'I’ve seen it').click();
    await findInText(priya, /Seen, and still open.*Ana asked staff to come/s);
    expect(textOf(priya)).to.not.include('No calls on this device.');
    expect(await replies()).to.deep.equal([{ note: 'Two minutes.' }]);
    expect(queryByRole(priya, 'button', 'I’ve seen it')).to.equal(undefined);
    byRole(priya, 'button', 'I’m on my way').click();
    await until(async () => (await replies()).length === 2);
    expect((await replies())[1]).to.deep.equal({ note: '', coming: true });
    await until(() => !queryByRole(priya, 'button', 'I’m on my way'));
    byRole(priya, 'button', 'Dealt with').click();
    await findInText(priya, 'No calls on this device.');
    expect((await priya.records!.get(asked.id))?.record.status).to.equal('closed');
    const [closing] = (await priya.records!.list({ kind: 'help-reply' })).map(({ record }) => record);
    expect(closing?.by).to.equal('s-priya');
  });

  it('a call of somebody without a known name begins with a capital, and other words for them do not', async () => {
    const where = crypto.randomUUID();
    const ana = await openCommunity(html`<milieu-help></milieu-help>`, { community: where });
    press(ana);
    const asked = await until(async () => (await ana.records!.list({ kind: 'help' }))[0]?.record);
    const priya = await openCommunity(html`<milieu-help></milieu-help>`, { community: where, person: 's-priya', as: 'staff' });
    await priya.records!.apply([{ ...asked, by: 'p-gone' }]);
    await findInText(priya, /Someone here.? asked staff to come/);
    byText(priya, 'Add a few words').click();
    await findByRole(priya, 'textbox', 'A few words that someone here can read');
  });

  it('shows no calls to anybody but staff', async () => {
    const sam = await openCommunity(html`<milieu-help></milieu-help>`, { person: 'p-sam' });
    expect(textOf(sam)).not.to.contain('Calls for staff');
  });
});
