import { answersWanted, offered, placed } from '../past.js';
import type { Scribe } from '../../support/scribe.js';
import { Keys } from './keys.js';

const tag = 'milieu-responsibility-ladder';
const title = 'Water the plants';
const past = (scribe: Scribe): unknown => offered(scribe, title);

describe('by keyboard alone: duties', () => {
  it('duty: taken on, done, undone, done again and told about', async () => {
    const keys = await Keys.at({ tag, past });
    await keys.to('button', 'What I carry now');
    await keys.press('Enter');
    await keys.to('button', 'I will do it');
    await keys.press('Enter');
    await keys.lands('button', 'Done');
    await keys.press('Enter');
    await keys.lands('button', 'Undo');
    await keys.press('Enter');
    await keys.lands('button', 'Done');
    await keys.press(' ');
    await keys.lands('button', 'Undo');
    await keys.to('disclosure', 'Say how it was, if you like');
    await keys.press('Enter');
    await keys.to('radio', '0');
    await keys.press('ArrowRight');
    await keys.lands('radio', '1');
    await keys.to('button', 'Tell staff');
    await keys.press('Enter');
    await keys.lands('p', 'You said how it was. Staff can read it once it is sent.');
    await keys.leave();
    await keys.back();
    await keys.matches('duty');
  });

  for (const [workflow, word, question, send, then] of [
    ['duty-help', 'Ask for help with this', 'What would help?', 'Tell staff I need help', 'Done'],
    ['duty-decline', 'Not this one', 'Why not this one?', 'Say no to this one', 'Take it back'],
    ['duty-swap', 'Swap', 'What would suit you better?', 'Ask for a swap', 'Done'],
  ] as const)
    it(`${workflow}: with a word to staff, and without`, async () => {
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

  it('rest: a part rests, and goes on', async () => {
    const keys = await Keys.at({ tag, view: 'part', past: (scribe) => placed(scribe, 'contributing') });
    await keys.to('button', 'Rest from this for now');
    await keys.press('Enter');
    await keys.lands('heading', 'What we decided together');
    await keys.back();
    await keys.to('button', 'Go on from here');
    await keys.press('Enter');
    await keys.lands('heading', 'What I look after');
    await keys.leave();
    await keys.matches('rest');
  });
});

describe('by keyboard alone: staff and duties', () => {
  const person = 's-priya';

  it('staff-offer: with what is missing first', async () => {
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
    await keys.lands('heading', 'Written down for Ana. It is offered once it is sent.');
    await keys.to('button', 'Offer something else');
    await keys.press('Enter');
    await keys.lands('combobox', 'Who is it for?');
    await keys.leave();
    await keys.matches('staff-offer');
  });

  it('staff-answer: one after the other', async () => {
    const keys = await Keys.at({ tag, view: 'give', person, past: answersWanted });
    await keys.to('button', 'Help is arranged');
    await keys.press('Enter');
    await keys.lands('heading', 'Waiting for your answer');
    await keys.to('button', 'Offer it again');
    await keys.press('Enter');
    await keys.lands('heading', 'Waiting for your answer');
    await keys.to('button', 'Let it rest');
    await keys.press('Enter');
    await keys.lands('heading', 'Waiting for your answer');
    await keys.leave();
    await keys.matches('staff-answer');
  });

  it('staff-part: agreed on, then ended with a reason', async () => {
    const keys = await Keys.at({ tag, view: 'place', person });
    await keys.to('button', 'Write it down');
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
    await keys.to('button', 'Write it down');
    await keys.press('Enter');
    await keys.lands('heading', 'Written down. Ana can read it once it is sent.');
    await keys.to('button', 'Write another');
    await keys.press('Enter');
    await keys.lands('combobox', 'Whose part is it?');
    await keys.press('ArrowDown');
    await keys.to('button', 'This part is over');
    await keys.press('Enter');
    await keys.to('textbox', 'Why? They read this.');
    await keys.type('You moved on to a crew.');
    await keys.to('button', 'End this part');
    await keys.press('Enter');
    await keys.lands('heading', 'What people look after');
    await keys.leave();
    await keys.matches('staff-part');
  });
});
