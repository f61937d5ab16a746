import { expect } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { allByRole, byRole, fill, findByRole, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { held, plan } from './meeting-steps.js';
import { ConnectedPages } from '../../testing/connected-pages.js';
import { press } from '../../../src/testing/press.js';

const words = 'Tea after ten, for two weeks.';
const text = (page: Element): HTMLTextAreaElement => byRole(page, 'textbox', 'Write the minutes') as HTMLTextAreaElement;

describe('milieu-meeting-agenda: minutes', () => {
  let all: ConnectedPages;
  let ana: MilieuCommunity;
  let jo: MilieuCommunity;
  let sam: MilieuCommunity;
  let priya: MilieuCommunity;

  beforeEach(async () => {
    all = new ConnectedPages();
    ana = await all.move('p-ana', 'resident', 'minutes');
    jo = await all.move('p-jo', 'senior-peer', 'minutes');
    sam = await all.move('p-sam', 'resident', 'minutes');
    priya = await all.move('s-priya', 'staff', 'minutes');
    await held(all, ana, [{ text: 'Buy decaf tea', owner: 'p-sam', due: '2026-12-01' }], { notes: 'p-jo' });
  });
  afterEach(() => expect(all.refused).to.deep.equal([]));

  async function drafted(): Promise<void> {
    await findByRole(jo, 'textbox', 'Write the minutes');
    fill(text(jo), words);
    await press(jo, 'Save and ask someone to check it');
    await findInText(jo, 'Staff or the chair, Ana, check it.');
  }

  it('minutes start from what was decided, and a table shows who does what', async () => {
    await findByRole(jo, 'textbox', 'Write the minutes');
    await until(() => text(jo).value.includes('tea after ten'));
    expect(text(jo).value).to.equal(
      'What we decided\n- Can we have tea after ten? Yes, for two weeks. (Most were for it. 4 for, 1 against, 0 not voting)',
    );
    const row = await until(() => byRole(jo, 'table', 'Who does what').querySelector('tbody tr'));
    expect([...row.children].map((cell) => cell.textContent.trim())).to.deep.equal(['Buy decaf tea', 'Sam', 'December 1']);
  });

  it('asks about people whom the minutes name, before anybody can check them; thanks may name anybody', async () => {
    await findByRole(jo, 'textbox', 'Write the minutes');
    fill(text(jo), 'Thank Priya for the cake.\nSam was angry about the tea.');
    await findInText(jo, 'This names Sam.');
    await press(jo, 'Save and ask someone to check it');
    await findInText(jo, 'It names someone. Choose what to do with it first.');
    expect(all.of('minutes')).to.deep.equal([]);
    fill(text(jo), 'Thank Priya for the cake.\nWe talked about the tea.');
    await until(() => !textOf(jo).includes('This names'));
    fill(text(jo), 'Sam leads the walk.');
    await press(jo, 'Leave it as it is');
    await press(jo, 'Save and ask someone to check it');
    await until(() => all.of('minutes')[0]?.data['text'] === 'Sam leads the walk.');
  });

  it('says what kind of meeting it was, if its title does not', async () => {
    await drafted();
    expect(textOf(jo)).not.to.include('·');
    const id = await held(all, ana, [], { type: 'morning', title: 'Breakfast round' });
    fill(await findByRole(ana, 'combobox', 'Which meeting'), id);
    fill(await findByRole(ana, 'textbox', 'Write the minutes'), words);
    await press(ana, 'Save and ask someone to check it');
    await findInText(ana, 'Breakfast round · Morning meeting');
  });

  it('who does what is shown as a list if there is no room for a table', async () => {
    await findByRole(jo, 'table', 'Who does what');
    const tag = await until(() => jo.querySelector('milieu-meeting-agenda'));
    tag.style.inlineSize = '280px';
    const list = await findByRole(jo, 'list', 'Who does what');
    expect(queryByRole(jo, 'table', 'Who does what')).to.equal(undefined);
    expect(textOf(list).replaceAll('\u00a0', ' ')).to.include('Buy decaf tea').and.to.include('Sam, by December 1');
  });

  it('only one primary button is shown while a change is asked for', async () => {
    await drafted();
    await press(priya, 'Ask for a change');
    await findByRole(priya, 'textbox', 'What should change?');
    expect(allByRole(priya, 'button', 'Ask for a change').length).to.equal(1);
    const filled = ['Approve', 'Ask for a change'].map((name) => byRole(priya, 'button', name).classList.contains('go'));
    expect(filled).to.deep.equal([false, true]);
    await press(priya, 'Not now');
    await until(() => byRole(priya, 'button', 'Approve').classList.contains('go'));
  });

  it('the headings and lists of minutes are shown', async () => {
    await findByRole(jo, 'textbox', 'Write the minutes');
    fill(text(jo), 'It was warm.\n\nWhat we decided\n- Tea after ten\n- New cups\nThank you all');
    await press(jo, 'Save and ask someone to check it');
    await findByRole(priya, 'heading', 'What we decided');
    expect(allByRole(priya, 'listitem').map((item) => item.textContent.trim())).to.deep.equal(['Tea after ten', 'New cups']);
    expect(textOf(priya)).to.include('It was warm.').and.to.include('Thank you all').and.not.to.include('- Tea');
  });

  it('a reason that was not sent is kept', async () => {
    await drafted();
    await press(priya, 'Ask for a change');
    fill(await findByRole(priya, 'textbox', 'What should change?'), 'Leave out the second line.');
    await press(priya, 'Not now');
    await press(priya, 'Ask for a change');
    await until(() => (byRole(priya, 'textbox', 'What should change?') as HTMLTextAreaElement).value === 'Leave out the second line.');
  });

  it('only the one who takes notes, the chair and staff can write minutes', async () => {
    await findByRole(ana, 'textbox', 'Write the minutes');
    await findByRole(priya, 'textbox', 'Write the minutes');
    await findInText(sam, 'No minutes to read yet.');
    expect(queryByRole(sam, 'textbox')).to.equal(undefined);
  });

  it('minutes go from draft to review to everybody; before that no resident has them', async () => {
    await drafted();
    expect(queryByRole(jo, 'button', 'Approve')).to.equal(undefined);
    await findInText(ana, words);
    await findInText(priya, words);
    const neverSeen = async (): Promise<void> => {
      expect(textOf(sam)).not.to.include(words);
      expect(await sam.records?.list({ kind: 'minutes' })).to.deep.equal([]);
    };
    await neverSeen();
    await press(ana, 'Approve');
    await findInText(jo, 'Checked. Staff can publish it now.');
    await neverSeen();
    expect(queryByRole(ana, 'button', 'Publish it for everyone')).to.equal(undefined);
    await press(priya, 'Publish it for everyone');
    await findInText(sam, words);
    await findInText(sam, 'Published.');
    expect(queryByRole(sam, 'button', 'Take it back')).to.equal(undefined);
  });

  it('minutes come back to their author with what should change', async () => {
    await drafted();
    await press(priya, 'Ask for a change');
    (await findByRole(priya, 'form')).querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
    await findInText(priya, 'Say why, in a sentence they can read.');
    fill(byRole(priya, 'textbox', 'What should change?'), 'Leave out the second line.');
    byRole(priya, 'form').querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
    await findInText(jo, 'Leave out the second line.');
    await press(jo, 'Change it');
    await until(() => text(jo).value === words);
    fill(text(jo), 'Tea after ten.');
    await press(jo, 'Save and ask someone to check it');
    await findInText(priya, 'Tea after ten.');
  });

  it('staff can take published minutes back', async () => {
    await drafted();
    await press(priya, 'Approve');
    await press(priya, 'Publish it for everyone');
    await findInText(sam, words);
    await press(priya, 'Take it back');
    fill(await findByRole(priya, 'textbox', 'What should change?'), 'A name is in it.');
    byRole(priya, 'form').querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
    await findInText(jo, 'A name is in it.');
  });

  it('each earlier meeting can be chosen', async () => {
    await drafted();
    const second = await plan(all, ana, { startsAt: '2026-01-02T10:00:00.000Z', more: { notes: 'p-jo' } });
    const { records } = ana;
    const clock = { holder: 'x', by: 'p-ana', item: '', left: 0, since: '' };
    await records?.act('open', { kind: 'meeting', id: second, rev: 1 }, { moves: { clock } });
    await records?.act('close', { kind: 'meeting', id: second, rev: 2 });
    fill(await findByRole(jo, 'combobox', 'Which meeting'), second);
    await until(() => text(jo).value === '');
    expect(textOf(jo)).not.to.include(words);
  });

  it('staff note who was here, correct it, and nobody else reads or sees it', async () => {
    (await findByRole(priya, 'button', 'Who was here')).click();
    await findInText(priya, 'Only staff can read this. It never says why.');
    fill(await findByRole(priya, 'combobox', 'Sam'), 'part');
    await press(priya, 'Save who was here');
    await until(() => all.of('attendance').length === 1);
    expect(all.of('attendance').map(({ visibility, data }) => [visibility, data])).to.deep.equal([
      ['staff', { present: [], part: ['p-sam'], excused: [] }],
    ]);
    const tom = await all.move('s-tom', 'staff', 'minutes');
    (await findByRole(tom, 'button', 'Who was here')).click();
    await until(() => (byRole(tom, 'combobox', 'Sam') as HTMLSelectElement).value === 'part');
    fill(byRole(tom, 'combobox', 'Sam'), 'present');
    await press(tom, 'Save who was here');
    await until(() => JSON.stringify(all.of('attendance')[0]?.data) === '{"present":["p-sam"],"part":[],"excused":[]}');
    await findByRole(ana, 'button', 'Save and ask someone to check it');
    expect(queryByRole(ana, 'button', 'Who was here')).to.equal(undefined);
    expect(await ana.records?.list({ kind: 'attendance' })).to.deep.equal([]);
  });

  it('axe finds no violation in the minutes', async () => {
    await drafted();
    await findInText(priya, words);
    for (const page of [jo, sam, priya]) await expect(page).to.be.accessible();
  });
});
