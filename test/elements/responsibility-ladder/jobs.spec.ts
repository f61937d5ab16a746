import { expect, html } from '@open-wc/testing';
import '../../../src/define/responsibility-ladder.js';
import { uuidv7 } from 'uuidv7';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { localDay } from '../../../src/elements/parts/date-field.js';
import { dayAfter } from '../../../src/model/kinds/job/calendar.js';
import type { JobDay } from '../../../src/model/kinds/job/table.js';
import type { As } from '../../../src/model/record.js';
import type { Kept, Query } from '../../../src/records/base/types.js';
import { allByRole, byRole, fill, findByRole, findByText, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { openCommunity } from '../../testing/community.js';

const today = localDay();
const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7], first: dayAfter(today, -7) };
const wash = { title: 'Wash the dishes', area: 'Kitchen', steps: ['Glasses first'], ...everyDay };

const press = async (root: Element, name: string | RegExp): Promise<void> => (await findByRole(root, 'button', name)).click();
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
/** A community in which staff have planned these jobs; the person on the page is the first who has them. */
async function houseWith(to: readonly string[], ...jobs: readonly object[]): Promise<MilieuCommunity> {
  const community = await openCommunity(html`<milieu-responsibility-ladder view="carry"></milieu-responsibility-ladder>`, {
    person: 's-priya',
    as: 'staff',
    keep: 'house',
  });
  for (const data of jobs) await community.records?.act('plan', { kind: 'job', id: uuidv7() }, { to, data: data as never });
  await asPerson(community, to[0]!, 'resident');
  return community;
}

describe('milieu-responsibility-ladder: jobs that come again', () => {
  it('a job of today is done with one press and undone with one', async () => {
    const community = await houseWith(['p-ana'], wash);
    await findByRole(community, 'heading', 'Today');
    await findByRole(community, 'heading', 'Wash the dishes');
    await press(community, 'Done');
    const [done] = await wait<JobDay>(community, { kind: 'job-day', status: 'done' });
    expect(done?.record.data).to.deep.equal({ day: today });
    expect([done?.record.by, done?.record.visibility]).to.deep.equal(['p-ana', 'named-and-staff']);
    await press(community, 'Undo');
    await wait(community, { kind: 'job-day', status: 'undone' });
    await findByRole(community, 'button', 'Done');
  });

  it('a job that is not today is seen among the coming days, and cannot be done yet', async () => {
    const community = await houseWith(['p-ana'], { title: 'Bake bread', steps: [], first: dayAfter(today, 2) });
    await findInText(community, 'Nothing today.');
    (await findByText(community, 'Coming days')).click();
    await findByRole(community, 'heading', 'Bake bread');
    expect(queryByRole(community, 'button', 'Done')).to.equal(undefined);
    await findByRole(community, 'button', 'Not this time');
  });

  it('a day that has passed without an answer is shown nowhere', async () => {
    const community = await houseWith(['p-ana'], { title: 'Bake bread', steps: [], first: dayAfter(today, -1) }, wash);
    await findByRole(community, 'heading', 'Wash the dishes');
    expect(textOf(community)).not.to.contain('Bake bread');
  });

  it('a “no” needs no reason, and can be for all days', async () => {
    const community = await houseWith(['p-ana'], wash);
    await press(community, 'Not this time');
    await findInText(community, 'Staff can read this. Other people here can’t.');
    byRole(community, 'radio', /^From/).click();
    await press(community, 'Say no to this');
    const [no] = await wait<JobDay>(community, { kind: 'job-day', status: 'declined' });
    expect(no?.record.data).to.deep.equal({ day: today, onwards: true });
    await findByRole(community, 'button', 'Take it back');
  });

  it('help is asked for in words to staff', async () => {
    const community = await houseWith(['p-ana'], wash);
    await press(community, 'Ask for help with this');
    fill(await findByRole(community, 'textbox', /What would help/), 'The pots are heavy.');
    await press(community, 'Tell staff I need help');
    const [asked] = await wait<JobDay>(community, { kind: 'job-day', status: 'help-asked' });
    expect(asked?.record.data).to.deep.equal({ day: today, note: 'The pots are heavy.' });
  });

  it('a swap is asked of one person, who agrees without a reason, and both see their new days', async () => {
    const community = await houseWith(['p-ana', 'p-sam'], { ...wash, first: today, turns: 'day' });
    await press(community, 'Swap');
    await findInText(community, /Sam does .*\. You do .*\./);
    await press(community, 'Ask Sam');
    await findInText(community, 'Asked Sam to swap');
    await asPerson(community, 'p-sam', 'resident');
    await findInText(community, /Ana asks: can you do “Wash the dishes” on/);
    await press(community, 'Yes, I’ll swap');
    await findByRole(community, 'button', 'Done');
    const [swapped] = await wait<JobDay>(community, { kind: 'job-day', status: 'swapped' });
    expect(swapped?.record.data).to.deep.equal({ day: today, instead: dayAfter(today, 1) });
    await asPerson(community, 'p-ana', 'resident');
    await findInText(community, 'Nothing today.');
  });

  it('one who could not swap is named kindly, and the job is as before', async () => {
    const community = await houseWith(['p-ana', 'p-sam'], { ...wash, first: today, turns: 'day' });
    await press(community, 'Swap');
    await press(community, 'Ask Sam');
    await findInText(community, 'Asked Sam to swap');
    await asPerson(community, 'p-sam', 'resident');
    await press(community, 'Not this time');
    await wait(community, { kind: 'job-day', status: 'not-swapped' });
    await asPerson(community, 'p-ana', 'resident');
    await findInText(community, 'Sam can’t swap this time.');
    await findByRole(community, 'button', 'Done');
  });

  it('a person alone with a job is offered no swap', async () => {
    const community = await houseWith(['p-ana'], wash);
    await findByRole(community, 'button', 'Done');
    expect(allByRole(community, 'button', 'Swap')).to.deep.equal([]);
  });

  it('a job that has ended is gone, and its person reads why', async () => {
    const community = await houseWith(['p-ana'], wash);
    await findByRole(community, 'heading', 'Wash the dishes');
    await asPerson(community, 's-priya', 'staff');
    const [job] = await wait(community, { kind: 'job' });
    const answers = [{ id: uuidv7(), kind: 'duty-note', data: { note: 'The kitchen is being painted.' } }];
    await community.records?.act('end', { kind: 'job', id: job!.record.id, rev: 1 }, { answers });
    await asPerson(community, 'p-ana', 'resident');
    await findInText(community, /“.?Wash the dishes.?” has ended\. .* wrote:/);
    await findInText(community, 'The kitchen is being painted.');
    await findByRole(community, 'heading', 'No jobs right now');
  });

  it('duties stay on the same page', async () => {
    const community = await houseWith(['p-ana'], wash);
    await asPerson(community, 's-priya', 'staff');
    await community.records?.act('offer', { kind: 'duty', id: uuidv7() }, { to: ['p-ana'], data: { title: 'Water the plants', steps: [] } });
    await asPerson(community, 'p-ana', 'resident');
    await findByRole(community, 'heading', 'Wash the dishes');
    await findByRole(community, 'heading', 'Water the plants');
  });
});
