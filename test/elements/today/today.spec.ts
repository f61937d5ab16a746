import { expect, html } from '@open-wc/testing';
import type { MilieuOpenEvent } from '../../../src/elements/community/events.js';
import { allByRole, byRole, findByRole, findByText, queryByRole, queryByText, textOf, until } from '../../../src/testing/by-role.js';
import { printed } from '../../testing/watch-paper.js';
import { FakeDay, laterToday, press, today } from './today-scene.js';

const rows = (root: Element): readonly string[] =>
  allByRole(byRole(root, 'list', 'What is waiting for you'), 'listitem').map((row) => textOf(row).replace(/\s+/g, ' ').trim());

describe('milieu-today: what waits for a resident', () => {
  it('says that nothing waits, and when the next meeting is', async () => {
    const day = new FakeDay();
    const inAWeek = new Date(Date.now() + 7 * 24 * 60 * 60_000).toISOString();
    day.meeting('House meeting', inAWeek);
    const community = await today(day);
    await findByRole(community, 'heading', 'Nothing is waiting for you.');
    await findByText(community, /^Next: House meeting, /);
  });

  it('has one line for each thing that waits, the most urgent first', async () => {
    const day = new FakeDay();
    day.meeting('House meeting', laterToday());
    day.accept('p-ana', day.job('p-ana', 'Set the tables'));
    day.job('p-ana', 'Water the beds');
    day.letter('p-sam', 'p-ana');
    day.call('p-ana');
    const community = await today(day);
    await findByText(community, /^New for you from/);
    const told = rows(community);
    expect(told.map((row) => /Your call for staff|New for you|Set the tables|A job for you|House meeting/.exec(row)?.[0])).to.deep.equal([
      'Your call for staff',
      'New for you',
      'Set the tables',
      'A job for you',
      'House meeting',
    ]);
  });

  it('shows nothing of what a letter says', async () => {
    const day = new FakeDay();
    day.letter('p-sam', 'p-ana');
    const community = await today(day);
    await findByText(community, /^New for you from/);
    expect(queryByText(community, /mop/)).to.equal(undefined);
  });

  it('leaves out a job of a later day', async () => {
    const day = new FakeDay();
    day.accept('p-ana', day.job('p-ana', 'Wash the windows', { due: '2999-01-01' }));
    day.letter('p-sam', 'p-ana');
    const community = await today(day);
    await findByText(community, /^New for you from/);
    expect(queryByText(community, /windows/)).to.equal(undefined);
  });

  it('a job is done with one press, and can be taken back', async () => {
    const day = new FakeDay();
    const id = day.job('p-ana', 'Set the tables');
    day.accept('p-ana', id);
    const community = await today(day);
    await press(community, 'Done');
    await findByText(community, /Set the tables.?: done/);
    expect((await community.records?.get(id))?.record.status).to.equal('done');
    await press(community, 'Undo');
    await findByRole(community, 'button', 'Done');
    expect((await community.records?.get(id))?.record.status).to.equal('accepted');
  });

  it('leads to the letter in the widget on the same page', async () => {
    const day = new FakeDay();
    day.letter('p-sam', 'p-ana');
    const community = await today(day, {}, html`<milieu-peer-feedback></milieu-peer-feedback>`);
    await press(community, /^Open: New for you/);
    const feedback = community.querySelector('milieu-peer-feedback')!;
    await until(() => byRole(feedback, 'button', /^For you/).getAttribute('aria-current') === 'page');
    await findByText(feedback, 'You found the mop at once.');
    await until(() => document.activeElement === feedback);
  });

  it('tells the host if the widget is not on the page', async () => {
    const day = new FakeDay();
    const id = day.letter('p-sam', 'p-ana');
    const community = await today(day);
    const told: MilieuOpenEvent[] = [];
    community.addEventListener('milieu-open', (event) => told.push(event));
    await press(community, /^Open: New for you/);
    expect(told.map(({ tag, view, about }) => ({ tag, view, about }))).to.deep.equal([{ tag: 'milieu-peer-feedback', view: 'inbox', about: id }]);
  });

  it('tells the host too if the widget is hidden, and the widget is on its page when the host shows it', async () => {
    const day = new FakeDay();
    day.letter('p-sam', 'p-ana');
    const community = await today(day, {}, html`<milieu-peer-feedback hidden></milieu-peer-feedback>`);
    const feedback = community.querySelector('milieu-peer-feedback')!;
    community.addEventListener('milieu-open', () => (feedback.hidden = false));
    await press(community, /^Open: New for you/);
    await until(() => byRole(feedback, 'button', /^For you/).getAttribute('aria-current') === 'page');
  });

  it('shows the own call where nothing else does', async () => {
    const day = new FakeDay();
    day.call('p-ana');
    const community = await today(day);
    await press(community, /^Open: Your call for staff/);
    await findByRole(community, 'button', 'Cancel my call');
  });

  it('axe finds no violation', async () => {
    const day = new FakeDay();
    day.letter('p-sam', 'p-ana');
    day.accept('p-ana', day.job('p-ana', 'Set the tables'));
    const community = await today(day);
    await findByText(community, /^New for you from/);
    await expect(community.querySelector('milieu-today')).to.be.accessible();
  });
});

