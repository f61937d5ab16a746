import { kept } from '../scene-records.js';
import { Keys } from './keys.js';

describe('by keyboard alone: coping', () => {
  it('practice: a person practises a card and finds the practice in their list', async () => {
    const keys = await Keys.at({ tag: 'milieu-coping-card' });
    await keys.to('disclosure', 'Put a number on it first, if you like');
    await keys.press('Enter');
    await keys.to('radio', '0');
    await keys.press('ArrowRight');
    await keys.lands('radio', '1');
    await keys.leave();
    await keys.back();
    await keys.to('button', 'Start breathing');
    await keys.press('Enter');
    await keys.lands('heading', 'Breathe in');
    await keys.to('button', 'Pause');
    await keys.press(' ');
    await keys.lands('button', 'Continue');
    await keys.press(' ');
    await keys.lands('button', 'Pause');
    await keys.to('button', 'Stop');
    await keys.press('Enter');
    await keys.lands('heading', 'You stopped');
    await keys.to('radio', '0');
    await keys.press(' ');
    await keys.to('radio', 'It helped');
    await keys.press(' ');
    await keys.to('textbox', 'A note for yourself');
    await keys.type('It rained.');
    await keys.to('button', 'Save this');
    await keys.press('Enter');
    await keys.lands('heading', 'Saved');
    await keys.leave();
    await keys.matches('practice');
  });

  it('practice-eyes: a person practises with open eyes and discards the practice', async () => {
    const keys = await Keys.at({ tag: 'milieu-coping-card' });
    await keys.to('button', 'Look around the room instead');
    await keys.press('Enter');
    await keys.lands('button', 'Back to the card’s own steps');
    await keys.back();
    await keys.to('button', 'Start');
    await keys.press('Enter');
    await keys.lands('heading', /minutes? left|Less than a minute left/);
    await keys.to('button', 'Stop');
    await keys.press(' ');
    await keys.lands('heading', 'You stopped');
    await keys.to('button', 'Don’t save');
    await keys.press('Enter');
    await keys.lands('button', 'Start breathing');
    await keys.leave();
    await keys.matches('practice-eyes');
  });

  it('own-times: a person removes one practice', async () => {
    const keys = await Keys.at({
      tag: 'milieu-coping-card',
      past: (history) => {
        kept(history, 4000, { before: 7, after: 4, helped: 'helped', note: 'It rained.' });
        kept(history, 200);
      },
    });
    await keys.to('button', 'My practice');
    await keys.press('Enter');
    await keys.to('button', /^Remove Longer out-breath/);
    await keys.press('Enter');
    await keys.lands('button', 'Keep it');
    await keys.press('Enter');
    await keys.lands('button', /^Remove Longer out-breath/);
    await keys.press('Enter');
    await keys.lands('button', 'Keep it');
    await keys.back();
    await keys.to('button', 'Yes, remove it');
    await keys.press('Enter');
    await keys.lands('button', /^Remove Longer out-breath/);
    await keys.leave();
    await keys.matches('own-times');
  });

  it('deck: a person finds a card by its moment and goes back; people to call come first', async () => {
    const keys = await Keys.at({ tag: 'milieu-coping-deck' });
    await keys.to('button', 'Can’t sleep');
    await keys.press(' ');
    await keys.leave();
    await keys.back();
    await keys.to('button', 'Longer out-breath');
    await keys.press('Enter');
    await keys.lands('heading', 'Longer out-breath');
    await keys.back();
    await keys.to('button', 'All cards');
    await keys.press('Enter');
    await keys.lands('button', 'Longer out-breath');
    await keys.back();
    await keys.to('button', 'Talk to someone first');
    await keys.press(' ');
    await keys.lands('heading', 'Talk to someone first');
    await keys.to('button', 'Ask staff to come');
    await keys.leave();
    await keys.matches('deck');
  });
});
