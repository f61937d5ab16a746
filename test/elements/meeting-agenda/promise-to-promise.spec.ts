import { expect } from '@open-wc/testing';
import { byRole, fill, findByRole, findByText, findFirst, findInText, textOf, until } from '../../../src/testing/by-role.js';
import { ConnectedPages } from '../../testing/connected-pages.js';
import { press } from '../../../src/testing/press.js';

/** From an idea to published minutes, and to the next meeting that starts with what was promised. */
describe('milieu-meeting-agenda: from promise to promise', () => {
  it('people on separate pages go from an idea to published minutes and to the next meeting', async () => {
    const all = new ConnectedPages();
    const ana = await all.move('p-ana', 'resident');
    const sam = await all.move('p-sam', 'resident');
    const priya = await all.move('s-priya', 'staff');

    (await findByRole(ana, 'radio', /^Quick meeting/)).click();
    await press(ana, 'Use this plan');
    await findByRole(sam, 'heading', 'Agenda');
    for (const title of ['Will we get new cups?', 'Thank Hope for the garden']) {
      await press(sam, 'Suggest something');
      fill(await findByRole(sam, 'textbox', 'What would you like to raise?'), title);
      await press(sam, 'Suggest it');
      await findByText(ana, title);
      await press(ana, 'Put it on the agenda');
      await findByRole(ana, 'button', `Move up: ${title}`);
    }
    for (const place of [3, 2, 1]) {
      byRole(ana, 'button', 'Move up: Will we get new cups?').click();
      await findInText(ana, `Will we get new cups? is now number ${place} of 7.`);
    }

    for (const page of [ana, sam, priya]) await press(page, 'Meeting');
    await press(ana, 'Open the meeting');
    await press(ana, 'Open it now');
    await findByRole(sam, 'heading', 'Will we get new cups?');
    await press(ana, 'Write what we decided');
    fill(await findByRole(ana, 'textbox', 'What did we decide?'), 'Six new cups.');
    await press(ana, 'Add a promise');
    fill(await findByRole(ana, 'textbox', 'What'), 'Buy six cups');
    fill(byRole(ana, 'combobox', 'Who'), 'p-sam');
    await press(ana, 'Save the decision');
    await findInText(sam, 'Six new cups.');
    await press(ana, 'More');
    await press(ana, 'Close the meeting');
    await press(ana, 'Close it now');

    for (const page of [ana, sam, priya]) await press(page, 'Minutes');
    await until(() => (byRole(ana, 'textbox', 'Write the minutes') as HTMLTextAreaElement).value.includes('Six new cups.'));
    await until(() => textOf(byRole(ana, 'table', 'Who does what')).includes('Sam'));
    await press(ana, 'Save and ask someone to check it');
    await findInText(sam, 'No minutes to read yet.');
    await press(priya, 'Approve');
    await press(priya, 'Publish it for everyone');
    await until(() => textOf(byRole(sam, 'table', 'Who does what')).includes('Buy six cups'));

    await press(sam, 'Plan');
    await press(sam, 'Use this plan');
    await until(() => all.of('meeting').length === 2);
    await press(sam, 'Meeting');
    await press(sam, 'Open the meeting');
    await press(sam, 'Open it now');
    await findByRole(sam, 'heading', 'What we promised last time');
    await findInText(sam, 'Buy six cups');
    (await findFirst(sam, 'button', 'Done')).click();
    await until(() => all.of('promise')[0]?.status === 'done');
    expect(all.refused).to.deep.equal([]);
  });
});