describe('milieu-today: the shift sheet', () => {
  const staff = { person: 's-priya', as: 'staff' } as const;

  it('has a part for each kind of answer that waits, since when, and the next act', async () => {
    const day = new FakeDay();
    day.reminder('p-ana', 'p-sam');
    day.idea('p-ana', 'New cups');
    day.call('p-sam');
    const community = await today(day, staff);
    await findByRole(community, 'heading', 'Calls for staff');
    await findByRole(community, 'button', 'Review: From Ana to Sam');
    await findByRole(community, 'button', 'Answer: Ana: New cups');
    expect(allByRole(community, 'heading').map((one) => textOf(one).trim())).to.include.members([
      'Calls for staff',
      'Reminders to review',
      'Suggestions without an answer',
    ]);
    expect(queryByRole(community, 'heading', 'Minutes to check')).to.equal(undefined);
  });

  it('says who would like to read a reminder with staff, and leads there', async () => {
    const day = new FakeDay();
    day.readWithStaff('p-ana', 'p-sam');
    const community = await today(day, staff, html`<milieu-peer-feedback></milieu-peer-feedback>`);
    await findByRole(community, 'heading', 'Reading with staff');
    await press(community, 'Open: Sam would like to read a reminder with staff');
    await findByRole(community.querySelector('milieu-peer-feedback')!, 'heading', 'Sam would like to read a reminder with staff');
  });

  it('says on paper the next act of a call too, which has buttons of its own on the screen', async () => {
    const day = new FakeDay();
    day.idea('p-ana', 'New cups');
    day.call('p-sam');
    const community = await today(day, staff);
    await findByRole(community, 'button', 'Answer: Ana: New cups');
    const { words } = await printed(community);
    expect(words).to.match(/Shift sheet .*Sam asked staff to come .*Waiting since .* Answer .*Suggestions without an answer/);
  });

  it('never says that nothing waits when it has not been checked', async () => {
    const community = await today(new FakeDay(), staff);
    community.transport = { send: () => Promise.resolve(true), pull: () => new Promise(() => undefined) };
    await findByText(community, /not been able to check yet/);
    expect(queryByText(community, /Nothing is waiting/)).to.equal(undefined);
  });

  it('opens the reminder itself in the widget that holds it, also a second time', async () => {
    const day = new FakeDay();
    day.reminder('p-ana', 'p-sam');
    day.reminder('p-sam', 'p-ana');
    const community = await today(day, staff, html`<milieu-peer-feedback></milieu-peer-feedback>`);
    const feedback = community.querySelector('milieu-peer-feedback')!;
    for (const [from, to] of [
      ['Ana', 'Sam'],
      ['Sam', 'Ana'],
      ['Ana', 'Sam'],
    ]) {
      await press(community, `Review: From ${from} to ${to}`);
      await findByRole(feedback, 'button', `Pass it on to ${to}`);
    }
    await press(feedback, 'To review (2)');
    await findByText(feedback, 'Choose one to read it.');
    await press(community, 'Review: From Ana to Sam');
    await findByRole(feedback, 'button', 'Pass it on to Sam');
  });

  it('a call is answered on the sheet', async () => {
    const day = new FakeDay();
    const id = day.call('p-sam');
    const community = await today(day, staff);
    await press(community, 'I’ve seen it');
    await findByText(community, /Seen, still open/);
    expect((await community.records?.get(id))?.record.status).to.equal('seen');
  });

  it('a resident has no shift sheet', async () => {
    const day = new FakeDay();
    day.call('p-sam');
    const community = await today(day);
    await findByRole(community, 'heading', 'Nothing is waiting for you.');
    expect(queryByRole(community, 'button', 'Shift sheet')).to.equal(undefined);
  });
});

describe('milieu-today: the way to help', () => {
  it('leads to the call in the widget for help, if it is on the page', async () => {
    const day = new FakeDay();
    day.call('p-ana');
    const community = await today(day, {}, html`<milieu-help></milieu-help>`);
    await findByText(community.querySelector('milieu-help')!, 'Cancel my call');
    await press(community, /^Open: Your call for staff/);
    await until(() => document.activeElement === community.querySelector('milieu-help'));
  });
});

describe('a page with a day', () => {
  it('a widget for help without anything at its foot shows no empty bar', async () => {
    const community = await today(new FakeDay(), {}, html`<milieu-help></milieu-help>`);
    const help = community.querySelector('milieu-help')!;
    const foot = (): Element => help.shadowRoot!.querySelector('[part~="foot"]')!;
    await until(() => !foot().checkVisibility());
    community.querySelector('milieu-today')!.remove();
    await until(() => foot().checkVisibility());
  });
});
