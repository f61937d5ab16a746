import { findInText } from '../../../src/testing/by-role.js';
import { held, planned, proposed } from '../scene-records.js';
import type { Fixtures } from '../../../src/testing/fixtures.js';
import { Keys } from './keys.js';

const tag = 'milieu-meeting-agenda';

describe('by keyboard alone: before a meeting', () => {
  it('propose: a person proposes an item', async () => {
    const keys = await Keys.at({ tag, person: 'p-sam', past: planned });
    await keys.to('button', 'Suggest something');
    await keys.press('Enter');
    await keys.lands('textbox', 'What would you like to raise?');
    await keys.type('N');
    await keys.to('button', 'Suggest it');
    await keys.press('Enter');
    await keys.lands('textbox', 'What would you like to raise?');
    await keys.type('ew cups');
    await keys.press('Enter');
    await keys.lands('button', 'Suggest something');
    await keys.to('button', 'Take it back');
    await keys.leave();
    await keys.back();
    await keys.matches('propose');
  });

  it('order: the chair accepts an item and moves it; the focus stays on its button', async () => {
    const past = (history: Fixtures): unknown => proposed(history, 'p-sam', 'New cups', planned(history));
    const keys = await Keys.at({ tag, view: 'plan', past });
    await keys.to('button', 'Put it on the agenda');
    await keys.press('Enter');
    await findInText(keys.community, 'From Sam');
    await keys.lands('heading', 'Agenda');
    await keys.to('button', 'Move up: New cups');
    for (const place of [2, 1]) {
      await keys.press('Enter');
      await findInText(keys.community, `New cups is now number ${place} of 4.`);
      await keys.lands('button', 'Move up: New cups');
    }
    await keys.press('Enter');
    await findInText(keys.community, 'This is the first part.');
    await keys.lands('button', 'Move up: New cups');
    await keys.to('button', 'Change');
    await keys.press('Enter');
    await keys.lands('spinbutton', 'Minutes');
    await keys.press('ArrowUp');
    await keys.to('button', 'Save');
    await keys.press('Enter');
    await keys.lands('button', 'Change');
    await keys.leave();
    await keys.matches('order');
  });

  it('redirect: staff answer an item outside of the meeting', async () => {
    const past = (history: Fixtures): unknown => proposed(history, 'p-sam', 'New cups', planned(history));
    const keys = await Keys.at({ tag, view: 'plan', past });
    await keys.to('button', 'Answer outside the meeting');
    await keys.press('Enter');
    await keys.lands('textbox', 'What is the answer?');
    await keys.type('They come on Monday.');
    await keys.to('button', 'Send the answer to Sam');
    await keys.press('Enter');
    await keys.lands('heading', 'Agenda');
    await keys.leave();
    await keys.matches('redirect');
  });

  it('plan: a person plans a meeting, changes it and cancels it', async () => {
    const keys = await Keys.at({ tag, view: 'plan' });
    await keys.to('radio', /./);
    await keys.press('ArrowDown');
    await keys.to('combobox', 'Chair');
    await keys.to('disclosure', 'Say more');
    await keys.press('Enter');
    await keys.to('textbox', 'Where');
    await keys.type('Kitchen');
    await keys.to('button', 'Use this plan');
    await keys.press('Enter');
    await keys.lands('heading', /./);
    await keys.to('button', 'Change the plan');
    await keys.press('Enter');
    await keys.lands('heading', /./);
    await keys.to('button', 'Not now');
    await keys.press('Enter');
    await keys.lands('button', 'Change the plan');
    await keys.to('button', 'Call it off');
    await keys.press('Enter');
    await keys.lands('textbox', 'Why is it called off?');
    await keys.type('The boiler is out.');
    await keys.to('button', 'Call the meeting off');
    await keys.press('Enter');
    await keys.lands('heading', /./);
    await keys.leave();
    await keys.matches('plan');
  });
});

