import { findByRole } from '../../../src/testing/by-role.js';
import { cameForAna, reminder, told, waitsForStaff } from '../scene-records.js';
import { Keys } from './keys.js';

const tag = 'milieu-peer-feedback';
const saw = 'What did you see?';

describe('by keyboard alone: peer feedback', () => {
  it('affirmation: a person sends an affirmation', async () => {
    const keys = await Keys.at({ tag });
    await keys.to('radio', 'Sam');
    await keys.press(' ');
    await keys.to('textbox', saw);
    await keys.type('You found the mop.');
    await keys.press('Escape');
    await keys.to('button', 'Send to Sam');
    await keys.press('Enter');
    await keys.lands('heading', 'Saved for Sam');
    await keys.leave();
    await keys.back();
    await keys.matches('affirmation');
  });

  it('reminder: a person corrects mistakes and sends a reminder with optional fields', async () => {
    const keys = await Keys.at({ tag, view: 'write' });
    await keys.to('radio', /^An affirmation/);
    await keys.press('ArrowDown');
    await keys.lands('radio', /^A reminder/);
    await keys.to('button', 'Send to staff');
    await keys.press('Enter');
    await keys.lands('heading', '4 things to add first');
    await keys.to('button', 'Write what you saw. A few words will do.');
    await keys.press('Enter');
    await keys.lands('textbox', saw);
    await keys.type('The radio was loud.');
    await keys.to('textbox', 'What would help next time?');
    await keys.type('Use the headphones.');
    await keys.to('textbox', 'A strength you see in them');
    await keys.type('You look out for new people.');
    await keys.to('disclosure', 'Say more');
    await keys.press('Enter');
    await keys.to('textbox', 'Where and when?');
    await keys.type('Living room, at ten');
    await keys.to('button', 'Send to staff');
    await keys.press('Enter');
    await keys.lands('heading', 'One thing to add first');
    await keys.to('button', 'Choose who this is for.');
    await keys.press(' ');
    await keys.lands('radio', 'Sam');
    await keys.press(' ');
    await keys.to('button', 'Send to staff');
    await keys.press('Enter');
    await keys.lands('heading', 'Saved for Sam. Staff read it first.');
    await keys.leave();
    await keys.matches('reminder');
  });

  it('draft: the draft comes back and can be sent', async () => {
    const keys = await Keys.at({ tag, view: 'write' });
    await keys.to('radio', 'Sam');
    await keys.press('ArrowDown');
    await keys.lands('radio', 'Jo');
    await keys.to('textbox', saw);
    await keys.type('You found the mop.');
    await keys.leave();
    await keys.remake();
    await keys.to('button', 'Clear and start again');
    await keys.to('button', 'Send to Jo');
    await keys.press('Enter');
    await keys.lands('heading', 'Saved for Jo');
    await keys.matches('draft');
  });
});

describe('by keyboard alone: the inbox', () => {
  const opened = async (what: RegExp): Promise<Keys> => {
    const keys = await Keys.at({ tag, past: cameForAna });
    await keys.to('button', 'For you (new)');
    await keys.press('Enter');
    await findByRole(keys.community, 'button', 'With staff'); // comes with a file of its own
    await keys.to('button', what);
    await keys.press('Enter');
    await keys.lands('heading', /^(Affirmation|Reminder)$/);
    return keys;
  };

  it('inbox-thank: a person thanks for feedback', async () => {
    const keys = await opened(/^Open: New affirmation/);
    await keys.to('button', 'Thank Sam');
    await keys.press(' ');
    await keys.lands('p', 'You said thanks.');
    await keys.to('button', 'Back to the list');
    await keys.press('Enter');
    await keys.lands('button', /^Open: Affirmation/);
    await keys.leave();
    await keys.matches('inbox-thank');
  });

  it('inbox-take-care: a person says that they will take care of a reminder', async () => {
    const keys = await opened(/^Read it now: New reminder/);
    await keys.to('button', 'I’ll take care of it');
    await keys.press('Enter');
    await keys.lands('p', 'You said you would take care of it.');
    await keys.leave();
    await keys.matches('inbox-take-care');
  });

  for (const [workflow, way, heading, send, said, reason] of [
    ['inbox-differ', 'I see it differently', 'I see it differently', 'Ask to talk it through', 'You asked to talk it through.', undefined],
    [
      'inbox-report',
      'This does not feel OK',
      'Tell staff that this does not feel OK',
      'Tell staff',
      'You told staff that this does not feel OK.',
      'It is hurtful',
    ],
  ] as const)
    it(`${workflow}: a person answers with words`, async () => {
      const keys = await opened(/^Read it now: New reminder/);
      await keys.to('button', way);
      await keys.press('Enter');
      await keys.lands('heading', heading);
      if (reason) {
        await keys.to('checkbox', reason);
        await keys.press(' ');
      }
      await keys.to('textbox', /you can leave this empty/);
      await keys.type('It was not me.');
      await keys.to('button', send);
      await keys.press('Enter');
      await keys.lands('p', said);
      await keys.leave();
      await keys.matches(workflow);
    });

  it('inbox-not-now: a person leaves feedback for later', async () => {
    const keys = await opened(/^Read it now: New reminder/);
    await keys.to('button', 'Not now');
    await keys.press('Enter');
    await keys.lands('button', /^Open: Reminder/);
    await keys.leave();
    await keys.matches('inbox-not-now');
  });
});

describe('by keyboard alone: staff review feedback', () => {
  const opened = async (): Promise<Keys> => {
    const keys = await Keys.at({
      tag,
      person: 's-priya',
      past: (history) => {
        told(history, 'p-jo', 'p-ana', reminder);
      },
    });
    await keys.to('button', 'To review (1)');
    await keys.press('Enter');
    await keys.to('button', /^Jo to Ana/);
    await keys.press('Enter');
    await keys.lands('heading', 'Reminder');
    return keys;
  };

  it('staff-pass-on: staff pass a reminder on', async () => {
    const keys = await opened();
    await keys.to('button', 'Pass it on to Ana');
    await keys.press('Enter');
    await keys.lands('p', 'You chose to pass it on to Ana.');
    await keys.leave();
    await keys.matches('staff-pass-on');
  });

  for (const [workflow, button, done] of [
    ['staff-return', 'Ask Jo to reword it', 'You chose to ask Jo to reword it.'],
    ['staff-withhold', 'Do not pass it on', 'You chose not to pass it on.'],
  ] as const)
    it(`${workflow}: staff answer a reminder with a reason`, async () => {
      const keys = await opened();
      await keys.to('button', button);
      await keys.press('Enter');
      await keys.lands('textbox', 'A note to Jo');
      await keys.type('Which night was it?');
      await keys.to('button', button);
      await keys.press('Enter');
      await keys.lands('p', done);
      await keys.leave();
      await keys.matches(workflow);
    });

  it('staff-report: staff take back feedback that does not feel OK', async () => {
    const keys = await Keys.at({ tag, view: 'queue', person: 's-priya', past: waitsForStaff });
    await keys.to('button', /^Sam to Ana/);
    await keys.press(' ');
    await keys.lands('heading', 'Affirmation');
    await keys.to('textbox', 'A note');
    await keys.type('Please come and talk to me.');
    await keys.to('button', 'Take it back from Ana');
    await keys.press('Enter');
    await keys.lands('p', /^You chose to take it back/);
    await keys.matches('staff-report');
  });
});
