import { expect } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { allByRole, findByRole, findFirst, findInText, nameOf, queryByRole, textOf, until } from '../../support/role.js';
import { held } from './held.js';
import { Neighbours } from './neighbours.js';
import { deepActive, press } from './pressing.js';

describe('milieu-meeting-agenda: what we promised', () => {
  let all: Neighbours;
  let ana: MilieuCommunity;
  let sam: MilieuCommunity;

  beforeEach(async () => {
    all = new Neighbours();
    ana = await all.move('p-ana', 'resident', 'board');
    sam = await all.move('p-sam', 'resident', 'board');
    await held(all, ana, [
      { text: 'Ask about the gate', owner: 's-priya', due: '2026-11-30' },
      { text: 'Buy decaf tea', owner: 'p-sam', due: '2026-12-01' },
      { text: 'Wash the curtains', owner: 'p-sam' },
    ]);
    await findByRole(sam, 'heading', 'You said you would');
  });
  afterEach(() => expect(all.refused).to.deep.equal([]));

  it("shows one's own first, each with who and by when", () => {
    expect(allByRole(sam, 'heading', { level: 3 }).map(nameOf)).to.deep.equal(['You said you would', 'Others said they would']);
    const shown = textOf(sam).replace(/\s+/g, ' ');
    expect(shown).to.match(/Buy decaf tea You, by December 1 .*Wash the curtains You .*Ask about the gate Priya, by November 30/);
  });

  it('is done in a tap, stays in sight, and can be taken back', async () => {
    (await findFirst(sam, 'button', 'Done')).click();
    await until(() => all.of('promise').find(({ data }) => data['text'] === 'Buy decaf tea')?.status === 'done');
    await until(() => nameOf(deepActive() as Element) === 'Undo');
    expect(textOf(sam)).to.include('Buy decaf tea');
    await press(sam, 'Undo');
    await until(() => all.of('promise').every(({ status }) => status === 'open'));
  });

  it('is answered by the one who promised, who wrote it down, or staff', async () => {
    const jo = await all.move('p-jo', 'senior-peer', 'board');
    await findInText(jo, 'Ask about the gate');
    expect(queryByRole(jo, 'button', 'Done')).to.equal(undefined);
    await until(() => allByRole(ana, 'button', 'Done').length === 3);
    expect(allByRole(sam, 'button', 'Done')).to.have.length(2);
  });

  it('shows no count and no lateness', () => {
    expect(textOf(sam)).not.to.match(/overdue|late\b|\d+ (open|done|of)/i);
  });

  it('has nothing that axe finds', async () => {
    await expect(sam).to.be.accessible();
  });
});
