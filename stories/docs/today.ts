import { html } from 'lit';
import { FakeHistory, sam, visit } from '../fixtures.js';
import { keys, sheet } from './common.js';
import { gesture, ids } from './example.js';
import type { Facts } from './facts.js';

const list = ['milieu-day-list'] as const;

/** A job that is done from here, as it is sent. */
const done: Facts['example'] = () => {
  const history = new FakeHistory();
  history.act('s-01', 'offer', 'duty', ids.root, { to: ['p-01'], data: { title: 'Set the tables', steps: [] } });
  return gesture(history, 'p-01', 'finish', 'duty', {});
};

export const today: Facts = {
  lead: 'What waits for the person on this page: one line each, and the way to it. Staff also have the shift sheet. It stores nothing of its own.',
  show: () => visit({ actor: sam, history: FakeHistory.afterSixWeeks() }, html`<milieu-today></milieu-today>`),
  parts: sheet(
    { name: 'A line', what: 'One thing that waits. It says who it is from, and nothing of what it says.', at: [...list, 'li'] },
    { name: 'The next act', what: 'The way into the widget that holds it. A job of today is done here.', at: [...list, 'li .btn'] },
  ),
  keys: keys({
    key: 'Enter or Space',
    where: 'The button of a line',
    does: 'Opens the page that holds it, here or where the host has it; or does the job.',
  }),
  kept: [],
  example: done,
};