describe('by keyboard alone: during a meeting', () => {
  it('meeting: the chair opens, leads and closes a meeting and records a decision', async () => {
    const keys = await Keys.at({ tag, view: 'run', past: (history) => planned(history, { at: Date.now() }) });
    await keys.to('button', 'Open the meeting');
    await keys.press('Enter');
    await keys.lands('heading', /./);
    await keys.to('button', 'Next part');
    await keys.press('Enter');
    await keys.lands('heading', 'Cups');
    await keys.to('button', '2 more minutes');
    await keys.press('Enter');
    await keys.lands('button', '2 more minutes');
    await keys.to('disclosure', 'More');
    await keys.press('Enter');
    await keys.to('button', 'Pause');
    await keys.press('Enter');
    await keys.lands('button', 'Continue');
    await keys.press('Enter');
    await keys.lands('button', 'Next part');
    await keys.to('button', 'Hide the clock');
    await keys.press('Enter');
    await keys.lands('button', 'Show the clock');
    await keys.back();
    await keys.to('button', 'Write what we decided');
    await keys.press('Enter');
    await keys.lands('textbox', 'What did we decide?');
    await keys.type('Six new cups.');
    await keys.to('button', 'Add a promise');
    await keys.press('Enter');
    await keys.lands('textbox', 'What');
    await keys.type('Buy the cups');
    await keys.to('combobox', 'Who');
    await keys.press('ArrowDown');
    await keys.to('button', 'Save the decision');
    await keys.press('Enter');
    await keys.lands('heading', 'What we decided');
    await keys.back();
    await keys.to('button', 'Close the meeting');
    await keys.press('Enter');
    await keys.lands('p', 'Parts you did not get to are left for another time.');
    await keys.to('button', 'Close it now');
    await keys.press('Enter');
    await keys.lands('heading', /./);
    await keys.leave();
    await keys.matches('meeting');
  });

  it('promised: the chair goes through the promises before the first item', async () => {
    const past = (history: Fixtures): unknown => [held(history), planned(history, { at: Date.now() })];
    const keys = await Keys.at({ tag, view: 'run', past });
    await keys.to('button', 'Open the meeting');
    await keys.press('Enter');
    await keys.lands('heading', /./);
    await keys.to('button', 'Not yet');
    await keys.press('Enter');
    await keys.lands('button', 'Change');
    await keys.to('button', 'Done');
    await keys.press('Enter');
    await keys.lands('button', 'Undo');
    await keys.to('button', 'Begin: Opening');
    await keys.press('Enter');
    await keys.lands('heading', /./);
    await keys.leave();
    await keys.matches('promised');
  });
});

describe('by keyboard alone: after a meeting', () => {
  it('promises: a person marks a promise done, undoes it, and drops it with a reason', async () => {
    const keys = await Keys.at({ tag, view: 'board', past: held });
    await keys.to('button', 'Done');
    await keys.press('Enter');
    await keys.lands('button', 'Undo');
    await keys.press('Enter');
    await keys.lands('button', 'Done');
    await keys.to('button', 'No longer needed');
    await keys.press('Enter');
    await keys.lands('textbox', 'Why is it no longer needed?');
    await keys.to('button', 'Take it off the list');
    await keys.press('Enter');
    await keys.lands('textbox', 'Why is it no longer needed?');
    await keys.type('We have enough tea.');
    await keys.to('button', 'Take it off the list');
    await keys.press('Enter');
    await keys.lands('button', 'Undo');
    await keys.leave();
    await keys.matches('promises');
  });

  it('minutes: a person writes the minutes', async () => {
    const keys = await Keys.at({ tag, view: 'minutes', person: 'p-jo', past: (history) => held(history, 'none') });
    await keys.to('textbox', 'Write the minutes');
    await keys.type('Tea. ');
    await keys.to('button', 'Save and ask someone to check it');
    await keys.press('Enter');
    await keys.lands('heading', /^Minutes of/);
    await keys.leave();
    await keys.back();
    await keys.matches('minutes');
  });

  it('minutes-publish: staff check minutes and publish them', async () => {
    const keys = await Keys.at({ tag, view: 'minutes', person: 's-priya', past: (history) => held(history, 'draft') });
    await keys.to('button', 'Approve');
    await keys.press('Enter');
    await keys.lands('heading', /^Minutes of/);
    await keys.to('button', 'Publish it for everyone');
    await keys.press('Enter');
    await keys.lands('heading', /^Minutes of/);
    await findInText(keys.community, 'Published. Everyone who lives or works here can read it.');
    await keys.leave();
    await keys.matches('minutes-publish');
  });
});
