import { expect, html } from '@open-wc/testing';
import '../../../src/define/index.js';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { fill, findByRole, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { openCommunity } from '../../testing/community.js';
import { printed } from '../../testing/watch-paper.js';
import { FakeDay, press } from '../today/today-scene.js';

describe('printing a widget', () => {
  const withPage = (inside = html`<milieu-peer-feedback></milieu-peer-feedback>`): Promise<MilieuCommunity> =>
    openCommunity(
      html`<p>The page of the clinic</p>
        ${inside}`,
      { community: 'north' },
    );

  it('prints the widget alone, with what was typed, and leaves nothing behind', async () => {
    const community = await withPage();
    fill(await findByRole(community, 'textbox', 'What did you see?'), 'You set all the tables.');
    const sheet = await printed(community);
    expect(sheet.words).to.contain('You set all the tables.');
    expect(sheet.words).not.to.contain('The page of the clinic');
    expect(sheet.document.title).to.equal('');
    expect(document.querySelector('iframe')).to.equal(null);
  });

  it('prints a blank form, without what was typed', async () => {
    const community = await withPage();
    fill(await findByRole(community, 'textbox', 'What did you see?'), 'You set all the tables.');
    const sheet = await printed(community, 'Blank form');
    expect(sheet.words).to.contain('What did you see?');
    expect(sheet.words).not.to.contain('You set all the tables.');
  });

  it('prints in large letters', async () => {
    expect((await printed(await withPage(), 'Large print')).size).to.equal('150%');
  });

  it('offers no blank form where there is nothing to fill in', async () => {
    const community = await withPage(html`<milieu-today></milieu-today>`);
    (await findByRole(community, 'button', 'Print')).click();
    await findByRole(community, 'button', 'Large print');
    expect(queryByRole(community, 'button', 'Blank form')).to.equal(undefined);
  });

  it('prints what the widget shows now, with the styles of its shadow trees', async () => {
    const day = new FakeDay();
    day.letter('p-sam', 'p-ana');
    const community = await withPage(html`<milieu-today></milieu-today>`);
    await community.records?.apply(day.records);
    await until(() => textOf(community).includes('New for you'));
    const { document: paper, words } = await printed(community);
    expect(words).to.contain('New for you from');
    const list = paper.querySelector('milieu-today')?.shadowRoot?.querySelector('milieu-day-list');
    expect(list?.shadowRoot?.adoptedStyleSheets.length).to.be.greaterThan(0);
  });

  it('says of what time a list is, and not on a blank form', async () => {
    const community = await withPage();
    await findByRole(community, 'textbox', 'What did you see?');
    expect((await printed(community)).words).to.match(/As of \w+day, \w+ \d+\D+\d+:\d\d.*\. It may have changed since\.\s*$/);
    await press(community, 'Close');
    expect((await printed(community, 'Blank form')).words).not.to.contain('As of');
  });
});
