import { expect, html } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import {
  allByRole,
  allByText,
  byRole,
  fill,
  findByRole,
  findByText,
  findInText,
  nameOf,
  queryByRole,
  textOf,
  until,
} from '../../../src/testing/by-role.js';
import { deepActive, press } from '../../../src/testing/press.js';
import { openCommunity } from '../../testing/community.js';
import { ConcernPages, house, openAll } from './concern-scene.js';

const words = 'The night door was locked from outside.';
const theirName = (id: string): string => house.find((one) => one.id === id)!.name;

async function write(page: MilieuCommunity, text: string, ...named: readonly string[]): Promise<void> {
  await press(page, 'I have a concern');
  const field = await findByRole(page, 'textbox', 'What isn’t right?');
  for (const id of named) (await findByRole(page, 'checkbox', theirName(id))).click();
  fill(field, text);
}

describe('milieu-help: a concern', () => {
  let all: ConcernPages;
  let ana: MilieuCommunity;
  beforeEach(async () => {
    all = new ConcernPages();
    ana = await all.open('p-ana');
  });
  afterEach(() => expect(all.backend.refused).to.deep.equal([]));

  it('its form says who can read it before it has a field, and who cannot as soon as they are chosen', async () => {
    await press(ana, 'I have a concern');
    const field = await findByRole(ana, 'textbox', 'What isn’t right?');
    expect(textOf(ana)).to.match(/Staff can read this\. If it’s about one of them, choose them below\. Then they can’t\..*What isn’t right\?/s);
    (await findByRole(ana, 'checkbox', 'Priya')).click();
    await findInText(ana, 'Priya can’t read this, and won’t hear of it from us. Other staff can read it.');
    expect(allByRole(ana, 'checkbox').map(nameOf)).to.deep.equal(['Priya', 'Tom', 'Ida']);
    expect((field as HTMLTextAreaElement).value).to.equal('');
  });

  it('staff whom it does not name read it and answer it, and its author reads the answer', async () => {
    const [tom, priya] = [await all.open('s-tom', 'staff'), await all.open('s-priya', 'staff')];
    await write(ana, words, 's-priya');
    await press(ana, 'Send to staff');
    await findInText(ana, 'Saved for staff');
    await findInText(ana, 'No one has read it yet.');
    await findInText(tom, /Concerns From Ana/);
    expect(textOf(tom)).not.to.include(words, 'nobody reads it over a shoulder');
    openAll(tom);
    await findInText(tom, words);
    await findInText(tom, 'About Priya, who can’t read this.');
    await press(tom, 'I’ve read it');
    await findInText(ana, 'Staff have read this.');
    await findInText(tom, 'You marked the concern from Ana as read.');
    fill(await findByRole(tom, 'textbox', 'What do you want to tell Ana?'), 'There is a second key now.');
    await press(tom, 'Send answer');
    await findInText(tom, 'You answered Ana.');
    await findInText(ana, /Tom answered\..*There is a second key now\./);
    expect(textOf(priya)).not.to.match(/Concern|night door|second key/);
    expect((await priya.records!.list({ kind: 'concern' })).concat(await priya.records!.list({ kind: 'concern-reply' }))).to.deep.equal([]);
    await press(ana, 'This is settled for me');
    await findInText(ana, 'You said this is settled.');
    await until(() => !queryByRole(tom, 'button', 'Send answer'));
    await expect(tom.querySelector('milieu-help')!).to.be.accessible();
    await expect(ana.querySelector('milieu-help')!).to.be.accessible();
  });

  it('staff close it with a reason that its author reads, and only after they have read it', async () => {
    const tom = await all.open('s-tom', 'staff');
    await write(ana, words);
    await press(ana, 'Send to staff');
    await findByRole(tom, 'heading', 'Concerns');
    openAll(tom);
    await findByRole(tom, 'button', 'Send answer');
    expect(queryByRole(tom, 'button', /^Close/)).to.equal(undefined);
    await press(tom, 'I’ve read it');
    const close = await findByRole(tom, 'button', 'Close, with these words as the reason');
    close.click();
    await findInText(tom, 'Write a few words for Ana.');
    fill(byRole(tom, 'textbox', 'What do you want to tell Ana?'), 'The door has a handle now.');
    close.click();
    await findInText(ana, /Tom closed this, and says why\..*The door has a handle now\./);
    await until(() => deepActive()?.textContent?.includes('You closed the concern from') === true);
  });

  it('its author takes it back before staff answer', async () => {
    const tom = await all.open('s-tom', 'staff');
    await write(ana, words);
    await press(ana, 'Send to staff');
    await findByRole(tom, 'heading', 'Concerns');
    await press(ana, 'Take it back');
    await findInText(ana, 'You took this back.');
    await until(() => !queryByRole(tom, 'heading', 'Concerns'));
  });

  it('if everybody on the staff is named, it says that nobody could read it and whom to call, sends nothing, and keeps the text', async () => {
    ana.help = {
      people: [
        { name: 'Patient advocate', phone: '555 0199' },
        { name: 'Tom', phone: '555 0100' },
      ],
    };
    await write(ana, words, 's-priya', 's-tom', 's-ida');
    await findInText(ana, 'Nobody here could read this, so it can’t be sent.');
    await findByRole(ana, 'link', /555 0199/);
    expect(queryByRole(ana, 'link', /555 0100/), 'nobody whom it is about').to.equal(undefined);
    await press(ana, 'Send to staff');
    await until(() => allByText(ana, 'Nobody here could read this, so it can’t be sent.').length === 2);
    expect((byRole(ana, 'textbox', 'What isn’t right?') as HTMLTextAreaElement).value).to.equal(words);
    expect(all.concern).to.equal(undefined);
    byRole(ana, 'checkbox', 'Ida').click();
    await press(ana, 'Send to staff');
    await until(() => all.concern);
    expect(all.concern!.to).to.deep.equal(['s-priya', 's-tom']);
  });

  it('names three at most', async () => {
    ana.people = [...house, { id: 's-lou', name: 'Lou', as: 'staff' }, { id: 's-max', name: 'Max', as: 'staff' }];
    await write(ana, words, 's-priya', 's-tom', 's-ida');
    (await findByRole(ana, 'checkbox', 'Lou')).click();
    await press(ana, 'Send to staff');
    await findByText(ana, 'Choose up to 3.');
    expect(all.concern).to.equal(undefined);
  });

  it('where the host lists no staff, it says that nobody of them can be left out', async () => {
    ana.people = house.filter(({ as }) => as !== 'staff');
    await press(ana, 'I have a concern');
    await findInText(ana, 'All staff can read this. This page can’t leave one of them out.');
    expect(queryByRole(ana, 'checkbox')).to.equal(undefined);
  });

  it('what was written is there again after the widget has left the page', async () => {
    await write(ana, words, 's-tom');
    const help = ana.querySelector('milieu-help')!;
    help.remove();
    ana.append(help);
    if (!queryByRole(ana, 'textbox', 'What isn’t right?')) await press(ana, 'I have a concern');
    await until(() => (queryByRole(ana, 'textbox', 'What isn’t right?') as HTMLTextAreaElement | undefined)?.value === words);
    expect((await findByRole(ana, 'checkbox', 'Tom')).matches(':checked')).to.equal(true);
  });

  it('is not offered where nobody is signed in: nobody could come back for the answer', async () => {
    const page = await openCommunity(html`<milieu-help></milieu-help>`, { person: '' });
    await findByRole(page, 'button', 'I’m worried about someone');
    expect(queryByRole(page, 'button', 'I have a concern')).to.equal(undefined);
  });

  it('another widget opens it: the own concerns for a person, the one that is asked for on the page of staff', async () => {
    const tom = await all.open('s-tom', 'staff');
    await write(ana, words);
    await press(ana, 'Send to staff');
    const { id } = await until(() => all.concern);
    await findByRole(tom, 'heading', 'Concerns');
    const ways = (page: MilieuCommunity): { open(way: object): boolean } => (page.querySelector('milieu-help') as never)['community']['waysIn'];
    ways(tom).open({ tag: 'milieu-help', view: 'staff-concerns', about: id });
    await until(() => nameOf(deepActive()!).includes('From Ana'));
    await findInText(tom, words);
    ways(ana).open({ tag: 'milieu-help', view: 'concerns' });
    await until(() => nameOf(deepActive()!) === 'I have a concern');
    expect(deepActive()!.getAttribute('aria-expanded')).to.equal('true');
  });
});
