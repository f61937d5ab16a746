import { expect } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { fairnessStrings } from '../../../src/elements/peer-feedback/fairness.strings.js';
import { staffFeedbackStrings } from '../../../src/elements/peer-feedback/staff.strings.js';
import type { As } from '../../../src/model/record.js';
import { people } from '../../../src/testing/people.js';
import { byRole, findByRole, findByText, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { affirmation, FakeHistory, feedback, press, recordIn, reminder, storeOf } from './feedback-scene.js';

const more = ['Zoe', 'Ben', 'Kit'].map((name) => ({ id: `p-${name.toLowerCase()}`, name, as: 'resident' as const }));

/** The page of a person in a community of six residents, with all that the others did. */
async function pageOf(person: string, as: As, history: FakeHistory): Promise<MilieuCommunity> {
  const community = await feedback({ person, as });
  community.people = [...people, ...more].filter(({ id }) => id !== person);
  await storeOf(community).apply(history.records);
  return community;
}
/** The page has just asked its backend for everything. */
async function checked(community: MilieuCommunity): Promise<void> {
  community.transport = { pull: () => Promise.resolve({ records: [], gone: [], cursor: '1' }), send: () => Promise.resolve(true) };
  await until(() => community.status.checkedAt);
}
const open = async (community: MilieuCommunity): Promise<void> => {
  await press(community, /^To review/);
  await press(community, 'Who may need a kind word');
};

describe('milieu-peer-feedback: fairness', () => {
  let history: FakeHistory;
  /** Three reminders to Sam within a day, which wait for staff. */
  beforeEach(async () => {
    history = new FakeHistory();
    for (const by of ['p-ana', 'p-jo', 'p-ben']) await history.write(by, 'p-sam', reminder);
  });

  it('staff read one calm sentence with what they can do, and may pass it on all the same', async () => {
    const community = await pageOf('s-priya', 'staff', history);
    await checked(community);
    await press(community, 'To review (3)');
    const row = await findByRole(community, 'button', /^Ana to Sam.*Take a closer look/);
    row.click();
    const note = await findByRole(community, 'group', 'Before you decide');
    expect(textOf(note)).to.contain('Several reminders to Sam came within a day. You could pass on the one that helps most');
    expect(textOf(note)).to.contain('It is up to you. Nothing is stopped.');
    await press(community, 'Pass it on to Sam');
    await findByText(community, 'You passed it on to Sam.');
  });

  it('no sentence is shown before the page has checked for all feedback', async () => {
    const community = await pageOf('s-priya', 'staff', history);
    await press(community, 'To review (3)');
    await press(community, /^Ana to Sam/);
    await findByRole(community, 'article');
    expect(queryByRole(community, 'group', 'Before you decide')).to.equal(undefined);
    await checked(community);
    await findByRole(community, 'group', 'Before you decide');
  });

  it('a reminder that stands alone has no such sentence', async () => {
    const alone = new FakeHistory();
    const id = await alone.write('p-ana', 'p-sam', reminder);
    const community = await pageOf('s-priya', 'staff', alone);
    await checked(community);
    await press(community, 'To review (1)');
    await press(community, /^Ana to Sam/);
    await findByRole(community, 'article');
    expect((await recordIn(community, id)).status).to.equal('held');
    expect(queryByRole(community, 'group', 'Before you decide')).to.equal(undefined);
    expect(textOf(community)).to.not.contain('Take a closer look');
  });

  it('staff see who got several reminders and who had no affirmation, by name in the order of the alphabet and without numbers', async () => {
    for (const to of ['p-sam', 'p-jo']) await history.write('p-ana', to, affirmation);
    const community = await pageOf('s-priya', 'staff', history);
    await checked(community);
    await open(community);
    const piledOn = await findByRole(community, 'region', 'Several reminders in one day');
    expect(textOf(piledOn)).to.contain('Sam');
    const names = [...byRole(community, 'region', 'No affirmation for a while').querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(names).to.deep.equal(['Ana', 'Ben', 'Kit', 'Zoe']);
    expect(textOf(piledOn) + names.join()).to.not.match(/\d/);
  });

  it('the community sets the numbers', async () => {
    const community = await pageOf('s-priya', 'staff', history);
    await checked(community);
    await press(community, 'To review (3)');
    await press(community, /^Ana to Sam.*Take a closer look/);
    await findByRole(community, 'group', 'Before you decide');
    community.policy = { fairness: { pileOn: 4 } };
    await until(() => !queryByRole(community, 'group', 'Before you decide'));
  });

  it('staff read how the house as a whole does, in words', async () => {
    for (const to of ['p-jo', 'p-jo']) await history.write('p-ana', to, affirmation);
    const community = await pageOf('s-priya', 'staff', history);
    await checked(community);
    await open(community);
    const house = await findByRole(community, 'region', 'The house as a whole');
    expect(textOf(house)).to.contain('fewer than two kind words for each reminder');
    expect(textOf(house)).to.not.match(/\d/);
  });

  it('no name is shown before the page has checked for all feedback', async () => {
    const community = await pageOf('s-priya', 'staff', history);
    await open(community);
    await findInText(community, 'Names are shown once this page has checked for all feedback.');
    expect(queryByRole(community, 'region', 'No affirmation for a while')).to.equal(undefined);
  });

  it('no name is shown where fewer than five people live', async () => {
    const community = await pageOf('s-priya', 'staff', history);
    community.people = people.filter(({ id }) => id !== 's-priya');
    await checked(community);
    await open(community);
    await findInText(community, 'With so few people here, no names are shown.');
  });

  for (const [person, as] of [
    ['p-sam', 'resident'],
    ['p-ana', 'resident'],
    ['p-jo', 'senior-peer'],
  ] as const) {
    it(`no page of ${person}, a ${as}, shows any of it`, async () => {
      for (const { id, to } of history.records) if (to.includes('p-sam')) await history.review('release', id);
      const community = await pageOf(person, as, history);
      await checked(community);
      const secret = [...Object.values(fairnessStrings), staffFeedbackStrings['feedback.queue.look'], staffFeedbackStrings['feedback.queue.shared']]
        .flatMap((words) => words.split(/\{\w+\}/))
        .map((words) => words.trim())
        .filter((words) => words.length > 8);
      const nothingTold = (): void => {
        const text = textOf(community);
        for (const words of secret) expect(text).to.not.contain(words);
      };
      for (const page of ['Write', /^For you/, 'Sent']) {
        await press(community, page);
        const opened = await until(() => queryByRole(community, 'button', page)?.getAttribute('aria-current'));
        expect(opened).to.be.a('string');
        nothingTold();
        queryByRole(community, 'button', /^Open:/)?.click();
        await until(() => queryByRole(community, 'article') ?? page);
        nothingTold();
      }
      expect(queryByRole(community, 'button', /^To review/)).to.equal(undefined);
    });
  }
});
