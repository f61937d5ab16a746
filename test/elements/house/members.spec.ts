import { expect } from '@open-wc/testing';
import '../../../src/define/peer-feedback.js';
import { press } from '../../../src/testing/press.js';
import { fill, findByRole, findByText, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { ana, ben, comeIn, nameHouse, nora, openHouse } from './house-scene.js';

let community: string;
beforeEach(() => (community = crypto.randomUUID()));

const choose = async (root: Element, value: string): Promise<void> => {
  const field = (await findByRole(root, 'combobox', 'This person is')) as HTMLSelectElement;
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
};

describe('the people of a house', () => {
  it('whoever sets up an empty house is its first member of staff, with a PIN of six digits', async () => {
    const { element, core } = await openHouse({ community, askWho: true });
    await findByRole(element, 'heading', 'Set up names');
    await press(element, 'Add me as staff');
    await findInText(element, 'Write a first name or initials.');
    fill(await findByRole(element, 'textbox', 'Your first name or initials'), 'Nora');
    fill(await findByRole(element, 'textbox', 'PIN'), '1234');
    await press(element, 'Add me as staff');
    await findInText(element, 'Use at least 6.');
    fill(await findByRole(element, 'textbox', 'PIN'), nora.pin);
    await press(element, 'Add me as staff');
    await press(element, 'People here');
    await findByRole(element, 'button', 'Change: Nora');
    expect(core.actor.as).to.equal('staff');
  });

  it('a page of staff in a house without names offers to set them up, and works as before', async () => {
    const { element } = await openHouse({ community, as: 'staff' });
    await findByRole(element, 'button', 'To review');
    await press(element, 'People here');
    await findByRole(element, 'heading', 'Set up names');
  });

  it('a page of residents in a house without names is as it was', async () => {
    const { element } = await openHouse({ community });
    await findByRole(element, 'heading', 'There is no one to choose yet');
    for (const name of ['People here', 'My PIN', 'I’m done']) expect(queryByRole(element, 'button', name)).to.equal(undefined);
  });

  it('staff add a person, who is there to choose at once', async () => {
    await nameHouse(community, [nora]);
    const { element, core } = await openHouse({ community });
    await comeIn(element, 'Nora', nora.pin);
    await press(element, 'People here');
    fill(await findByRole(element, 'textbox', 'First name or initials'), 'nora');
    await press(element, 'Add');
    await findInText(element, 'There is someone called nora already. Add a letter.');
    fill(await findByRole(element, 'textbox', 'First name or initials'), 'Mia');
    await press(element, 'Add');
    await findByRole(element, 'button', 'Change: Mia');
    expect(((await findByRole(element, 'textbox', 'First name or initials')) as HTMLInputElement).value).to.equal('');
    await press(element, 'I’m done');
    await press(element, 'Mia');
    await findByRole(element, 'button', 'I’m done');
    expect(core.actor.as).to.equal('resident');
  });

  it('a name that is being added while staff leave is added, and the next person reads nothing of it', async () => {
    await nameHouse(community, [nora]);
    const { element, core } = await openHouse({ community });
    await comeIn(element, 'Nora', nora.pin);
    await press(element, 'People here');
    fill(await findByRole(element, 'textbox', 'First name or initials'), 'Mia');
    fill(await findByRole(element, 'textbox', 'PIN (you can leave it empty)'), '1357');
    await press(element, 'Add');
    element.leave();
    await until(() => core.people.some(({ name }) => name === 'Mia'), { what: 'the new name' });
    expect(textOf(element).match(/Saving|Saved for|Not accepted|Not saved|Waiting to be sent/i)?.[0]).to.equal(undefined);
    await comeIn(element, 'Mia', '1357');
  });

  it('many people are found by typing, and the one who is changed stays', async () => {
    const others = Array.from({ length: 12 }, (_, at) => ({ id: `n-${at}`, name: `Guest ${at}`, as: 'resident' }) as const);
    await nameHouse(community, [nora, ...others]);
    const { element } = await openHouse({ community });
    fill(await findByRole(element, 'searchbox', 'Find a name'), 'nora');
    await comeIn(element, 'Nora', nora.pin);
    await press(element, 'People here');
    fill(await findByRole(element, 'searchbox', 'Find a name'), 'guest 11');
    await until(() => queryByRole(element, 'button', 'Change: Guest 10') === undefined);
    await press(element, 'Change: Guest 11');
    await press(element, 'Mark as away');
    await findByRole(element, 'heading', 'Away');
    await findByRole(element, 'button', 'Change: Guest 11');
  });

  it('a new name of staff needs a PIN of six digits', async () => {
    await nameHouse(community, [nora]);
    const { element } = await openHouse({ community });
    await comeIn(element, 'Nora', nora.pin);
    await press(element, 'People here');
    fill(await findByRole(element, 'textbox', 'First name or initials'), 'Tom');
    await choose(element, 'staff');
    await press(element, 'Add');
    await findInText(element, 'A PIN has only digits. Use at least 6.');
    fill(await findByRole(element, 'textbox', 'PIN'), '13 57 90');
    await press(element, 'Add');
    await findByRole(element, 'button', 'Change: Tom');
    await press(element, 'I’m done');
    await comeIn(element, 'Tom', '135790');
  });

  it('staff mark somebody as away and as left, and bring them back', async () => {
    await nameHouse(community);
    const { element, core } = await openHouse({ community });
    await comeIn(element, 'Nora', nora.pin);
    await press(element, 'People here');
    await press(element, 'Change: Ben');
    await press(element, 'Mark as away');
    await findByRole(element, 'heading', 'Away');
    await until(() => !core.people.some(({ id }) => id === ben.id));
    await press(element, 'Change: Ben');
    await press(element, 'Mark as left');
    await until(() => queryByRole(element, 'button', 'Mark as left') === undefined && queryByRole(element, 'button', 'Change: Ben') === undefined);
    (await findByText(element, 'Left')).click();
    await press(element, 'Mark as back: Ben');
    await findByRole(element, 'button', 'Change: Ben');
    await until(() => core.people.some(({ id }) => id === ben.id));
  });

  it('staff cannot take themselves out', async () => {
    await nameHouse(community);
    const { element } = await openHouse({ community });
    await comeIn(element, 'Nora', nora.pin);
    await press(element, 'People here');
    await press(element, 'Change: Nora');
    await findInText(element, 'Someone else on staff can mark you as away or left');
    for (const name of ['Mark as away', 'Mark as left', 'Remove the PIN']) expect(queryByRole(element, 'button', name)).to.equal(undefined);
  });

  it('a person sets a PIN of their own and removes it', async () => {
    await nameHouse(community);
    const { element } = await openHouse({ community });
    await press(element, 'Ben');
    await press(element, 'My PIN');
    fill(await findByRole(element, 'textbox', 'New PIN'), '12');
    await press(element, 'Save my PIN');
    await findInText(element, 'A PIN has only digits. Use at least 4.');
    fill(await findByRole(element, 'textbox', 'New PIN'), '4321');
    await press(element, 'Save my PIN');
    await until(() => queryByRole(element, 'heading', 'My PIN') === undefined);
    await press(element, 'I’m done');
    await comeIn(element, 'Ben', '4321');
    await press(element, 'My PIN');
    await press(element, 'Remove my PIN');
    await until(() => queryByRole(element, 'heading', 'My PIN') === undefined);
    await press(element, 'I’m done');
    await press(element, 'Ben');
    await findByRole(element, 'button', 'I’m done');
  });

  it('residents do not see the names of the house as a list to change', async () => {
    await nameHouse(community);
    const { element } = await openHouse({ community, as: 'staff' });
    await comeIn(element, 'Ana', ana.pin);
    expect(queryByRole(element, 'button', 'People here')).to.equal(undefined);
    expect(textOf(element)).to.not.contain('To review');
  });
});
