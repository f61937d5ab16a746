import { expect } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { byOrder } from '../../../src/model/kinds/agenda-item/order.js';
import { MilieuError } from '../../../src/records/base/errors.js';
import {
  allByRole,
  byRole,
  fill,
  findByRole,
  findByText,
  findFirst,
  findInText,
  nameOf,
  queryByRole,
  textOf,
  until,
} from '../../../src/testing/by-role.js';
import { uuidv7 } from 'uuidv7';
import { startClock } from '../../../src/model/kinds/meeting/clock.js';
import { act } from './meeting-steps.js';
import { ConnectedPages } from '../../testing/connected-pages.js';
import { deepActive, press } from '../../../src/testing/press.js';

const rows = (root: Element): string[] => allByRole(root, 'button', /^Move up: /).map((button) => nameOf(button).replace('Move up: ', ''));
const say = async (root: Element, title: string): Promise<void> => {
  await press(root, 'Suggest something');
  fill(await findByRole(root, 'textbox', 'What would you like to raise?'), title);
  await press(root, 'Suggest it');
  await findInText(root, `You suggested “${title}”.`);
};

describe('milieu-meeting-agenda: planning', () => {
  let all: ConnectedPages;
  let ana: MilieuCommunity;
  let sam: MilieuCommunity;

  beforeEach(async () => {
    all = new ConnectedPages();
    ana = await all.move('p-ana', 'resident');
    sam = await all.move('p-sam', 'resident');
  });
  afterEach(() => expect(all.refused).to.deep.equal([]));

  async function planned(): Promise<void> {
    (await findByRole(ana, 'radio', /^Mutual help/)).click();
    await press(ana, 'Use this plan');
    await findByRole(ana, 'heading', 'Agenda');
    await findInText(sam, 'Who needs something, who can offer it');
    await findByRole(ana, 'button', 'Move up: Close');
  }

  it('plans a meeting from a known one, with a resident as chair, in one change', async () => {
    const saved: string[] = [];
    ana.addEventListener('milieu-saved', ({ action, kind, change }) => saved.push(`${action} ${kind} ${change.records.length}`));
    await planned();
    expect(saved).to.deep.equal(['plan meeting 6']);
    expect(all.of('meeting')[0]?.data['type']).to.equal('mutual-help');
    expect(rows(ana)).to.deep.equal([
      'Thanks',
      'Something to look forward to',
      'Small troubles and ideas',
      'Who needs something, who can offer it',
      'Close',
    ]);
    await findInText(sam, 'Small troubles and ideas');
    expect(queryByRole(sam, 'button', /^Move/)).to.equal(undefined);
    expect(textOf(byRole(sam, 'heading', { level: 2 }).parentElement as Element)).to.include('To help each other live well here.');
  });

  it('proposes an idea with two presses and one field, and keeps its words unchanged', async () => {
    await planned();
    await say(sam, 'Will we get new cups?');
    await say(sam, 'Thank Hope for the garden');
    await findByText(ana, 'Will we get new cups?');
    await findByText(ana, 'Thank Hope for the garden');
    const titles = all.of('item').map(({ data }) => data['title']);
    expect(titles.slice(-2)).to.deep.equal(['Will we get new cups?', 'Thank Hope for the garden']);
  });

  it('says who will read the idea before the first field', async () => {
    await planned();
    await press(sam, 'Suggest something');
    const field = await findByRole(sam, 'textbox', 'What would you like to raise?');
    const line = await findByText(sam, /Everyone who lives or works here can read this, with your name/);
    expect(line.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
    expect(deepActive()).to.equal(field);
  });

  it('keeps an idea that is too short to send, and says so at the field', async () => {
    await press(sam, 'Suggest something');
    const field = await findByRole(sam, 'textbox', 'What would you like to raise?');
    fill(field, 'a');
    await press(sam, 'Suggest it');
    await findInText(sam, 'Write at least a word or two.');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect((field as HTMLInputElement).value).to.equal('a');
    expect(all.of('item')).to.deep.equal([]);
  });

  it('keeps what was typed when it could not be saved', async () => {
    await press(sam, 'Suggest something');
    const field = (await findByRole(sam, 'textbox', 'What would you like to raise?')) as HTMLInputElement;
    fill(field, 'New cups');
    const { records } = sam;
    if (records) records.act = (): Promise<never> => Promise.reject(new MilieuError('quota'));
    byRole(sam, 'button', 'Suggest it').click();
    await findInText(sam, 'Not saved. This device is full.');
    expect([field.isConnected, field.value]).to.deep.equal([true, 'New cups']);
  });

  it('only the chair can put an idea on the agenda', async () => {
    await planned();
    await say(sam, 'Will we get new cups?');
    expect(queryByRole(sam, 'button', 'Put it on the agenda')).to.equal(undefined);
    await press(ana, 'Put it on the agenda');
    await until(() => rows(ana)[3] === 'Will we get new cups?');
    expect(rows(ana).at(-1)).to.equal('Close');
    await until(() => !queryByRole(ana, 'heading', 'Suggestions'));
    await findInText(ana, 'From Sam');
  });

  it('answers an idea outside of the meeting: its author reads why, and nobody else sees it any more', async () => {
    const jo = await all.move('p-jo', 'senior-peer');
    await planned();
    await say(sam, 'Something about one person');
    await findByText(jo, 'Something about one person');
    await press(ana, 'Answer outside the meeting');
    await press(ana, 'Send the answer to Sam');
    await findInText(ana, 'Say why, in a sentence they can read.');
    fill(byRole(ana, 'textbox', 'What is the answer?'), 'Priya will talk with you today.');
    await press(ana, 'Send the answer to Sam');
    await findInText(sam, 'Priya will talk with you today.');
    expect(textOf(ana)).not.to.include('Priya will talk');
  });

  it('joins two ideas that are one: its author reads with what, and the answer counts for both', async () => {
    const jo = await all.move('p-jo', 'senior-peer', 'plan');
    await planned();
    await say(sam, 'Will we get new cups?');
    await press(ana, 'Put it on the agenda');
    await until(() => !queryByRole(ana, 'button', 'Put it on the agenda'));
    await say(jo, 'More mugs, please');
    await press(ana, 'Join with…');
    expect(queryByRole(jo, 'button', 'Join with…')).to.equal(undefined);
    const choice = (await findByRole(ana, 'combobox', 'Join it with')) as HTMLSelectElement;
    expect([...choice.options].map(({ label }) => label)).to.deep.equal(['Will we get new cups?']);
    expect(textOf(ana)).to.include('One answer counts for both.');
    await press(ana, 'Join them');
    await findByRole(jo, 'heading', 'Joined with another suggestion');
    await findInText(jo, 'Joined with “Will we get new cups?”.');
    await until(() => !queryByRole(ana, 'button', 'Join with…'));
    const cups = all.of('item').find(({ data }) => data['title'] === 'Will we get new cups?')?.id ?? '';
    const meeting = all.of('meeting')[0]?.id ?? '';
    const clock = startClock('x', cups, 300, { by: 'p-ana', now: Date.now() });
    await act(ana, 'open', 'meeting', meeting, { moves: { clock } });
    await act(ana, 'decide', 'item', cups, { answers: [{ id: uuidv7(), kind: 'outcome', data: { text: 'Yes, ten.' } }] });
    const said = await all.move('p-jo', 'senior-peer', 'said');
    await findByText(said, 'More mugs, please');
    const row = await until(() => allByRole(said, 'listitem').find((one) => textOf(one).includes('More mugs')));
    await until(() => textOf(row).includes('Yes, ten.') && textOf(row).includes('Joined with'));
  });

  it('moves an item by its buttons: the focus stays, the new place is announced, the ends do nothing', async () => {
    await planned();
    const up = byRole(ana, 'button', 'Move up: Close');
    const last = byRole(ana, 'button', 'Move down: Close');
    expect(last.getAttribute('aria-disabled')).to.equal('true');
    up.focus();
    up.click();
    await until(() => rows(ana)[3] === 'Close');
    await findInText(ana, 'Close is now number 4 of 5.');
    expect(nameOf(deepActive() as Element)).to.equal('Move up: Close');
    for (const place of [2, 1, 0]) {
      (deepActive() as HTMLElement).click();
      await until(() => rows(ana)[place] === 'Close');
    }
    const top = deepActive() as HTMLElement;
    expect(nameOf(top)).to.equal('Move up: Close');
    expect(top.getAttribute('aria-disabled')).to.equal('true');
    top.click();
    await findInText(ana, 'This is the first part.');
    expect(rows(ana)[0]).to.equal('Close');
    await until(() => [...all.of('item')].sort(byOrder)[0]?.data['title'] === 'Close');
  });

  it('keeps the focus on an item that moves down, also when keys come fast', async () => {
    await planned();
    byRole(ana, 'button', 'Move down: Thanks').focus();
    for (let press = 0; press < 3; press++) byRole(ana, 'button', 'Move down: Thanks').click();
    await until(() => rows(ana)[3] === 'Thanks');
    await findInText(ana, 'Thanks is now number 4 of 5.');
    expect(nameOf(deepActive() as Element)).to.equal('Move down: Thanks');
    await until(() => [...all.of('item')].sort(byOrder)[3]?.data['title'] === 'Thanks');
  });

  it('the chair can be changed, and staff can change the minutes of an item', async () => {
    const priya = await all.move('s-priya', 'staff');
    fill(await findByRole(ana, 'combobox', 'Chair'), 'p-sam');
    await press(ana, 'Use this plan');
    await findByRole(sam, 'button', 'Move up: Thanks');
    expect(queryByRole(ana, 'button', /^Move/)).to.equal(undefined);
    (await findFirst(priya, 'button', 'Change')).click();
    fill(await findByRole(priya, 'spinbutton', 'Minutes'), '9');
    await press(priya, 'Save');
    await findInText(sam, '9 min');
  });

  it('a meeting can only be called off with a reason, which everyone here reads', async () => {
    await planned();
    await press(ana, 'Call it off');
    await press(ana, 'Call the meeting off');
    await findInText(ana, 'Say why, in a sentence they can read.');
    fill(byRole(ana, 'textbox', 'Why is it called off?'), 'The room is being painted.');
    await press(ana, 'Call the meeting off');
    await findByRole(ana, 'heading', 'Plan the next meeting');
    await findInText(sam, /Called off: “.+” on .+ Ana wrote: The room is being painted\./);
  });

  it('the draft of a plan comes back', async () => {
    await findByRole(ana, 'button', 'Use this plan');
    fill(byRole(ana, 'textbox', { name: 'Where', hidden: true }), 'Garden');
    await until(async () => JSON.stringify(await ana.records?.drafts.read('meeting-plan-new'))?.includes('Garden'));
  });

  it('axe finds no violation in the plan', async () => {
    await planned();
    await say(sam, 'Will we get new cups?');
    await press(sam, 'Suggest something');
    await findByText(ana, 'Will we get new cups?');
    await expect(ana).to.be.accessible();
    await expect(sam).to.be.accessible();
  });
});
