import { html } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import '../../../src/define/today.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import type { As } from '../../../src/model/record.js';
import { findByRole, findInText, until } from '../../../src/testing/by-role.js';
import { people } from '../../../src/testing/people.js';
import { openCommunity } from '../../testing/community.js';

const become = async (community: MilieuCommunity, person: string, as: As): Promise<void> => {
  community.people = people.filter(({ id }) => id !== person);
  community.person = person;
  community.as = as;
  await until(() => community.records?.actor.person === person && community.status.store === 'open');
};

describe('milieu-today: a next step', () => {
  it('who is asked, staff with an open request, and the person with an answer each have a line', async () => {
    const community = await openCommunity(html`<milieu-today></milieu-today>`, { keep: 'house' });
    const id = uuidv7();
    const answers = [{ id: uuidv7(), kind: 'step-ask', to: ['p-jo'], data: { title: 'Contributing' } }];
    await community.records?.act('ask', { kind: 'step', id }, { data: { title: 'Contributing', examples: [] }, answers });
    await become(community, 'p-jo', 'senior-peer');
    await findByRole(community, 'button', 'Answer: Ana asks what you have seen');
    await become(community, 's-priya', 'staff');
    await findByRole(community, 'button', 'Open: Ana would like to talk about a next step');
    await community.records?.act('open-now', { kind: 'step', id, rev: 1 });
    const decision = [{ id: uuidv7(), kind: 'step-decision', data: { outcome: 'yes', note: 'You like mornings.' } }];
    await community.records?.act('decide', { kind: 'step', id, rev: 2 }, { answers: decision });
    await findInText(community, 'Nothing is waiting');
    await become(community, 'p-ana', 'resident');
    await findByRole(community, 'button', 'Open: There is an answer to your request for a talk');
  });
});
