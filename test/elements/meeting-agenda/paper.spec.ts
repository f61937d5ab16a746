import { expect } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { findByRole, findInText, queryByRole } from '../../../src/testing/by-role.js';
import { people } from '../../../src/testing/people.js';
import { press } from '../../../src/testing/press.js';
import { ConnectedPages } from '../../testing/connected-pages.js';
import { printed } from '../../testing/watch-paper.js';
import { act, held, plan } from './meeting-steps.js';

describe('milieu-meeting-agenda: on paper', () => {
  let all: ConnectedPages;
  let sam: MilieuCommunity;

  beforeEach(async () => {
    all = new ConnectedPages();
    sam = await all.move('p-sam', 'resident');
    await held(all, sam, [
      { text: 'Ask about the gate', owner: 's-priya', due: '2026-11-30' },
      { text: 'Buy decaf tea', owner: 'p-sam' },
    ]);
  });
  afterEach(() => expect(all.refused).to.deep.equal([]));

  it('the agenda has what was promised last time, with who and by when, and the screen does not', async () => {
    await plan(all, sam, { parts: [['Cups', 5]] });
    await findByRole(sam, 'heading', 'Agenda');
    await findByRole(sam, 'heading', { name: 'What we promised last time', hidden: true });
    expect(queryByRole(sam, 'heading', 'What we promised last time')).to.equal(undefined);
    const { words } = await printed(sam);
    expect(words).to.match(/What we promised last time .*Ask about the gate Priya, by .*Buy decaf tea .*Agenda .*Cups/);
  });

  it('the agenda has no place for promises if there are none', async () => {
    const one = all.of('promise');
    for (const { id } of one) await act(sam, 'finish', 'promise', id, {});
    await plan(all, sam, { parts: [['Cups', 5]] });
    await findByRole(sam, 'heading', 'Agenda');
    expect((await printed(sam)).words).not.to.contain('What we promised last time');
  });

  it('has the own name in print, where the screen says “you”, or a line for it', async () => {
    await press(sam, 'What we promised');
    await findInText(sam, /Buy decaf tea\s+You/);
    expect((await printed(sam)).words).to.match(/Buy decaf tea You _+ /);
    await press(sam, 'Close');
    sam.people = people;
    await sam.updateComplete;
    expect((await printed(sam)).words).to.match(/Buy decaf tea You Sam /);
  });
});
