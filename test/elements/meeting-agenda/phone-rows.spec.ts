import { expect } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { allByRole, byRole, fill, findByRole, findInText, queryByRole, until } from '../../../src/testing/by-role.js';
import { deepActive, press } from '../../../src/testing/press.js';
import { ConnectedPages } from '../../testing/connected-pages.js';
import { plan } from './meeting-steps.js';

describe('milieu-meeting-agenda: the agenda on a phone', () => {
  let all: ConnectedPages;
  let ana: MilieuCommunity;
  beforeEach(async () => {
    all = new ConnectedPages();
    ana = await all.move('p-ana', 'resident', 'plan');
    ana.style.inlineSize = '360px';
    ana.style.display = 'block';
    await plan(all, ana, { parts: [['Cups', 5], ['Garden', 5], ['Close', 2]] }); // prettier-ignore
  });
  afterEach(() => expect(all.refused).to.deep.equal([]));

  it('a row is a button that opens its actions, one row at a time', async () => {
    const row = await findByRole(ana, 'button', 'Garden');
    expect(queryByRole(ana, 'button', /^Move/)).to.equal(undefined);
    row.focus();
    row.click();
    await until(() => row.getAttribute('aria-expanded') === 'true');
    expect(deepActive()).to.equal(row);
    expect(allByRole(ana, 'button', /^Move/).length).to.equal(2);
    await press(ana, 'Move up: Garden');
    await findInText(ana, 'Garden is now number 1 of 3.');
    fill(byRole(ana, 'spinbutton', 'Minutes'), '9');
    await press(ana, 'Save');
    await findInText(ana, '9 min');
    await until(() => deepActive() === byRole(ana, 'button', 'Garden'));
    await press(ana, 'Cups');
    await findByRole(ana, 'button', 'Move up: Cups');
    expect(queryByRole(ana, 'button', 'Move up: Garden')).to.equal(undefined);
  });

  it('the rows of people who do not lead are no buttons', async () => {
    const sam = await all.move('p-sam', 'resident', 'plan');
    sam.style.inlineSize = '360px';
    await findInText(sam, 'Garden');
    expect(queryByRole(sam, 'button', 'Garden')).to.equal(undefined);
  });
});
