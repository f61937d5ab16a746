import { assert } from '@open-wc/testing';
import { computeAccessibleDescription } from 'dom-accessibility-api';
import type { MilieuCommunity } from '../../src/elements/community/milieu-community.js';
import { allByRole, byRole, fill, findByRole, findByText, until } from '../../src/testing/by-role.js';
import { withoutIsolates } from '../../src/testing/find-elements.js';
import { focused, holds, wordsOf } from './focus.js';
import { held, offered, planned, placed, proposed, reminder, running, told } from './scene-records.js';
import { type Setting, show } from './show-scene.js';

const press = async (root: Element, name: string | RegExp): Promise<void> => {
  await until(() => allByRole(root, 'button', name)[0], { what: String(name) });
  allByRole(root, 'button', name).at(-1)?.click();
};
const choose = async (root: Element, name: string | RegExp): Promise<void> => (await findByRole(root, 'radio', name)).click();

interface Form extends Setting {
  readonly form: string;
  /** Opens the form and sends it with mistakes. */
  readonly send: (root: MilieuCommunity) => Promise<unknown>;
  /** Each message and its field. If there is only one, the focus goes to its field at once. */
  readonly mistakes: Readonly<Record<string, string | RegExp>>;
  /** Whether a list is shown even for one mistake. */
  readonly listed?: boolean;
}

const feedback = 'milieu-peer-feedback';
const ladder = 'milieu-responsibility-ladder';
const agenda = 'milieu-meeting-agenda';

const forms: readonly Form[] = [
  {
    form: 'a reminder',
    tag: feedback,
    view: 'write',
    send: async (root) => {
      await choose(root, /^A reminder/);
      await press(root, 'Send to staff');
    },
    mistakes: {
      'Choose who this is for.': 'Sam',
      'Write what you saw. A few words will do.': 'What did you see?',
      'Name one strength you see in them.': 'A strength you see in them',
      'Say what would help next time.': 'What would help next time?',
    },
  },
  {
    form: 'what staff say of a reminder',
    tag: feedback,
    view: 'queue',
    person: 's-priya',
    past: (history) => told(history, 'p-jo', 'p-ana', reminder),
    send: async (root) => {
      await press(root, /^Jo to Ana/);
      await press(root, 'Do not pass it on');
    },
    mistakes: { 'Say why, in a sentence Jo can read.': 'A note to Jo' },
  },
  {
    form: 'an offer',
    tag: ladder,
    view: 'give',
    person: 's-priya',
    send: async (root) => {
      (await findByText(root, 'Say more')).click();
      fill(await findByRole(root, 'spinbutton', /minutes/), '500');
      await press(root, 'Offer it');
    },
    mistakes: {
      'Choose a person.': 'Who is it for?',
      'Say what it is.': 'What is it?',
      'Choose between 5 and 120 minutes.': 'About how many minutes?',
    },
  },
  {
    form: 'a part',
    tag: ladder,
    view: 'place',
    person: 's-priya',
    send: (root) => press(root, 'Save'),
    mistakes: { 'Choose a person.': 'Whose part is it?', 'Choose a circle.': /^Welcome/ },
  },
  {
    form: 'the end of a part',
    tag: ladder,
    view: 'place',
    about: 'p-ana',
    person: 's-priya',
    past: (history) => placed(history, 'caring'),
    send: async (root) => {
      await press(root, 'End this role');
      await press(root, 'Yes, end this role');
    },
    mistakes: { 'Say why, in a sentence they can read.': 'Why? They can read this.' },
  },
  {
    form: 'how a duty was',
    tag: ladder,
    view: 'carry',
    past: (history) => history.act('p-ana', 'finish', 'duty', offered(history, 'Wash the dishes')),
    send: async (root) => {
      (await findByText(root, 'Say how it went, if you like')).click();
      await press(root, 'Tell staff');
    },
    mistakes: { 'Pick a number or write a few words first.': 'What went well? What was hard?' },
  },
  {
    form: 'a plan',
    tag: agenda,
    view: 'plan',
    send: async (root) => {
      await findByRole(root, 'button', 'Use this plan');
      (await findByText(root, 'Say more')).click();
      fill(await findByRole(root, 'textbox', 'Name'), '');
      fill(byRole(root, 'textbox', 'What it is for, in one sentence'), '');
      await press(root, 'Use this plan');
    },
    mistakes: { 'Give the meeting a name.': 'Name', 'Say what the meeting is for.': 'What it is for, in one sentence' },
  },
  {
    form: 'something to bring',
    tag: agenda,
    view: 'plan',
    send: async (root) => {
      await press(root, 'Suggest something');
      await press(root, 'Suggest it');
    },
    mistakes: { 'Write at least a word or two.': 'What would you like to raise?' },
  },
  {
    form: 'another answer',
    tag: agenda,
    view: 'plan',
    past: (history) => proposed(history, 'p-sam', 'New cups', planned(history)),
    send: async (root) => {
      await press(root, 'Answer outside the meeting');
      await press(root, 'Send the answer to Sam');
    },
    mistakes: { 'Say why, in a sentence they can read.': 'What is the answer?' },
  },
  {
    form: 'a decision',
    tag: agenda,
    view: 'run',
    past: (history) => running(history, 300),
    send: async (root) => {
      await press(root, 'Write what we decided');
      await press(root, 'Add a promise');
      fill(await findByRole(root, 'textbox', 'What'), 'Buy the cups');
      await press(root, 'Save the decision');
    },
    mistakes: { 'Write what was decided.': 'What did we decide?', 'Say who will do it.': 'Who' },
  },
  {
    form: 'a promise that is let go',
    tag: agenda,
    view: 'board',
    past: held,
    send: async (root) => {
      await press(root, 'No longer needed');
      await findByRole(root, 'textbox', 'Why is it no longer needed?');
      (focused()?.closest('form')?.querySelector('button') ?? undefined)?.click();
    },
    mistakes: { 'Say why, in a sentence they can read.': 'Why is it no longer needed?' },
  },
  {
    form: 'minutes',
    tag: agenda,
    view: 'minutes',
    person: 'p-jo',
    past: (history) => held(history, 'none'),
    send: async (root) => {
      fill(await findByRole(root, 'textbox', 'Write the minutes'), ' ');
      await press(root, 'Save and ask someone to check it');
    },
    mistakes: { 'Write a few words first.': 'Write the minutes' },
  },
];

