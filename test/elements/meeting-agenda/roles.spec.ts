import { expect } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { allByRole, fill, findByRole, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { press } from '../../../src/testing/press.js';
import { ConnectedPages } from '../../testing/connected-pages.js';
import { plan } from './meeting-steps.js';

/** What is said of each role. */
const roles = (page: Element): string[] =>
  allByRole(page, 'term').map((term) =>
    textOf(term.parentElement!)
      .replaceAll(/[\u2068\u2069]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );

describe('milieu-meeting-agenda: roles and the opening', () => {
  let all: ConnectedPages;
  let ana: MilieuCommunity;
  let sam: MilieuCommunity;
  beforeEach(async () => {
    all = new ConnectedPages();
    ana = await all.move('p-ana', 'resident', 'plan');
    sam = await all.move('p-sam', 'resident', 'plan');
  });
  afterEach(() => expect(all.refused).to.deep.equal([]));

  const taken = (): unknown => all.of('meeting').at(-1)?.data['taken'];

  it('who is asked agrees or hands it back, and a free role can be taken', async () => {
    await plan(all, ana, { parts: [['Cups', 5]], more: { chair: 'p-sam' } });
    await until(() => roles(ana)[0]?.includes('Sam was asked'));
    await press(sam, 'Yes, I’ll do it');
    await until(() => roles(ana)[0] === 'Chair Sam');
    expect(allByRole(ana, 'button', 'I can do it').length).to.equal(3);
    allByRole(ana, 'button', 'I can do it')[2]?.click();
    await until(() => roles(sam)[3] === 'Greeter Ana');
    await press(sam, 'Hand it back');
    await until(() => roles(ana)[0]?.startsWith('Chair Nobody yet'));
    await press(ana, 'Hand it back');
    await until(() => JSON.stringify(taken()) === JSON.stringify({ chair: { asked: 'p-sam', by: '' }, welcome: { asked: '', by: '' } }));
    allByRole(ana, 'button', 'I can do it')[0]?.click();
    await findByRole(ana, 'button', 'Move up: Cups');
  });

  it('begins with why people meet and what stays in the room, and greets new people by a name that is stored nowhere', async () => {
    const run = await all.move('p-jo', 'senior-peer', 'run');
    await plan(all, ana, { parts: [['Cups', 5], ['Garden', 5]], more: { chair: 'p-jo' } }); // prettier-ignore
    await press(run, 'Open the meeting');
    await findInText(run, 'Why we meet:');
    await findInText(run, 'What people share stays here, unless someone is in danger.');
    fill(await findByRole(run, 'textbox', 'Is anyone new? Ask what they like to be called.'), 'Robin');
    await press(run, 'Say hello');
    await findInText(run, /Welcome, .*Robin/);
    await until(() => run.status.waiting === 0);
    expect(JSON.stringify([...all.of('meeting'), ...all.of('item')])).not.to.include('Robin');
    await press(run, 'Next part');
    await findByRole(run, 'heading', 'Garden');
    await until(() => !queryByRole(run, 'heading', 'To begin'));
    expect(textOf(run)).not.to.include('Robin');
  });
});
