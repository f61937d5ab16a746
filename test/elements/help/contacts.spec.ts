import { expect, html } from '@open-wc/testing';
import '../../../src/define/help.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { byRole, findByRole, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { openCommunity } from '../../testing/community.js';
import { press, reached, taken, untold } from './help-scene.js';

describe('milieu-help: where staff are and whom to call', () => {
  let community: MilieuCommunity;
  beforeEach(async () => {
    community = await openCommunity(html`<milieu-help></milieu-help>`);
  });

  it('shows where staff are and whom to call in the host’s own words', async () => {
    community.help = { where: 'The office is next to the front door.', people: [{ name: 'Night desk', phone: '555 0100', note: 'All night' }] };
    press(community);
    await findInText(community, 'The office is next to the front door.');
    byRole(community, 'button', 'People to call').click();
    const link = await findByRole(community, 'link', /555 0100/);
    expect(link.getAttribute('href')).to.equal('tel:5550100');
  });

  it('says where staff are in a whole sentence if the host gives only the place', async () => {
    community.help = { where: 'In the day room' };
    press(community);
    await findInText(community, /Where staff are: \u2068?In the day room\u2069?\./);
  });

  it('the people to call stay in view while a call fails', async () => {
    community.help = { people: [{ name: 'Night desk', phone: '555 0100' }] };
    byRole(community, 'button', 'People to call').click();
    await findByRole(community, 'link', /555 0100/);
    press(community);
    await findInText(community, untold);
    expect(byRole(community, 'link', /555 0100/).getAttribute('href')).to.equal('tel:5550100');
    expect(byRole(community, 'button', 'People to call').getAttribute('aria-expanded')).to.equal('true');
  });

  it('promises less if the host has said nothing about help, and no more after nobody took the call', async () => {
    await findInText(community, 'Go to a member of staff if you can.');
    press(community);
    await findInText(community, untold);
    byRole(community, 'button', 'Cancel my call').click();
    await findInText(community, 'Tell a member of staff now. This page cannot reach them for you.');
    for (const name of ['Ask staff to come', 'People to call', 'Try again']) expect(queryByRole(community, 'button', name)).to.equal(undefined);
    await until(() => !textOf(community).includes('Not sent to anyone yet'));
    community.transport = { send: taken };
    (await findByRole(community, 'button', 'Ask staff to come')).click();
    await findInText(community, reached);
  });

  it('the open mark says whether the people to call are shown', async () => {
    const button = byRole(community, 'button', 'People to call');
    const mark = (): string => getComputedStyle(button.querySelector('svg')!).rotate;
    expect([button.getAttribute('aria-expanded'), mark()]).to.deep.equal(['false', 'none']);
    button.click();
    await until(() => mark() === '180deg');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
  });
});
