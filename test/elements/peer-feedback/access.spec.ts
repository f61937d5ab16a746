import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { byRole, findByRole, findByText, until } from '../../../src/testing/by-role.js';
import { affirmation, choose, FakeHistory, feedback, focused, press, reminder, sentBy, storeOf, widgetIn } from './feedback-scene.js';

/** Presses Tab until the focus is on the wanted element. */
async function tabTo(wanted: () => Element): Promise<void> {
  for (let times = 0; times < 40; times += 1) {
    if (focused() === wanted()) return;
    await sendKeys({ press: 'Tab' });
  }
  throw new Error(`Tab never came to ${wanted().textContent.trim()}`);
}

async function filled(person: string, as: 'resident' | 'staff'): Promise<MilieuCommunity> {
  const community = await feedback({ person, as });
  const elsewhere = new FakeHistory();
  await elsewhere.write('p-sam', 'p-ana', affirmation);
  await elsewhere.review('release', await elsewhere.write('p-jo', 'p-ana', reminder));
  await elsewhere.review('return', await elsewhere.write('p-ana', 'p-jo', reminder), 'Which night?');
  await elsewhere.write('p-sam', 'p-jo', reminder);
  await elsewhere.reply('p-jo', 'report', await elsewhere.write('p-sam', 'p-jo', affirmation), 'Please stop.');
  await storeOf(community).apply(elsewhere.records);
  return community;
}

describe('milieu-peer-feedback: by keyboard', () => {
  it('a person writes and sends an affirmation by keyboard', async () => {
    const community = await feedback();
    await findByRole(community, 'radio', 'Sam');
    await tabTo(() => byRole(community, 'radio', 'Sam'));
    await sendKeys({ press: ' ' });
    await findByRole(community, 'button', 'Send to Sam');
    await tabTo(() => byRole(community, 'textbox', 'What did you see?'));
    await sendKeys({ type: 'You found the mop.' });
    await sendKeys({ press: 'Escape' });
    await tabTo(() => byRole(community, 'button', 'Send to Sam'));
    await sendKeys({ press: 'Enter' });
    await findByRole(community, 'heading', 'Saved for Sam');
    expect((await sentBy(community))[0]?.data.saw).to.equal('You found the mop.');
  });

  it('a person opens, answers and closes feedback by keyboard', async () => {
    const community = await filled('p-ana', 'resident');
    await tabTo(() => byRole(community, 'button', /^For you/));
    await sendKeys({ press: 'Enter' });
    await findByRole(community, 'button', /^Open: New affirmation/);
    await tabTo(() => byRole(community, 'button', /^Open: New affirmation/));
    await sendKeys({ press: 'Enter' });
    await until(() => focused() === byRole(community, 'heading', 'Affirmation'));
    await tabTo(() => byRole(community, 'button', 'Thank Sam'));
    await sendKeys({ press: ' ' });
    await until(() => focused()?.textContent === 'You said thanks.');
    await tabTo(() => byRole(community, 'button', 'Back to the list'));
    await sendKeys({ press: 'Enter' });
    await until(() => focused() === byRole(community, 'button', /^Open: Affirmation/));
  });
});

describe('milieu-peer-feedback: axe violations', () => {
  const sound = async (community: MilieuCommunity): Promise<void> => {
    await expect(widgetIn(community)).to.be.accessible();
  };

  it('axe finds no violation while writing, with mistakes, and after', async () => {
    const community = await feedback();
    await findByRole(community, 'radio', 'Sam');
    await sound(community);
    await choose(community, /^A reminder/);
    await press(community, 'Send to staff');
    await findByRole(community, 'heading', '4 things to add first');
    (await findByText(community, 'Say more')).click();
    await sound(community);
    await choose(community, 'Sam');
    await press(community, 'I’ll say it in person');
    await findByRole(community, 'heading', /in person/);
    await sound(community);
  });

  it('axe finds no violation in a long list of names', async () => {
    const community = await feedback();
    community.people = Array.from({ length: 12 }, (_, index) => ({ id: `p-${index}`, name: `Name ${index}`, as: 'resident' as const }));
    await findByRole(community, 'searchbox');
    await sound(community);
  });

  it('axe finds no violation in the inbox and in the list of what was sent', async () => {
    const community = await filled('p-ana', 'resident');
    await press(community, /^For you/);
    await findByRole(community, 'button', /^Read it now: New reminder/);
    await sound(community);
    await press(community, /^Read it now: New reminder/);
    await press(community, 'I see it differently');
    await sound(community);
    await press(community, 'Sent');
    await findByRole(community, 'button', /^Open: Reminder/);
    await sound(community);
    await press(community, /^Open: Reminder/);
    await press(community, 'Change the words');
    await findByRole(community, 'button', 'Send it to staff again');
    await sound(community);
  });

  it('axe finds no violation in what waits for staff', async () => {
    const community = await filled('s-priya', 'staff');
    await press(community, 'To review (2)');
    await press(community, /^Sam to Jo.*Reminder$/s);
    await press(community, 'Do not pass it on');
    await findByText(community, 'Say why, in a sentence Sam can read.');
    await sound(community);
    await press(community, /^Sam to Jo.*not feel OK$/s);
    await findByRole(community, 'button', 'Take it back from Jo');
    await sound(community);
  });
});
