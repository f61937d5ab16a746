import { expect, html } from '@open-wc/testing';
import '../../../src/define/responsibility-ladder.js';
import { uuidv7 } from 'uuidv7';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { localDay } from '../../../src/elements/parts/date-field.js';
import type { StepDecision } from '../../../src/model/kinds/step/table.js';
import type { As, Data } from '../../../src/model/record.js';
import type { Kept, Query } from '../../../src/records/base/types.js';
import { openCommunity } from '../../testing/community.js';
import { byRole, fill, findByRole, findByText, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { people } from '../../../src/testing/people.js';

const press = async (root: Element, name: string | RegExp): Promise<void> => (await findByRole(root, 'button', name)).click();
const wait = async <D extends Data>(community: MilieuCommunity, query: Query): Promise<readonly Kept<D>[]> =>
  until(async () => {
    const list = await community.records?.list(query);
    return list && list.length > 0 ? (list as unknown as readonly Kept<D>[]) : undefined;
  });
const house = (): Promise<MilieuCommunity> =>
  openCommunity(html`<milieu-responsibility-ladder view="step"></milieu-responsibility-ladder>`, { keep: 'house' });
const become = async (community: MilieuCommunity, person: string, as: As): Promise<void> => {
  community.people = people.filter(({ id }) => id !== person);
  community.person = person;
  community.as = as;
  await until(() => community.records?.actor.person === person && community.status.store === 'open');
};
const saw = { jo: 'You showed me where the cups are.', priya: 'You told the crew in time that you were ill.' };

/** Ana asks; Jo is asked what she has seen. */
async function asked(): Promise<{ community: MilieuCommunity; id: string }> {
  const community = await house();
  const id = uuidv7();
  const data = { circle: 'contributing', title: 'Contributing', examples: [{ line: 'You have asked for help once.', words: 'With the stove.' }] };
  const answers = [{ id: uuidv7(), kind: 'step-ask', to: ['p-jo'], data: { title: 'Contributing' } }];
  await community.records?.act('ask', { kind: 'step', id }, { data, answers });
  return { community, id };
}
const answerAs = async (community: MilieuCommunity, label: string, words: string, button: string): Promise<void> => {
  fill(await findByRole(community, 'textbox', new RegExp(label)), words);
  await press(community, button);
};
/** Jo and Priya answer, and Priya opens both. */
async function opened(): Promise<{ community: MilieuCommunity; id: string }> {
  const { community, id } = await asked();
  await become(community, 'p-jo', 'senior-peer');
  await answerAs(community, 'What have you seen Ana do', saw.jo, 'Give my answer');
  await wait(community, { kind: 'step-view', by: 'p-jo' });
  await become(community, 's-priya', 'staff');
  await answerAs(community, 'What have you seen Ana do', saw.priya, 'Add what I saw');
  await press(community, 'Open all answers');
  await findInText(community, saw.jo);
  return { community, id };
}

describe('milieu-responsibility-ladder: a next step', () => {
  it('a person asks for a talk with two presses, with own examples and two people if they like', async () => {
    const community = await house();
    (await findByRole(community, 'radio', /^Contributing/)).click();
    (await findByText(community, 'Your own examples, if you like')).click();
    fill(await findByRole(community, 'textbox', /You know two people you can ask/), 'Sam and Jo.');
    byRole(community, 'checkbox', 'Jo').click();
    expect(queryByRole(community, 'checkbox', 'Priya') === undefined).to.equal(true);
    await press(community, 'Ask for a talk');
    await findByRole(community, 'heading', 'You asked to talk about “Contributing”');
    await findInText(community, 'You asked Jo. No answer yet.');
    const [step] = await wait(community, { kind: 'step' });
    expect(step?.record.data['examples']).to.deep.equal([{ line: 'You know two people you can ask.', words: 'Sam and Jo.' }]);
    expect(step?.record.visibility).to.equal('staff');
  });

  it('who is asked reads what it is about and no example, and “not now” needs no reason', async () => {
    const { community } = await asked();
    await become(community, 'p-jo', 'senior-peer');
    await findInText(community, 'Ana would like to talk with staff about “Contributing”, and asks what you have seen.');
    expect(textOf(community)).not.to.include('With the stove.');
    await press(community, 'Not now');
    await until(() => !textOf(community).includes('asks what you have seen'));
    await become(community, 'p-ana', 'resident');
    await findInText(community, 'Jo can’t right now. That’s fine.');
    await press(community, 'Ask someone else');
    fill(await findByRole(community, 'combobox', /Who could say/), 'p-sam');
    await press(community, 'Ask Sam');
    await findInText(community, 'You asked Sam. No answer yet.');
  });

  it('nobody reads one answer alone: staff open all of them together, beside the person’s own words', async () => {
    const { community } = await asked();
    await become(community, 'p-jo', 'senior-peer');
    await answerAs(community, 'What have you seen Ana do', saw.jo, 'Give my answer');
    await wait(community, { kind: 'step-view', by: 'p-jo' });
    await become(community, 's-priya', 'staff');
    await findInText(community, 'A member of staff still needs to write what they saw.');
    expect(textOf(community)).not.to.include(saw.jo);
    await answerAs(community, 'What have you seen Ana do', saw.priya, 'Add what I saw');
    await findByRole(community, 'button', 'Open all answers'); // the list that has both answers is here
    expect(textOf(community)).not.to.include(saw.jo);
    await press(community, 'Open all answers');
    for (const words of [saw.jo, saw.priya, 'With the stove.']) await findInText(community, words);
    await wait(community, { kind: 'step-view', status: 'open' });
    await become(community, 'p-ana', 'resident');
    for (const words of [saw.jo, saw.priya, 'With the stove.']) await findInText(community, words);
  });

  it('staff may open the answers that are there, and then nobody is asked any more', async () => {
    const { community } = await asked();
    await become(community, 's-priya', 'staff');
    await findInText(community, 'Still waiting for: Jo.');
    await press(community, 'Open the answers that are there');
    await findInText(community, 'Nobody wrote what they saw.');
    await wait(community, { kind: 'step-ask', status: 'over' });
    await become(community, 'p-jo', 'senior-peer');
    await findByRole(community, 'button', 'Ask for a talk');
    expect(textOf(community)).not.to.include('asks what you have seen');
  });

  it('“not yet” needs a reason, one next thing and a day; its person reads all three and whom to call', async () => {
    const { community } = await opened();
    (await findByRole(community, 'radio', 'Not yet')).click();
    await press(community, 'Save what we decided');
    for (const missing of ['Say why, in a sentence they can read.', 'Name one next thing.', 'Choose a day within two weeks.'])
      await findByRole(community, 'button', missing);
    fill(byRole(community, 'textbox', 'Why?'), 'Evenings are still long for you.');
    fill(byRole(community, 'textbox', 'The one next thing'), 'One evening with the crew.');
    fill(
      await until(() => {
        const form = (root: ParentNode): Element | undefined =>
          [...root.querySelectorAll('*')]
            .map((one) => (one.matches('input[type="date"]') ? one : one.shadowRoot && form(one.shadowRoot)))
            .find(Boolean) ?? undefined;
        return form(community) as HTMLElement | undefined;
      }),
      localDay(),
    );
    await press(community, 'Save what we decided');
    const [decision] = await wait<StepDecision>(community, { kind: 'step-decision' });
    expect(decision?.record.data).to.deep.equal({
      outcome: 'not-yet',
      note: 'Evenings are still long for you.',
      next: 'One evening with the crew.',
      on: localDay(),
    });
    community.help = { people: [{ name: 'Night desk', phone: '555 0100' }] };
    await become(community, 'p-ana', 'resident');
    await findByRole(community, 'heading', 'What we decided together about “Contributing”');
    for (const words of ['Not yet', 'Evenings are still long for you.', 'One evening with the crew.', 'Night desk'])
      await findInText(community, words);
    expect(textOf(community)).not.to.include(saw.jo);
    byRole(community, 'button', 'Talk to staff');
  });

  it('its person may ask someone else to look, and who decided first does not decide again', async () => {
    const { community, id } = await opened();
    (await findByRole(community, 'radio', 'Yes')).click();
    fill(byRole(community, 'textbox', 'Why?'), 'You like mornings.');
    await press(community, 'Save what we decided');
    await wait(community, { kind: 'step-decision' });
    await become(community, 'p-ana', 'resident');
    await press(community, 'Ask someone else to look');
    await findInText(community, 'A different member of staff will decide.');
    await become(community, 's-priya', 'staff');
    await findInText(community, 'You decided the first time. Another member of staff looks at it now.');
    expect(queryByRole(community, 'button', 'Save what we decided') === undefined).to.equal(true);
    await become(community, 's-kim', 'staff');
    await findByRole(community, 'button', 'Save what we decided');
    expect((await community.records?.get(id))?.record.status).to.equal('appealed');
  });

  it('a “yes” moves nobody; staff write the part in a form that is filled from it', async () => {
    const { community, id } = await opened();
    (await findByRole(community, 'radio', 'Yes')).click();
    fill(byRole(community, 'textbox', 'Why?'), 'You like mornings.');
    await press(community, 'Save what we decided');
    await press(community, 'Write down the new part');
    expect(await community.records?.list({ kind: 'placement' })).to.deep.equal([]);
    await until(() => (byRole(community, 'radio', /^Contributing/) as HTMLInputElement).checked);
    await press(community, 'Save');
    const [part] = await wait(community, { kind: 'placement', to: 'p-ana' });
    expect(part?.record.from).to.equal(id);
  });

  it('a person takes their request back, and what others saw is not shown any more', async () => {
    const { community } = await opened();
    await become(community, 'p-ana', 'resident');
    await findInText(community, saw.jo);
    await press(community, 'Take it back');
    await findByRole(community, 'button', 'Ask for a talk');
    expect(textOf(community)).not.to.include(saw.jo);
    await until(async () => (await community.records?.list({ kind: 'step-view', by: 's-priya' }))?.length === 0);
  });
});
