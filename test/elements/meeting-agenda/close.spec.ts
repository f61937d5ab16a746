import { expect } from '@open-wc/testing';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { allByRole, byRole, findByRole, findByText, findInText, queryByRole, textOf, until } from '../../../src/testing/by-role.js';
import { deepActive, press } from '../../../src/testing/press.js';
import { ConnectedPages } from '../../testing/connected-pages.js';
import { act, plan } from './meeting-steps.js';

const day = 86_400_000;
/** Presses a button that has the focus. */
const tap = async (root: Element, name: string): Promise<void> => {
  const button = await findByRole(root, 'button', name);
  button.focus();
  button.click();
};
const later = (days: number): string => new Date(Date.now() + days * day).toISOString();

describe('milieu-meeting-agenda: opening and closing', () => {
  let all: ConnectedPages;
  let ana: MilieuCommunity;
  beforeEach(async () => {
    all = new ConnectedPages();
    ana = await all.move('p-ana', 'resident');
  });
  afterEach(() => expect(all.refused).to.deep.equal([]));

  const status = (id: string): string | undefined => all.of('meeting').find((record) => record.id === id)?.status;

  it('a meeting two days ahead is opened only after a question, and stays planned with Not yet', async () => {
    const id = await plan(all, ana, { startsAt: later(2), parts: [['Cups', 5]] });
    await press(ana, 'Meeting');
    await tap(ana, 'Open the meeting');
    await findInText(ana, /This meeting is planned for .+ Open it now\?/);
    await until(() => textOf(deepActive() as Element).includes('Open it now?'));
    await press(ana, 'Not yet');
    await findByRole(ana, 'button', 'Open the meeting');
    expect(status(id)).to.equal('planned');
    await press(ana, 'Open the meeting');
    await press(ana, 'Open it now');
    await findByRole(ana, 'timer');
    expect(status(id)).to.equal('running');
  });

  it('the promises of the meeting are read before it closes; then come thanks, a summary and the way to the minutes', async () => {
    const sam = await all.move('p-sam', 'resident', 'run');
    await plan(all, ana, { parts: [['Cups', 5], ['Garden', 5]] }); // prettier-ignore
    await press(ana, 'Meeting');
    await press(ana, 'Open the meeting');
    await findByRole(ana, 'timer');
    const item = all.of('item').find(({ data }) => data['title'] === 'Cups')?.id ?? '';
    await act(ana, 'decide', 'item', item, {
      answers: [
        { id: crypto.randomUUID(), kind: 'outcome', data: { text: 'Ten new cups.' } },
        { id: crypto.randomUUID(), kind: 'promise', to: ['p-sam'], data: { text: 'Choose the cups', due: later(5).slice(0, 10) } },
      ],
    });
    await findByRole(ana, 'heading', 'What we decided');
    await press(ana, 'More');
    await press(ana, 'Close the meeting');
    await findInText(ana, 'Before you close, read out who does what.');
    const table = await until(() => allByRole(ana, 'table', 'Who does what')[0]);
    expect(textOf(table)).to.match(/Choose the cups[\s\S]*Sam[\s\S]*\d/);
    await tap(ana, 'Close it now');
    const thanks = await findByRole(ana, 'heading', 'Thank you for coming');
    await until(() => deepActive() === thanks);
    await findInText(ana, 'Ten new cups.');
    await findInText(ana, 'Choose the cups');
    await findByRole(sam, 'heading', 'Thank you for coming');
    expect(queryByRole(sam, 'button', 'Go to the minutes')).to.equal(undefined);
    await press(ana, 'Write the minutes');
    await findByRole(ana, 'textbox', 'Write the minutes');
  });

  it('thanks come also after a reload, and the next meeting is one press away', async () => {
    const id = await plan(all, ana, { parts: [['Cups', 5]] });
    await plan(all, ana, { startsAt: later(1), parts: [['Garden', 5]] });
    await act(ana, 'open', 'meeting', id, { moves: { clock: { holder: 'x', by: 'p-ana', item: '', left: 0, since: '' } } });
    await act(ana, 'close', 'meeting', id);
    const again = await all.move('p-sam', 'resident');
    await press(again, 'Meeting');
    await findByRole(again, 'heading', 'Thank you for coming');
    await findByText(again, 'The meeting is over.');
    await press(again, 'See the next meeting');
    await findByRole(again, 'heading', 'Not open yet');
  });

  it('next, more time and getting staff are always in sight; everything else is behind More', async () => {
    await plan(all, ana, { parts: [['News', 5, 'announcement'], ['Cups', 5]] }); // prettier-ignore
    await press(ana, 'Meeting');
    await press(ana, 'Open the meeting');
    await findByRole(ana, 'timer');
    for (const name of ['Next part', '2 more minutes', 'Pause and get staff']) byRole(ana, 'button', name);
    const rest = ['Pause', 'Hide the clock', 'Close the meeting', 'Write what we decided', 'Leave it for another time'];
    for (const name of rest) expect(queryByRole(ana, 'button', name), name).to.equal(undefined);
    await press(ana, 'More');
    for (const name of rest) await findByRole(ana, 'button', name);
    await press(ana, 'Next part');
    await findByRole(ana, 'heading', 'Cups');
    await findByRole(ana, 'button', 'Write what we decided');
  });
});
