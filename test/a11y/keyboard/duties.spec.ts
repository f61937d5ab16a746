import { answersWanted, offered, placed } from '../scene-records.js';
import type { Fixtures } from '../../../src/testing/fixtures.js';
import { Keys } from './keys.js';

const tag = 'milieu-responsibility-ladder';
const title = 'Water the plants';
const past = (history: Fixtures): unknown => offered(history, title);

describe('by keyboard alone: duties', () => {
  it('duty: a person takes on a duty, marks it done, undoes it, and says how it went', async () => {
    const keys = await Keys.at({ tag, past });
    await keys.to('button', 'My jobs');
    await keys.press('Enter');
    await keys.to('button', 'I’ll do it');
    await keys.press('Enter');
    await keys.lands('button', 'Done');
    await keys.press('Enter');
    await keys.lands('button', 'Undo');
    await keys.press('Enter');
    await keys.lands('button', 'Done');
    await keys.press(' ');
    await keys.lands('button', 'Undo');
    await keys.to('disclosure', 'Say how it went, if you like');
    await keys.press('Enter');
    await keys.to('radio', '0');
    await keys.press('ArrowRight');
    await keys.lands('radio', '1');
    await keys.to('button', 'Tell staff');
    await keys.press('Enter');
    await keys.lands('p', 'You said how it went.');
    await keys.leave();
    await keys.back();
    await keys.matches('duty');
  });

  for (const [workflow, word, question, send, then] of [
    ['duty-help', 'Ask for help with this', 'What would help?', 'Tell staff I need help', 'Done'],
    ['duty-decline', 'Not this one', 'Why not this one?', 'Say no to this', 'Take it back'],
    ['duty-swap', 'Swap', 'What would suit you better?', 'Ask for a swap', 'Done'],
  ] as const)
    it(`${workflow}: a person tells staff with words and without words`, async () => {
      const keys = await Keys.at({ tag, view: 'carry', past });
      await keys.to('button', word);
      await keys.press('Enter');
      await keys.lands('textbox', question);
      await keys.to('button', 'Back');
      await keys.press('Enter');
      await keys.lands('button', word);
      await keys.press('Enter');
      await keys.lands('textbox', question);
      await keys.type('The big pots are heavy.');
      await keys.to('button', send);
      await keys.press('Enter');
      await keys.lands('button', then);
      await keys.leave();
      await keys.matches(workflow);
    });

  it('rest: a person pauses their part and goes on with it', async () => {
    const keys = await Keys.at({ tag, view: 'part', past: (history) => placed(history, 'contributing') });
    await keys.to('button', 'Take a break from this');
    await keys.press('Enter');
    await keys.lands('heading', 'What we decided together');
    await keys.back();
    await keys.to('button', 'End my break');
    await keys.press('Enter');
    await keys.lands('heading', 'What I look after');
    await keys.leave();
    await keys.matches('rest');
  });
});

describe('by keyboard alone: staff and duties', () => {
  const person = 's-priya';

  it('staff-offer: staff offer a duty after they filled in what was missing', async () => {
    const keys = await Keys.at({ tag, person });
    await keys.to('button', 'Offer it');
    await keys.press('Enter');
    await keys.lands('region', 'Something to add first');
    await keys.to('button', 'Choose a person.');
    await keys.press('Enter');
    await keys.lands('combobox', 'Who is it for?');
    await keys.press('ArrowDown');
    await keys.to('button', 'Water the plants');
    await keys.press(' ');
    await keys.to('disclosure', 'Say more');
    await keys.press('Enter');
    await keys.to('button', 'Offer it');
    await keys.press('Enter');
    await keys.lands('heading', 'Saved for Ana');
    await keys.to('button', 'Offer another job');
    await keys.press('Enter');
    await keys.lands('combobox', 'Who is it for?');
    await keys.leave();
    await keys.matches('staff-offer');
  });

  it('staff-answer: staff answer one request after the other', async () => {
    const keys = await Keys.at({ tag, view: 'give', person, past: answersWanted });
    await keys.to('button', 'Help is arranged');
    await keys.press('Enter');
    await keys.lands('heading', 'Waiting for your answer');
    await keys.to('button', 'Offer it again');
    await keys.press('Enter');
    await keys.lands('heading', 'Waiting for your answer');
    await keys.to('button', 'Close it');
    await keys.press('Enter');
    await keys.lands('heading', 'Waiting for your answer');
    await keys.leave();
    await keys.matches('staff-answer');
  });

  it('staff-part: staff write down a part, then end it with a reason', async () => {
    const keys = await Keys.at({ tag, view: 'place', person });
    await keys.to('button', 'Save');
    await keys.press('Enter');
    await keys.lands('region', 'Something to add first');
    await keys.to('button', 'Choose a circle.');
    await keys.press('Enter');
    await keys.lands('radio', /^Welcome/);
    await keys.press('ArrowDown');
    await keys.back();
    await keys.to('combobox', 'Whose part is it?');
    await keys.press('ArrowDown');
    await keys.to('textbox', 'What did you decide together, and why?');
    await keys.type('You like mornings.');
    await keys.to('button', 'Save');
    await keys.press('Enter');
    await keys.lands('heading', 'Saved for Ana');
    await keys.to('button', 'Record something else');
    await keys.press('Enter');
    await keys.lands('combobox', 'Whose part is it?');
    await keys.press('ArrowDown');
    await keys.to('button', 'End this role');
    await keys.press('Enter');
    await keys.to('textbox', 'Why? They can read this.');
    await keys.type('You moved on to a crew.');
    await keys.to('button', 'Yes, end this role');
    await keys.press('Enter');
    await keys.lands('heading', 'What people look after');
    await keys.leave();
    await keys.matches('staff-part');
  });
});
