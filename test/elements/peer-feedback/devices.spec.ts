import { expect } from '@open-wc/testing';
import { byRole, fill, findByRole, findByText, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { choose, feedback, press } from './feedback-scene.js';

describe('milieu-peer-feedback: one computer in the house', () => {
  it('a reminder goes from its author over staff to its receiver without a backend', async () => {
    const shared = crypto.randomUUID();
    const community = await feedback({ keep: 'house', community: shared });
    const become = async (person: string, as: typeof community.as): Promise<void> => {
      Object.assign(community, { person, as });
      await community.updateComplete;
      await until(() => community.records && community.status.store === 'open');
    };
    await findInText(community, 'Saved on this device, not locked.');
    await choose(community, /^A reminder/);
    await choose(community, 'Sam');
    fill(byRole(community, 'textbox', 'What did you see?'), 'The radio was on loud.');
    fill(byRole(community, 'textbox', 'What would help next time?'), 'Use the headphones.');
    fill(byRole(community, 'textbox', 'A strength you see in Sam'), 'You are kind.');
    await press(community, 'Send to staff');
    await findByRole(community, 'heading', 'Saved for Sam. Staff read it first.');

    await become('p-sam', 'resident');
    await press(community, 'For you');
    await findByRole(community, 'heading', 'Nothing new for you');
    expect(textOf(community)).to.not.include('radio');

    await become('s-priya', 'staff');
    await press(community, 'To review (1)');
    await press(community, / to Sam/);
    await press(community, 'Pass it on to Sam');
    await findByText(community, 'You chose to pass it on to Sam.');

    await become('p-sam', 'resident');
    await until(() => !queryByRole(community, 'button', /To review/));
    await press(community, 'For you (new)');
    await press(community, /^Read it now: New reminder/);
    await findInText(community, 'The radio was on loud.');
  });

  it('a draft comes back after the page was left', async () => {
    const shared = crypto.randomUUID();
    const first = await feedback({ keep: 'person', community: shared });
    await choose(first, 'Sam');
    fill(byRole(first, 'textbox', 'What did you see?'), 'You found the mop.');
    await until(async () => (await first.records?.drafts.read('feedback')) !== undefined);
    first.remove();
    const second = await feedback({ keep: 'person', community: shared });
    await findInText(second, 'We kept what you wrote.');
    expect((byRole(second, 'textbox', 'What did you see?') as HTMLTextAreaElement).value).to.equal('You found the mop.');
    expect((byRole(second, 'radio', 'Sam') as HTMLInputElement).checked).to.equal(true);
  });
});
