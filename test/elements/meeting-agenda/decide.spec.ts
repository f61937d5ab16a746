import { expect } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { allByRole, byRole, fill, findByRole, findInText, nameOf, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { plan } from './meeting-steps.js';
import { ConnectedPages } from '../../testing/connected-pages.js';
import { deepActive, press } from '../../../src/testing/press.js';

describe('milieu-meeting-agenda: what a meeting decides', () => {
  let all: ConnectedPages;
  let ana: MilieuCommunity;
  let sam: MilieuCommunity;

  beforeEach(async () => {
    all = new ConnectedPages();
    ana = await all.move('p-ana', 'resident', 'run');
    sam = await all.move('p-sam', 'resident', 'run');
    await plan(all, ana, { parts: [['Cups', 5, 'request']] }); // prettier-ignore
    await press(ana, 'Open the meeting');
    await press(ana, 'Write what we decided');
    await findByRole(ana, 'textbox', 'What did we decide?');
  });
  afterEach(() => expect(all.refused).to.deep.equal([]));

  const votes = async (...counts: readonly string[]): Promise<void> => {
    byRole(ana, 'button', 'Say more').click();
    for (const [at, name] of ['For', 'Against', 'Not voting'].entries()) fill(await findByRole(ana, 'spinbutton', name), counts[at] ?? '');
  };

  it('saves the outcome, and who does what by when, in one change', async () => {
    const saved: string[] = [];
    ana.addEventListener('milieu-saved', ({ action, change }) => saved.push(`${action} ${change.records.map(({ kind }) => kind).join(' ')}`));
    fill(byRole(ana, 'textbox', 'What did we decide?'), 'Six new cups this week.');
    await press(ana, 'Add a promise');
    fill(await findByRole(ana, 'textbox', 'What'), 'Buy the cups');
    fill(byRole(ana, 'combobox', 'Who'), 'p-sam');
    fill(byRole(ana, 'group', 'Promise 1').querySelector('input[type="date"]') as HTMLElement, '2026-12-01');
    await press(ana, 'Save the decision');
    await findInText(sam, 'Six new cups this week.');
    await findInText(sam, 'Buy the cups You, by December 1');
    expect(saved).to.deep.equal(['decide item outcome promise']);
    expect(all.of('promise').map(({ to, data }) => [to, data])).to.deep.equal([[['p-sam'], { text: 'Buy the cups', due: '2026-12-01' }]]);
  });

  it('asks for the words and then for the person, and keeps what was typed', async () => {
    await press(ana, 'Add a promise');
    fill(await findByRole(ana, 'textbox', 'What'), 'Buy the cups');
    await press(ana, 'Save the decision');
    await findByRole(ana, 'heading', 'Some things to add first');
    await until(() => deepActive()?.id === 'problems');
    await press(ana, 'Say who will do it.');
    await until(() => nameOf(deepActive() as Element) === 'Who');
    expect((byRole(ana, 'textbox', 'What') as HTMLInputElement).value).to.equal('Buy the cups');
    fill(byRole(ana, 'combobox', 'Who'), 'p-ana');
    await press(ana, 'Save the decision');
    await until(() => deepActive()?.id === 'text');
    expect(byRole(ana, 'textbox', 'What did we decide?').getAttribute('aria-invalid')).to.equal('true');
    expect(all.of('outcome')).to.deep.equal([]);
  });

  it('shows vote counts of five or more', async () => {
    fill(byRole(ana, 'textbox', 'What did we decide?'), 'Yes.');
    await votes('4', '1', '0');
    await press(ana, 'Save the decision');
    await findInText(sam, '4 for, 1 against, 0 not voting');
  });

  it('does not save vote counts below five, because people could be guessed', async () => {
    fill(byRole(ana, 'textbox', 'What did we decide?'), 'Yes.');
    await votes('3', '1', '0');
    await press(ana, 'Save the decision');
    await findInText(ana, 'With fewer than five votes, write what was decided in words.');
    expect(all.of('outcome')).to.deep.equal([]);
    expect(textOf(sam)).not.to.include('3 for');
  });

  it('asks for the reason if staff decided, and everybody reads it', async () => {
    fill(byRole(ana, 'textbox', 'What did we decide?'), 'The kitchen closes at nine.');
    byRole(ana, 'button', 'Say more').click();
    fill(await findByRole(ana, 'combobox', 'How did we decide?'), 'staff-decides');
    await press(ana, 'Save the decision');
    await findInText(ana, 'Say why, in a sentence they can read.');
    expect(all.of('outcome')).to.deep.equal([]);
    fill(byRole(ana, 'textbox', 'Why?'), 'The cook ends her shift then.');
    await press(ana, 'Save the decision');
    await findInText(sam, 'Why: The cook ends her shift then.');
    expect(all.of('outcome').map(({ v, data }) => [v, data['why']])).to.deep.equal([[2, 'The cook ends her shift then.']]);
  });

  it('the draft of a decision comes back after the page was left', async () => {
    fill(byRole(ana, 'textbox', 'What did we decide?'), 'Six new cups this week.');
    await until(async () => {
      const item = all.of('item')[0]?.id ?? '';
      return JSON.stringify(await ana.records?.drafts.read(`meeting-decide-${item}`))?.includes('Six new cups');
    });
    await press(ana, 'Not now');
    await press(ana, 'Write what we decided');
    await until(() => (byRole(ana, 'textbox', 'What did we decide?') as HTMLTextAreaElement).value === 'Six new cups this week.');
  });

  it('only the chair and staff can record a decision', async () => {
    const priya = await all.move('s-priya', 'staff', 'run');
    await findByRole(priya, 'button', 'Write what we decided');
    expect(queryByRole(sam, 'button', 'Write what we decided')).to.equal(undefined);
  });

  it('axe finds no violation in the decision form, also with a promise and with mistakes', async () => {
    await press(ana, 'Add a promise');
    await press(ana, 'Add a promise');
    await until(() => allByRole(ana, 'group', /^Promise/).length === 2);
    await votes('1', '0', '0');
    await press(ana, 'Save the decision');
    await findByRole(ana, 'heading', 'Some things to add first');
    // The button that is no longer the primary one is still changing its colour.
    const close = byRole(ana, 'button', 'Close the meeting');
    await Promise.all(close.getAnimations().map((animation) => animation.finished));
    await expect(ana).to.be.accessible();
  });
});
