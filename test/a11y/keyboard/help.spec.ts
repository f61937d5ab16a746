import { called } from '../scene-records.js';
import { Keys } from './keys.js';

describe('by keyboard alone: help', () => {
  it('help: a call reaches nobody, is sent again and is taken back', async () => {
    const keys = await Keys.at({ tag: 'milieu-help' });
    await keys.to('button', 'People to call');
    await keys.press('Enter');
    await keys.lands('button', 'People to call');
    await keys.back();
    await keys.to('button', 'Ask staff to come');
    await keys.press('Enter');
    await keys.lands('heading', 'Nobody has been told. Go to a member of staff now.');
    await keys.to('button', 'Try again');
    await keys.press('Enter');
    await keys.lands('button', 'Try again');
    await keys.to('button', 'Cancel my call');
    await keys.press('Enter');
    await keys.lands('heading', 'Need someone?');
    await keys.leave();
    await keys.back();
    await keys.matches('help');
  });

  it('help-worried: a person writes about a worry', async () => {
    const keys = await Keys.at({ tag: 'milieu-help' });
    await keys.to('button', 'I’m worried about someone');
    await keys.press(' ');
    await keys.to('textbox', 'What worries you? You can leave this empty.');
    await keys.type('Lee has not come down.');
    await keys.to('button', 'Tell staff');
    await keys.press('Enter');
    await keys.lands('heading', 'About someone else: Nobody has been told. Go to a member of staff now.');
    await keys.leave();
    await keys.matches('help-worried');
  });

  it('help-concern: a person raises a concern about a member of staff', async () => {
    const keys = await Keys.at({ tag: 'milieu-help' });
    await keys.to('button', 'I have a concern');
    await keys.press('Enter');
    await keys.lands('button', 'I have a concern');
    await keys.to('textbox', 'What isn’t right?');
    await keys.type('The night door was locked.');
    await keys.to('button', 'Send to staff');
    await keys.press('Enter');
    await keys.lands('heading', 'Saved for staff');
    await keys.leave();
    await keys.matches('help-concern');
  });

  it('help-told: a person calls from another widget, and the host takes the call', async () => {
    const keys = await Keys.at({ tag: 'milieu-peer-feedback', view: 'inbox' });
    keys.community.addEventListener('milieu-deliver', (event) => event.waitUntil(Promise.resolve(true)));
    await keys.to('button', 'Ask for help');
    await keys.press('Enter');
    await keys.lands('button', 'Ask for help');
    await keys.back();
    await keys.to('button', 'Ask staff to come');
    await keys.press('Enter');
    await keys.lands('heading', 'Sent. Nobody has seen it yet.');
    await keys.leave();
    await keys.matches('help-told');
  });

  it('staff-help: staff mark a call as seen and then as dealt with', async () => {
    const keys = await Keys.at({ tag: 'milieu-help', person: 's-priya', past: called });
    await keys.to('button', 'I’ve seen it');
    await keys.press('Enter');
    await keys.lands('heading', 'Calls for staff');
    await keys.to('button', 'Dealt with');
    await keys.press('Enter');
    await keys.lands('heading', 'Calls for staff');
    await keys.leave();
    await keys.matches('staff-help');
  });
});
