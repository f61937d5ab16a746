import { expect } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { allByRole, byRole, fill, findByRole, findFirst, findInText, nameOf, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { held, plan } from './meeting-steps.js';
import { ConnectedPages } from '../../testing/connected-pages.js';
import { deepActive, press } from '../../../src/testing/press.js';

describe('milieu-meeting-agenda: what we promised', () => {
  let all: ConnectedPages;
  let ana: MilieuCommunity;
  let sam: MilieuCommunity;

  beforeEach(async () => {
    all = new ConnectedPages();
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

  it("shows one's own promises first, each with who and by when", () => {
    expect(allByRole(sam, 'heading', { level: 3 }).map(nameOf)).to.deep.equal(['You said you would', 'Others said they would']);
    const shown = textOf(sam).replace(/\s+/g, ' ');
    expect(shown).to.match(/Buy decaf tea You, by December 1 .*Wash the curtains You .*Ask about the gate Priya, by November 30/);
  });

  it('a promise is done with one press, stays visible, and can be undone', async () => {
    (await findFirst(sam, 'button', 'Done')).click();
    await until(() => all.of('promise').find(({ data }) => data['text'] === 'Buy decaf tea')?.status === 'done');
    await until(() => nameOf(deepActive() as Element) === 'Undo');
    expect(textOf(sam)).to.include('Buy decaf tea');
    await press(sam, 'Undo');
    await until(() => all.of('promise').every(({ status }) => status === 'open'));
  });

  it('a promise can be answered by the one who made it, the one who wrote it down, or staff', async () => {
    const jo = await all.move('p-jo', 'senior-peer', 'board');
    await findInText(jo, 'Ask about the gate');
    expect(queryByRole(jo, 'button', 'Done')).to.equal(undefined);
    await until(() => allByRole(ana, 'button', 'Done').length === 3);
    expect(allByRole(sam, 'button', 'Done')).to.have.length(2);
  });

  it('who promised says how it is going; others read it on the board and when the next meeting opens, and it stays open', async () => {
    (await findFirst(sam, 'button', 'Say how it goes')).click();
    await press(sam, 'Save');
    await findInText(sam, 'Write a few words first.');
    fill(byRole(sam, 'textbox', 'How is it going?'), 'The shop had none. I’ll try on Friday.');
    await press(sam, 'Save');
    await findInText(ana, 'The shop had none. I’ll try on Friday.');
    await until(() => nameOf(deepActive() as Element) === 'Say how it goes');
    await plan(all, ana);
    const jo = await all.move('p-jo', 'senior-peer', 'run');
    await findByRole(jo, 'heading', 'What we promised last time');
    await findInText(jo, 'The shop had none. I’ll try on Friday.');
    expect(textOf(jo)).to.include('Sam');
    expect(all.of('promise').every(({ status }) => status === 'open')).to.equal(true);
    expect(queryByRole(jo, 'button', 'Say how it goes')).to.equal(undefined);
  });

  it('words can be kept with a promise that is done, and are not needed', async () => {
    const done = (): unknown => all.of('promise').filter(({ status }) => status === 'done').length;
    (await findFirst(sam, 'button', 'Say how it goes')).click();
    fill(await findByRole(sam, 'textbox', 'How is it going?'), 'Two boxes are in the kitchen.');
    await press(sam, 'Save, and it is done');
    await findInText(ana, 'Two boxes are in the kitchen.');
    expect(done()).to.equal(1);
    await until(() => nameOf(deepActive() as Element) === 'Undo');
    (await findFirst(sam, 'button', 'Say how it goes')).click();
    await findByRole(sam, 'textbox', 'How is it going?');
    await press(sam, 'Save, and it is done');
    await until(() => done() === 2);
  });

  it('shows no count of promises and not that one is late', () => {
    expect(textOf(sam)).not.to.match(/overdue|late\b|\d+ (open|done|of)/i);
  });

  it('axe finds no violation in the promises', async () => {
    await expect(sam).to.be.accessible();
  });
});
