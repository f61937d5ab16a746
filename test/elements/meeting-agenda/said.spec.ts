import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import type { MilieuCommunity } from '../../../src/elements/community/milieu-community.js';
import { startClock } from '../../../src/model/kinds/meeting/clock.js';
import { allByRole, fill, findByRole, findFirst, findInText, textOf, until } from '../../../src/testing/by-role.js';
import { press } from '../../../src/testing/press.js';
import { ConnectedPages } from '../../testing/connected-pages.js';
import { act, plan } from './meeting-steps.js';

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('milieu-meeting-agenda: you said, we did', () => {
  let all: ConnectedPages;
  let ana: MilieuCommunity;
  beforeEach(async () => {
    all = new ConnectedPages();
    ana = await all.move('p-ana', 'resident', 'said');
  });
  afterEach(() => expect(all.refused).to.deep.equal([]));

  const ask = async (title: string, kind = 'request'): Promise<string> => {
    const id = uuidv7();
    await act(ana, 'propose', 'item', id, { data: { title, kind } });
    return id;
  };
  const row = (title: string): string => {
    const found = allByRole(ana, 'listitem').find((one) => textOf(one).includes(title));
    return found
      ? textOf(found)
          .replaceAll(/[\u2068\u2069]/g, '')
          .replaceAll(/\s+/g, ' ')
      : '';
  };

  it('lists each request with its answer, its promise and the day it was kept, and says a day that is over without blame', async () => {
    const [cups, tea] = [await ask('New cups'), await ask('Tea after ten', 'topic')];
    await ask('A second fridge');
    await ask('Chess on Sunday', 'activity');
    const meeting = await plan(all, ana, {});
    for (const id of [cups, tea]) await act(ana, 'accept', 'item', id, { moves: { meeting, order: 1 } });
    await findInText(ana, 'On the agenda for');
    await act(ana, 'open', 'meeting', meeting, { moves: { clock: startClock('x', cups, 300, { by: 'p-ana', now: Date.now() }) } });
    const promise = (text: string, owner: string, due?: string) => ({
      id: uuidv7(),
      kind: 'promise',
      to: [owner],
      data: { text, ...(due ? { due } : {}) },
    });
    const outcome = (text: string) => ({ id: uuidv7(), kind: 'outcome', data: { text } });
    await act(ana, 'decide', 'item', cups, {
      answers: [outcome('Yes, ten.'), promise('Choose the cups', 'p-sam', dayIn(-3)), promise('Pay for them', 's-priya')],
    });
    await act(ana, 'decide', 'item', tea, { answers: [outcome('Yes, until eleven.'), promise('Buy decaf', 'p-ana', dayIn(4))] });
    await until(() => row('New cups').includes('Pay for them') && row('Tea after ten').includes('Buy decaf'));
    expect(row('New cups')).to.match(/Answered on .+ Sam: Choose the cups\. It was planned for \w+, .+\d\. Priya: Pay for them\. Not done yet\./);
    expect(row('Tea after ten')).to.match(/You: Buy decaf, by \w+/);
    expect(row('A second fridge')).to.include('Waiting for a meeting.');
    expect(textOf(ana)).not.to.match(/overdue|late\b|Chess/i);

    const board = await all.move('p-sam', 'resident', 'board');
    await findInText(board, /was planned for \w+/);
    await findFirst(board, 'button', 'Say how it goes').then((button) => button.click());
    fill(await findByRole(board, 'textbox', 'How is it going?'), 'Two are to choose from.');
    await press(board, 'Save');
    await until(() => /Sam: Choose the cups\. .+ On .+: Two are to choose from\./.test(row('New cups')));
    await findFirst(board, 'button', 'Done').then((button) => button.click());
    await until(() => all.of('promise').some((one) => one.status === 'done'));
    await until(() => /Sam: Choose the cups\. Done on .+\d\./.test(row('New cups')));
  });

  it('shows the newest first, and the rest when asked', async () => {
    for (let at = 1; at <= 10; at += 1) await ask(`Wish number ${at}.`);
    await findInText(ana, 'Wish number 10.');
    const titles = (): number => allByRole(ana, 'listitem').filter((one) => textOf(one).includes('Wish')).length;
    await until(() => titles() === 8);
    await press(ana, 'Show more');
    await until(() => titles() === 10);
  });

  it('a meeting opens with it in the part for promises from last time', async () => {
    const cups = await ask('New cups');
    const chair = await all.move('p-sam', 'resident', 'run');
    const meeting = await plan(all, chair, { parts: [['Promises from last time', 5, 'follow-up'], ['Close', 2]] }); // prettier-ignore
    await act(chair, 'accept', 'item', cups, { moves: { meeting, order: 1500 } });
    await press(chair, 'Open the meeting');
    await findByRole(chair, 'heading', 'You said, we did');
    await findInText(chair, 'On the agenda for');
  });
});
