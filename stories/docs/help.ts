import { html } from 'lit';
import { type Help, helpLimits, type HelpReply } from '../../src/model/kinds/help/table.js';
import { ana, FakeHistory, visit } from '../fixtures.js';
import { keys } from './common.js';
import { gesture } from './example.js';
import type { Facts } from './facts.js';
import { characters, type FieldsOf, may, must, oneOf } from './fields.js';

const call: FieldsOf<Help> = {
  need: must('What they ask for.', oneOf('come', 'talk', 'worried')),
  text: may('What they want staff to know.', characters(helpLimits.text)),
  place: may('Where they are.', characters(helpLimits.place)),
};
const reply: FieldsOf<HelpReply> = {
  note: must('What staff answered; it may be empty.', characters(helpLimits.note)),
  coming: may('They are on their way.', 'yes or no'),
};

const view = ['milieu-help-call'] as const;

export const help: Facts = {
  lead: 'Asks staff to come. It never says that somebody knows before somebody does: if nobody takes the call, it says so within a second, and where staff are.',
  show: () => visit({ actor: ana, history: new FakeHistory() }, html`<milieu-help></milieu-help>`),
  parts: [
    { name: 'The question', what: 'One line. When nobody has been told, the whole sheet turns over and says that.', at: [...view, 'h3'] },
    { name: 'Ask staff to come', what: 'The one filled button. One press, no form.', at: [...view, '.btn.go'] },
    {
      name: 'Other ways',
      what: 'People to call, in the words of the house, and a word for being worried about somebody else.',
      at: [...view, '.row.acts'],
    },
    { name: 'Ring line', what: 'Where the call is now.', at: ['.foot milieu-status-line'] },
  ],
  keys: keys({ key: 'Enter or Space', where: 'Ask staff to come', does: 'Calls at once. It can be taken back until somebody has seen it.' }),
  kept: [
    { kind: 'help', what: 'A call for staff. Staff alone read it.', fields: call },
    { kind: 'help-reply', what: 'What staff answered the person who called.', fields: reply },
  ],
  example: () => gesture(new FakeHistory(), 'p-02', 'ask', 'help', { data: { need: 'come', place: 'Living room' } satisfies Help }),
};
