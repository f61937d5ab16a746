import { ana, ben, crowd, nora } from '../../elements/house/house-scene.js';
import { Keys } from './keys.js';

const tag = 'milieu-peer-feedback';
const house = [nora, ana, ben];

async function comeInAsNora(keys: Keys): Promise<void> {
  await keys.to('button', 'Nora');
  await keys.press('Enter');
  await keys.lands('textbox', 'Nora, your PIN');
  await keys.type(nora.pin);
  await keys.press('Enter');
  await keys.lands('heading', 'Feedback for each other');
}

describe('by keyboard alone: a shared computer', () => {
  it('house-who: a person finds their name, mistypes the PIN, comes in, and leaves', async () => {
    const keys = await Keys.at({ tag, house: crowd });
    await keys.to('searchbox', 'Find a name');
    await keys.type('ana');
    await keys.to('button', 'Ana');
    await keys.press(' ');
    await keys.lands('textbox', 'Ana, your PIN');
    await keys.type('0000');
    await keys.press('Enter');
    await keys.lands('textbox', 'Ana, your PIN');
    await keys.waitsFor('You can try again now.');
    await keys.type(ana.pin);
    await keys.press('Enter');
    await keys.lands('heading', 'Feedback for each other');
    await keys.to('button', 'I’m done');
    await keys.press('Enter');
    await keys.lands('heading', 'Feedback for each other');
    await keys.leave();
    await keys.back();
    await keys.matches('house-who');
  });

  it('house-other: somebody pressed the wrong name', async () => {
    const keys = await Keys.at({ tag, house });
    await keys.to('button', 'Ana');
    await keys.press('Enter');
    await keys.lands('textbox', 'Ana, your PIN');
    await keys.to('button', 'I’m someone else');
    await keys.press('Enter');
    await keys.lands('heading', 'Who are you?');
    await keys.to('button', 'Ben');
    await keys.press('Enter');
    await keys.lands('heading', 'Feedback for each other');
    await keys.matches('house-other');
  });

  it('house-begin: a member of staff sets up the names', async () => {
    const keys = await Keys.at({ tag, house: [] });
    await keys.to('textbox', 'Your first name or initials');
    await keys.type('Nora');
    await keys.press('Enter');
    await keys.lands('textbox', 'PIN');
    await keys.type(nora.pin);
    await keys.press('Enter');
    await keys.lands('heading', 'Feedback for each other');
    await keys.matches('house-begin');
  });

  it('house-members: staff add a person, and mark another one as away', async () => {
    const keys = await Keys.at({ tag, house });
    await comeInAsNora(keys);
    await keys.to('button', 'People here');
    await keys.press('Enter');
    await keys.lands('heading', 'People here');
    await keys.to('textbox', 'First name or initials');
    await keys.type('Mia');
    await keys.press('Enter');
    await keys.waitsFor('Mia');
    await keys.lands('textbox', 'First name or initials');
    await keys.to('button', 'Change: Ben');
    await keys.press('Enter');
    await keys.lands('textbox', 'First name or initials');
    await keys.to('button', 'Mark as away');
    await keys.press('Enter');
    await keys.lands('button', 'Change: Ben');
    await keys.to('button', 'Close');
    await keys.press('Enter');
    await keys.lands('button', 'People here');
    await keys.matches('house-members');
  });

  it('house-pin: a person sets a PIN of their own', async () => {
    const keys = await Keys.at({ tag, house });
    await keys.to('button', 'Ben');
    await keys.press('Enter');
    await keys.lands('heading', 'Feedback for each other');
    await keys.to('button', 'My PIN');
    await keys.press('Enter');
    await keys.lands('heading', 'My PIN');
    await keys.to('textbox', 'New PIN');
    await keys.type('2468');
    await keys.press('Enter');
    await keys.lands('button', 'My PIN');
    await keys.matches('house-pin');
  });

  it('house-locked: staff open what is locked', async () => {
    const keys = await Keys.at({ tag, house });
    await keys.community.unlock('four words for a shift');
    keys.community.lock();
    await keys.to('textbox', 'Passphrase');
    await keys.type('not the right one');
    await keys.press('Enter');
    await keys.waitsFor('That is not the passphrase.');
    await keys.lands('textbox', 'Passphrase');
    await keys.type('four words for a shift');
    await keys.press('Enter');
    await keys.waitsFor('Who are you?');
    await keys.to('button', 'Ben');
    await keys.matches('house-locked');
  });
});
