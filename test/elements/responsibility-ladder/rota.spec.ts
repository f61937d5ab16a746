import { expect, html } from '@open-wc/testing';
import '../../../src/define/responsibility-ladder.js';
import { uuidv7 } from 'uuidv7';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { localDay } from '../../../src/elements/parts/date-field.js';
import { dayAfter, mondayOf } from '../../../src/model/kinds/job/calendar.js';
import type { Job, Restriction } from '../../../src/model/kinds/job/table.js';
import type { As } from '../../../src/model/record.js';
import type { Kept, Query } from '../../../src/records/base/types.js';
import { allByRole, byRole, fill, findByRole, findByText, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { openCommunity } from '../../testing/community.js';

const today = localDay();
const monday = mondayOf(today);
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const wash = { title: 'Wash the dishes', steps: [], weekdays: everyDay, first: monday };

const press = async (root: Element, name: string | RegExp): Promise<void> => (await findByRole(root, 'button', name)).click();
const tick = async (root: Element, name: string): Promise<void> => (await findByRole(root, 'checkbox', name)).click();
const open = async (root: Element, summary: string): Promise<void> => (await findByText(root, summary)).click();
const wait = async <D>(community: MilieuCommunity, query: Query): Promise<readonly Kept<D>[]> =>
  until(async () => {
    const list = await community.records?.list(query);
    return list && list.length > 0 ? (list as readonly Kept<D>[]) : undefined;
  });
const asPerson = async (community: MilieuCommunity, person: string, as: As): Promise<void> => {
  community.person = person;
  community.as = as;
  await until(() => community.records?.actor.person === person && community.status.store === 'open');
};
const staff = (view = 'rota'): Promise<MilieuCommunity> =>
  openCommunity(html`<milieu-responsibility-ladder view=${view}></milieu-responsibility-ladder>`, { person: 's-priya', as: 'staff', keep: 'house' });
async function plan(community: MilieuCommunity, to: readonly string[], data: object = wash): Promise<string> {
  const id = uuidv7();
  await community.records?.act('plan', { kind: 'job', id }, { to, data: data as never });
  return id;
}
const says = (community: MilieuCommunity, action: string, about: string, data: object): unknown =>
  community.records?.act(action, { kind: 'job-day', id: uuidv7() }, { about, to: [], data: data as never });

describe('milieu-responsibility-ladder: jobs and turns, for staff', () => {
  it('staff write a job once, with its people, its days and turns', async () => {
    const community = await staff();
    fill(await findByRole(community, 'textbox', 'What is it?'), 'Wash the dishes');
    await tick(community, 'Sam');
    await tick(community, 'Ana');
    await tick(community, 'Monday');
    await tick(community, 'Friday');
    await press(community, 'Save this job');
    await findByRole(community, 'heading', /Saved for/);
    const [job] = await wait<Job>(community, { kind: 'job' });
    expect(job?.record.to).to.deep.equal(['p-sam', 'p-ana']);
    expect(job?.record.data).to.deep.equal({ title: 'Wash the dishes', steps: [], weekdays: [1, 5], first: today, turns: 'day' });
    expect(job?.record.visibility).to.equal('named-and-staff');
  });

  it('a job may come once, with everything that can be said about it', async () => {
    const community = await staff();
    fill(await findByRole(community, 'textbox', 'What is it?'), 'Bake bread');
    await tick(community, 'Ana');
    byRole(community, 'radio', 'Once').click();
    await open(community, 'Say more');
    fill(await findByRole(community, 'spinbutton', /minutes/), '30');
    fill(byRole(community, 'textbox', /One step per line/), 'Flour.\nWater.');
    fill(byRole(community, 'textbox', /careful/), 'The oven is hot.');
    fill(byRole(community, 'textbox', /easier/), 'There is a stool.');
    fill(byRole(community, 'textbox', /^What does it involve/), 'lifting, heat');
    await press(community, 'Save this job');
    const [job] = await wait<Job>(community, { kind: 'job' });
    expect(job?.record.data).to.deep.equal({
      ...{ title: 'Bake bread', first: today, minutes: 30, steps: ['Flour.', 'Water.'] },
      ...{ safety: 'The oven is hot.', access: 'There is a stool.', tags: ['lifting', 'heat'] },
    });
  });

  it('what is missing is named at once', async () => {
    const community = await staff();
    await press(community, 'Save this job');
    for (const words of ['Say what it is.', 'Choose at least one person.', 'Choose at least one day.']) await findByRole(community, 'button', words);
    await tick(community, 'Ana');
    await until(() => !queryByRole(community, 'button', 'Choose at least one person.'));
  });

  it('the table has the turns of this week and the next, with swaps and who said no, and not what was done', async () => {
    const community = await staff();
    const id = await plan(community, ['p-ana', 'p-sam'], { ...wash, turns: 'week' });
    await asPerson(community, 'p-ana', 'resident');
    await says(community, 'done', id, { day: today });
    await says(community, 'decline', id, { day: today });
    await asPerson(community, 's-priya', 'staff');
    const table = await findByRole(community, 'table', 'Whose turn it is');
    const cells = [...table.querySelectorAll('td')].map(({ innerText }) => innerText.trim());
    expect(cells.filter((words) => words === 'Sam')).to.have.lengthOf(7);
    expect(cells.filter((words) => words === 'Ana')).to.have.lengthOf(6);
    expect(cells.filter((words) => /Ana.?: not this time/.test(words))).to.have.lengthOf(1);
    expect(textOf(table)).not.to.contain('Done');
  });

  it('each cell of the table names its job and its day', async () => {
    const community = await staff();
    await plan(community, ['p-ana']);
    const table = await findByRole(community, 'table', 'Whose turn it is');
    for (const cell of table.querySelectorAll('td')) {
      const heads = cell.headers.split(' ').map((id) => table.querySelector(`#${id}`)?.textContent ?? '');
      expect(heads[0]).to.equal('Wash the dishes');
      expect(heads[1]).to.match(/\d/);
    }
  });

  it('staff change a job: the new one takes its place', async () => {
    const community = await staff();
    const id = await plan(community, ['p-ana', 'p-sam'], { ...wash, turns: 'day' });
    await press(community, 'Change');
    const heading = await findByRole(community, 'heading', 'Change “Wash the dishes”');
    const form = (heading.getRootNode() as ShadowRoot).host;
    await tick(form, 'Sam');
    fill(byRole(form, 'textbox', 'What is it?'), 'Wash the dishes and dry');
    (await findByRole(form, 'button', 'Save this job')).click();
    const [job] = await wait<Job>(community, { kind: 'job', status: 'open', about: id });
    expect(job?.record.to).to.deep.equal(['p-ana']);
    expect(job?.record.data).to.deep.equal({ ...wash, title: 'Wash the dishes and dry' });
    await wait(community, { kind: 'job', status: 'replaced' });
    await findByRole(community, 'heading', 'Wash the dishes and dry');
  });

  it('staff end a job with a reason that its people can read', async () => {
    const community = await staff();
    await plan(community, ['p-ana']);
    await press(community, 'End this job');
    await press(community, 'Yes, end this job');
    await findInText(community, 'Say why, in a sentence they can read.');
    fill(byRole(community, 'textbox', /^Why/), 'The kitchen is being painted.');
    await press(community, 'Yes, end this job');
    await wait(community, { kind: 'job', status: 'ended' });
    const [note] = await wait(community, { kind: 'duty-note' });
    expect(note?.record.to).to.deep.equal(['p-ana']);
    await findByRole(community, 'heading', 'No repeating jobs yet');
  });

  it('a call for help and a “no” wait for staff with their words, and a day that has passed does not', async () => {
    const community = await staff('give');
    const id = await plan(community, ['p-ana'], { ...wash, first: dayAfter(today, -3) });
    await asPerson(community, 'p-ana', 'resident');
    await says(community, 'ask-help', id, { day: today, note: 'The pots are heavy.' });
    await says(community, 'decline', id, { day: dayAfter(today, 1) });
    await says(community, 'decline', id, { day: dayAfter(today, -1), note: 'Yesterday' });
    await asPerson(community, 's-priya', 'staff');
    await findInText(community, /Ana would like help with this on/);
    await findInText(community, 'The pots are heavy.');
    await findInText(community, /Ana said “not this time”/);
    expect(textOf(community)).not.to.contain('Yesterday');
    await press(community, 'Help is arranged');
    await wait(community, { kind: 'job-day', status: 'helped' });
    await press(community, 'I’ve read it');
    await wait(community, { kind: 'job-day', status: 'noted' });
    await findInText(community, 'No one is waiting for you to answer.');
  });

  it('a new job that goes beyond the minutes of a day is spoken of kindly, and can be saved', async () => {
    const community = await staff();
    await plan(community, ['p-ana'], { ...wash, minutes: 45 });
    fill(await findByRole(community, 'textbox', 'What is it?'), 'Sweep');
    await tick(community, 'Ana');
    await tick(community, 'Monday');
    expect(textOf(community)).not.to.contain('more than 60 minutes');
    await open(community, 'Say more');
    fill(await findByRole(community, 'spinbutton', /minutes/), '20');
    await findInText(community, 'Ana would have more than 60 minutes of jobs on some days.');
    community.policy = { jobMinutes: 90 };
    await until(() => !textOf(community).includes('more than'));
    community.policy = { jobMinutes: 60 };
    await press(community, 'Save this job');
    await findByRole(community, 'heading', /Saved for Ana/);
  });

  it('whoever should avoid what a job asks for cannot be picked, and nothing says why', async () => {
    const community = await staff();
    await open(community, 'What people should avoid');
    fill(await findByRole(community, 'combobox', 'Who is it about?'), 'p-ana');
    fill(byRole(community, 'textbox', /What should they avoid/), 'Lifting, loud noise');
    await press(community, 'Save');
    const [note] = await wait<Restriction>(community, { kind: 'restriction' });
    expect([note?.record.to, note?.record.visibility, note?.record.data]).to.deep.equal([
      ['p-ana'],
      'named-and-staff',
      { avoid: ['Lifting', 'loud noise'] },
    ]);
    await findByRole(community, 'checkbox', 'Ana');
    await open(community, 'Say more');
    fill(await findByRole(community, 'textbox', /^What does it involve/), 'lifting');
    await until(() => !queryByRole(community, 'checkbox', 'Ana'));
    await findByRole(community, 'checkbox', 'Sam');
    await press(community, 'No longer needed');
    await findByRole(community, 'checkbox', 'Ana');
  });

  it('someone who was picked before is named to staff when the job asks for what they should avoid', async () => {
    const community = await staff();
    await community.records?.act('keep', { kind: 'restriction', id: uuidv7() }, { to: ['p-ana'], data: { avoid: ['lifting'] } });
    await open(community, 'What people should avoid');
    await findInText(community, /Ana.?: .?lifting/);
    fill(await findByRole(community, 'textbox', 'What is it?'), 'Move the chairs');
    await tick(community, 'Ana');
    await tick(community, 'Monday');
    await open(community, 'Say more');
    fill(await findByRole(community, 'textbox', /^What does it involve/), 'lifting');
    await press(community, 'Save this job');
    await findByRole(community, 'button', 'Ana should avoid this. Choose someone else, or talk with them first.');
    expect(await community.records?.list({ kind: 'job' })).to.deep.equal([]);
  });

  it('those who share a job see nothing of what somebody should avoid; the person does', async () => {
    const community = await staff('carry');
    await community.records?.act('keep', { kind: 'restriction', id: uuidv7() }, { to: ['p-ana'], data: { avoid: ['loud noise'] } });
    await plan(community, ['p-ana', 'p-sam']);
    await asPerson(community, 'p-sam', 'resident');
    await findByRole(community, 'heading', 'Wash the dishes');
    expect(textOf(community)).not.to.contain('loud noise');
    expect(allByRole(community, 'button', 'What I should avoid')).to.deep.equal([]);
    await asPerson(community, 'p-ana', 'resident');
    await open(community, 'What I should avoid');
    await findInText(community, 'loud noise');
  });
});