const fits = (element: Element, name: string | RegExp): boolean =>
  typeof name === 'string' ? wordsOf(element) === name : name.test(wordsOf(element));

/** Whether the field or its group is marked as invalid and has the message. */
function isTold(field: Element, sentence: string): boolean {
  const group = field.closest('fieldset');
  return [field, group].some(
    (one) => one?.getAttribute('aria-invalid') === 'true' && withoutIsolates(computeAccessibleDescription(one)).includes(sentence),
  );
}

async function landsOn(name: string | RegExp, sentence: string): Promise<void> {
  const field = await until(
    () => {
      const here = focused();
      return here && fits(here, name) ? here : Promise.reject(new Error(`"${sentence}" leads to ${here ? wordsOf(here) : 'nothing'}`));
    },
    { within: 10_000 },
  );
  assert.ok(isTold(field, sentence), `${sentence} is told by ${wordsOf(field)}`);
}

describe('mistakes in a form', () => {
  for (const { form, send, mistakes, ...setting } of forms)
    it(`${form}: each mistake is told in words at its field, and the focus goes there`, async () => {
      const root = await show(setting);
      await send(root);
      const all = Object.entries(mistakes);
      const links = (): HTMLElement[] => all.flatMap(([sentence]) => allByRole(root, 'button', sentence));
      await until(() => focused() && (links().length === all.length || links().length === 0) && focused()?.localName !== 'button');
      if (links().length > 0) {
        const list = links()[0]?.closest('.problems') ?? null;
        assert.ok(list && (holds(list, focused() ?? null) || list === focused()), 'the list has the focus');
      }
      for (const [sentence, name] of all) {
        if (links().length > 0) await press(root, sentence);
        await landsOn(name, sentence);
      }
    });
});
