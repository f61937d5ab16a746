import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { byRole, findByRole, findByText, until } from '../../support/role.js';
import { affirmation, choose, Elsewhere, feedback, focused, press, reminder, sentBy, storeOf, widgetIn } from './scene.js';

/** Presses Tab until the focus is where it is wanted. */
async function tabTo(wanted: () => Element): Promise<void> {
  for (let times = 0; times < 40; times += 1) {
    if (focused() === wanted()) return;
    await sendKeys({ press: 'Tab' });
  }
  throw new Error(`Tab never came to ${wanted().textContent.trim()}`);
}

async function filled(person: string, as: 'resident' | 'staff'): Promise<MilieuCommunity> {
  const community = await feedback({ person, as });
  const elsewhere = new Elsewhere();
  await elsewhere.write('p-sam', 'p-ana', affirmation);
  await elsewhere.review('release', await elsewhere.write('p-jo', 'p-ana', reminder));
  await elsewhere.review('return', await elsewhere.write('p-ana', 'p-jo', reminder), 'Which night?');
  await elsewhere.write('p-sam', 'p-jo', reminder);
  await elsewhere.reply('p-jo', 'report', await elsewhere.write('p-sam', 'p-jo', affirmation), 'Please stop.');
  await storeOf(community).apply(elsewhere.records);
  return community;
}

describe('milieu-peer-feedback: by keyboard', () => {
  it('writes and sends an affirmation', async () => {
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
    await findByRole(community, 'heading', 'Written for Sam');
    expect((await sentBy(community))[0]?.data.saw).to.equal('You found the mop.');
  });

  it('opens, answers and closes what came', async () => {
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

describe('milieu-peer-feedback: faults that axe-core finds', () => {
  const sound = async (community: MilieuCommunity): Promise<void> => {
    await expect(widgetIn(community)).to.be.accessible();
  };

  it('has none while writing, with mistakes, and after', async () => {
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

  it('has none among many names', async () => {
    const community = await feedback();
    community.people = Array.from({ length: 12 }, (_, index) => ({ id: `p-${index}`, name: `Name ${index}`, as: 'resident' as const }));
    await findByRole(community, 'searchbox');
    await sound(community);
  });

  it('has none in what came and what was sent', async () => {
    const community = await filled('p-ana', 'resident');
    await press(community, /^For you/);
    await findByRole(community, 'button', /^Open: New reminder/);
    await sound(community);
    await press(community, /^Open: New reminder/);
    await press(community, 'I see it differently');
    await sound(community);
    await press(community, 'Sent');
    await findByRole(community, 'button', /^Open: Reminder/);
    await sound(community);
    await press(community, /^Open: Reminder/);
    await press(community, 'Change the words');
    await findByRole(community, 'button', 'Send the new words to staff');
    await sound(community);
  });

  it('has none in what waits for staff', async () => {
    const community = await filled('s-priya', 'staff');
    await press(community, 'To look at (2)');
    await press(community, /^Sam to Jo.*Reminder$/s);
    await press(community, 'Do not pass it on');
    await findByText(community, 'Write a sentence that Sam can read, and say why.');
    await sound(community);
    await press(community, /^Sam to Jo.*not feel OK$/s);
    await findByRole(community, 'button', 'Take it back from Jo');
    await sound(community);
  });
});
