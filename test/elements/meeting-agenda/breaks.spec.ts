import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { byRole, fill, findByRole, findInText, nameOf, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { deepActive, press } from '../../../src/testing/press.js';
import { ConnectedPages } from '../../testing/connected-pages.js';
import { act, plan } from './meeting-steps.js';

describe('milieu-meeting-agenda: breaks, rounds and hard items of a running meeting', () => {
  let all: ConnectedPages;
  let ana: MilieuCommunity;
  let sam: MilieuCommunity;

  beforeEach(async () => {
    all = new ConnectedPages();
    ana = await all.move('p-ana', 'resident', 'run');
    sam = await all.move('p-sam', 'resident', 'run');
  });
  afterEach(() => expect(all.refused).to.deep.equal([]));

  async function opened(): Promise<void> {
    await plan(all, ana, { parts: [['Cups', 5], ['Garden', 10], ['Close', 1]] }); // prettier-ignore
    await press(ana, 'Open the meeting');
    await findByRole(ana, 'timer');
    await findByRole(sam, 'timer');
  }

  it('who paused it can say why, everybody reads it, and at the next pause it is gone', async () => {
    await opened();
    await press(ana, 'More');
    await press(ana, 'Pause');
    await press(ana, 'Say why');
    await press(ana, 'Show it to everyone');
    await findInText(ana, 'Say why, in a sentence they can read.');
    fill(byRole(ana, 'textbox', 'Why are we taking a break?'), 'The fire alarm is being tested.');
    await press(ana, 'Show it to everyone');
    await findInText(sam, 'The fire alarm is being tested.');
    await findInText(sam, 'Ana wrote:');
    expect(textOf(sam)).to.include('If you would like a quiet place, ask staff.');
    expect(queryByRole(sam, 'button', 'Say why')).to.equal(undefined);
    await press(ana, 'Continue');
    await until(() => !queryByRole(sam, 'heading', 'Paused'));
    await press(ana, 'Pause');
    await findByRole(sam, 'heading', 'Paused');
    expect(textOf(sam)).not.to.include('fire alarm');
  });

  it('who needs to can step out and come back: nothing is stored or sent, nobody else sees it, and help is in reach', async () => {
    await opened();
    const told: string[] = [];
    for (const name of ['milieu-saved', 'milieu-deliver']) sam.addEventListener(name, () => told.push(name));
    await press(sam, 'Step out for a while');
    await until(() => nameOf(deepActive() as Element) === 'You stepped out');
    expect(queryByRole(sam, 'timer')).to.equal(undefined);
    expect(queryByRole(sam, 'heading', 'Cups')).to.equal(undefined);
    await press(ana, 'Next part');
    await findByRole(ana, 'heading', 'Garden');
    expect(textOf(sam)).not.to.include('Garden');
    await press(sam, 'Come back');
    await findByRole(sam, 'heading', 'Garden');
    await until(() => nameOf(deepActive() as Element) === 'Step out for a while');
    await press(sam, 'Step out for a while');
    expect(told).to.deep.equal([]);
    await press(sam, 'Get staff');
    await findByRole(sam, 'heading', 'Sent. Nobody has seen it yet.');
    expect(textOf(ana)).not.to.include('Sam');
  });

  it('staff take over an item that is about one person: its author reads why, others see it no more, and the meeting goes on', async () => {
    const priya = await all.move('s-priya', 'staff', 'run');
    const item = uuidv7();
    await act(sam, 'propose', 'item', item, { data: { title: 'Food that is gone', kind: 'topic' } });
    const meeting = await plan(all, ana, { parts: [['Ideas', 5, 'proposal'], ['Garden', 10], ['Close', 1]] }); // prettier-ignore
    await act(ana, 'accept', 'item', item, { moves: { meeting, order: 1500 } });
    await press(ana, 'Open the meeting');
    await findByRole(ana, 'timer');
    await press(ana, 'More');
    expect(queryByRole(ana, 'button', 'Answer outside the meeting'), 'a fixed part').to.equal(undefined);
    await press(ana, 'Next part');
    await findByRole(priya, 'heading', 'Food that is gone');
    await press(priya, 'More');
    await press(priya, 'Answer outside the meeting');
    fill(await findByRole(priya, 'textbox', 'What is the answer?'), 'Let us talk about it, the two of us.');
    await press(priya, 'Send the answer to Sam');
    await findByRole(ana, 'heading', 'Garden');
    await findByRole(priya, 'heading', 'Garden');
    await until(() => nameOf(deepActive() as Element) === 'Garden');
    const own = await all.move('p-sam', 'resident', 'plan');
    await findInText(own, 'Let us talk about it, the two of us.');
    const jo = await all.move('p-jo', 'senior-peer', 'plan');
    await findByRole(jo, 'heading', 'Agenda');
    expect(textOf(jo)).not.to.include('Food that is gone');
  });

  it('in a round, what is typed goes nowhere unless it is kept, and then nobody else reads it', async () => {
    const priya = await all.move('s-priya', 'staff', 'minutes');
    await plan(all, ana, { parts: [['How we are, one round', 5, 'activity'], ['Close', 1]] }); // prettier-ignore
    await press(ana, 'Open the meeting');
    fill(await findByRole(sam, 'textbox', 'How I am, in a word'), 'Tired');
    await press(sam, 'Pass');
    await press(sam, 'Write something after all');
    const word = (await findByRole(sam, 'textbox', 'How I am, in a word')) as HTMLInputElement;
    expect(word.value).to.equal('');
    await press(sam, 'Keep for me');
    await findInText(sam, 'Write a few words first.');
    fill(word, 'Hopeful');
    fill(byRole(sam, 'textbox', 'What I want to do'), 'Call my sister');
    expect(all.of('round-entry')).to.deep.equal([]);
    await press(sam, 'Keep for me');
    await findInText(sam, 'You saved this for yourself.');
    await until(() => all.of('round-entry').length === 1);
    expect(all.of('round-entry').map(({ visibility, data }) => [visibility, data])).to.deep.equal([
      ['self', { feeling: 'Hopeful', goal: 'Call my sister' }],
    ]);
    await press(ana, 'Next part');
    await press(ana, 'Close the meeting');
    await press(ana, 'Close it now');
    const own = await all.move('p-sam', 'resident', 'minutes');
    await press(own, 'What you saved for yourself');
    await findInText(own, 'Call my sister');
    await findByRole(priya, 'button', 'Who was here');
    expect(textOf(priya)).not.to.match(/sister|saved for yourself/);
    await press(own, 'Remove it');
    await until(() => all.of('round-entry')[0]?.status === 'removed');
    await until(() => !textOf(own).includes('Call my sister'));
  });
});
