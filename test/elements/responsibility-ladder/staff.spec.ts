import { expect, html } from '@open-wc/testing';
import '../../../src/define/responsibility-ladder.js';
import { uuidv7 } from 'uuidv7';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import type { Duty, Placement } from '../../../src/model/kinds/ladder/table.js';
import type { As } from '../../../src/model/record.js';
import type { Kept, Query } from '../../../src/records/base/types.js';
import { openCommunity } from '../../testing/community.js';
import { allByRole, byRole, fill, findByRole, findByText, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';

const press = async (root: Element, name: string | RegExp): Promise<void> => (await findByRole(root, 'button', name)).click();
const wait = async <D>(community: MilieuCommunity, query: Query): Promise<readonly Kept<D>[]> =>
  until(async () => {
    const list = await community.records?.list(query);
    return list && list.length > 0 ? (list as readonly Kept<D>[]) : undefined;
  });
const staffHouse = (view?: string): Promise<MilieuCommunity> =>
  openCommunity(
    view
      ? html`<milieu-responsibility-ladder view=${view}></milieu-responsibility-ladder>`
      : html`<milieu-responsibility-ladder></milieu-responsibility-ladder>`,
    { person: 's-priya', as: 'staff', keep: 'house' },
  );
const asPerson = async (community: MilieuCommunity, person: string, as: As): Promise<void> => {
  community.person = person;
  community.as = as;
  await until(() => community.records?.actor.person === person && community.status.store === 'open');
};

describe('milieu-responsibility-ladder: for staff', () => {
  it('staff offer a starter duty to a person', async () => {
    const community = await staffHouse();
    fill(await findByRole(community, 'combobox', 'Who is it for?'), 'p-sam');
    byRole(community, 'button', 'Wash the dishes').click();
    await until(() => (byRole(community, 'textbox', 'What is it?') as HTMLInputElement).value === 'Wash the dishes');
    await press(community, 'Offer it');
    await findByRole(community, 'heading', 'Saved for Sam');
    const [duty] = await wait<Duty>(community, { kind: 'duty', to: 'p-sam' });
    expect(duty?.record.data).to.deep.equal({
      title: 'Wash the dishes',
      area: 'Kitchen',
      steps: ['Scrape the plates.', 'Glasses first, pans last.', 'Dry and put away.', 'Wipe the sink.'],
      minutes: 30,
      safety: 'Hot water. Knives go in one at a time.',
    });
    expect(duty?.record.visibility).to.equal('named-and-staff');
  });

  it('staff offer a duty of their own with a day, and only the filled fields are saved', async () => {
    const community = await staffHouse();
    fill(await findByRole(community, 'combobox', 'Who is it for?'), 'p-jo');
    fill(byRole(community, 'textbox', 'What is it?'), 'Feed the hens');
    (await findByText(community, 'Say more')).click();
    fill(await findByRole(community, 'spinbutton', /minutes/), '20');
    fill(byRole(community, 'textbox', /One step per line/), 'Two scoops.\n\n  Fresh water. ');
    await press(community, 'Offer it');
    const [duty] = await wait<Duty>(community, { kind: 'duty', to: 'p-jo' });
    expect(duty?.record.data).to.deep.equal({ title: 'Feed the hens', minutes: 20, steps: ['Two scoops.', 'Fresh water.'] });
  });

  it('every missing field is named at once and linked to its field', async () => {
    const community = await staffHouse();
    await press(community, 'Offer it');
    await findByRole(community, 'heading', /Something to add first/);
    expect(queryByRole(community, 'heading', /Offered to/) === undefined).to.equal(true);
    byRole(community, 'button', 'Say what it is.').click();
    const title = byRole(community, 'textbox', 'What is it?');
    expect((title.getRootNode() as ShadowRoot).activeElement).to.equal(title);
    expect(title.getAttribute('aria-invalid')).to.equal('true');
    fill(title, 'Feed the hens');
    await until(() => !queryByRole(community, 'button', 'Say what it is.'));
  });

  it('the longest waiting request comes first with its words, and staff answer it', async () => {
    const community = await staffHouse();
    const id = uuidv7();
    await community.records?.act('offer', { kind: 'duty', id }, { to: ['p-ana'], data: { title: 'Water the plants', steps: [] } });
    await asPerson(community, 'p-ana', 'resident');
    const answers = [{ id: uuidv7(), kind: 'duty-note', data: { note: 'I cannot find the can.' } }];
    await community.records?.act('ask-help', { kind: 'duty', id, rev: 1 }, { answers });
    await asPerson(community, 's-priya', 'staff');
    await findInText(community, 'Ana would like help with this.');
    await findInText(community, 'I cannot find the can.');
    const whole = textOf(community);
    expect(whole.indexOf('Ana asks')).to.be.lessThan(whole.indexOf('Offer a new job'));
    await press(community, 'Help is arranged');
    await findInText(community, 'No one is waiting for you to answer.');
    await wait(community, { kind: 'duty', to: 'p-ana', status: 'accepted' });
  });

  it('staff may offer a declined duty again or close it', async () => {
    const community = await staffHouse();
    const id = uuidv7();
    await community.records?.act('offer', { kind: 'duty', id }, { to: ['p-ana'], data: { title: 'Water the plants', steps: [] } });
    await asPerson(community, 'p-ana', 'resident');
    await community.records?.act('decline', { kind: 'duty', id, rev: 1 });
    await asPerson(community, 's-priya', 'staff');
    await findInText(community, 'Ana said “not this one.” That is fine, and needs no reason.');
    byRole(community, 'button', 'Offer it again');
    await press(community, 'Close it');
    await wait(community, { kind: 'duty', to: 'p-ana', status: 'closed' });
  });

  it('staff write down a part with its reason and the day of its review', async () => {
    const community = await staffHouse('place');
    await findByRole(community, 'combobox', 'Whose part is it?');
    await press(community, 'Save');
    await findByRole(community, 'button', 'Choose a circle.');
    fill(byRole(community, 'combobox', 'Whose part is it?'), 'p-sam');
    byRole(community, 'radio', /^Contributing/).click();
    fill(byRole(community, 'textbox', /What did you decide together/), 'You like mornings.');
    fill(
      await until(() =>
        document
          .querySelector('milieu-responsibility-ladder')
          ?.shadowRoot?.querySelector('milieu-ladder-place')
          ?.shadowRoot?.querySelector<HTMLElement>('input[type="date"]'),
      ),
      '2027-01-04',
    );
    await press(community, 'Save');
    await findByRole(community, 'heading', 'Saved for Sam');
    const [part] = await wait<Placement>(community, { kind: 'placement', to: 'p-sam' });
    expect(part?.record.data).to.deep.include({ circle: 'contributing', reason: 'You like mornings.', reviewOn: '2027-01-04' });
    expect(part?.record.data.since).to.match(/^\d{4}-\d\d-\d\d$/);
  });

  it('“the person can read it” is said only when the backend has what staff wrote down', async () => {
    const community = await staffHouse();
    const asked: ((answer: true) => void)[] = [];
    community.transport = { send: () => new Promise((resolve) => asked.push(resolve)) };
    const isSent = async (): Promise<void> => (await until(() => asked.shift()))(true);
    fill(await findByRole(community, 'combobox', 'Who is it for?'), 'p-sam');
    byRole(community, 'button', 'Wash the dishes').click();
    await press(community, 'Offer it');
    await findByRole(community, 'heading', 'Saved for Sam');
    await findInText(community, 'Not sent to anyone yet.');
    await isSent();
    await findByRole(community, 'heading', 'Offered to Sam.');
    await press(community, 'Record what we agreed');
    fill(await findByRole(community, 'combobox', 'Whose part is it?'), 'p-sam');
    byRole(community, 'radio', /^Contributing/).click();
    await press(community, 'Save');
    await findByRole(community, 'heading', 'Saved for Sam');
    expect(textOf(community)).to.not.match(/can read it now|Sent at/);
    await isSent();
    await findByRole(community, 'heading', 'Saved. Sam can read it now.');
    await findInText(community, /Sent at/);
  });

  it('invalid circles are reported with what is wrong', async () => {
    const community = await openCommunity(html`<milieu-responsibility-ladder view="place" .circles=${[]}></milieu-responsibility-ladder>`, {
      person: 's-priya',
      as: 'staff',
    });
    await findInText(community, 'We can’t show these circles. Each needs its own id');
  });

  it('a part can only be ended with a reason, and its person reads it on their page', async () => {
    const community = await staffHouse('place');
    await community.records?.act('place', { kind: 'placement', id: uuidv7() }, { to: ['p-sam'], data: { circle: 'welcome', since: '2026-11-03' } });
    fill(await findByRole(community, 'combobox', 'Whose part is it?'), 'p-sam');
    await press(community, 'End this role');
    await press(community, 'Yes, end this role');
    await findInText(community, 'Say why, in a sentence they can read.');
    fill(byRole(community, 'textbox', 'Why? They can read this.'), 'You moved on to a crew.');
    await press(community, 'Yes, end this role');
    await wait(community, { kind: 'placement', to: 'p-sam', status: 'past' });
    await asPerson(community, 'p-sam', 'resident');
    community.querySelector('milieu-responsibility-ladder')!.view = 'part';
    await findInText(community, /“Welcome” has ended\. On .+ wrote:/);
    await findInText(community, 'You moved on to a crew.');
  });

  it('why a part is paused stands on the page of its person until the pause is over', async () => {
    const community = await staffHouse('place');
    const id = uuidv7();
    await community.records?.act('place', { kind: 'placement', id }, { to: ['p-sam'], data: { circle: 'welcome', since: '2026-11-03' } });
    fill(await findByRole(community, 'combobox', 'Whose part is it?'), 'p-sam');
    await press(community, 'Pause it');
    fill(await findByRole(community, 'textbox', 'Why? They can read this.'), 'You asked for a quiet week.');
    await press(community, 'Yes, pause it for now');
    await wait(community, { kind: 'placement', to: 'p-sam', status: 'resting' });
    await asPerson(community, 'p-sam', 'resident');
    community.querySelector('milieu-responsibility-ladder')!.view = 'part';
    await findInText(community, 'You asked for a quiet week.');
    await press(community, 'End my break');
    await until(() => !textOf(community).includes('You asked for a quiet week.'));
  });

  it('staff take back a job with a reason, and its person reads why', async () => {
    const community = await openCommunity(html`<milieu-responsibility-ladder about="p-sam" view="carry"></milieu-responsibility-ladder>`, {
      person: 's-priya',
      as: 'staff',
      keep: 'house',
    });
    await community.records?.act('offer', { kind: 'duty', id: uuidv7() }, { to: ['p-sam'], data: { title: 'Water the plants', steps: [] } });
    await press(community, 'Take this job back: Water the plants');
    await press(community, 'Yes, take it back');
    await findInText(community, 'Say why, in a sentence they can read.');
    fill(byRole(community, 'textbox', 'Why? They can read this.'), 'The plants went to the day room.');
    await press(community, 'Yes, take it back');
    await wait(community, { kind: 'duty', to: 'p-sam', status: 'closed' });
    await asPerson(community, 'p-sam', 'resident');
    await findInText(community, 'The job “Water the plants” was taken back.');
    await findInText(community, 'The plants went to the day room.');
  });

  it('staff see one person’s part and duties without that person’s controls', async () => {
    const community = await openCommunity(html`<milieu-responsibility-ladder about="p-ana"></milieu-responsibility-ladder>`, {
      person: 's-priya',
      as: 'staff',
      keep: 'house',
    });
    await community.records?.act('offer', { kind: 'duty', id: uuidv7() }, { to: ['p-ana'], data: { title: 'Water the plants', steps: [] } });
    await findByRole(community, 'heading', 'What Ana looks after');
    await findByRole(community, 'heading', 'Nothing is agreed yet');
    await press(community, 'Ana’s jobs');
    await findByRole(community, 'heading', 'Water the plants');
    for (const name of ['Done', 'I’ll do it', 'Not this one', 'Swap'])
      expect(queryByRole(community, 'button', name) === undefined, name).to.equal(true);
  });

  it('residents have none of the staff pages, and `about` is ignored for them', async () => {
    const community = await openCommunity(html`<milieu-responsibility-ladder about="p-sam"></milieu-responsibility-ladder>`);
    await findByRole(community, 'button', 'My part here');
    const pages = allByRole(byRole(community, 'navigation', /^Pages/), 'button').map((button) => button.textContent.trim());
    expect(pages).to.deep.equal(['My part here', 'My jobs', 'A next step']);
    expect(textOf(community)).to.not.include('Sam');
  });

  it('a visitor sees what the circles are, and no part or duty', async () => {
    const community = await openCommunity(html`<milieu-responsibility-ladder></milieu-responsibility-ladder>`, { person: 'f-mum', as: 'family' });
    await findInText(community, 'The same for everyone, always:');
    byRole(community, 'list', 'The circles, smallest first');
    expect(textOf(community)).to.not.match(/Your first circle|You are here|My jobs/);
  });

  it('axe finds no violation in the staff pages', async () => {
    const community = await staffHouse();
    await findByRole(community, 'combobox', 'Who is it for?');
    (await findByText(community, 'Say more')).click();
    await press(community, 'Offer it');
    await findByRole(community, 'heading', /Something to add first/);
    await expect(community.querySelector('milieu-responsibility-ladder')).to.be.accessible();
    await press(community, 'Record what we agreed');
    await findByRole(community, 'combobox', 'Whose part is it?');
    await expect(community.querySelector('milieu-responsibility-ladder')).to.be.accessible();
  });
});
